/** How many arguments of a provider's resources the HCL of modules sets, and what explains the others. */
import { readHcl } from "../../../src/hcl/read";
import type { BodySyntax } from "../../../src/hcl/read/syntax";
import type { BlockSchema, TypeSchema } from "../../../src/terraform/schema/provider-schema";

/** Nobody sets `id` and `tags_all`, though schemas say so, and `timeouts` is how long Terraform waits, not what AWS gets. */
const NOT_OF_AWS: ReadonlySet<string> = new Set(["id", "tags_all", "timeouts"]);

/** Every argument of types, as `type.argument` and `type.block.argument`. */
export function argumentsOf(types: readonly TypeSchema[]): readonly string[] {
  return types.flatMap(({ type, block }) => pathsIn(block, type));
}

function pathsIn({ attributes, blocks }: BlockSchema, path: string): readonly string[] {
  return [
    ...attributes
      .filter(({ name, required, optional }) => (required || optional) && !NOT_OF_AWS.has(name))
      .map(({ name }) => `${path}.${name}`),
    ...blocks
      .filter(({ name }) => !NOT_OF_AWS.has(name))
      .flatMap(({ name, block }) => pathsIn(block, `${path}.${name}`)),
  ];
}

/** The arguments of resources that files of HCL set to more than null, in the same form. */
export function argumentsSetIn(files: readonly string[]): ReadonlySet<string> {
  return new Set(
    files.flatMap((text) =>
      readHcl(text).body.flatMap((item) =>
        item.kind === "block" && item.type === "resource" ? setIn(item.body, String(item.labels[0])) : [],
      ),
    ),
  );
}

function setIn(body: BodySyntax, path: string): readonly string[] {
  return body.flatMap((item) => {
    if (item.kind === "attribute") {
      const isNull = item.value.kind === "literal" && item.value.value === null;
      return isNull ? [] : [`${path}.${item.name}`];
    }
    if (item.type !== "dynamic") return setIn(item.body, `${path}.${item.type}`);
    return item.body.flatMap((content) =>
      content.kind === "block" ? setIn(content.body, `${path}.${item.labels[0]}`) : [],
    );
  });
}

/** What a count of arguments says. */
export interface Coverage {
  readonly set: number;
  readonly total: number;
  /** Arguments that are neither set nor explained. */
  readonly missing: readonly string[];
  /** Rows for what is set, or is no argument. */
  readonly stale: readonly string[];
}

/** Counts arguments. `reasons` are rows by argument, or by a type whose arguments all have one reason. */
export function coverageOf(
  all: readonly string[],
  set: ReadonlySet<string>,
  reasons: Readonly<Record<string, string>>,
): Coverage {
  const open = all.filter((path) => !set.has(path));
  const rows = Object.keys(reasons);
  const isOf = (path: string, row: string) => path === row || path.startsWith(`${row}.`);
  return {
    set: all.length - open.length,
    total: all.length,
    missing: open.filter((path) => !rows.some((row) => isOf(path, row))),
    stale: rows.filter((row) => {
      const named = all.filter((path) => isOf(path, row));
      return named.length === 0 || named.some((path) => set.has(path));
    }),
  };
}
