import { say, withBackticks } from "../../../text/message";
import { needsKey } from "../../document/condition-operator";
import { defineRule } from "../define-rule";
import { trust } from "../example-policies";
import type { ParsedStatement } from "../parsed/parsed-statement";
import type { Report } from "../report";
import { listOf } from "../words";

const ANYWHERE = { Principal: { Service: "rolesanywhere.amazonaws.com" } };

/** Rule `missing-trust-action`: the service cannot take the role. */
export const missingTrustAction = defineRule({
  code: "missing-trust-action",
  title: "the role cannot be taken",
  severity: "error",
  what: "A trust policy for `rolesanywhere.amazonaws.com` without `sts:SetSourceIdentity` or `sts:TagSession`, a trust policy in which no action takes the role, one with a condition on session tags or on a source identity that no statement allows to set, and as a warning one for `pods.eks.amazonaws.com` without `sts:TagSession`.",
  why: "IAM Roles Anywhere and EKS Pod Identity set tags on the session and fail where they may not. EKS Pod Identity does without only where the association has `disableSessionTags`.",
  bad: trust(ANYWHERE),
  good: trust({ ...ANYWHERE, Action: ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"] }),
  source: "https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html",
  check: {
    types: ["trust"],
    ofOmissions: true,
    statement(parsed, context) {
      const { parsedStatements } = context;
      const nobody = reportOfNobody(parsed, parsedStatements);
      if (nobody !== undefined) return nobody;
      const unset = reportOfUnset(parsed, parsedStatements);
      if (unset !== undefined) return unset;
      const service = servicesOf(parsed).find((name) => NEEDS.has(name));
      const need = NEEDS.get(service ?? "");
      if (service === undefined || need === undefined || !gives(parsed, "sts:assumerole")) return undefined;
      const others = parsedStatements.filter((one) => servicesOf(one).includes(service));
      const missing = need.actions.filter((name) => !others.some((one) => gives(one, name.toLowerCase())));
      if (missing.length === 0) return undefined;
      const first = parsed.actions.find(({ term }) => term.allows("sts:assumerole"));
      return {
        at: first?.at ?? parsed.statement,
        message: say`${service} also needs ${listOf(missing)} to take the role`,
        hint: `add ${withBackticks(listOf(missing))}${need.unless}`,
        severity: need.severity,
        about: `${service} ${missing.join()}`,
      };
    },
  },
});

/** AWS STS API: the actions that take a role. The others of a trust policy only go with them. */
const TAKE = ["sts:assumerole", "sts:assumerolewithsaml", "sts:assumerolewithwebidentity"];

function reportOfNobody(parsed: ParsedStatement, all: readonly ParsedStatement[]): Report | undefined {
  const allowed = all.filter(({ allows, statement }) => allows && statement.issues.length === 0);
  if (allowed[0] !== parsed || allowed.some(({ statement }) => statement.notActions !== undefined)) return undefined;
  const actions = allowed.flatMap((one) => one.actions);
  const areKnown = actions.every(
    ({ term }) => term.service === "sts" && (term.kind === "pattern" || term.info !== undefined),
  );
  const [first] = parsed.actions;
  if (first === undefined || !areKnown || TAKE.some((id) => allowed.some((one) => gives(one, id)))) return undefined;
  return {
    at: first.at,
    message: say`no statement allows an action that takes the role, so nobody can take it`,
    hint: "add `sts:AssumeRole`, or `sts:AssumeRoleWithSAML` or `sts:AssumeRoleWithWebIdentity` for an identity provider",
    about: "nobody",
  };
}

/**
 * What a request may only bring along where the trust policy allows it. IAM User Guide, "Pass session tags in AWS STS": "sts:TagSession
 * action must be allowed"; "Monitor and control actions taken with assumed roles": so must sts:SetSourceIdentity.
 */
const BROUGHT: readonly (readonly [key: RegExp, action: string])[] = [
  [/^(?:aws:RequestTag\/.+|aws:TagKeys|sts:TransitiveTagKeys)$/i, "sts:TagSession"],
  [/^sts:SourceIdentity$/i, "sts:SetSourceIdentity"],
];

/** A condition that wants of a request what no statement allows it to have. */
function reportOfUnset(
  { allows, statement, actions }: ParsedStatement,
  all: readonly ParsedStatement[],
): Report | undefined {
  if (!allows || !actions.some(({ term }) => TAKE.includes(term.id))) return undefined;
  if (actions.some(({ term }) => term.kind === "open") || statement.notActions !== undefined) return undefined;
  for (const condition of statement.conditions) {
    const action = needsKey(condition) ? BROUGHT.find(([key]) => key.test(condition.key))?.[1] : undefined;
    if (action === undefined || all.some((one) => one.allows && mayGive(one, action.toLowerCase()))) continue;
    return {
      at: condition,
      message: say`a request has ${condition.key} only where the trust policy allows ${action}, which it does not: nobody can take the role by this statement`,
      hint: `add \`${action}\` to the actions`,
      about: condition.key,
    };
  }
  return undefined;
}

function mayGive(parsed: ParsedStatement, id: string): boolean {
  return parsed.statement.notActions !== undefined || gives(parsed, id);
}

interface TrustNeed {
  readonly actions: readonly string[];
  readonly severity: "error" | "warning";
  /** What makes it right without them. */
  readonly unless: string;
}

const NEEDS: ReadonlyMap<string, TrustNeed> = new Map([
  [
    "pods.eks.amazonaws.com",
    {
      actions: ["sts:TagSession"],
      severity: "warning",
      unless: "; an association with `disableSessionTags` does without",
    },
  ],
  [
    "rolesanywhere.amazonaws.com",
    { actions: ["sts:TagSession", "sts:SetSourceIdentity"], severity: "error", unless: "" },
  ],
]);

function servicesOf({ allows, statement }: ParsedStatement): readonly string[] {
  const services = allows ? (statement.principals ?? []).filter(({ kind }) => kind === "Service") : [];
  return services.flatMap(({ values }) => values.map(({ value }) => value));
}

/** Whether a statement allows an action, or one of which nothing is known. */
function gives({ actions }: ParsedStatement, id: string): boolean {
  return actions.some(({ term }) => term.kind === "open" || term.allows(id));
}
