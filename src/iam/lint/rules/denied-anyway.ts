import { say, words } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import { arnCovers } from "../../arn/arn-match";
import type { Principal } from "../../document/policy";
import type { Context } from "../context";
import { defineRule } from "../define-rule";
import { JOB, policyOf } from "../example-policies";
import type { PlacedAction } from "../parsed/action-term";
import type { ParsedStatement } from "../parsed/parsed-statement";
import type { ResourceTerm } from "../parsed/resource-term";
import { isEverybody } from "../principals/who-comes-in";
import { listOf, verb } from "../words";

const READ = { Effect: "Allow", Action: "glue:GetJob", Resource: JOB };

/** Rule `denied-anyway`: allowed and denied. */
export const deniedAnyway = defineRule({
  code: "denied-anyway",
  title: "allowed and denied",
  severity: "warning",
  what: "Actions that a statement names and allows, and that another statement of the policy denies on all of the same resources, to the same principals and without a condition. An action that only a wildcard names is not reported.",
  why: "A Deny overrides every Allow, so the action is not allowed.",
  bad: { policy: policyOf(READ, { Effect: "Deny", Action: "glue:*", Resource: "*" }) },
  good: { policy: policyOf(READ, { Effect: "Deny", Action: "glue:DeleteJob", Resource: "*" }) },
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html",
  check: {
    comparesEntries: true,
    types: ["identity", "permission-set", "session", "boundary", "trust", "resource", "vpc-endpoint"],
    statement(parsed, context) {
      if (!parsed.allows || parsed.statement.notResources !== undefined) return undefined;
      const denies = deniesOf(context).filter(
        (deny) => coversPrincipals(deny, parsed) && coversResources(deny, parsed),
      );
      if (denies.length === 0) return undefined;
      const dead = parsed.actions.filter((placed) =>
        denies.some((deny) => deny.actions.some(({ term }) => isDenied(term, placed))),
      );
      const [first] = dead;
      if (first === undefined) return undefined;
      const names = dead.map(({ at }) => at.value);
      const isAll = dead.length === parsed.actions.length;
      return {
        at: first.at,
        message: say`${listOf(names)} ${words(verb(names, "is", "are"))} denied by another statement of the policy on the same resources${words(isAll ? ", so this allows nothing" : "")}`,
        hint: "take it out here, or narrow the Deny",
        about: names.join(),
      };
    },
  },
});

/** The statements that deny whatever the request is like. */
function deniesOf({ parsedStatements }: Context): readonly ParsedStatement[] {
  return parsedStatements.filter(
    ({ denies, statement }) => denies && statement.isConditional !== true && statement.conditions.length === 0,
  );
}

function isDenied(deny: PlacedAction["term"], { term }: PlacedAction): boolean {
  if (deny.kind === "open" || term.kind === "open") return false;
  if (term.kind === "exact") return deny.allows(term.id);
  return term.kind === "all" ? deny.kind === "all" : deny.kind === "all" || deny.id === term.id;
}

function coversPrincipals(
  { statement: deny }: ParsedStatement,
  { statement: { principals, notPrincipals } }: ParsedStatement,
): boolean {
  if (deny.notPrincipals !== undefined || notPrincipals !== undefined) return false;
  if (deny.principals === undefined) return principals === undefined;
  if (deny.principals.some(isEverybody)) return true;
  const denied = deny.principals.flatMap(namesOf);
  return principals !== undefined && principals.flatMap(namesOf).every((name) => denied.includes(name));
}

function namesOf({ kind, values }: Principal): readonly string[] {
  return values.map(({ value }) => `${kind} ${value}`);
}

/** A trust policy has no resources. */
function coversResources(deny: ParsedStatement, { resources }: ParsedStatement): boolean {
  if (deny.statement.notResources !== undefined || deny.unresolved) return false;
  if (deny.resources.length === 0) return resources.length === 0;
  return resources.every(({ term }) => deny.resources.some(({ term: other }) => coversResource(other, term)));
}

function coversResource(deny: ResourceTerm, allow: ResourceTerm): boolean {
  if (deny.matchesEverything) return true;
  if (hasToken(deny.text) || hasToken(allow.text)) return deny.text === allow.text && !allow.text.includes("${...}");
  return arnCovers(deny.pattern, allow.pattern);
}
