import { defineRule } from "../rule";
import { dataStores, holdsNoData } from "./resources/data-stores";
import { isDestroyed, matchDestruction } from "./resources/destruction";

/** Reports a destroyed or replaced resource of which the review does not know whether it holds data. */
export const unknownTypeDestroyed = defineRule({
  code: "unknown-type-destroyed",
  section: "data-loss",
  level: "attention",
  title: "destroyed, and what it holds is not known",
  what: "A destroyed or replaced resource of a provider that the review does not know.",
  why: "A person must judge whether it holds data.",
  bad: "`snowflake_table.orders` is destroyed.",
  good: "`random_id.suffix` is destroyed: it holds no data.",
  looksAt: "resource",
  types: "every",
  check(change, facts) {
    if (!isDestroyed(change)) return [];
    const isKnown = dataStores.has(change.type) || holdsNoData(change.type, change.provider);
    return isKnown ? [] : matchDestruction(change, facts);
  },
});
