/** What the expressions of a folder refer to, also by its locals. */
import { type Syntax, walkSyntax } from "../hcl/read";

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Finds what expressions name, such as documents. Of `local.policies.read` and `local.policies["read"]` that entry is meant, if it is
 * written out, and otherwise all that the local has.
 */
export class LocalReferences {
  readonly #locals: ReadonlyMap<string, Syntax>;
  readonly #nameIn: (node: Syntax) => string | undefined;
  /** What is named below a local or an entry of it, which many expressions may refer to. */
  readonly #known = new Map<Syntax, ReadonlySet<string>>();

  /** @param nameIn what a node by itself names */
  constructor(locals: ReadonlyMap<string, Syntax>, nameIn: (node: Syntax) => string | undefined) {
    this.#locals = locals;
    this.#nameIn = nameIn;
  }

  /** What an expression names, each once, in order. */
  namesIn(value: Syntax): ReadonlySet<string> {
    const found = new Set<string>();
    const followed = new Set<Syntax>();
    walkSyntax(value, (node) => {
      const name = this.#nameIn(node);
      if (name !== undefined) found.add(name);
      const meant = followed.has(node) ? undefined : this.#meantBy(node);
      if (node.kind === "attribute" || node.kind === "index") {
        if (meant !== undefined || followed.has(node)) followed.add(node.of);
      }
      if (meant !== undefined) for (const one of this.#namesBelow(meant)) found.add(one);
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

  /** The expression of the local that a node refers to, or of its entry; undefined for another node. */
  #meantBy(node: Syntax): Syntax | undefined {
    if (node.kind !== "attribute" && node.kind !== "index") return undefined;
    if (node.kind === "attribute" && node.of.kind === "reference")
      return node.of.name === "local" ? this.#locals.get(node.name) : undefined;
    const whole = this.#meantBy(node.of);
    const key = node.kind === "attribute" ? node.name : textOf(node.key);
    return whole === undefined || key === undefined ? whole : (entryOf(whole, key) ?? whole);
  }
}

function entryOf(whole: Syntax, key: string): Syntax | undefined {
  return whole.kind === "object" ? whole.entries.find((entry) => textOf(entry.key) === key)?.value : undefined;
}

/** A key that is written out. */
function textOf(key: Syntax): string | undefined {
  return key.kind === "literal" ? String(key.value) : undefined;
}
