/** Files that import each other: what runs while one of them loads finds nothing yet in the other. */
import { findCycles } from "../../text/find-cycles";

/** The files of a cycle, where an error may come from one; undefined else. @param imports which files each imports */
export function hintOfCycle(error: unknown, imports: ReadonlyMap<string, readonly string[]>): string | undefined {
  if (!(error instanceof TypeError) && !(error instanceof ReferenceError)) return undefined;
  const [cycle] = findCycles(imports);
  if (cycle === undefined) return undefined;
  const files = [...cycle, cycle[0]].join(" imports ");
  return `these files import each other, so that one runs before the other has what it needs: ${files}; put what both need into a third file`;
}
