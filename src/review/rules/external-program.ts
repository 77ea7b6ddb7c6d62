import { isList } from "../../json/json-value";
import { listValues, say, words } from "../../text/message";
import { fieldAt } from "../field";
import { defineRule } from "../rule";

/** Reports programs that a data source runs when the plan is applied. */
export const externalProgram = defineRule({
  code: "external-program",
  section: "code",
  level: "attention",
  title: "a program runs",
  what: "An `external` data source that is read during apply. One that was read while the plan was made has run already, and is not a change of the plan.",
  why: "The program runs with the credentials of who applies the plan, and the plan does not show what it does.",
  bad: "`data.external.version` is read during apply.",
  good: "`data.aws_caller_identity.this` is read during apply.",
  source: "https://registry.terraform.io/providers/hashicorp/external/latest/docs/data-sources/external",
  looksAt: "state",
  check(change) {
    if (change.mode !== "data" || change.type !== "external" || change.action !== "read") return [];
    const program = fieldAt(change.after, ["program"]);
    if (program.secret || !isList(program.value))
      return [{ message: words("runs a program on the machine that applies the plan") }];
    const shown = listValues(program.value.map(String), 6);
    return [{ message: say`runs ${shown} ${words("on the machine that applies the plan")}` }];
  },
});
