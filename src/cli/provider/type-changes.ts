/** What a new schema changes in types that were written before: told from the two texts of each file. */
import { Script } from "node:vm";
import { describeFields, type FieldDescription } from "../../provider-types/describe-fields";
import { runEsbuild } from "../load/run-esbuild";

/** A file before and after. */
interface ChangedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What became different in one type. Names are ways to arguments: `rule.port`. */
export interface TypeChange {
  readonly path: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly deprecated: readonly string[];
  readonly nowRequired: readonly string[];
  readonly retyped: readonly string[];
}

/** The changes of the files whose types differ in more than their version; a file that cannot be read is left out. */
export async function changesOf(files: readonly ChangedFile[]): Promise<readonly TypeChange[]> {
  if (files.length === 0) return [];
  const texts = files.flatMap(({ before, after }) => [before, after]);
  const described = await describeAll(texts).catch(() => describeEach(texts));
  return files.flatMap(({ path }, index) => {
    const [before, after] = [described[2 * index], described[2 * index + 1]];
    if (before === undefined || after === undefined) return [];
    const change = compare(path, before, after);
    const { path: _, ...lists } = change;
    return Object.values(lists).some((list) => list.length > 0) ? [change] : [];
  });
}

type Description = ReadonlyMap<string, FieldDescription>;

function compare(path: string, before: Description, after: Description): TypeChange {
  const both = [...after].flatMap(([name, now]) => {
    const old = before.get(name);
    return old === undefined ? [] : [{ name, old, now }];
  });
  const where = (test: (one: (typeof both)[number]) => boolean) => both.filter(test).map(({ name }) => name);
  const added = onlyIn(after, before);
  return {
    path,
    added: added.filter((name) => after.get(name)?.isRequired !== true),
    removed: onlyIn(before, after),
    deprecated: where(({ old, now }) => now.isDeprecated && !old.isDeprecated),
    nowRequired: [
      ...added.filter((name) => after.get(name)?.isRequired === true),
      ...where(({ old, now }) => now.isRequired && !old.isRequired),
    ],
    retyped: where(({ old, now }) => old.type !== now.type),
  };
}

/** What only one of the two has. A block stands for what is in it: an argument that a new block requires is asked of nobody who has no such block. */
function onlyIn(one: Description, other: Description): readonly string[] {
  const names = [...one.keys()].filter((name) => !other.has(name));
  const all = new Set(names);
  return names.filter((name) => !all.has(name.replace(/\.[^.]*$/, "")) || !name.includes("."));
}

/** Where one file cannot be read, because somebody edited it, the others still can. */
async function describeEach(texts: readonly string[]): Promise<readonly (Description | undefined)[]> {
  const described: (Description | undefined)[] = [];
  for (const text of texts) described.push(...(await describeAll([text]).catch(() => [undefined])));
  return described;
}

/** The files have no syntax of TypeScript, but their imports and exports are to be undone. */
async function describeAll(texts: readonly string[]): Promise<readonly (Description | undefined)[]> {
  const { outputFiles } = await runEsbuild({
    stdin: { contents: texts.map((_, index) => `export * as file${index} from "text:${index}";`).join("\n") },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    target: "node20",
    logLevel: "silent",
    external: ["tfwright"],
    plugins: [
      {
        name: "texts",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^text:/ }, ({ path }) => ({ path, namespace: "text" }));
          onLoad({ filter: /.*/, namespace: "text" }, ({ path }) => ({
            contents: texts[Number(path.slice("text:".length))] ?? "",
            loader: "ts",
          }));
        },
      },
    ],
  });
  const exports = evaluate(outputFiles?.[0]?.text ?? "");
  return texts.map((_, index) => {
    const [type] = Object.values(exports[`file${index}`] ?? {});
    return typeof type === "function" ? describeFields(type) : undefined;
  });
}

function evaluate(code: string): Readonly<Record<string, object>> {
  const module = { exports: {} as Record<string, object> };
  const script = new Script(`(function (exports, require, module) {${code}\n})`);
  script.runInThisContext()(module.exports, () => require("../../index"), module);
  return module.exports;
}
