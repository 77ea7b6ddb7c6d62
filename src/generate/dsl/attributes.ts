/** The attributes of a resource as expressions: `job.arn` is `aws_glue_job.this.arn`. */
import { type Construct, resolveToken, Token, Tokenization } from "../../cdk";
import { fail, type Problems } from "../../errors";
import type { Expression } from "../../hcl/expression";
import type { ObjectAttribute, TypeConstraint } from "../../hcl/type";
import { suggestName } from "../../text/suggest-name";
import { attributeNode, callNode, indexNode, literalNode } from "../expr/build";
import { Expr, makeExpr, NODE, TYPE } from "../expr/expr";
import { AS_EXPRESSION, toExpr } from "../expr/to-node";
import { stackHere } from "./author-call";
import { gettersOfClass } from "./getters-of";

/**
 * Returns an object whose properties are the attributes of a resource or data source, as expressions. `root` is the expression that
 * refers to it: its address, its address with an index, or `self`. A name that there is not is a problem, and `build` goes on.
 */
export function attributeExpressions(reference: ElementReference): object {
  return proxyOf(reference, reference.element, reference.root);
}

/** A resource or data source, its address, and the expression that refers to it. */
export interface ElementReference {
  readonly element: Construct;
  readonly address: string;
  readonly root: Expression;
  readonly problems: Problems;
}

/**
 * @param holder the cdktf object whose getters are the attributes: the resource, or a nested object
 * @param node the expression for `holder`
 */
function proxyOf(reference: ElementReference, holder: object, node: Expression): object {
  const { address } = reference;
  const cache = new Map<PropertyKey, unknown>();
  return new Proxy(Object.create(null) as object, {
    get(_target, key) {
      if (key === AS_EXPRESSION) return node;
      if (typeof key === "symbol") return undefined;
      // JavaScript (`await`, `JSON.stringify`) and cdktf look for these properties; they are not attributes.
      if (key === "then" || key === "toJSON" || key === "constructor" || key === "resolve") return undefined;
      if (key === "toString" || key === "valueOf") {
        return () =>
          fail({
            code: "resource-as-text",
            path: address,
            message: `${address} is an object, not a string`,
            hint: "name the attribute: `.arn`, `.name`",
          });
      }
      if (!cache.has(key)) {
        const isMissing = !(key in holder);
        cache.set(key, isMissing ? readMissing(reference, holder, key) : readAttribute(reference, holder, key));
      }
      return cache.get(key);
    },
    has: (_target, key) => key === AS_EXPRESSION || key in holder,
    set: (_target, key) => refuseMember(reference, String(key), "cannot be set"),
  });
}

const OF_SEVERAL = ["at", "all", "one", "toMap"];

/** Reports a name that there is not, and gives a value with which `build` can go on. */
function readMissing(reference: ElementReference, holder: object, key: string): unknown {
  const { element, address, root, problems } = reference;
  const isOfSeveral = holder === element && OF_SEVERAL.includes(key);
  problems.add({
    code: "unknown-attribute",
    path: address,
    stack: stackHere(),
    ...(isOfSeveral
      ? {
          message: `${address} has no \`count\` and no \`forEach\`, so it has no \`.${key}\``,
          hint: "name the attribute itself: `.arn`; or give the resource a `count` or a `forEach`",
        }
      : {
          message: `${address} has no attribute \`${key}\``,
          hint: suggestName(key, namesOfAttributes(holder), "attributes"),
        }),
  });
  if (!isOfSeveral) return placeholder(attributeNode(root, key));
  return (...args: readonly unknown[]) => {
    const one = proxyOf(reference, element, root);
    const pick = args.at(-1);
    return typeof pick === "function" ? toExpr(pick(one)) : one;
  };
}

/** `resource` gives back the attributes alone: what a class of cdktf lets one change later is given at once. */
function refuseMember({ address }: ElementReference, key: string, what: string): never {
  return fail({
    code: "method-of-cdktf",
    path: address,
    message: `\`${key}\` ${what}: \`resource\` gives the attributes of ${address} to read`,
    hint: "give arguments and options to `resource` itself; for its attributes, name them: `.arn`; or make it with `new`",
  });
}

/** An expression that has any property: what is below a name that there is not is no further problem. */
function placeholder(node: Expression): object {
  const own = makeExpr<Expr<unknown>>(node);
  const proxy: object = new Proxy(own, {
    get: (target, key) => (typeof key === "symbol" || key in target ? Reflect.get(target, key) : proxy),
  });
  return proxy;
}

function readAttribute(reference: ElementReference, holder: object, key: string): unknown {
  const { element, address, root } = reference;
  const value = (holder as Record<string, unknown>)[key];
  const { token, type } = tokenOf(value);
  if (token !== undefined) return makeExpr(replaceAddress(resolveToken(element, token), address, root), type);
  if (typeof value === "object" && value !== null) {
    const nestedNode =
      "fqn" in value ? replaceAddress(resolveToken(element, (value as { fqn: unknown }).fqn), address, root) : root;
    if ("get" in value) return makeExpr(nestedNode, listType(element, value as ComplexList));
    return proxyOf(reference, value, nestedNode);
  }
  if (typeof value === "function") return refuseMember(reference, key, "is a method of cdktf");
  return fail({
    code: "unknown-attribute",
    path: address,
    message: `${address}.${key} is not an attribute that Terraform knows`,
    hint: "its attributes are those of the provider's class",
  });
}

/**
 * The names of the attributes of a cdktf object: its getters, without `...Input` and `internalValue`, which return what the author
 * passed in.
 */
export function namesOfAttributes(holder: object): readonly string[] {
  return gettersOfClass(holder).filter((name) => !name.endsWith("Input") && name !== "internalValue");
}

