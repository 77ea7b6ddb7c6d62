/** `count` and `for_each` must be decided by what Terraform knows in the first plan. */
import type { Problems } from "../../errors";
import type { BlockItem, Body } from "../../hcl/document";
import { type Expression, walkExpression } from "../../hcl/expression";
import { printExpression } from "../../hcl/print-expression";
import { factsOf } from "../../terraform/functions";
import type { Variables } from "../dsl/definition";
import { addressOfPart, type ImportPart, isElement, type ModuleBuilder, type ModulePart } from "../dsl/module-builder";
import { elementKnown, type Known, knowledgeOf, knowledgeOfType, type Lookup } from "../expr/knowledge";

const HINT =
  "decide it by the length of a list, the keys of a map, a number, a bool, or whether an object is null; or, if callers write the value as a literal, declare the variable, or the attribute of its object, with `known: true`";

/** The parts of a module that decide how many of something there are. */
interface CheckedModule {
  readonly name: string;
  readonly variables: Variables;
  readonly builder: ModuleBuilder;
  readonly main: Body;
}

/** Reports a `count`, a `for_each` or the blocks of a data source that are decided by what may not be known in the first plan. */
export function checkKnowledge({ name: module, variables, builder, main }: CheckedModule, problems: Problems): void {
  const lookup = lookupIn(variables, builder);
  const check = (what: "count" | "for_each", node: Expression | undefined, address: string) => {
    if (node === undefined) return;
    const known = knowledgeOf(node, lookup);
    if (known.level === "whole" || (what === "for_each" && known.level === "shape" && isKeyed(node, known))) return;
    problems.add({
      code: "decided-by-unknown",
      path: `${module}.${address}`,
      message: `\`${what} = ${print(node)}\` is decided by ${print(known.culprit ?? node)}, which may be known only after apply`,
      hint: HINT,
    });
  };
  for (const part of builder.parts) {
    if (part.kind === "import") checkImport(part, module, lookup, problems);
    if (!isElement(part) && part.kind !== "module") continue;
    const address = addressOfPart(part);
    check("count", part.count, address);
    check("for_each", part.forEach, address);
    if (part.kind === "module") checkCall(part, module, lookup, problems);
  }
  checkDynamic(main, module, lookup, problems);
}

/** Terraform looks an object up while it plans, so that it must know which. */
function checkImport(part: ImportPart, module: string, lookup: Lookup, problems: Problems): void {
  for (const name of ["forEach", "id", "identity"] as const) {
    const node = part[name];
    const known = node === undefined ? undefined : knowledgeOf(node, lookupInEach(part.forEach, lookup));
    if (node === undefined || known?.level === "whole") continue;
    problems.add({
      code: "decided-by-unknown",
      path: `${module}.import.${print(part.to)}.${name}`,
      message: `an import needs its \`${name}\` in the plan, but ${print(known?.culprit ?? node)} may be known only after apply`,
      hint: "declare the variable with `known: true`; callers then write the value as a literal",
    });
  }
}

/** Inside of a loop each key is known, and each value as far as the collection is. */
function lookupInEach(forEach: Expression | undefined, lookup: Lookup): Lookup {
  if (forEach === undefined) return lookup;
  const value = elementKnown(knowledgeOf(forEach, lookup));
  return (address) => {
    if (address === "each.key") return { level: "whole" };
    return address === "each.value" ? value : lookup(address);
  };
}

/** What decides a `count` in a module that is called must be known here. */
function checkCall(part: ModulePart, module: string, lookup: Lookup, problems: Problems): void {
  const { called } = part;
  for (const name of called?.decisive ?? []) {
    const node = part.inputs[name];
    const variable = called?.variables.find((one) => one.name === name);
    if (node === undefined || variable === undefined) continue;
    const known = knowledgeOf(node, lookupInEach(part.forEach, lookup));
    const needed = variable.known === true ? "whole" : knowledgeOfType(variable.type);
    if (needed === "unknown" || known.level === "whole" || known.level === needed) continue;
    problems.add({
      code: "decided-by-unknown",
      path: `${module}.module.${part.name}.${name}`,
      message: `\`${name}\` decides a \`count\` or \`for_each\` in ${called?.name}, but ${print(known.culprit ?? node)} may be known only after apply`,
      hint: HINT,
    });
  }
}

