/** What `resource` gives back: the attributes of one resource, of one with `count`, of one with `for_each`. */
import type { Construct } from "../cdk";
import { fail } from "../errors";
import { bindingNode, indexNode, literalNode, referenceNode } from "../expr/build";
import { type Expr, type ListExpr, type MapExpr, makeExpr, NODE, type Nullable, TYPE } from "../expr/expr";
import { lift } from "../expr/lift";
import type { Num, Str } from "../expr/operators";
import type { Expression } from "../hcl/expression";
import { attributesOf } from "./attributes";
import type { AttributesOf } from "./config-types";

const ADDRESS: unique symbol = Symbol("tfwright.address");
declare const ELEMENT_OF: unique symbol;

/** The attributes of one resource. */
export type ResourceRef<R> = AttributesOf<R> & { readonly [ADDRESS]: string };

/** A resource with `count`. */
export interface CountedRef<R> {
  readonly [ADDRESS]: string;
  readonly [ELEMENT_OF]?: R;
  /** `address[index].attribute` */
  at(index: Num): AttributesOf<R>;
  /** `address[*].attribute` */
  all<E extends Expr<unknown>>(pick: (item: AttributesOf<R>) => E): ListExpr<E>;
  /** `one(address[*].attribute)`: null where there is none. */
  one<E extends Expr<unknown>>(pick: (item: AttributesOf<R>) => E): Nullable<E>;
  /** `{ for item in address : key => item.attribute }`: an entry where there is one, else none. */
  toMap<E extends Expr<unknown>>(key: string, pick: (item: AttributesOf<R>) => E): MapExpr<E>;
}

/** A resource with `for_each`. */
export interface KeyedRef<R> {
  readonly [ADDRESS]: string;
  /** `address[key].attribute` */
  at(key: Str): AttributesOf<R>;
  /** `{ for key, item in address : key => item.attribute }` */
  all<E extends Expr<unknown>>(pick: (item: AttributesOf<R>) => E): MapExpr<E>;
}

/** Something that `depends_on` can name. */
export type Dependency = { readonly [ADDRESS]: string };

export function withAddress(attributes: object, address: string): object {
  return new Proxy(attributes, {
    get: (target, key) => (key === ADDRESS ? address : Reflect.get(target, key)),
    has: (target, key) => key === ADDRESS || Reflect.has(target, key),
  });
}

/** The address of something that can be depended on. */
export function addressOf(dependency: Dependency): string {
  const address = dependency?.[ADDRESS];
  if (typeof address !== "string")
    fail("not-a-dependency", "", "`dependsOn` takes resources, data sources and module calls of this definition");
  return address as string;
}

/** The addresses of what there is to wait for: what is known not to be made has none. */
export function addressesOf(dependencies: readonly Dependency[] = []): readonly string[] {
  return dependencies.map(addressOf).filter((address) => address !== "");
}

/** Marks an object as something that can be depended on. */
export function asDependency<T extends object>(value: T, address: string): T & Dependency {
  return Object.defineProperty(value, ADDRESS, { value: address, enumerable: false }) as T & Dependency;
}

/** The attributes of an instance that is known not to be there: null, as behind a condition that folds away. */
function absent(): object {
  return new Proxy(Object.create(null) as object, {
    get: (_target, key) => (typeof key === "symbol" ? undefined : makeExpr(literalNode(null))),
  });
}

export function countedRef(
  construct: Construct | undefined,
  address: string,
  known: readonly Expression[] | undefined,
): object {
  const pickFrom = (root: Expression, pick: (item: object) => Expr<unknown>) =>
    pick(attributesOf(construct as Construct, address, root));
  const all = (pick: (item: object) => Expr<unknown>): Expr<unknown> => {
    if (known !== undefined) return makeExpr({ kind: "tuple", items: known.map((root) => pickFrom(root, pick)[NODE]) });
    const item = bindingNode(nameOfItem(address));
    const picked = pickFrom(item, pick);
    const type = picked[TYPE];
    const collection = referenceNode(address);
    const path = attributePath(picked[NODE], item);
    const node: Expression =
      path === undefined
        ? { kind: "for", value: item, collection, result: picked[NODE] }
        : { kind: "splat", of: collection, path };
    return makeExpr(node, type === undefined ? undefined : { kind: "list", element: type });
  };
  return asDependency(
    {
      at: (index: Num) => {
        const node = lift(index);
        const root =
          known === undefined
            ? indexNode(referenceNode(address), node)
            : node.kind === "literal"
              ? known[node.value as number]
              : undefined;
        return root === undefined || construct === undefined ? absent() : attributesOf(construct, address, root);
      },
      all,
      one: (pick: (item: object) => Expr<unknown>) => {
        const list = all(pick)[NODE];
        if (list.kind === "tuple") return makeExpr(list.items[0] ?? literalNode(null));
        return makeExpr({ kind: "call", name: "one", args: [list] }, pickFrom(referenceNode(address), pick)[TYPE]);
      },
      toMap: (key: string, pick: (item: object) => Expr<unknown>) => {
        if (known !== undefined) {
          const values = known.map((root) => pickFrom(root, pick));
          const element = values[0]?.[TYPE];
          return makeExpr(
            { kind: "object", entries: values.map((value) => ({ key, value: value[NODE] })) },
            element === undefined ? undefined : { kind: "map", element },
          );
        }
        const item = bindingNode(nameOfItem(address));
        const picked = pickFrom(item, pick);
        const type = picked[TYPE];
        return makeExpr(
          {
            kind: "for",
            value: item,
            collection: referenceNode(address),
            resultKey: literalNode(key),
            result: picked[NODE],
          },
          type === undefined ? undefined : { kind: "map", element: type },
        );
      },
    },
    construct === undefined ? "" : address,
  );
}

/** `aws_glue_job.this` holds jobs. */
function nameOfItem(address: string): string {
  return address.split("_").pop()?.split(".")[0] ?? "item";
}

/** The attributes from `item` to a node, or undefined where anything else lies between: a splat can take no index. */
function attributePath(node: Expression, item: Expression): readonly string[] | undefined {
  if (node === item) return [];
  if (node.kind !== "attribute") return undefined;
  const path = attributePath(node.of, item);
  return path === undefined ? undefined : [...path, node.name];
}

export function keyedRef(construct: Construct, address: string, root: Expression): object {
  return asDependency(
    {
      at: (key: Str) => attributesOf(construct, address, indexNode(root, lift(key))),
      all: (pick: (item: object) => Expr<unknown>) => {
        const key = bindingNode("key");
        const value = bindingNode("item");
        const picked = pick(attributesOf(construct, address, value));
        const type = picked[TYPE];
        return makeExpr(
          { kind: "for", key, value, collection: root, resultKey: key, result: picked[NODE] },
          type === undefined ? undefined : { kind: "map", element: type },
        );
      },
    },
    address,
  );
}
