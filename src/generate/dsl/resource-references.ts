/** What `resource` and `moduleCall` give back: the attributes of one, of one with `count`, of one with `for_each`. */
import { Construct, TerraformDataSource, TerraformResource } from "../../cdk";
import { fail, type Problems } from "../../errors";
import type { Expression } from "../../hcl/expression";
import type { TypeConstraint } from "../../hcl/type";
import { bindingNode, indexNode, literalNode, referenceNode } from "../expr/build";
import { checkCallback } from "../expr/check-callback";
import { singular } from "../expr/collections";
import { type Expr, type ListExpr, type MapExpr, makeExpr, NODE, type Nullable, TYPE } from "../expr/expr";
import { NO_VALUE, type NoValue } from "../expr/no-value";
import type { NumberLike, StringLike } from "../expr/operators";
import { type Anything, type ExprOf, toExpr, toNode } from "../expr/to-node";
import { stackHere } from "./author-call";
import type { AttributesOf } from "./config-types";

const ADDRESS: unique symbol = Symbol("tfwright.address");
/** What the author picks from each of several instances: an attribute, or an object or list of attributes. */
type Pick = (item: object) => unknown;
/** Makes the attributes of what an expression refers to. */
type AttributesBelow = (root: Expression) => object;

/** The attributes of one resource. */
export type ResourceRef<R> = AttributesOf<R> & Dependency;

/** Something with `count`; `A` are the attributes of one of them. */
export interface Counted<A> extends Dependency {
  /** `address[index].attribute` */
  at(index: NumberLike): A;
  /** `address[*].attribute` */
  all<R extends Anything>(pick: (item: A) => R): ListExpr<ExprOf<R>>;
  /** `one(address[*].attribute)`: null if there is no instance. */
  one<R extends Anything>(pick: (item: A) => R): Nullable<ExprOf<R>>;
  /** `{ for item in address : key => item.attribute }`: an entry where there is one, else none. */
  toMap<R extends Anything>(key: string, pick: (item: A) => R): MapExpr<ExprOf<R>>;
}

/** Something with `for_each`; `A` are the attributes of one of them. */
export interface KeyedElements<A> extends Dependency {
  /** `address[key].attribute` */
  at(key: StringLike): A;
  /** `{ for key, item in address : key => item.attribute }`; of the instances themselves `address` */
  all<R extends Anything>(pick: (item: A) => R): MapExpr<ExprOf<R>>;
}

/** A resource with `count`. */
export type CountedRef<R> = Counted<AttributesOf<R>>;

/** A resource with `for_each`. */
export type KeyedRef<R> = KeyedElements<AttributesOf<R>>;

/** Something that `depends_on` can refer to: by its address, or, if it was inlined, by the addresses of its resources. */
export type Dependency = { readonly [ADDRESS]: string | readonly string[] };

export function withAddress(attributes: object, address: string): object {
  return new Proxy(attributes, {
    get: (target, key) => (key === ADDRESS ? address : Reflect.get(target, key)),
    has: (target, key) => key === ADDRESS || Reflect.has(target, key),
  });
}

/** Whether a value is what `resource`, `data` or `moduleCall` has returned. */
export function isDependency(value: object): value is Dependency {
  return ADDRESS in value;
}

/** The addresses that `depends_on` names. A resource that is known not to be created has none. */
export function addressesOf(dependencies: readonly (Dependency | Construct)[] = []): readonly string[] {
  if (!Array.isArray(dependencies))
    fail({ code: "not-a-dependency", path: "", message: "`dependsOn` takes a list", hint: "dependsOn: [bucket]" });
  return dependencies.flatMap((dependency) => {
    if (dependency instanceof Construct) return addressesBelow(dependency);
    const address = dependency?.[ADDRESS];
    if (address === undefined)
      fail({
        code: "not-a-dependency",
        path: "",
        message: "`dependsOn` takes resources, data sources and module calls of this definition",
        hint: "give what `resource` or `moduleCall` returned: `dependsOn: [bucket]`",
      });
    return address;
  });
}

/** What was made with `new`, also below a construct of the author. */
function addressesBelow(construct: Construct): readonly string[] {
  return construct.node.findAll().flatMap((one) => {
    if (one instanceof TerraformResource) return `${one.terraformResourceType}.${one.friendlyUniqueId}`;
    if (one instanceof TerraformDataSource)
      return `data.${one.terraformResourceType.replace(/^data\./, "")}.${one.friendlyUniqueId}`;
    return [];
  });
}

/** Marks an object as something that can be depended on. */
export function asDependency<T extends object>(value: T, address: string | readonly string[]): T & Dependency {
  return Object.defineProperty(value, ADDRESS, { value: address, enumerable: false }) as T & Dependency;
}

