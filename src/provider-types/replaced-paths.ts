/**
 * The arguments of a type that force replacement, as one text: names with spaces between them, and in parentheses the names
 * within a block.
 *
 *     name rule(port) network+(id) disk* ~engine
 *
 * - `name` forces replacement, and so does `port` in a block `rule`, which itself does not.
 * - `network+(id)`: one block more or less forces replacement, and another `id` in it. Of the other arguments in it the
 *   provider does not say it, so that it is not known.
 * - `disk*`: the same with everything in the block.
 * - `~engine`: the provider decides it by the values, so that of this argument, and of what is in it, it is not known.
 *   `~*` in parentheses means everything in the block.
 * - A text that begins with `?` may lack arguments.
 */
type Mark = "forces" | "forces-all" | "not-known" | "contains";

interface PathNode {
  readonly mark: Mark;
  readonly within: ReadonlyMap<string, PathNode>;
}

/** A text that is read. */
export class ReplacedPaths {
  readonly #top: ReadonlyMap<string, PathNode>;
  readonly #isComplete: boolean;

  /** @param ofAllTypes what holds where the text says nothing else, in the same form */
  constructor(text: string, ofAllTypes = "") {
    this.#isComplete = !text.startsWith("?");
    this.#top = readNodes(`${ofAllTypes} ${text}`.matchAll(/(~?)(\w+|\*)([+*]?)(\(?)|\)/g));
  }

  /** Undefined where it is not known. */
  replaces(path: readonly string[]): boolean | undefined {
    let nodes = this.#top;
    let last: PathNode | undefined;
    for (const name of path) {
      if (nodes.has("*")) return undefined;
      const node = nodes.get(name);
      if (node === undefined) return this.#notListed(last);
      if (node.mark === "not-known") return undefined;
      if (node.mark === "forces-all") return true;
      nodes = node.within;
      last = node;
    }
    if (last === undefined) return undefined;
    return last.mark === "forces" || this.#notListed(undefined);
  }

  #notListed(parent: PathNode | undefined): false | undefined {
    return this.#isComplete && parent?.mark !== "forces" ? false : undefined;
  }
}

/** Reads up to the parenthesis that closes the names, or to the end. */
function readNodes(tokens: IterableIterator<RegExpMatchArray>): ReadonlyMap<string, PathNode> {
  const nodes = new Map<string, PathNode>();
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    const [token, unclear, name = "", sign, opens] = next.value;
    if (token === ")") break;
    const mark = unclear === "~" ? "not-known" : markOf(sign, opens);
    nodes.set(name, { mark, within: opens === "(" ? readNodes(tokens) : new Map() });
  }
  return nodes;
}

function markOf(sign: string | undefined, opens: string | undefined): Mark {
  if (sign === "*") return "forces-all";
  return opens === "(" && sign !== "+" ? "contains" : "forces";
}
