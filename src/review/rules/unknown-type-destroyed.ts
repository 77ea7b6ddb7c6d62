import { defineRule } from "../rule";
import { isDestroyed, judgeLoss, lossOf, matchDestruction } from "./resources/destruction";

/** Reports a destroyed or replaced resource of which the review does not know what it holds. */
export const unknownTypeDestroyed = defineRule({
  code: "unknown-type-destroyed",
  section: "data-loss",
  level: "attention",
  title: "destroyed, and what it holds is not known",
  what: "A destroyed or replaced resource of a type that the review does not know, in one row for each type.",
  why: "A person must judge whether it holds data.",
  bad: "`snowflake_table.orders` is destroyed.",
  good: "`random_id.suffix` is destroyed: it holds nothing.",
  looksAt: "resource",
  types: "every",
  check(change, facts) {
    if (!isDestroyed(change) || lossOf(change) !== undefined) return [];
    // What differs between the resources stands in the details, so that those of a type make one row.
    const details = matchDestruction(change, facts).flatMap((match) => [match.message, ...(match.details ?? [])]);
    return [{ message: judgeLoss(change), details }];
  },
});