/** The attributes of an instance that is known not to exist: each is null, as in a conditional that is known to be false. */
export function absent(): object {
  return new Proxy(Object.create(null) as object, {
    get: (_target, key) => (typeof key === "symbol" ? undefined : makeExpr(literalNode(null))),
  });
}

/** Several instances, and where mistakes in their use are reported. */
interface RepeatedElement {
  /** The attributes below the expression of an instance. */
  readonly attributes: AttributesBelow;
  readonly address: string;
  readonly problems: Problems;
  /** The type of an instance: `for_each = aws_sqs_queue.this` walks the instances themselves. @default not known */
  readonly typeOfOne?: () => TypeConstraint;
}

/** What has all instances, whose elements have the attributes of one. */
function instancesNode(kind: "map" | "list", node: Expression, typeOfOne: RepeatedElement["typeOfOne"]): Expr<unknown> {
  return makeExpr(node, typeOfOne && { kind, element: typeOfOne() });
}

/** @param known the instances, if their number is known; `attributes` is not called if there are no instances */
export function countedRef(instances: RepeatedElement, known: readonly Expression[] | undefined): object {
  const { address } = instances;
  return repeated(
    known === undefined ? unknownCount(instances) : knownCount(instances, known),
    known?.length === 0 ? [] : address,
    instances,
    (name) => ({
      message: `${address} has \`count\`, so it has no single \`${name}\``,
      hint: `for the instance with an index: .at(0).${name}; for one or none: .one((it) => it.${name}); for all: .all((it) => it.${name})`,
    }),
  );
}

/** What the author picks from one instance. */
type PickFrom = (root: Expression, pick: Pick) => Expr<unknown>;

function pickerOf({ attributes }: RepeatedElement): PickFrom {
  return (root, pick) => toExpr<unknown>(pick(attributes(root))) as Expr<unknown>;
}

/** The methods where the number of instances is known: the values are written one by one. */
function knownCount(instances: RepeatedElement, known: readonly Expression[]): Methods {
  const { attributes, typeOfOne } = instances;
  const pickFrom = pickerOf(instances);
  const collectionOf = (kind: "list" | "map", [first]: readonly Expr<unknown>[]): TypeConstraint | undefined =>
    first?.[TYPE] === undefined ? undefined : { kind, element: first[TYPE] };
  return {
    at: (index: NumberLike) => {
      const node = toNode(index);
      const root = node.kind === "literal" ? known[node.value as number] : undefined;
      return root === undefined ? absent() : attributes(root);
    },
    all: (pick: Pick) => {
      checkCallback(pick, "all", ".all((it) => it.id)");
      const picked = known.map((root) => pickFrom(root, pick));
      const node: Expression = { kind: "tuple", items: picked.map((one) => one[NODE]) };
      const isWhole = picked[0]?.[NODE] === known[0];
      return isWhole ? instancesNode("list", node, typeOfOne) : makeExpr(node, collectionOf("list", picked));
    },
    one: (pick: Pick) => {
      checkCallback(pick, "one", ".one((it) => it.id)");
      return known[0] === undefined ? makeExpr(literalNode(null)) : pickFrom(known[0], pick);
    },
    toMap: (key: string, pick: Pick) => {
      const picked = known.map((root) => pickFrom(root, pick));
      const entries = picked.map((value) => ({ key, value: value[NODE] }));
      return makeExpr({ kind: "object", entries }, collectionOf("map", picked));
    },
  };
}

/** The methods where only Terraform knows the number of instances: the values are a splat, or a `for`. */
function unknownCount(instances: RepeatedElement): Methods {
  const { attributes, address, typeOfOne } = instances;
  const pickFrom = pickerOf(instances);
  const collection = referenceNode(address);
  const all = (pick: Pick): Expr<unknown> => {
    checkCallback(pick, "all", ".all((it) => it.id)");
    const item = bindingNode(nameOfItem(address));
    const picked = pickFrom(item, pick);
    const element = picked[TYPE];
    const path = attributePath(picked[NODE], item);
    const node: Expression =
      path === undefined
        ? { kind: "for", value: item, collection, result: picked[NODE] }
        : { kind: "splat", of: collection, path };
    if (picked[NODE] === item) return instancesNode("list", node, typeOfOne);
    return makeExpr(node, element === undefined ? undefined : { kind: "list", element });
  };
  return {
    at: (index: NumberLike) => attributes(indexNode(collection, toNode(index))),
    all,
    one: (pick: Pick) => {
      checkCallback(pick, "one", ".one((it) => it.id)");
      const list = all(pick)[NODE];
      return makeExpr({ kind: "call", name: "one", args: [list] }, pickFrom(collection, pick)[TYPE]);
    },
    toMap: (key: string, pick: Pick) => {
      const item = bindingNode(nameOfItem(address));
      const picked = pickFrom(item, pick);
      const element = picked[TYPE];
      const node: Expression = {
        kind: "for",
        value: item,
        collection,
        resultKey: literalNode(key),
        result: picked[NODE],
      };
      return makeExpr(node, element === undefined ? undefined : { kind: "map", element });
    },
  };
}