/** The variables by which a `count` or `for_each` is decided, or the number of blocks of a data source. */
export function decisiveVariables(builder: ModuleBuilder, main: Body): readonly string[] {
  const locals = new Map<string, Expression>();
  const deciding: Expression[] = decidingBlocks(main);
  for (const part of builder.parts) {
    if (part.kind === "local") locals.set(`local.${part.name}`, part.value);
    if (!isElement(part) && part.kind !== "module") continue;
    deciding.push(...[part.count, part.forEach].filter((node) => node !== undefined));
    if (part.kind === "module")
      deciding.push(...(part.called?.decisive ?? []).flatMap((name) => part.inputs[name] ?? []));
  }
  const found = new Set<string>();
  const seen = new Set<string>();
  const collect = (node: Expression) =>
    walkExpression(node, (inner) => {
      if (inner.kind !== "reference" || seen.has(inner.address)) return;
      seen.add(inner.address);
      if (inner.address.startsWith("var.")) found.add(inner.address.slice(4));
      const local = locals.get(inner.address);
      if (local !== undefined) collect(local);
    });
  deciding.forEach(collect);
  return [...found].sort();
}

/** What the `dynamic` blocks of data sources walk. */
function decidingBlocks(main: Body): Expression[] {
  return main.flatMap((item) =>
    item.kind !== "block" || item.type !== "data"
      ? []
      : item.body.flatMap((inner) => {
          if (inner.kind !== "block" || inner.type !== "dynamic") return [];
          const forEach = inner.body.find((one) => one.kind === "attribute" && one.name === "for_each");
          return forEach?.kind === "attribute" ? [forEach.value] : [];
        }),
  );
}

/** Maps and objects have keys; a list has none, and the keys of a set are its elements. */
function isKeyed(node: Expression, known: Known): boolean {
  if (known.type !== undefined) return known.type.kind === "map" || known.type.kind === "object";
  return (
    node.kind === "object" ||
    (node.kind === "for" && node.resultKey !== undefined) ||
    node.kind === "call" ||
    node.kind === "conditional"
  );
}

function print(node: Expression): string {
  if (node.kind === "cdktf-token") return "a token";
  const inBrackets = printExpression(node)
    .replace(/([([])\n\s*/g, "$1")
    .replace(/,?\n\s*([)\]])/g, "$1");
  return inBrackets.replace(/\s+/g, " ");
}

/** Terraform knows how many instances there are, and their keys, because it knows what decides them; of each it knows nothing. */
function instancesOf(builder: ModuleBuilder): ReadonlyMap<string, Known> {
  return new Map(
    builder.parts.flatMap((part) => {
      if ((!isElement(part) && part.kind !== "module") || (part.count ?? part.forEach) === undefined) return [];
      const address = addressOfPart(part);
      const unknown: Known = { level: "unknown", culprit: { kind: "reference", address } };
      const kind = part.count === undefined ? "map" : "list";
      return [[address, { level: "shape", type: { kind, element: { kind: "any" } }, element: unknown }] as const];
    }),
  );
}

/** What Terraform knows of variables, locals and the instances of resources. */
function lookupIn(variables: Variables, builder: ModuleBuilder): Lookup {
  const locals = new Map<string, Expression>(
    builder.parts.flatMap((part) => (part.kind === "local" ? [[`local.${part.name}`, part.value] as const] : [])),
  );
  const instances = instancesOf(builder);
  const cache = new Map<string, Known>();
  const lookup: Lookup = (address) => {
    const cached = cache.get(address);
    if (cached !== undefined) return cached;
    const local = locals.get(address);
    let known: Known | undefined;
    if (local !== undefined) {
      cache.set(address, { level: "unknown" });
      known = knowledgeOf(local, lookup);
    } else if (address.startsWith("var.")) {
      const variable = variables[address.slice(4)];
      if (variable !== undefined) {
        const { known: isStated, const: isConstant } = variable.options;
        const isDeclared = isStated === true || isConstant === true;
        const level = isDeclared ? "whole" : knowledgeOfType(variable.type);
        known = {
          level,
          type: variable.type,
          ...(level !== "whole" && { culprit: { kind: "reference", address } }),
        };
      }
    } else if (
      address === "path.module" ||
      address === "each.key" ||
      address === "count.index" ||
      address === "terraform.workspace"
    ) {
      known = { level: "whole" };
    } else {
      known = instances.get(address);
    }
    if (known !== undefined) cache.set(address, known);
    return known;
  };
  return lookup;
}

