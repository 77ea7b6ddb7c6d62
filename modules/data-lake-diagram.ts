/** The graph of a data lake as a text in Mermaid's language. */
import { at, type Expr, each, fn, type ListExpr } from "tfwright";
import type { Graph, LakePlaces } from "./data-lake-graph";
import type { LakeInputs } from "./data-lake-variables";

/** The graph as a diagram: zones are cylinders, jobs and crawlers boxes; a dotted arrow is `after`. */
export function mermaidOf(v: LakeInputs, { jobs, crawlers, nodes }: Graph, tables: LakePlaces["tables"]) {
  const idOf = (kind: string, name: Expr<string>) => `${kind}_${fn.replace(name, "/[^A-Za-z0-9]/", "_")}`;
  const zone = (ref: Expr<string>) => idOf("zone", at(fn.split(".", ref), 0));
  const inZones = { as: "ref", where: (ref: Expr<string>) => fn.contains(fn.keys(tables), ref) };
  const arrows = (refs: ListExpr<Expr<string>>, arrow: (ref: Expr<string>) => string) => each(refs, arrow, inZones);
  return fn.join(
    "\n",
    fn.concat(
      ["flowchart LR"],
      each(fn.keys(v.zones), (name) => `  ${idOf("zone", name)}[("${name}")]`, { as: "name" }),
      each(fn.keys(crawlers), (key) => `  ${idOf("node", key)}(["${key}"])`, { as: "key" }),
      each(fn.keys(jobs), (key) => `  ${idOf("node", key)}["${key}"]`, { as: "key" }),
      fn.flatten(
        each(jobs, ({ reads, writes }, key) =>
          fn.concat(
            arrows(reads, (ref) => `  ${zone(ref)} --> ${idOf("node", key)}`),
            arrows(writes, (ref) => `  ${idOf("node", key)} --> ${zone(ref)}`),
          ),
        ),
      ),
      fn.flatten(each(crawlers, ({ reads }, key) => arrows(reads, (ref) => `  ${zone(ref)} --> ${idOf("node", key)}`))),
      fn.flatten(
        each(nodes, ({ after }, key) =>
          each(after, (name) => `  ${idOf("node", name)} -.-> ${idOf("node", key)}`, { as: "name" }),
        ),
      ),
    ),
  );
}
