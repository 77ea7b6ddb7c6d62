/** Files that import each other: what runs while one of them loads finds nothing yet in the other. */

/** The files of a cycle, where an error may come from one; undefined else. @param imports which files each imports */
export function hintOfCycle(error: unknown, imports: ReadonlyMap<string, readonly string[]>): string | undefined {
  if (!(error instanceof TypeError) && !(error instanceof ReferenceError)) return undefined;
  const cycle = findCycle(imports);
  if (cycle === undefined) return undefined;
  return `these files import each other, so that one runs before the other has what it needs: ${cycle.join(" imports ")}; put what both need into a third file`;
}

function findCycle(imports: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): readonly string[] | undefined => {
    const start = way.indexOf(file);
    if (start !== -1) return [...way.slice(start), file];
    if (done.has(file)) return undefined;
    for (const next of imports.get(file) ?? []) {
      const found = visit(next, [...way, file]);
      if (found !== undefined) return found;
    }
    done.add(file);
    return undefined;
  };
  for (const file of imports.keys()) {
    const found = visit(file, []);
    if (found !== undefined) return found;
  }
  return undefined;
}
