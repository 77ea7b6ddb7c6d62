/** The lowest Terraform that knows all that a definition uses: written where none is named, else compared with it. */
import type { Problem } from "../errors";
import type { Body } from "../hcl/document";
import { type Expression, walkExpression } from "../hcl/expression";
import { walkBody } from "./check-references";
import type { OutputModel, VariableModel } from "./model";
import type { Recorder } from "./scope";

type Version = readonly [major: number, minor: number];

/** Functions that came after 1.3. @see the changelogs of Terraform */
const FUNCTIONS: Readonly<Record<string, Version>> = {
  plantimestamp: [1, 5],
  strcontains: [1, 5],
  issensitive: [1, 8],
  templatestring: [1, 9],
  ephemeralasnull: [1, 10],
};

interface Checked {
  readonly name: string;
  /** What the definition names. */
  readonly terraform: string | undefined;
  readonly variables: readonly VariableModel[];
  readonly outputs: readonly OutputModel[];
  readonly main: Body;
  readonly recorder: Recorder;
}

/** What the pack promises where nothing needs more. */
const LOWEST = ">= 1.5.7";

/**
 * The bound for `required_version`. Where the definition names one that is too low, there is one problem for each kind of
 * part that needs a newer Terraform.
 */
export function boundTerraform(module: Checked, problems: Problem[]): string {
  const { terraform = LOWEST } = module;
  const bound = lowestOf(terraform);
  if (bound === undefined) {
    problems.push({
      code: "bad-version",
      path: `${module.name}.terraform`,
      message: `${JSON.stringify(terraform)} names no version`,
      hint: 'write a lower bound: ">= 1.5.7"',
    });
    return terraform;
  }
  let needed = bound;
  const told = new Set<string>();
  const need = (version: Version, what: string, path: string) => {
    if (isAtLeast(bound, version) || told.has(what)) return;
    told.add(what);
    if (!isAtLeast(needed, version)) needed = version;
    if (module.terraform === undefined) return;
    problems.push({
      code: "terraform-too-old",
      path,
      message: `${what} needs Terraform ${version.join(".")}, but the definition allows ${terraform}`,
      hint: `terraform: ">= ${version.join(".")}"`,
    });
  };
  const visit = (value: Expression, path: string) =>
    walkExpression(value, (node) => {
      if (node.kind !== "call") return;
      const version = node.name.startsWith("provider::") ? ([1, 8] as const) : FUNCTIONS[node.name];
      if (version !== undefined) need(version, `\`${node.name}\``, path);
    });

  for (const variable of module.variables) {
    const path = `${module.name}.variables.${variable.name}`;
    if (variable.ephemeral) need([1, 10], "an ephemeral variable", path);
    for (const rule of variable.validations) {
      visit(rule.condition, path);
      walkExpression(rule.condition, (node) => {
        const isOther =
          node.kind === "reference" && node.address.startsWith("var.") && node.address !== `var.${variable.name}`;
        if (isOther) need([1, 9], "a validation that refers to another variable", path);
      });
    }
  }
  for (const output of module.outputs) {
    const path = `${module.name}.outputs.${output.name}`;
    if (output.ephemeral) need([1, 10], "an ephemeral output", path);
    visit(output.value, path);
  }
  for (const part of module.recorder.parts) {
    if (part.kind === "removed") need([1, 7], "`removed`", `${module.name}.removed.${part.from}`);
    if (part.kind === "check") need([1, 5], "`check`", `${module.name}.check.${part.name}`);
  }
  walkBody(module.main, module.name, visit);
  return needed === bound || module.terraform !== undefined ? terraform : `>= ${needed.join(".")}`;
}

function isAtLeast(bound: Version, version: Version): boolean {
  return bound[0] > version[0] || (bound[0] === version[0] && bound[1] >= version[1]);
}

/** The first version in a constraint: `>= 1.5.7` is 1.5. */
function lowestOf(constraint: string): Version | undefined {
  const match = /(\d+)\.(\d+)/.exec(constraint);
  return match === null ? undefined : [Number(match[1]), Number(match[2])];
}
