import type { OutputChange } from "../../terraform/plan/plan";
import { join, words } from "../../text/message";
import { fieldAt } from "../field";
import { defineRule } from "../rule";
import { typeDifferences } from "./resources/type-differences";

/** The most differences that a message names. */
const MAX_NAMED = 3;

/** Reports an output of the root module whose type changes, or that becomes null. */
export const outputType = defineRule({
  code: "output-type",
  section: "contract",
  level: "attention",
  title: "output type changed",
  what: "An output whose type changes, such as from a string to a list, also inside of it: an attribute that is removed, or an element of another type. Also an output that becomes null.",
  why: "Configurations that read it through the remote state fail.",
  bad: '`output "buckets"` changes from a string to a list of strings.',
  good: '`output "bucket"` gets another string.',
  source: "https://developer.hashicorp.com/terraform/language/state/remote-state-data",
  looksAt: "output",
  check(output) {
    const { before, after } = output;
    const found = mayDiffer(output) ? typeDifferences(before.value, after) : [];
    if (found.length === 0) return [];
    const isSecret = fieldAt(before, []).secret || fieldAt(after, []).secret;
    if (isSecret) return [{ message: words("its type changes, and it is sensitive") }];
    const more = found.length > MAX_NAMED ? ` and ${found.length - MAX_NAMED} more` : "";
    return [{ message: [...join(found.slice(0, MAX_NAMED), ", "), ...words(more)] }];
  },
});

/** A value that was null, or that is known only after apply, has no type to compare. */
function mayDiffer({ action, before, after }: OutputChange): boolean {
  return action === "update" && after.unknown !== true && before.value !== undefined && before.value !== null;
}
