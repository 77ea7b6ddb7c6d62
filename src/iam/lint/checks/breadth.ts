/** Statements that give more than anybody means. Only identity policies: elsewhere `*` is the resource itself. */
import { type ActionInfo, acceptedTypes } from "../../data/authorization";
import { isServiceWildcard, type PlacedAction } from "../action-term";
import type { Context } from "../context";
import { isAdmin, type ParsedStatement } from "../parsed-statement";
import { bestKnown } from "../well-known";
import { listOf, verb } from "../words";
import { isEscalation, isPermission } from "./escalation";

/** Conditions that say who may act and how, but not on what: they make `*` no narrower. */
const ABOUT_THE_CALLER =
  /^aws:(SecureTransport|MultiFactorAuth\w+|SourceIp|VpcSourceIp|SourceVpc\w*|PrincipalTag\/.*|Principal\w+|UserAgent|referer|userid|username|TokenIssueTime|CurrentTime|EpochTime|ViaAWSService|CalledVia\w*|RequestedRegion)$/i;

/** Reports what is too broad. */
export function checkBreadth(context: Context): void {
  for (const parsed of context.parsedStatements) {
    if (!parsed.allows) continue;
    if (context.type !== "trust") checkNots(context, parsed);
    if (context.type !== "identity") continue;
    if (isAdmin(parsed)) reportAdmin(context, parsed);
    else {
      checkServices(context, parsed);
      checkWildcard(context, parsed);
    }
  }
}

/** A statement with both is refused by AWS, which is said already. */
function checkNots(context: Context, { statement }: ParsedStatement): void {
  const [action] = statement.actions === undefined ? (statement.notActions ?? []) : [];
  const [resource] = statement.resources === undefined ? (statement.notResources ?? []) : [];
  if (action !== undefined) {
    const names = (statement.notActions ?? []).map(({ value }) => value);
    const message = `the statement allows every action there is but ${listOf(names)}, new services included`;
    context.report(
      "allow-not-action",
      action,
      { message, hint: "name the actions, or deny these in a statement of its own", about: names.join() },
      statement,
    );
  }
  if (resource !== undefined) {
    const names = (statement.notResources ?? []).map(({ value }) => value);
    const message = `the statement allows its actions on every resource but ${listOf(names, 3)}`;
    context.report(
      "allow-not-resource",
      resource,
      { message, hint: "name the resources, or deny these in a statement of its own", about: names.join() },
      statement,
    );
  }
}

function reportAdmin(context: Context, parsed: ParsedStatement): void {
  const place = parsed.actions.find(({ term }) => term.kind === "all")?.at ?? parsed.statement;
  const message = "the statement allows every action on every resource";
  context.report("full-admin", place, { message, hint: "name the actions and the resources" }, parsed.statement);
}

function checkServices(context: Context, { actions, statement, named }: ParsedStatement): void {
  const wide = actions.filter(({ term }) => isServiceWildcard(term) || (term.kind === "all" && named));
  const [first] = wide;
  if (first === undefined) return;
  const names = wide.map(({ at }) => at.value);
  const message = `${listOf(names)} ${verb(names, "allows", "allow")} all actions of the service, those of tomorrow included`;
  context.report(
    "service-wildcard",
    first.at,
    { message, hint: "name the actions that are used", about: names.join() },
    statement,
  );
}

function checkWildcard(context: Context, parsed: ParsedStatement): void {
  if (!parsed.everywhere || isNarrowed(parsed)) return;
  const wide = parsed.actions.filter((placed) => isTooWide(context, parsed, placed));
  const [first] = wide;
  if (first === undefined) return;
  const names = wide.map(({ at }) => at.value);
  context.report(
    "wildcard-resource",
    parsed.resources.find(({ term }) => term.everything)?.at ?? parsed.statement,
    {
      message: `${listOf(names)} ${verb(names, "takes ARNs and is", "take ARNs and are")} allowed on every resource`,
      hint: `name the resources of ${verb(names, "the action", "these actions")}; what takes only \`*\` goes into a statement of its own`,
      about: names.join(),
    },
    parsed.statement,
  );
}

function isNarrowed({ statement }: ParsedStatement): boolean {
  return statement.conditions.some(({ key }) => !ABOUT_THE_CALLER.test(key));
}

function isTooWide(context: Context, parsed: ParsedStatement, { term }: PlacedAction): boolean {
  if (term.info !== undefined) return isWide(context, term.info) && !isShownAnyway(parsed, term.info);
  if (term.kind !== "pattern") return false;
  const best = bestKnown(term);
  if (best !== undefined) return isWide(context, best);
  return term.members().some((member) => isWide(context, member) && !isList(member));
}

/** Lists are asked for together, and most take only `*`; some the data calls reading. */
function isList({ name, access }: ActionInfo): boolean {
  return access.includes("List") || name.startsWith("List");
}

/** Descriptions are what consoles show; what other security rules name is said there. */
function isWide(context: Context, action: ActionInfo): boolean {
  if (action.onlyWildcard !== false || action.wildcardIsFine || action.resourceTypes.length === 0) return false;
  if (action.name.startsWith("Describe") && !action.access.includes("Write")) return false;
  if (hasOneResource(action)) return false;
  return !isPermission(action) && !isEscalation(context, action);
}

const single = new WeakMap<ActionInfo, boolean>();

/** Whether an account has but one resource for it, as it has one Data Catalog: `*` says the same. */
function hasOneResource(action: ActionInfo): boolean {
  let found = single.get(action);
  if (found === undefined) {
    found = acceptedTypes(action).every(({ arn }) => !arn.split(":").slice(5).join(":").includes("${"));
    single.set(action, found);
  }
  return found;
}

/**
 * `GetDevEndpoint` beside `GetDevEndpoints`, which takes only `*` and shows the same of all of them. AWS Glue guide,
 * "Specifying AWS Glue resource ARNs": a statement that mixes the two uses `*` as a whole.
 */
function isShownAnyway({ actions }: ParsedStatement, { id, service, name }: ActionInfo): boolean {
  // Amazon S3 User Guide, walkthrough 1: the console asks for the two together, on all buckets.
  if (id === "s3:GetBucketLocation" && actions.some(({ term }) => term.allows("s3:listallmybuckets"))) return true;
  const noun = /^(?:Get|BatchGet)(\w+?)s?$/.exec(name)?.[1];
  if (noun === undefined) return false;
  return actions.some(({ term }) => {
    const { info } = term;
    return info?.service === service && info.onlyWildcard !== false && info.name === `Get${noun}s`;
  });
}
