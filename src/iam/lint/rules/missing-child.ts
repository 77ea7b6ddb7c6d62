import { say, withBackticks, words } from "../../../text/message";
import { OF_AN_IDENTITY } from "../../document/policy-kinds";
import { defineRule } from "../define-rule";
import { GLUE_ARNS } from "../documentation";
import { allow, glue } from "../example-policies";
import {
  adviceAboutOthers,
  fixMissing,
  missingResources,
  namesOfMissing,
  placeOfMissing,
} from "../resources/missing-resources";
import { listOf, verb } from "../words";

/** Rule `missing-child`: missing child. */
export const missingChild = defineRule({
  code: "missing-child",
  title: "missing child",
  severity: "error",
  what: "glue:DeleteDatabase without all tables and all functions of the database.",
  why: "A delete needs permission on all child resources, so the call is denied.",
  bad: allow("glue:DeleteDatabase", [glue("catalog"), glue("database/sales"), glue("table/sales/*")]),
  good: allow("glue:DeleteDatabase", [
    glue("catalog"),
    glue("database/sales"),
    glue("table/sales/*"),
    glue("userDefinedFunction/sales/*"),
  ]),
  source: GLUE_ARNS,
  check: {
    comparesEntries: true,
    types: OF_AN_IDENTITY,
    statement(parsed, context) {
      const { children: missing = [] } = context.analyze(missingResources).get(parsed) ?? {};
      if (missing.length === 0) return undefined;
      const names = missing.map(({ action }) => action);
      const needed = namesOfMissing(missing);
      return {
        at: placeOfMissing(parsed, missing),
        message: say`${listOf(names)} ${words(verb(names, "needs", "need"))} ${listOf(needed)} as well: a delete needs permission on everything in the resource`,
        hint: `add ${withBackticks(listOf(needed))}${adviceAboutOthers(context)}`,
        about: [...new Set(needed)].join(),
        fix: fixMissing(parsed, missing),
      };
    },
  },
});
