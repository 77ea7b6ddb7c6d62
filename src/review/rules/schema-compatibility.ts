import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import { differs, pairAt, showPair, stringIn } from "../field";
import { defineRule } from "../rule";

/** Reports the changed compatibility mode of a schema in the registry. */
export const schemaCompatibility = defineRule({
  code: "schema-compatibility",
  section: "contract",
  level: "attention",
  title: "schema compatibility changed",
  what: "The compatibility mode of a schema in the registry. NONE and DISABLED are dangerous.",
  why: "It decides which new versions producers may register.",
  bad: "`compatibility` BACKWARD → NONE",
  good: "`description` of the schema changes.",
  source: "https://docs.aws.amazon.com/glue/latest/dg/schema-registry.html",
  looksAt: "resource",
  types: ["aws_glue_schema"],
  check(change) {
    const pair = pairAt(change, ["compatibility"]);
    if (!isUpdateOrReplacement(change) || !differs(pair)) return [];
    const isUnchecked = ["NONE", "DISABLED"].includes(stringIn(pair.after) ?? "");
    return [{ message: showPair(pair), ...(isUnchecked && { level: "danger" }) }];
  },
});
