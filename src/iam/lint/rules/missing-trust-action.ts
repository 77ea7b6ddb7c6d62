import { say, withBackticks } from "../../../text/message";
import { defineRule } from "../define-rule";
import { trust } from "../example-policies";
import type { ParsedStatement } from "../parsed-statement";
import { listOf } from "../words";

const ANYWHERE = { Principal: { Service: "rolesanywhere.amazonaws.com" } };

/** Rule `missing-trust-action`: the service cannot take the role. */
export const missingTrustAction = defineRule({
  code: "missing-trust-action",
  title: "the service cannot take the role",
  severity: "error",
  what: "A trust policy for `rolesanywhere.amazonaws.com` without `sts:SetSourceIdentity` or `sts:TagSession`, and as a warning one for `pods.eks.amazonaws.com` without `sts:TagSession`.",
  why: "IAM Roles Anywhere and EKS Pod Identity set tags on the session and fail where they may not. EKS Pod Identity does without only where the association has `disableSessionTags`.",
  bad: trust(ANYWHERE),
  good: trust({ ...ANYWHERE, Action: ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"] }),
  source: "https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html",
  check: {
    types: ["trust"],
    ofOmissions: true,
    statement(parsed, { parsedStatements }) {
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

interface TrustActionNeed {
  readonly actions: readonly string[];
  readonly severity: "error" | "warning";
  /** What makes it right without them. */
  readonly unless: string;
}

const NEEDS: ReadonlyMap<string, TrustActionNeed> = new Map([
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
