import { say, withBackticks, words } from "../../../text/message";
import { OF_AN_IDENTITY } from "../../document/policy-kinds";
import { defineRule } from "../define-rule";
import { GLUE_ARNS } from "../documentation";
import { allow, glue, ORDERS } from "../example-policies";
import {
  adviceAboutOthers,
  fixMissing,
  missingResources,
  namesOfMissing,
  placeOfMissing,
} from "../resources/missing-resources";
import { listOf, verb } from "../words";

/** Rule `missing-ancestor`: missing ancestor. */
export const missingAncestor = defineRule({
  code: "missing-ancestor",
  title: "missing ancestor",
  severity: "error",
  what: "A table without its database or catalog, a connection without the catalog, a schema without its registry, a database of a federated catalog without that catalog. The rule looks at all Allow statements with the action, in all policies of the role or user where they are known, and compares name, Region and account. Deny is exempt, and conditions are not compared.",
  why: "AWS checks the permission on the resource and on all its ancestors, so each call is denied.",
  bad: allow("glue:GetTable", glue("table/sales/orders")),
  good: allow("glue:GetTable", ORDERS),
  source: GLUE_ARNS,
  check: {
    comparesEntries: true,
    types: OF_AN_IDENTITY,
    statement(parsed, context) {
      const { ancestors: missing = [] } = context.analyze(missingResources).get(parsed) ?? {};
      if (missing.length === 0) return undefined;
      const names = missing.map(({ action }) => action);
      const needed = namesOfMissing(missing);
      return {
        at: placeOfMissing(parsed, missing),
        message: say`${listOf(names)} ${words(verb(names, "needs", "need"))} ${listOf(needed)} as well: AWS also checks all ancestors of a resource`,
        hint: `add ${withBackticks(listOf(needed))} to the resources of ${verb(names, "the action", "these actions")}${adviceAboutOthers(context)}`,
        about: [...new Set(needed)].join(),
        fix: fixMissing(parsed, missing),
      };
    },
  },
});
