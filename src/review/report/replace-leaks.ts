/** The last scan: a finished text is searched for the plan's secrets, whatever was hidden before. */

import { checkArgument } from "../../text/check-argument";
import type { Message } from "../../text/message";
import { replaceRanges } from "../redact/ranges";
import type { Leak, Redactor } from "../redact/redactor";
import type { Review } from "./report";
import { KNOWN_LATER, type ValueChange } from "./value-changes";

export interface Guarded {
  readonly text: string;
  /** How many secrets were still in it. More than none is a fault of ours: they are replaced. */
  readonly leaks: number;
}

/**
 * Renders the review and scans the text for secrets. A fixed word of the report, or of a file's name, that equals a secret is not a
 * leak, because it does not come from a value of the plan.
 */
export function replaceLeaks(
  review: Review,
  render: (review: Review) => string,
  redactor: Pick<Redactor, "scan">,
): Guarded {
  checkArgument(review, "object", "replaceLeaks(review)", {
    lists: ["plans", "rows", "suppressed", "notices", "changes", "outputs", "drift"],
  });
  checkArgument(render, "function", "replaceLeaks(render)");
  checkArgument(redactor, "object", "replaceLeaks(redactor)");
  const text = render(review);
  const found = redactor.scan(text);
  if (found.length === 0) return { text, leaks: 0 };
  const files = review.plans.map(({ source }) => source).join("\n");
  const ours = new Set([
    ...render(withoutValues(review)).split(/[^\w-]+/),
    ...redactor.scan(files).map((leak) => wordAround(files, leak)),
  ]);
  const leaks = found.filter((leak) => leak.kind === "shape" || !ours.has(wordAround(text, leak)));
  return { text: replaceRanges(text, leaks), leaks: leaks.length };
}

function wordAround(text: string, { start, end }: Leak): string {
  let [first, last] = [start, end];
  while (first > 0 && /[\w-]/.test(text[first - 1] as string)) first--;
  while (last < text.length && /[\w-]/.test(text[last] as string)) last++;
  return text.slice(first, last);
}

/** The same review in our words alone, and the names of the files. */
function withoutValues(review: Review): Review {
  const blank = (text: Message): Message => text.map((part) => (typeof part === "string" ? part : { value: "" }));
  // Some addresses stay different, so that the words that count them are in the text, too.
  const barePlace = <T extends { readonly address: string }>(place: T, index: number): T => ({
    ...place,
    address: " ".repeat(index % 8),
  });
  const bare = <T extends Review["rows"][number]>(row: T): T => ({
    ...row,
    message: blank(row.message),
    details: row.details.map(blank),
    places: row.places.map(barePlace),
    origins: [],
    ...(row.levelReason !== undefined && { levelReason: "" }),
  });
  const bareValues = ({ forces }: ValueChange): ValueChange => ({ path: "", after: KNOWN_LATER, lines: [], forces });
  const bareChange = <T extends Review["changes"][number]>(row: T): T => ({
    ...row,
    kind: "",
    attributes: [],
    values: row.values.map(bareValues),
    places: row.places.map(barePlace),
  });
  return {
    plans: review.plans.map((plan) => ({
      ...plan,
      where: { ...plan.where, accounts: [], regions: [] },
      terraformVersion: "",
    })),
    rows: review.rows.map(bare),
    suppressed: review.suppressed.map((row) => ({ ...bare(row), reason: "" })),
    notices: review.notices.map(blank),
    changes: review.changes.map(bareChange),
    outputs: review.outputs.map((row) => ({ ...row, name: "", values: row.values.map(bareValues) })),
    drift: review.drift.map(bareChange),
  };
}
