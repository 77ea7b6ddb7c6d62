/** What differs between the values of a resource before and after a change. */

/** The attributes of which the values differ, each before and after; of a policy the statements. */
export function differences(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Readonly<Record<string, readonly unknown[]>> {
  const names = Object.keys({ ...before, ...after }).filter((name) => textOf(before[name]) !== textOf(after[name]));
  return Object.fromEntries(
    names.map((name) => {
      if (name !== "policy") return [name, [before[name], after[name]]];
      // Of a policy the statements that differ, whatever their order.
      const [old, young] = [statementsOf(before.policy), statementsOf(after.policy)];
      return ["statements", [without(old, young), without(young, old)]];
    }),
  );
}

/** A map that is absent and one that is empty are the same to the provider. */
function textOf(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part) && Object.keys(part).length === 0 ? null : part,
  );
}

function statementsOf(policy: unknown): readonly unknown[] {
  return (JSON.parse(String(policy)) as { readonly Statement: readonly unknown[] }).Statement;
}

function without(statements: readonly unknown[], others: readonly unknown[]): readonly unknown[] {
  const texts = new Set(others.map((statement) => JSON.stringify(statement)));
  return statements.filter((statement) => !texts.has(JSON.stringify(statement)));
}
