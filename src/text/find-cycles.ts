/**
 * The cycles of things that need each other, each as its members in their order.
 *
 * @param needs what each of them needs; what is no key of it is left out
 */
export function findCycles(needs: ReadonlyMap<string, Iterable<string>>): readonly (readonly string[])[] {
  const cycles: (readonly string[])[] = [];
  const done = new Set<string>();
  const visit = (name: string, way: readonly string[]): void => {
    const start = way.indexOf(name);
    if (start !== -1) cycles.push(way.slice(start));
    if (start !== -1 || done.has(name)) return;
    for (const next of needs.get(name) ?? []) if (needs.has(next)) visit(next, [...way, name]);
    done.add(name);
  };
  for (const name of needs.keys()) visit(name, []);
  return cycles;
}
