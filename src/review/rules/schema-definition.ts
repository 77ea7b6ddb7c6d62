import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { say, words } from "../../text/message";
import { differs, pairAt, showPair } from "../field";
import { defineRule } from "../rule";

/** Reports the changed definition or data format of a schema in the registry. */
export const schemaDefinition = defineRule({
  code: "schema-definition",
  section: "contract",
  level: "attention",
  title: "schema definition changed",
  what: "A changed definition or data format of a schema in the registry.",
  why: "Glue registers a new version, if the compatibility mode allows it.",
  bad: "`schema_definition` gets one more field.",
  good: "`description` of the schema changes.",
  source: "https://docs.aws.amazon.com/glue/latest/dg/schema-registry.html",
  looksAt: "resource",
  types: ["aws_glue_schema"],
  check(change) {
    if (!isUpdateOrReplacement(change)) return [];
    const format = pairAt(change, ["data_format"]);
    return [
      ...(differs(pairAt(change, ["schema_definition"])) ? [{ message: words("another definition") }] : []),
      ...(differs(format) ? [{ message: say`data format ${showPair(format)}` }] : []),
    ];
  },
});
