/** An argument that changes, with a label. */
import type { ValuePath } from "../../../json/json-value";
import type { ResourceChange } from "../../../terraform/plan/plan";
import { say, words } from "../../../text/message";
import { differs, pairAt, showPair } from "../../field";
import type { RuleMatch } from "../../rule";

/** The label with the values before and after: `retries 0 → 2`; nothing if the argument stays the same. */
export function matchChangedArgument(change: ResourceChange, path: ValuePath, label: string): readonly RuleMatch[] {
  const pair = pairAt(change, path);
  return differs(pair) ? [{ message: say`${words(label)} ${showPair(pair)}` }] : [];
}
