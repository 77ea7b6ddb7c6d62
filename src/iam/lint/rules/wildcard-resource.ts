import { memoizeByObject } from "../../../text/memo";
import { say, words } from "../../../text/message";
import { type ActionInfo, type AwsResourceType, acceptedTypes } from "../../data/authorization";
import { GRANTED_TO_IDENTITY } from "../../document/policy-kinds";
import type { Context } from "../context";
import { defineRule } from "../define-rule";
import { LEAST_PRIVILEGE } from "../documentation";
import { isEscalation, isPermissionAction } from "../escalation/escalation-paths";
import { allow } from "../example-policies";
import { isMetadataRead } from "../metadata-reads";
import type { ActionTerm, PlacedAction } from "../parsed/action-term";
import { isAdmin, type ParsedStatement } from "../parsed/parsed-statement";
import type { PlacedResource } from "../parsed/resource-term";
import { isNarrowed } from "../resources/reach";
import { bestKnown } from "../well-known";
import { listOf, verb } from "../words";

/** Rule `wildcard-resource`: action on every resource. */
export const wildcardResource = defineRule({
  code: "wildcard-resource",
  title: "action on every resource",
  severity: "security",
  what: "Actions on `*`, on every ARN of their service such as `arn:aws:sqs:*:*:*` and `arn:aws:sqs`, or on every ARN of the types that they take such as `arn:aws:s3:::*/*` and `arn:aws:dynamodb:*:*:table/*`, although they accept ARNs, in an identity policy and without a condition that limits the resources. Exempt are actions that accept only `*` or for which AWS itself writes `*`, Describe actions, a read of one resource beside the plural action that shows the same, the network interfaces of a function in a VPC, and what another security rule reports. It is an info if these actions only list or read metadata, as sqs:GetQueueUrl does, or can do without an ARN, as polly:SynthesizeSpeech.",
  why: "The statement applies to every bucket, table and key, including future ones.",
  bad: allow("s3:GetObject", "*"),
  good: allow("s3:GetObject", "arn:aws:s3:::raw-zone/*"),
  source: LEAST_PRIVILEGE,
  check: {
    comparesEntries: true,
    types: GRANTED_TO_IDENTITY,
    statement(parsed, context) {
      if (!parsed.allows || isAdmin(parsed) || isNarrowed(parsed)) return undefined;
      const wide = parsed.actions.filter(
        (placed) => isEverywhere(parsed, placed) && isTooWide(context, parsed, placed),
      );
      if (wide.length === 0) return undefined;
      const names = wide.map(({ at }) => at.value);
      const harmless = new Set(wide.filter(isHarmless));
      const byHarm = [...wide.filter((placed) => !harmless.has(placed)), ...harmless].map(({ at }) => at.value);
      return {
        at: wideResource(parsed, wide)?.at ?? parsed.statement,
        message: say`${listOf(byHarm)} ${words(verb(names, "takes ARNs and is", "take ARNs and are"))} allowed on every resource`,
        hint: hintFor(wide, names),
        severity: harmless.size === wide.length ? "info" : undefined,
        about: names.join(),
      };
    },
  },
});

/** Amazon SNS guide, "Access control for SMS": a message to a phone has no topic, so that it needs `*`. */
function hintFor(wide: readonly PlacedAction[], names: readonly string[]): string {
  if (wide.every(({ term }) => term.id === "sns:publish"))
    return "name the topics; for messages to phones, which need `*`, deny the action on `arn:aws:sns:*:*:*` in another statement";
  return `name the resources of ${verb(names, "the action", "these actions")}; what takes only \`*\` goes into a statement of its own`;
}

/** Whether an action, or each one that a pattern allows, only lists or reads metadata, or works without an ARN. */
function isHarmless({ term }: PlacedAction): boolean {
  const members = term.members();
  return (members.length > 0 && members.every(isMetadataRead)) || term.info?.arnIsOptional === true;
}

/** Whether an action is allowed on `*`, on every ARN of its service, or on every ARN of the types that it takes. */
function isEverywhere({ everywhere, resources }: ParsedStatement, { term }: PlacedAction): boolean {
  if (everywhere || resources.some((resource) => resource.term.matchesAllOf(term.service))) return true;
  const types = typesMeantBy(term);
  return types.length > 0 && types.every((type) => resources.some((resource) => resource.term.isAllOf(type)));
}

