/** Draws a tree of the resources that a module and the modules that it calls create. */
import type { ModuleModel } from "./model";

interface Branch {
  readonly text: string;
  readonly inner: readonly Branch[];
}

/** Null where it calls no module of ours. */
export function drawTree(model: ModuleModel): string | null {
  if (!model.calls.some(({ called }) => called !== undefined)) return null;
  return [model.name, ...drawBranches(branchesOf(model), "")].join("\n");
}

function branchesOf(model: ModuleModel): readonly Branch[] {
  const managed = model.elements.filter(({ mode }) => mode === "managed");
  return [
    ...managed.map(({ type, name }) => ({ text: `${type}.${name}`, inner: [] })),
    ...model.calls.map(({ name, source, called }) => ({
      text: `module.${name} (${called?.name ?? source})`,
      inner: called === undefined ? [] : branchesOf(called),
    })),
  ];
}

function drawBranches(branches: readonly Branch[], indent: string): readonly string[] {
  return branches.flatMap(({ text, inner }, index) => {
    const isLast = index === branches.length - 1;
    return [
      `${indent}${isLast ? "└── " : "├── "}${text}`,
      ...drawBranches(inner, `${indent}${isLast ? "    " : "│   "}`),
    ];
  });
}
