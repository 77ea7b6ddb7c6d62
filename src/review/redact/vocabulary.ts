/** The words that a plan shows openly: names, types and addresses. A secret that equals one of them there is not hidden. */
import { withoutKeys } from "../../terraform/address";
import type { Plan } from "../../terraform/plan/plan";
import type { Range } from "./ranges";

/** Words, and whole addresses. */
export type Vocabulary = ReadonlySet<string>;

/** Keys of instances are not among them: they are values. */
export function vocabularyOf(plans: readonly Plan[], words: Iterable<string>): Vocabulary {
  const known = new Set<string>(["sensitive", ...words]);
  for (const plan of plans) {
    for (const { address, type, name } of plan.resources) addAddress(address, known).add(type).add(name);
    for (const { address, type, name } of plan.drift) addAddress(address, known).add(type).add(name);
    for (const { change } of plan.deferred) addAddress(change.address, known).add(change.type).add(change.name);
    for (const { address, type } of plan.prior.values()) addAddress(address, known).add(type);
    for (const { address, type } of plan.configuration.resources) addAddress(address, known).add(type);
    for (const { address } of plan.configuration.calls) addAddress(address, known);
    for (const { address, type } of plan.actions) addAddress(address, known).add(type);
    for (const { name } of plan.outputs) known.add(name);
    for (const name of plan.variables.keys()) known.add(name);
    for (const { name } of plan.providers) known.add(name);
  }
  return known;
}

/** `module.job["a"].aws_glue_job.this` gives `module.job.aws_glue_job.this` and its words. */
function addAddress(address: string, known: Set<string>): Set<string> {
  const open = withoutKeys(address);
  if (known.has(open)) return known;
  known.add(open);
  for (const word of open.split(".")) known.add(word);
  return known;
}

/** No word or address is longer; a longer run of such signs is not followed. */
const LONGEST = 400;

/** Whether a place in a text is part of a word, or an address, of the plan. */
export function isKnownWord(text: string, range: Range, known: Vocabulary): boolean {
  if (range.end - range.start > LONGEST) return false;
  return [/[\w-]/, /[\w.-]/].some((sign) => known.has(runAround(text, range, sign)));
}

function runAround(text: string, { start, end }: Range, sign: RegExp): string {
  let first = start;
  let last = end;
  while (first > 0 && start - first < LONGEST && sign.test(text[first - 1] as string)) first--;
  while (last < text.length && last - end < LONGEST && sign.test(text[last] as string)) last++;
  return text.slice(first, last).replace(/\.+$/, "");
}
