/** What a table has under a name; undefined where it has nothing, also for a name that every object inherits: `constructor`. */
export function lookUp<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
