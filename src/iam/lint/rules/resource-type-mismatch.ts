import { say, withBackticks, words } from "../../../text/message";
import { arnFields } from "../../arn/arn";
import { type ActionInfo, conditionKeysOf } from "../../data/authorization";
import { isLogGroupArn } from "../../document/pattern-tokens";
import { WITH_RESOURCE } from "../../document/policy-kinds";
import type { Context } from "../context";
import { defineRule } from "../define-rule";
import { allow } from "../example-policies";
import { moveFix } from "../fix/moves";
import type { ActionTerm, PlacedAction } from "../parsed/action-term";
import type { ParsedStatement } from "../parsed/parsed-statement";
import { takesNoArn, typesOf, worksOn } from "../parsed/resource-term";
import { bestKnown } from "../well-known";
import { listOf, verb } from "../words";

/** Rule `resource-type-mismatch`: resource of the wrong type. */
export const resourceTypeMismatch = defineRule({
  code: "resource-type-mismatch",
  title: "resource of the wrong type",
  severity: "error",
  what: "Actions that work on none of the resources of their statement: a bucket action on objects, a KMS key action on an alias. For a pattern of actions, the best-known action decides; in a Deny, every action must mismatch. Resource patterns that match both buckets and objects are fine.",
  why: "The statement grants nothing for the action, or denies nothing.",
  bad: allow(["s3:ListBucket", "s3:GetObject"], "arn:aws:s3:::raw-zone/*"),
  good: allow(["s3:ListBucket", "s3:GetObject"], ["arn:aws:s3:::raw-zone", "arn:aws:s3:::raw-zone/*"]),
  source:
    "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  check: {
    comparesEntries: true,
    types: WITH_RESOURCE,
    statement(parsed, context) {
      if (!(parsed.allows || parsed.denies) || !parsed.named || parsed.everywhere || parsed.unresolved)
        return undefined;
      const wrong = parsed.actions.flatMap((placed) => {
        const action = mismatched(context, parsed, placed);
        return action === undefined ? [] : [{ at: placed.at, term: placed.term, action }];
      });
      const [first] = wrong;
      if (first === undefined) return undefined;
      const names = wrong.map(({ at }) => at.value);
      const shown = wrong.map(({ at, term, action }) => (worksForSome(parsed, term) ? action.id : at.value));
      const resources = parsed.resources.map(({ term }) => term.text);
      const misplaced = wrong.map(({ at, action }) => ({ action, written: at.value }));
      const effect = parsed.denies ? ", so this denies nothing" : "";
      return {
        at: first.at,
        message: say`${listOf(shown)} ${words(verb(shown, "works", "work"))} on none of the resources here: ${listOf(resources, 3)}${words(effect)}`,
        hint: hintFor(wrong, parsed),
        about: names.join(),
        fix: parsed.denies ? undefined : moveFix(misplaced, resources),
      };
    },
  },
});

interface Mismatched extends PlacedAction {
  readonly action: ActionInfo;
}

/** A hint names no more kinds of ARNs. */
const MOST_NEEDS = 3;

/** What each action needs; actions that need the same are told together. */
function hintFor(wrong: readonly Mismatched[], parsed: ParsedStatement): string {
  const byNeed = new Map<string, Mismatched[]>();
  for (const one of wrong) {
    const need = needOfPattern(one) ?? needOf(one.action);
    byNeed.set(need, [...(byNeed.get(need) ?? []), one]);
  }
  const told = [...byNeed].slice(0, MOST_NEEDS).map(([need, group]) => `${subjectOf(group)} ${verbOf(group)} ${need}`);
  const causes = wrong.map(({ action }) => likelyCause(action, parsed));
  return `${told.join("; ")}${causes.find((cause) => cause !== "") ?? ""}`;
}

/** What a pattern needs of whose actions some take no ARN: of `ec2:DescribeInstance*` that is so of `ec2:DescribeInstances`. */
function needOfPattern({ term, action }: Mismatched): string | undefined {
  const withoutArn = term.kind === "pattern" ? term.members().filter(takesNoArn) : [];
  // The shortest name is the one that people think of.
  const [first, ...others] = [...withoutArn].sort((a, b) => a.id.length - b.id.length);
  if (first === undefined || bestKnown(term) !== undefined) return undefined;
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return `\`*\` for \`${first.id}\`${more}, and ${needOf(action)} for \`${action.id}\``;
}

