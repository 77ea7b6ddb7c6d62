/** What a module must not show: sensitive variables, and sensitive outputs of the modules that it calls. */
import { childrenOf, type Expression } from "../hcl/expression";
import type { VariableModel } from "./model";
import type { Recorder } from "./scope";

export interface Secrets {
  /** `var.password` */
  readonly variables: ReadonlySet<string>;
  /** Names of the sensitive outputs by the address of the call: `module.database`. */
  readonly outputs: ReadonlyMap<string, ReadonlySet<string>>;
}

export function secretsOf(variables: readonly VariableModel[], recorder: Recorder): Secrets {
  const calls = recorder.parts.flatMap((part) => {
    if (part.kind !== "module" || part.called === undefined) return [];
    const names = part.called.outputs.filter(({ sensitive }) => sensitive).map(({ name }) => name);
    return [[`module.${part.name}`, new Set(names)] as const];
  });
  return {
    variables: new Set(variables.filter(({ sensitive }) => sensitive).map(({ name }) => `var.${name}`)),
    outputs: new Map(calls),
  };
}

/** A secret that a value would show, by its address. */
export function findSecret(value: Expression, secrets: Secrets): string | undefined {
  if (value.kind === "call" && (value.name === "nonsensitive" || value.name === "issensitive")) return undefined;
  if (value.kind === "reference") return secrets.variables.has(value.address) ? value.address : undefined;
  if (value.kind === "attribute" || value.kind === "splat") {
    const call = addressOfCall(value.of);
    const name = value.kind === "attribute" ? value.name : value.path[0];
    if (call !== undefined && name !== undefined && secrets.outputs.get(call)?.has(name) === true)
      return `${call}.${name}`;
  }
  for (const child of childrenOf(value)) {
    const found = findSecret(child, secrets);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `module.database`, also with an index behind it. */
function addressOfCall(node: Expression): string | undefined {
  if (node.kind === "index") return addressOfCall(node.of);
  return node.kind === "reference" && node.address.startsWith("module.") ? node.address : undefined;
}
