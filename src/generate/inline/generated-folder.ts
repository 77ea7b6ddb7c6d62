/** Where the generated module of a call lies that names no source, and whether it is there. */
import { join, relative } from "node:path";
import { type Construct, TerraformStack } from "../../cdk";
import { findEntry } from "../../workspace/inspect-path";

/** From the working folder, as `tfwright generate` writes it. */
const folderOf = (name: string) => `generated/modules/${name}`;

/** From the folder of the stack's output to the generated module. */
export function defaultSource(scope: Construct, name: string): string {
  const stack = TerraformStack.of(scope);
  const { outdir = "cdktf.out" } = stack.node.root as { outdir?: string };
  const from = join(process.cwd(), relative(process.cwd(), outdir), "stacks", stack.node.id);
  const path = relative(from, join(process.cwd(), folderOf(name))).replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
}

/** What is wrong at synthesis where the module was not generated: Terraform would say only that it cannot read a folder. */
export function missingFolder(name: string, path: string): string[] {
  const { kind } = findEntry(process.cwd(), folderOf(name), new Set());
  if (kind !== "missing" && kind !== "blocked") return [];
  return [
    `${path}: the module \`${name}\` is not in ${folderOf(name)}: run \`npx tfwright generate\` in this folder with the module in tfwright.config.ts, or give the address of the module as \`source\``,
  ];
}
