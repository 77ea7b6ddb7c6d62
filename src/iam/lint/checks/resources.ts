/** ARNs that match nothing, and actions on resources on which they cannot work. */

import { hasToken } from "../../../text/tokens";
import { checkArn } from "../../arn/arn-check";
import type { ActionInfo } from "../../data/authorization";
import { isLogGroupArn } from "../../document/pattern-tokens";
import type { Located } from "../../document/policy";
import type { PlacedAction } from "../action-term";
import type { Context } from "../context";
import { moveFix } from "../fix/moves";
import { isAdmin, type ParsedStatement } from "../parsed-statement";
import { allowsStar, type ResourceTerm, resourceTerm, worksOn } from "../resource-term";
import { bestKnown } from "../well-known";
import { listOf, verb } from "../words";

/** Reports what is wrong with ARNs, alone and together with the actions. */
export function checkResources(context: Context): void {
  for (const parsed of context.parsedStatements) {
    checkForms(context, parsed);
    checkSecrets(context, parsed);
    if (!parsed.allows || !parsed.named || isAdmin(parsed) || context.type === "trust") continue;
    checkTypes(context, parsed);
    if (context.type === "identity") checkOnlyWildcard(context, parsed);
  }
}

function checkForms(context: Context, parsed: ParsedStatement): void {
  const { statement } = parsed;
  for (const { at, term } of parsed.resources) reportForm(context, parsed, at, term);
  for (const at of statement.notResources ?? []) reportForm(context, parsed, at, resourceTerm(at.value));
  for (const condition of statement.conditions) {
    if (!/^Arn/.test(condition.operator)) continue;
    for (const { value, ...place } of condition.values) {
      if (typeof value !== "string" || !value.startsWith("arn:")) continue;
      const [problem] = checkArn(value);
      if (problem === undefined) continue;
      const { message, hint } = problem;
      context.report(
        "malformed-arn",
        place,
        { message: `${condition.key}: ${message}`, hint, about: value },
        statement,
      );
    }
  }
}

function reportForm(context: Context, parsed: ParsedStatement, at: Located<string>, term: ResourceTerm): void {
  if (term.problems.length === 0) return;
  const [problem] = term.problems;
  const { text, written } = term;
  const widens = (text.match(/\*/g)?.length ?? 0) > (written.match(/\*/g)?.length ?? 0);
  const fix = text === written || widens ? {} : { fix: { kind: "resource", from: written, to: text } as const };
  const message = term.problems.map((one) => one.message).join("; ");
  context.report("malformed-arn", at, { message, hint: problem?.hint, about: written, ...fix }, parsed.statement);
}

/** Secrets Manager adds a hyphen and six characters to a name: AWS Secrets Manager, "Determine who has permissions". */
function checkSecrets(context: Context, parsed: ParsedStatement): void {
  for (const { at, term } of parsed.resources) {
    const name = /^arn:[^:]+:secretsmanager:[^:]*:[^:]*:secret:(.+)$/s.exec(term.text)?.[1];
    if (name === undefined || /[*?]/.test(name) || hasToken(name) || /-[A-Za-z0-9]{6}$/.test(name)) continue;
    const to = `${term.text}-??????`;
    context.report(
      "secret-suffix",
      at,
      {
        message: `the ARN of the secret \`${name}\` ends in a hyphen and six more characters, so this matches nothing`,
        hint: `write \`${to}\``,
        fix: { kind: "resource", from: term.written, to },
        about: term.text,
      },
      parsed.statement,
    );
  }
}

