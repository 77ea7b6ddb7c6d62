import { say, words } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import { defineRule } from "../define-rule";
import { POLICY_ELEMENTS } from "../documentation";
import { allow, JOB } from "../example-policies";
import { actionTerm, type PlacedAction } from "../parsed/action-term";
import { listOf, verb } from "../words";

/** Rule `wildcard-in-service`: wildcard in the name of a service. */
export const wildcardInService = defineRule({
  code: "wildcard-in-service",
  title: "wildcard in the name of a service",
  severity: "error",
  what: "Actions with `*` or `?` in front of the colon, such as `s*:Get*`, also in NotAction. `*` alone is fine.",
  why: "AWS rejects the policy: the prefix of a service has no wildcards.",
  bad: allow("gl?e:GetJob", JOB),
  good: allow("glue:GetJob", JOB),
  source: `${POLICY_ELEMENTS}_action.html`,
  accessAnalyzer: "INVALID_SERVICE_IN_ACTION",
  check: {
    statement({ actions, statement }) {
      const excepted = (statement.notActions ?? []).map((at) => ({ at, term: actionTerm(at.value) }));
      const wrong = [...actions, ...excepted].filter(isWrong);
      const [first] = wrong;
      if (first === undefined) return undefined;
      const names = wrong.map(({ at }) => at.value);
      return {
        at: first.at,
        message: say`${listOf(names)} ${words(verb(names, "has", "have"))} a wildcard in the name of the service, which AWS does not accept`,
        hint: "write one action for each service that is meant",
        about: names.join(),
      };
    },
  },
});

/** `*`, and `*:*`, which AWS takes for the same, name no service. */
function isWrong({ term }: PlacedAction): boolean {
  return term.kind !== "all" && /[*?]/.test(term.service) && !hasToken(term.service);
}