/** The types that an action takes; of a pattern, those of its best known action. What is reached by an access point has a type of its own. */
function typesMeantBy(term: ActionTerm): readonly AwsResourceType[] {
  const action = term.info ?? (term.kind === "pattern" ? bestKnown(term) : undefined);
  return action === undefined ? [] : acceptedTypes(action).filter(({ name }) => !/accesspoint/i.test(name));
}

function wideResource({ resources }: ParsedStatement, actions: readonly PlacedAction[]): PlacedResource | undefined {
  const isWhole = ({ term }: PlacedResource) =>
    actions.some(
      (placed) =>
        term.matchesAllOf(placed.term.service) || typesMeantBy(placed.term).some((type) => term.isAllOf(type)),
    );
  return resources.find(({ term }) => term.matchesEverything) ?? resources.find(isWhole);
}

/** Of AWSLambdaVPCAccessExecutionRole, which has them on `*`: nobody knows the network interfaces before. */
const OF_NETWORK_INTERFACES = new Set(
  "assignprivateipaddresses createnetworkinterface deletenetworkinterface unassignprivateipaddresses"
    .split(" ")
    .map((name) => `ec2:${name}`),
);

/** Whether the actions of EC2 in a statement that take ARNs are those that a function in a VPC needs, and no others. */
function isForFunction({ actions }: ParsedStatement): boolean {
  const ids = actions.filter(({ term }) => term.service === "ec2").map(({ term }) => term);
  return (
    ["ec2:createnetworkinterface", "ec2:deletenetworkinterface"].every((id) => ids.some((term) => term.id === id)) &&
    ids.every(({ id, info }) => OF_NETWORK_INTERFACES.has(id) || info?.name.startsWith("Describe") === true)
  );
}

function isTooWide(context: Context, parsed: ParsedStatement, { term }: PlacedAction): boolean {
  if (OF_NETWORK_INTERFACES.has(term.id) && isForFunction(parsed)) return false;
  if (context.grants.isWhollyDenied(term, parsed)) return false;
  if (term.info !== undefined) return isWide(context, term.info) && !isShownAnyway(parsed, term.info);
  if (term.kind !== "pattern") return false;
  const isWideHere = (action: ActionInfo) =>
    isWide(context, action) && !context.grants.isDenied(action.id.toLowerCase(), parsed);
  const best = bestKnown(term);
  if (best !== undefined) return isWideHere(best);
  return term.members().some((member) => !isList(member) && isWideHere(member));
}

/** Actions that list are allowed together, and most take only `*`; the data gives some of them the access level "Read". */
function isList({ name, access }: ActionInfo): boolean {
  return access.includes("List") || name.startsWith("List");
}

/** Consoles show what Describe actions return. Actions that another security rule names are reported there. */
function isWide(context: Context, action: ActionInfo): boolean {
  // What a Deny on every ARN leaves has none: sns:Publish to a phone number.
  if (context.grants.isDeniedOnArns(action)) return false;
  if (action.onlyWildcard !== false || action.wildcardIsFine || action.resourceTypes.length === 0) return false;
  if (action.name.startsWith("Describe") && !action.access.includes("Write")) return false;
  if (hasOneResource(action)) return false;
  return !isPermissionAction(action) && !isEscalation(context, action);
}

/** Whether an account has but one resource for the action, such as its one Data Catalog: then `*` says the same. */
const hasOneResource = memoizeByObject((action: ActionInfo) =>
  acceptedTypes(action).every(({ arn }) => !arn.split(":").slice(5).join(":").includes("${")),
);

/**
 * `GetDevEndpoint` beside `GetDevEndpoints`, which takes only `*` and shows the same of all of them. AWS Glue guide,
 * "Specifying AWS Glue resource ARNs": a statement that mixes the two uses `*` as a whole.
 */
function isShownAnyway({ actions }: ParsedStatement, { id, service, name }: ActionInfo): boolean {
  // Amazon S3 User Guide, walkthrough 1: the console asks for the two together, on all buckets.
  if (id === "s3:GetBucketLocation" && actions.some(({ term }) => term.allows("s3:listallmybuckets"))) return true;
  const noun = /^(?:Get|BatchGet)(\w+?)s?$/.exec(name)?.[1];
  if (noun === undefined) return false;
  const plural = `Get${noun}s`;
  return actions.some(({ term: { info } }) => {
    return info?.name === plural && info.service === service && info.onlyWildcard !== false;
  });
}