/** `resource-type-mismatch`: no resource of the statement is one that the action works on. */
function checkTypes(context: Context, parsed: ParsedStatement): void {
  if (parsed.everywhere || parsed.unresolved) return;
  const wrong = parsed.actions.flatMap((placed) => {
    const action = mismatched(context, parsed, placed);
    return action === undefined ? [] : [{ placed, action }];
  });
  const [first] = wrong;
  if (first === undefined) return;
  const names = wrong.map(({ placed }) => placed.at.value);
  const kinds = first.action.accepts.filter((name) => !/accesspoint/.test(name));
  const meant = wrong.map(({ placed, action }) =>
    placed.term.kind === "pattern" && action.id !== placed.at.value ? `\`${placed.at.value}\` (\`${action.id}\`)` : "",
  );
  const by = meant.find((text) => text !== "");
  const fix = moveFix(
    wrong.map(({ placed, action }) => ({ action, written: placed.at.value })),
    parsed.resources.map(({ term }) => term.text),
  );
  const resources = parsed.resources.map(({ term }) => term.text);
  context.report(
    "resource-type-mismatch",
    first.placed.at,
    {
      message: `${listOf(names)} ${verb(names, "works", "work")} on none of the resources here: ${listOf(resources, 3)}`,
      hint: `${by === undefined ? `\`${first.action.id}\`` : by} needs ${kindsOf(kinds)}${likely(first.action, parsed)}`,
      about: names.join(),
      ...(fix === undefined ? {} : { fix }),
    },
    parsed.statement,
  );
}

function kindsOf(kinds: readonly string[]): string {
  return `an ARN of type ${listOf(kinds, 4).replace(/ and /, " or ")}`;
}

/** Where only the case of letters is wrong, or the streams of a log group are not named, says so. */
function likely(action: ActionInfo, parsed: ParsedStatement): string {
  const group = parsed.resources.find(({ term }) => isLogGroupArn(term.text));
  if (group !== undefined && action.accepts.includes("log-stream")) return `: write \`${group.term.text}:*\``;
  const lower = parsed.resources.find(({ term }) =>
    action.accepts.some((name) => new RegExp(`:${name}[/:]`, "i").test(term.text)),
  );
  return lower === undefined ? "" : "; the case of letters counts in ARNs";
}

/** The action that cannot work here: the one named, or the best known of a pattern. */
function mismatched(context: Context, parsed: ParsedStatement, { term }: PlacedAction): ActionInfo | undefined {
  if (term.info !== undefined) return canWork(term.info, parsed) || isOnly(term.info) ? undefined : term.info;
  if (term.kind !== "pattern") return undefined;
  const members = term.members().filter((member) => !isOnly(member));
  if (members.length === 0) return undefined;
  const best = bestKnown(term);
  if (best !== undefined && !canWork(best, parsed) && !context.grants.gives(best)) return best;
  return members.some((member) => canWork(member, parsed)) ? undefined : (best ?? members[0]);
}

function canWork(action: ActionInfo, parsed: ParsedStatement): boolean {
  return parsed.resources.some(({ term }) => worksOn(action, term));
}

function isOnly({ onlyWildcard }: ActionInfo): boolean {
  return onlyWildcard !== false;
}

/** `action-takes-only-wildcard`: actions without ARNs, and no `*` for them in the policy. */
function checkOnlyWildcard(context: Context, parsed: ParsedStatement): void {
  if (parsed.unresolved || parsed.resources.some(({ term }) => term.star)) return;
  const all = parsed.actions.filter(({ term }) => takesOnlyStar(context, term));
  if (all.length === 0) return;
  for (const severity of ["error", "warning"] as const) {
    const placed = all.filter(({ term }) => (isMild(term) ? "warning" : "error") === severity);
    const [first] = placed;
    if (first === undefined) continue;
    const names = placed.map(({ at }) => at.value);
    const none = severity === "error" ? "so this grants nothing" : "though AWS's own policies name some";
    context.report(
      "action-takes-only-wildcard",
      first.at,
      {
        message: `${listOf(names)} ${verb(names, "takes", "take")} no ARN, only \`*\`, ${none}`,
        hint: `give ${verb(names, "it", "them")} a statement with \`"Resource": "*"\``,
        severity,
        about: names.join(),
        ...(parsed.statement.conditions.length > 0 ? {} : { fix: starFix(names) }),
      },
      parsed.statement,
    );
  }
}

function takesOnlyStar(context: Context, term: PlacedAction["term"]): boolean {
  const members = term.members();
  if (members.length === 0 || !members.every(isOnly)) return false;
  return !members.every((member) => {
    const { terms, whole } = context.grants.resourcesOf(member.id.toLowerCase());
    return whole || terms.some((term) => allowsStar(member, term));
  });
}

function isMild(term: PlacedAction["term"]): boolean {
  return term.members().every(({ onlyWildcard }) => onlyWildcard === "warning");
}

function starFix(names: readonly string[]) {
  const moves = names.map((name) => ({ action: name, to: name, resources: [{ text: "*" }] }));
  return { kind: "move", moves } as const;
}
