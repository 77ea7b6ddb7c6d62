/** Terraform refuses a `for_each` that is sensitive: its keys stand in the addresses of the instances, which every plan shows. */
import type { Problems } from "../../errors";
import type { Expression } from "../../hcl/expression";
import { factsOf } from "../../terraform/functions";
import { addressOfPart, isElement, type ModuleBuilder } from "../dsl/module-builder";
import { findSecret, type Secrets } from "./find-secret";
import { addressAndNames } from "./follow-values";

interface ModuleWithSecrets {
  readonly name: string;
  readonly builder: ModuleBuilder;
  readonly secrets: Secrets;
}

/** Reports each `for_each` that is sensitive as a whole. Values in a map may be: only the map itself, its keys and conditions may not. */
export function checkSensitiveForEach({ name, builder, secrets }: ModuleWithSecrets, problems: Problems): void {
  const locals = new Map<string, Expression>(
    builder.parts.flatMap((part) => (part.kind === "local" ? [[`local.${part.name}`, part.value] as const] : [])),
  );
  for (const part of builder.parts) {
    if ((!isElement(part) && part.kind !== "module") || part.forEach === undefined) continue;
    const secret = findMark(part.forEach, { secrets, locals });
    if (secret !== undefined)
      problems.add({
        code: "sensitive-for-each",
        path: `${name}.${addressOfPart(part)}`,
        message: `\`for_each\` is decided by \`${secret}\`, which is sensitive, and Terraform refuses that`,
        hint: "walk the names alone, if they are no secret: `forEach: fn.toset(fn.nonsensitive(fn.keys(map)))`, and read each value by `at(map, each.key)`",
      });
  }
}

interface Marks {
  readonly secrets: Secrets;
  readonly locals: ReadonlyMap<string, Expression>;
}

/** Functions whose result is no secret as a whole, whatever is given to them: `merge` keeps it to the values. */
const HIDES = new Set(["issensitive", "can", "merge"]);
/** Functions that make a set. A set with a sensitive element is sensitive itself. */
const MAKES_SET = new Set([
  "toset",
  "setunion",
  "setintersection",
  "setsubtract",
  "setsymmetricdifference",
  "setproduct",
]);

/** What makes a value sensitive as a whole. What is in a map or a list that is written out does not. */
function findMark(value: Expression, known: Marks): string | undefined {
  const first = (nodes: readonly (Expression | undefined)[]) => {
    for (const node of nodes) {
      const found = node === undefined ? undefined : findMark(node, known);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  switch (value.kind) {
    case "reference": {
      const local = known.locals.get(value.address);
      if (local !== undefined) return findMark(local, { ...known, locals: without(known.locals, value.address) });
      return known.secrets.names.has(value.address) ? value.address : undefined;
    }
    case "call":
      if (HIDES.has(value.name) || factsOf(value.name)?.hidesSecrets === true) return undefined;
      if (MAKES_SET.has(value.name)) return first(value.args) ?? secretElement(value.args, known.secrets);
      return first(value.args);
    case "for":
      return first([value.collection, value.resultKey, value.condition]);
    case "conditional":
      return first([value.condition, value.then, value.otherwise]);
    case "binary":
      return first([value.left, value.right]);
    case "unary":
      return first([value.operand]);
    case "object":
      return first(value.entries.map(({ key }) => (typeof key === "string" ? undefined : key)));
    case "index":
      return first([value.of, value.key]);
    case "attribute":
    case "splat": {
      const [address, ...names] = addressAndNames(value);
      const isSecret = address !== undefined && known.secrets.attributes.get(address)?.has(names.join(".")) === true;
      return isSecret ? `${address}.${names.join(".")}` : first([value.of]);
    }
    default:
      return undefined;
  }
}

/** A secret among the elements that are written out. */
function secretElement(args: readonly Expression[], secrets: Secrets): string | undefined {
  const items = args.flatMap((arg) => (arg.kind === "tuple" ? arg.items : []));
  return items.map((item) => findSecret(item, secrets)).find((found) => found !== undefined);
}

function without(locals: ReadonlyMap<string, Expression>, address: string): ReadonlyMap<string, Expression> {
  return new Map([...locals].filter(([name]) => name !== address));
}