interface Methods {
  readonly at: (index: never) => object;
  readonly [name: string]: (...args: never[]) => unknown;
}

/** What has several instances; a name that only one of them has is a problem in words. */
function repeated(
  methods: Methods,
  address: string | readonly string[],
  element: RepeatedElement,
  explain: (name: string) => { readonly message: string; readonly hint: string },
): object {
  return new Proxy(asDependency(methods, address), {
    get: (target, key) => {
      if (key === NO_VALUE) return wholeOf(element.address, "one" in methods);
      if (typeof key === "symbol" || key in target || PROBED.has(key)) return Reflect.get(target, key);
      element.problems.add({ code: "no-single-instance", path: "", stack: stackHere(), ...explain(key) });
      // `build` goes on with what `count` has, or with the attribute of one instance.
      if (OF_COUNT.has(key)) return (...args: never[]) => methods.all?.(args.at(-1) as never);
      return Reflect.get(methods.at(0 as never), key);
    },
  });
}

/** What only a resource with `count` has. */
const OF_COUNT = new Set(["one", "toMap"]);

function wholeOf(address: string, isCounted: boolean): NoValue {
  return {
    message: `${address} has \`${isCounted ? "count" : "forEach"}\`: all of its instances together are no value`,
    hint: isCounted
      ? "for the instance with an index: .at(0).id; for one or none: .one((it) => it.id); for all: .all((it) => it.id)"
      : 'for the instance with a key: .at("key").id; for all: .all((it) => it.id)',
  };
}

/** What JavaScript, cdktf or a test look up on any object. */
const PROBED = new Set([
  "then",
  "toJSON",
  "resolve",
  "creationStack",
  "fqn",
  "inspect",
  "$$typeof",
  "asymmetricMatch",
  "nodeType",
  "tagName",
  "length",
]);

/** `aws_glue_job.this` holds jobs, `kubernetes_secret_v1.this` secrets. */
function nameOfItem(address: string): string {
  const [type = "", name = ""] = address.replace(/^data\./, "").split(".");
  const word =
    type === "module"
      ? singular(referenceNode(name))
      : (type
          .replace(/_v\d+$/, "")
          .split("_")
          .pop() ?? "");
  return /^[a-z]\w+$/.test(word) && name !== "" && !NO_NAMES.includes(word) ? word : "item";
}

/** What a reader takes for something else in a loop: `key` is that of the map, and `module` begins an address. */
const NO_NAMES = ["count", "data", "each", "key", "local", "module", "path", "resource", "self", "value", "var"];

/** The attributes from `item` to a node, or undefined where anything else lies between: a splat can take no index. */
function attributePath(node: Expression, item: Expression): readonly string[] | undefined {
  if (node === item) return [];
  if (node.kind !== "attribute") return undefined;
  const path = attributePath(node.of, item);
  return path === undefined ? undefined : [...path, node.name];
}

/** @param addresses what `depends_on` names: none where it is known that there are no instances */
export function keyedRef(
  instances: RepeatedElement,
  root: Expression,
  addresses: string | readonly string[] = instances.address,
): object {
  const { attributes, address, typeOfOne } = instances;
  return repeated(
    {
      at: (key: StringLike) => attributes(indexNode(root, toNode(key))),
      all: (pick: Pick) => {
        checkCallback(pick, "all", ".all((it) => it.id)");
        const key = bindingNode("key");
        const value = bindingNode(nameOfItem(address));
        const one = attributes(value);
        const given = pick(one);
        const picked = toExpr<unknown>(given) as Expr<unknown>;
        const type = picked[TYPE];
        // `all((it) => it)` is the resource itself, which is a map of its instances, or nothing where it is known that there are none.
        if (picked[NODE] === value || (given === one && root.kind === "object"))
          return instancesNode("map", root, typeOfOne);
        return makeExpr(
          { kind: "for", key, value, collection: root, resultKey: key, result: picked[NODE] },
          type === undefined ? undefined : { kind: "map", element: type },
        );
      },
    },
    addresses,
    instances,
    (name) =>
      OF_COUNT.has(name)
        ? {
            message: `\`.${name}\` is for a resource with \`count\`, and ${address} has \`forEach\``,
            hint: 'for the instance with a key: .at("key").id; for all: .all((it) => it.id)',
          }
        : {
            message: `${address} has \`forEach\`, so it has no single \`${name}\``,
            hint: `for the instance with a key: .at("key").${name}; for all: .all((it) => it.${name})`,
          },
  );
}
