import { say, words } from "../../../text/message";
import { OF_AN_IDENTITY } from "../../document/policy-kinds";
import { defineRule } from "../define-rule";
import { GLUE_ARNS } from "../documentation";
import { allow, glue, ORDERS } from "../example-policies";
import { adviceAboutOthers, missingResources, placeOfMissing } from "../resources/missing-resources";
import { listOf, verb } from "../words";

/** Rule `no-resource-of-type`: no resource of a needed type. */
export const noResourceOfType = defineRule({
  code: "no-resource-of-type",
  title: "no resource of a needed type",
  severity: "error",
  what: "Actions of Glue and DataBrew, and the launch of instances of Amazon EC2, that need resources of several types, if one of these types is missing in all statements with the action. For the table of GetTables and SearchTables it is a warning.",
  why: "The call is denied; GetTables without a table returns an empty list.",
  bad: allow("glue:GetTable", [glue("catalog"), glue("database/sales")]),
  good: allow("glue:GetTable", ORDERS),
  source: GLUE_ARNS,
  check: {
    comparesEntries: true,
    types: OF_AN_IDENTITY,
    statement(parsed, context) {
      const { own: missing = [] } = context.analyze(missingResources).get(parsed) ?? {};
      if (missing.length === 0) return undefined;
      const names = missing.map(({ action }) => action);
      const types = missing.map(({ type }) => type);
      const onlyEmptiesLists = missing.every(({ returnsEmpty }) => returnsEmpty === true);
      const needs = say`${listOf(names)} ${words(verb(names, "needs", "need"))} a resource of type ${listOf(types)}`;
      const effect = onlyEmptiesLists ? "so their lists stay empty" : "so AWS denies access";
      return {
        at: placeOfMissing(parsed, missing),
        message: say`${needs}, and no statement with ${words(verb(names, "it", "them"))} has one, ${words(effect)}`,
        hint: `add the ARN of the ${[...new Set(types)].join(", the ")}${adviceAboutOthers(context)}`,
        about: `${[...new Set(names)].join()} ${[...new Set(types)].join()}`,
        severity: onlyEmptiesLists ? "warning" : undefined,
      };
    },
  },
});