/** The actions as they are written, each pattern with the action that it means. */
function subjectOf(group: readonly Mismatched[]): string {
  const names = group.map(({ at, term, action }) =>
    needOfPattern({ at, term, action }) !== undefined
      ? `\`${at.value}\``
      : term.kind === "pattern" && action.id !== at.value
        ? `\`${at.value}\` (\`${action.id}\`)`
        : `\`${action.id}\``,
  );
  const [first = "", ...others] = [...new Set(names)];
  if (others.length > MOST_NEEDS - 1) return `${first} and ${others.length} more`;
  return others.length === 0 ? first : `${[first, ...others.slice(0, -1)].join(", ")} and ${others.at(-1)}`;
}

function verbOf(group: readonly Mismatched[]): string {
  return verb(
    group.map(({ action }) => action.id),
    "needs",
    "need",
  );
}

function needOf(action: ActionInfo): string {
  const types = action.accepts.filter((name) => !/accesspoint/.test(name));
  const named = `an ARN of type ${withBackticks(listOf(types, 4, "or"))}`;
  const need = action.wildcardIsFine && action.anyOf.length > 0 ? `\`*\`, or ${named}` : named;
  const key = conditionKeysOf(action).find((name) => NAMES_RESOURCE.test(name));
  return key === undefined ? need : `${need}, or \`*\` with a condition on \`${key}\``;
}

/** A key whose value is the resource: `arc-zonal-shift:ResourceIdentifier`, for resources of which the service has no type. */
const NAMES_RESOURCE = /^[a-z0-9-]+:ResourceIdentifier$/;

/** Whether other actions of a pattern work on a resource: then the message names the one that does not. */
function worksForSome(parsed: ParsedStatement, term: ActionTerm): boolean {
  return term.kind === "pattern" && term.members().some((member) => !takesNoArn(member) && canWork(member, parsed));
}

/** Says so where only the case of letters or the sign behind the type is wrong, where the streams of a log group are not named, or an alias is. */
function likelyCause(action: ActionInfo, parsed: ParsedStatement): string {
  const group = parsed.resources.find(({ term }) => isLogGroupArn(term.text) || LOG_GROUP.test(resourceOf(term.text)));
  if (group !== undefined && action.accepts.includes("log-stream")) return `: write \`${group.term.text}:*\``;
  const starts = typesOf(action).map(({ arn }) => resourceOf(arn).split("${", 1)[0] ?? "");
  const written = parsed.resources.map(({ term }) => resourceOf(term.text));
  if (action.service === "kms" && action.accepts.includes("key") && written.some((one) => NAMES_ALIAS.test(one)))
    return "; an alias does not stand for its key: write the ARN of the key, or `key/*` with a condition on `kms:ResourceAliases`";
  const hasOtherCase = (resource: string) =>
    starts.some((start) => !resource.startsWith(start) && resource.toLowerCase().startsWith(start.toLowerCase()));
  if (written.some(hasOtherCase)) return "; the case of letters counts in ARNs";
  for (const resource of written) {
    const start = starts.find((one) => /\w[:/]$/.test(one) && resource.startsWith(withOtherSign(one)));
    if (start !== undefined) return `; write \`${start}${resource.slice(start.length)}\``;
  }
  return "";
}

/** What the ARN of a log group ends with where its name is written out. */
const LOG_GROUP = /^log-group:[^:*?]+$/;

/** An alias, also where it is written in place of the ID of a key: those of AWS begin with `aws/`. */
const NAMES_ALIAS = /^(?:alias\/|key\/(?:alias|aws)\/)/;

/** The last part of an ARN. */
function resourceOf(arn: string): string {
  return arnFields(arn)[5] ?? "";
}

/** `destination/` for `destination:`, and the reverse. */
function withOtherSign(start: string): string {
  return start.slice(0, -1) + (start.endsWith(":") ? "/" : ":");
}

/** The action that cannot work here: the one named, or the best known of a pattern. */
function mismatched(context: Context, parsed: ParsedStatement, { term }: PlacedAction): ActionInfo | undefined {
  if (term.info !== undefined) return canWork(term.info, parsed) || takesNoArn(term.info) ? undefined : term.info;
  if (term.kind !== "pattern") return undefined;
  const members = term.members().filter((member) => !takesNoArn(member));
  if (members.length === 0) return undefined;
  const works = members.some((member) => canWork(member, parsed));
  const best = bestKnown(term);
  if (parsed.denies) return works ? undefined : (best ?? members[0]);
  if (best !== undefined && !canWork(best, parsed) && !context.grants.gives(best)) return best;
  return works ? undefined : (best ?? members[0]);
}

function canWork(action: ActionInfo, parsed: ParsedStatement): boolean {
  return parsed.resources.some(({ term }) => worksOn(action, term));
}