/** cdktf's class for a list of nested objects. */
interface ComplexList {
  get(index: number): object;
}

/** The type of a list of nested objects. The type of the elements is computed lazily, because some providers have recursive schemas. */
function listType(element: Construct, list: ComplexList): TypeConstraint {
  return {
    kind: "list",
    get element() {
      return objectType(element, list.get(0));
    },
  };
}

const typesOfClasses = new WeakMap<object, TypeConstraint>();

/** The attributes of an element by their names in Terraform, with their types where the class has them. */
export function typeOfElement(element: Construct): TypeConstraint {
  const prototype: object = Object.getPrototypeOf(element);
  const known = typesOfClasses.get(prototype) ?? objectType(element, element);
  typesOfClasses.set(prototype, known);
  return known;
}

function objectType(element: Construct, holder: object): TypeConstraint {
  const attributes: Record<string, ObjectAttribute> = {};
  for (const propertyName of namesOfAttributes(holder)) {
    const named = nameAttribute(element, holder, propertyName);
    if (named === undefined) continue;
    const inner = named.type ?? nestedType(element, named.value as object);
    attributes[named.name] = { type: named.isFirst ? { kind: "list", element: inner } : inner, alias: propertyName };
  }
  return { kind: "object", attributes };
}

/** The name of an attribute in Terraform, and what the class has for it. Undefined for what is no attribute. */
function nameAttribute(element: Construct, holder: object, propertyName: string) {
  const value: unknown = Reflect.get(holder, propertyName);
  const { token, type } = tokenOf(value);
  const text = resolveToken(element, token ?? (value as { fqn?: unknown } | undefined)?.fqn);
  // A block of which there is one at most is a list in Terraform, and its first element in cdktf.
  const [, name, first] = /\.([A-Za-z_][\w-]*)\)?(\[0\])?\}?$/.exec(String(text)) ?? [];
  return name === undefined ? undefined : { name, value, type, isFirst: first !== undefined };
}

/** An attribute of a class, or of a nested object of it. */
interface DescribedAttribute {
  /** Its name in Terraform. */
  readonly name: string;
  /** The object that has the attributes in it, where the class says which there are. */
  readonly nested?: object;
  /** Whether that object is the first element of a list. */
  readonly isFirst: boolean;
}

/** What a class says of one attribute. Undefined for what is none. */
export function describeAttribute(
  element: Construct,
  holder: object,
  propertyName: string,
): DescribedAttribute | undefined {
  const named = nameAttribute(element, holder, propertyName);
  if (named === undefined) return undefined;
  const { name, value, type, isFirst } = named;
  if (type !== undefined || typeof value !== "object" || value === null) return { name, isFirst: false };
  return "get" in value
    ? { name, nested: (value as ComplexList).get(0), isFirst: true }
    : { name, nested: value, isFirst };
}

function nestedType(element: Construct, value: object): TypeConstraint {
  return "get" in value ? listType(element, value as ComplexList) : objectType(element, value);
}

/** The cdktf token of an attribute's value, and its type. Neither is present for a nested object. */
function tokenOf(value: unknown): { readonly token?: unknown; readonly type?: TypeConstraint } {
  if (typeof value === "string" && Token.isUnresolved(value)) return { token: value, type: { kind: "string" } };
  if (typeof value === "number" && Token.isUnresolved(value)) return { token: value, type: { kind: "number" } };
  if (Array.isArray(value) && Token.isUnresolved(value)) {
    return {
      token: value,
      type: { kind: "list", element: { kind: typeof value[0] === "number" ? "number" : "string" } },
    };
  }
  if (typeof value !== "object" || value === null) return {};
  // A class made with `resourceType` returns expressions, because it has types for which cdktf has no token.
  if (value instanceof Expr && value[NODE].kind === "cdktf-token")
    return { token: value[NODE].token, type: value[TYPE] };
  // cdktf's nested objects, lists and maps.
  if ("interpolationForAttribute" in value || "get" in value || "fqn" in value) return {};
  if (Tokenization.isResolvable(value)) return { token: value, type: { kind: "bool" } };
  if (Token.isUnresolved(value)) return { token: value, type: { kind: "map", element: { kind: "string" } } };
  return {};
}

/**
 * Parses a cdktf reference such as `${aws_glue_job.this.command[0].name}`, and replaces the resource's address in it by `root`.
 */
function replaceAddress(text: unknown, address: string, root: Expression): Expression {
  const inner = /^\$\{([\s\S]*)\}$/.exec(String(text))?.[1] ?? String(text);
  // cdktf makes a list of a set of blocks, so that it has an index.
  const [, set, below] = /^tolist\(([^()]*)\)(.*)$/.exec(inner) ?? [];
  if (set !== undefined && below !== undefined && set.startsWith(address))
    return readSteps(callNode("tolist", [replaceAddress(set, address, root)]), below) ?? { kind: "raw", text: inner };
  const node = inner.startsWith(address) ? readSteps(root, inner.slice(address.length)) : undefined;
  return node ?? { kind: "raw", text: inner };
}

/** The attributes and indexes behind an expression; undefined for a text that has others. */
function readSteps(root: Expression, path: string): Expression | undefined {
  let node = root;
  const step = /\.([A-Za-z_][\w-]*)|\[(\d+)\]|\["([^"\\]*)"\]/y;
  while (step.lastIndex < path.length) {
    const match = step.exec(path);
    if (match === null) return undefined;
    if (match[1] !== undefined) node = attributeNode(node, match[1]);
    else node = indexNode(node, literalNode(match[2] === undefined ? (match[3] ?? "") : Number(match[2])));
  }
  return node;
}
