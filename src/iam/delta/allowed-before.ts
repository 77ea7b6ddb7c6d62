/** Whether statements give anything that documents do not give already. */
import type { PolicyDocument, Statement } from "../document/policy";
import { CoverageIndex } from "./coverage-index";
import { readLayer } from "./normalized-statement";
import type { Layer, NamedDocument } from "./types";
import { uncovered } from "./unit";

/** Tells whether all that a statement allows is allowed by the documents; those are read when somebody asks. */
export type AllowedBefore = (layer: Layer, document: PolicyDocument, statement: Statement) => boolean;

/** Asks of these documents. What they deny is not looked at: that a Deny is gone is told by itself. */
export function allowedBefore(documents: readonly NamedDocument[]): AllowedBefore {
  const covers = new Map<Layer, CoverageIndex>();
  const coverageOf = (layer: Layer): CoverageIndex => {
    const present = covers.get(layer);
    if (present !== undefined) return present;
    const made = new CoverageIndex(readLayer(documents, layer).allows);
    covers.set(layer, made);
    return made;
  };
  return (layer, document, statement) => {
    const named = { name: "", layer, document: { ...document, statements: [statement] } };
    const { allows } = readLayer([named], layer);
    return (
      allows.length > 0 &&
      allows.every((normalized) => uncovered(normalized, { other: coverageOf(layer) }).length === 0)
    );
  };
}