/** A `dynamic` block over a list that one unknown text makes unknown as a whole hides every block of the plan. */
function checkDynamic(body: Body, path: string, lookup: Lookup, problems: Problems): void {
  for (const item of body) {
    if (item.kind !== "block") continue;
    const inner = [path, ...stepsInto(item)].join(".");
    const known = ["data", "resource", "ephemeral"].includes(item.type) ? withEntry(item.body, lookup) : lookup;
    if (item.type === "data") checkDataBlocks(item, inner, known, problems);
    if (item.type === "dynamic") {
      const forEach = item.body.find((one) => one.kind === "attribute" && one.name === "for_each");
      if (forEach?.kind === "attribute") {
        const spreader = findSpreader(forEach.value, lookup);
        if (spreader !== undefined) {
          problems.add({
            code: "spreads-unknown",
            path: inner,
            message: `\`${print(spreader)}\` makes the whole list unknown if one element is known only after apply`,
            hint: "use the list itself, and reject duplicates and empty strings with a validation; or, if callers write as literals what decides it, declare that with `known: true`",
          });
        }
      }
    }
    checkDynamic(item.body, inner, known, problems);
  }
}

/** What is known inside a body with `for_each`: of its entry what is known of each element. */
function withEntry(body: Body, lookup: Lookup): Lookup {
  const forEach = body.find((item) => item.kind === "attribute" && item.name === "for_each");
  if (forEach?.kind !== "attribute") return lookup;
  const entry = elementKnown(knowledgeOf(forEach.value, lookup));
  return (address) => (address === "each.value" ? entry : lookup(address));
}

/** The names of a block in a path: those of a resource, `tls` of a `dynamic` block, `spec` of any other. */
function stepsInto({ type, labels }: BlockItem): readonly string[] {
  if (labels.length > 0) return labels;
  return type === "content" ? [] : [type];
}

/** Where it is not known how many blocks a data source has, the plan shows none of them: no statement of a policy. */
function checkDataBlocks(data: BlockItem, path: string, lookup: Lookup, problems: Problems): void {
  for (const item of data.body) {
    if (item.kind !== "block" || item.type !== "dynamic") continue;
    const forEach = item.body.find((one) => one.kind === "attribute" && one.name === "for_each");
    if (forEach?.kind !== "attribute") continue;
    const known = knowledgeOf(forEach.value, lookup);
    if (known.level !== "unknown" || findSpreader(forEach.value, lookup) !== undefined) continue;
    problems.add({
      code: "decided-by-unknown",
      path: [path, ...item.labels].join("."),
      message: `the number of \`${item.labels.join(".")}\` blocks is decided by ${print(known.culprit ?? forEach.value)}, which may be known only after apply; the plan would then show none of them`,
      hint: HINT,
    });
  }
}

function findSpreader(node: Expression, lookup: Lookup): Expression | undefined {
  if (
    node.kind === "call" &&
    factsOf(node.name)?.plan === "spreads unknown" &&
    node.args.some((arg) => knowledgeOf(arg, lookup).level !== "whole")
  )
    return node;
  if (node.kind === "for" && node.condition !== undefined && knowledgeOf(node, lookup).level === "unknown") return node;
  const inner =
    node.kind === "call"
      ? node.args
      : node.kind === "for"
        ? [node.collection]
        : node.kind === "conditional"
          ? [node.then, node.otherwise]
          : [];
  for (const child of inner) {
    const found = findSpreader(child, lookup);
    if (found !== undefined) return found;
  }
  return undefined;
}
