/** Whether statements give anything that documents do not give already. */
import { checkArgument } from "../../text/check-argument";
import { Memo } from "../../text/memo";
import type { PolicyDocument, Statement } from "../document/policy";
import { CoverageIndex } from "./coverage-index";
import { readLayer } from "./normalized-statement";
import type { Layer, NamedDocument } from "./types";
import { uncovered } from "./unit";

/** Tells whether the documents allow all that a statement allows. They are read at the first question. */
export type AllowedBefore = (layer: Layer, document: PolicyDocument, statement: Statement) => boolean;

/** Compares with these documents. What they deny does not count: a Deny that is gone is a change of its own. */
export function allowedBefore(documents: readonly NamedDocument[]): AllowedBefore {
  checkArgument(documents, "list", "allowedBefore(documents)");
  const indexes = new Memo<Layer, CoverageIndex>();
  const coverageOf = (layer: Layer) => indexes.get(layer, () => new CoverageIndex(readLayer(documents, layer).allows));
  return (layer, document, statement) => {
    const named = { name: "", layer, document: { ...document, statements: [statement] } };
    const { allows } = readLayer([named], layer);
    return (
      allows.length > 0 &&
      allows.every((normalized) => uncovered(normalized, { other: coverageOf(layer) }).length === 0)
    );
  };
}
