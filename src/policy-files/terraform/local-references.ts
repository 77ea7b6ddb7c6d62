/** What the expressions of a folder refer to, also by its locals and by what its blocks take their instances from. */
import { type Syntax, walkSyntax } from "../../hcl/read";

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Finds what expressions name, such as documents. Of `local.policies.read` and `local.policies["read"]` that entry is meant, if it is
 * written out, and otherwise all that the local has; of `each.value` what the block takes its instances from.
 */
export class LocalReferences {
  readonly #locals: ReadonlyMap<string, Syntax>;
  readonly #nameIn: (node: Syntax) => string | undefined;
  /** What is named below a local or an entry of it, which many expressions may refer to. */
  readonly #known = new Map<Syntax, ReadonlySet<string>>();
  /** The entries of the objects in an expression, and in the locals that it names, by their keys. */
  readonly #entries = new Map<Syntax, ReadonlyMap<string, ReadonlySet<Syntax>>>();

  /** @param nameIn what a node by itself names */
  constructor(locals: ReadonlyMap<string, Syntax>, nameIn: (node: Syntax) => string | undefined) {
    this.#locals = locals;
    this.#nameIn = nameIn;
  }

  /**
   * What an expression names, each once, in order.
   *
   * @param forEach the `for_each` of its block
   */
  namesIn(value: Syntax, forEach?: Syntax): ReadonlySet<string> {
    const found = new Set<string>();
    const followed = new Set<Syntax>();
    walkSyntax(value, (node) => {
      const name = this.#nameIn(node);
      if (name !== undefined) found.add(name);
      const meant = followed.has(node) ? undefined : this.#meantBy(node, { forEach, seen: new Set() });
      const part = partOf(node);
      if (part !== undefined && (meant !== undefined || followed.has(node))) followed.add(part.of);
      for (const one of meant ?? []) for (const below of this.#namesBelow(one)) found.add(below);
    });
    return found;
  }

  #namesBelow(node: Syntax): ReadonlySet<string> {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    // A local that refers to itself names nothing more.
    this.#known.set(node, NOTHING);
    const found = this.namesIn(node);
    this.#known.set(node, found);
    return found;
  }

  /** The expressions of the local or of the instances that a node refers to, or of their entry; undefined for another node. */
  #meantBy(node: Syntax, look: Look): readonly Syntax[] | undefined {
    const part = partOf(node);
    // A local that refers to itself is followed once.
    if (part === undefined || look.seen.has(node)) return undefined;
    look.seen.add(node);
    if (node.kind === "attribute" && node.of.kind === "reference") {
      const local = node.of.name === "local" ? this.#locals.get(node.name) : undefined;
      if (local !== undefined) return [local];
      return node.of.name === "each" && node.name === "value" ? this.#valuesOf(look) : undefined;
    }
    const whole = this.#meantBy(part.of, look);
    const { key } = part;
    if (whole === undefined || key === undefined) return whole;
    return whole.flatMap((one) => this.#writtenOut(one, look)).flatMap((one) => this.#entriesOf(one, key));
  }

  /** The values of the instances; the whole of what they come from, if it is no object that is written out. */
  #valuesOf(look: Look): readonly Syntax[] | undefined {
    const { forEach } = look;
    if (forEach === undefined) return undefined;
    return this.#writtenOut(forEach, look).flatMap((one) =>
      one.kind === "object" ? one.entries.map(({ value }) => value) : [one],
    );
  }

  /** The entry of an object or a list. In an expression that makes one, such as a `for` or `merge`, all that are called so; else the whole. */
  #entriesOf(whole: Syntax, key: string): readonly Syntax[] {
    const own = entryOf(whole, key);
    if (own !== undefined) return [own];
    // What has no such entry says nothing; a key that is an expression may be it.
    if (whole.kind === "object") return whole.entries.every((entry) => textOf(entry.key) !== undefined) ? [] : [whole];
    if (whole.kind === "tuple") return [whole];
    return [...(this.#entriesWithin(whole).get(key) ?? [whole])];
  }

  #entriesWithin(whole: Syntax): ReadonlyMap<string, ReadonlySet<Syntax>> {
    const known = this.#entries.get(whole);
    if (known !== undefined) return known;
    const entries = new Map<string, Set<Syntax>>();
    this.#entries.set(whole, entries);
    const add = (key: string, value: Syntax) => {
      const values = entries.get(key) ?? new Set();
      entries.set(key, values.add(value));
    };
    walkSyntax(whole, (node) => {
      for (const entry of node.kind === "object" ? node.entries : []) {
        const key = textOf(entry.key);
        if (key !== undefined) add(key, entry.value);
      }
      for (const one of this.#meantBy(node, { forEach: undefined, seen: new Set() }) ?? []) {
        for (const [key, values] of this.#entriesWithin(one)) for (const value of values) add(key, value);
      }
    });
    return entries;
  }

  /** What an expression is that is a local alone. */
  #writtenOut(node: Syntax, look: Look): readonly Syntax[] {
    return this.#meantBy(node, look)?.flatMap((one) => this.#writtenOut(one, look)) ?? [node];
  }
}

/** While a reference is followed: the `for_each` of its block, and the nodes on the way. */
interface Look {
  readonly forEach: Syntax | undefined;
  readonly seen: Set<Syntax>;
}

/** What an expression takes a part of, and the key, if it is written out: `x.key`, `x["key"]`, `lookup(x, "key", null)`. */
function partOf(node: Syntax): { readonly of: Syntax; readonly key: string | undefined } | undefined {
  if (node.kind === "attribute") return { of: node.of, key: node.name };
  if (node.kind === "index") return { of: node.of, key: textOf(node.key) };
  const [of, key] = node.kind === "call" && node.name === "lookup" ? node.args : [];
  return of === undefined || key === undefined ? undefined : { of, key: textOf(key) };
}

function entryOf(whole: Syntax, key: string): Syntax | undefined {
  if (whole.kind === "tuple") return /^\d+$/.test(key) ? whole.items[Number(key)] : undefined;
  return whole.kind === "object" ? whole.entries.find((entry) => textOf(entry.key) === key)?.value : undefined;
}

/** A key that is written out. */
function textOf(key: Syntax): string | undefined {
  return key.kind === "literal" ? String(key.value) : undefined;
}
