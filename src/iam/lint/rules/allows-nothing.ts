import { say, words } from "../../../text/message";
import { policyKind } from "../../document/policy-kinds";
import { defineRule } from "../define-rule";
import { policyOf } from "../example-policies";
import type { ParsedStatement } from "../parsed/parsed-statement";
import { isEverybody } from "../principals/who-comes-in";

const DENY = { Effect: "Deny", Action: "iam:*", Resource: "*" };

/** Rule `allows-nothing`: it limits to nothing. */
export const allowsNothing = defineRule({
  code: "allows-nothing",
  title: "it limits to nothing",
  severity: "error",
  what: "A permissions boundary, a session policy, a trust policy or the policy of a VPC endpoint that has only Deny statements. One that denies every action on everything is meant so and exempt. A trust policy that denies everybody under conditions is a warning, as such statements are added to those of roles.",
  why: "What such a policy does not allow is denied, so that nothing is left of what other policies allow.",
  bad: { policy: policyOf(DENY), type: "boundary" },
  good: { policy: policyOf({ Effect: "Allow", Action: "*", Resource: "*" }, DENY), type: "boundary" },
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
  check: {
    types: ["boundary", "session", "trust", "vpc-endpoint"],
    ofOmissions: true,
    statement(parsed, { parsedStatements, type }) {
      if (parsed !== parsedStatements[0] || !parsedStatements.every(({ denies }) => denies)) return undefined;
      const isMeant = parsedStatements.some(
        ({ everywhere, actions, statement }) =>
          (everywhere || type === "trust") &&
          statement.conditions.length === 0 &&
          actions.some(({ term }) => term.kind === "all" || (type === "trust" && term.allows("sts:assumerole"))),
      );
      if (isMeant) return undefined;
      // The Landing Zone Accelerator on AWS adds the statements of such files to the trust policies of an account.
      const isPart = type === "trust" && parsedStatements.every(deniesEverybody);
      return {
        at: parsed.statement,
        message: say`${words(policyKind(type).name)} without an ${"Allow"} lets ${words(type === "trust" ? "nobody" : "nothing")} through: it denies all that it does not allow`,
        hint:
          type === "trust"
            ? "add a statement that allows somebody to take the role"
            : "add a statement that allows what is not denied, such as `*` on `*`",
        ...(isPart ? ({ severity: "warning" } as const) : {}),
      };
    },
  },
});

/** Whether a statement denies everybody under conditions. */
function deniesEverybody({ statement: { conditions, principals = [] } }: ParsedStatement): boolean {
  return conditions.length > 0 && principals.some(isEverybody);
}
