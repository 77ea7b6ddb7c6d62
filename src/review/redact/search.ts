/**
 * Finds all places of many patterns in a text at once, in time in proportion to the text: the automaton of Aho and Corasick.
 *
 * The patterns are a tree of characters. The search is always at the node of the longest text that the tree has and that ends at the
 * character just read. If the tree does not go on from there, the *link* of the node leads to the next shorter one.
 *
 * Of a pattern longer than {@link HEAD} the tree has the first characters, its head; the rest, its tail, is compared where the head is
 * found: so the tree stays small.
 *
 * @see https://doi.org/10.1145/360825.360855
 */
import type { Range } from "./ranges";

/** Characters of a pattern that are in the tree at the most. */
const HEAD = 64;
const ROOT = 0;
const { imul } = Math;

/** Finds the occurrences of patterns; the longest one, if several end at the same offset. */
export class Search {
  /** Whether there is anything to find. */
  readonly isEmpty: boolean;
  readonly #trie = new Trie();
  /** The tails of long patterns, by the node at which their head ends. */
  readonly #tails = new Map<number, string[]>();
  /** By node, the node of the longest shorter text that this node's text ends with. */
  readonly #links: Int32Array;
  /** By node, the length of the longest pattern that its text ends with; 0 if there is none. */
  readonly #longest: Int32Array;

  constructor(patterns: Iterable<string>) {
    const whole: number[] = [];
    for (const pattern of patterns) {
      const node = this.#add(pattern);
      if (pattern.length <= HEAD) whole.push(node);
    }
    this.isEmpty = this.#trie.size === 1;
    this.#links = new Int32Array(this.#trie.size);
    this.#longest = new Int32Array(this.#trie.size);
    for (const node of whole) this.#longest[node] = this.#trie.depth(node);
    this.#link();
  }

  /** The places, by their ends. */
  find(text: string): readonly Range[] {
    const found: Range[] = [];
    if (this.isEmpty) return found;
    let node = ROOT;
    for (let index = 0; index < text.length; index++) {
      node = this.#step(node, text.charCodeAt(index));
      if (node === ROOT) continue;
      const length = this.#longest[node] as number;
      if (length > 0) found.push({ start: index + 1 - length, end: index + 1 });
      const tail = this.#tails.size === 0 ? undefined : this.#longestTail(node, text, index + 1);
      if (tail !== undefined) found.push({ start: index + 1 - HEAD, end: index + 1 + tail });
    }
    return found;
  }

  /** The node at which the head of the pattern ends; what is longer has its tail there. */
  #add(pattern: string): number {
    const node = this.#trie.add(pattern.slice(0, HEAD));
    if (pattern.length > HEAD) {
      const tails = this.#tails.get(node);
      if (tails === undefined) this.#tails.set(node, [pattern.slice(HEAD)]);
      else tails.push(pattern.slice(HEAD));
    }
    return node;
  }

  /** Links the nodes, those near to the root first: the link of a node follows from the link of its parent. */
  #link(): void {
    for (const node of this.#trie.byDepth()) {
      const parent = this.#trie.parent(node);
      const link = parent === ROOT ? ROOT : this.#step(this.#links[parent] as number, this.#trie.code(node));
      this.#links[node] = link;
      if (this.#longest[node] === 0) this.#longest[node] = this.#longest[link] as number;
    }
  }

  /** The node after one more character of the text. */
  #step(from: number, code: number): number {
    let node = from;
    for (;;) {
      const next = this.#trie.child(node, code);
      if (next > 0) return next;
      if (node === ROOT) return ROOT;
      node = this.#links[node] as number;
    }
  }

  /** The length of the longest tail that follows a head in the text. */
  #longestTail(node: number, text: string, end: number): number | undefined {
    const lengths = this.#tails.get(node)?.filter((tail) => text.startsWith(tail, end));
    return lengths === undefined || lengths.length === 0 ? undefined : Math.max(...lengths.map(({ length }) => length));
  }
}

/**
 * The patterns' characters as a tree, in arrays of numbers: an object for each node would take ten times the memory. A node is a number,
 * and the root is 0.
 */
class Trie {
  /** How many nodes there are, with the root. */
  size = 1;
  #parents = new Int32Array(1024);
  #codes = new Uint16Array(1024);
  #depths = new Uint8Array(1024);
  /** A hash table with open addressing: nodes by a hash of their parent and character; 0 is free. */
  #slots = new Int32Array(4096);

  parent(node: number): number {
    return this.#parents[node] as number;
  }

  code(node: number): number {
    return this.#codes[node] as number;
  }

  depth(node: number): number {
    return this.#depths[node] as number;
  }

  /** The node of a text, made with those on the way where they are missing. */
  add(text: string): number {
    let node = ROOT;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      node = this.child(node, code) || this.#grow(node, code, index + 1);
    }
    return node;
  }

  /** The node behind a character; 0 if there is none. */
  child(parent: number, code: number): number {
    return this.#slots[this.#slot(parent, code)] as number;
  }

  /** All nodes but the root, those near to it first. */
  byDepth(): Int32Array {
    const starts = new Int32Array(HEAD + 2);
    for (let node = 1; node < this.size; node++) starts[this.depth(node) + 1]! += 1;
    for (let depth = 1; depth < starts.length; depth++) starts[depth]! += starts[depth - 1] as number;
    const order = new Int32Array(this.size - 1);
    for (let node = 1; node < this.size; node++) order[starts[this.depth(node)]!++] = node;
    return order;
  }

  #grow(parent: number, code: number, depth: number): number {
    const node = this.size++;
    if (node === this.#parents.length) this.#enlarge();
    this.#parents[node] = parent;
    this.#codes[node] = code;
    this.#depths[node] = depth;
    this.#slots[this.#slot(parent, code)] = node;
    return node;
  }

  #enlarge(): void {
    const length = this.#parents.length * 2;
    const [parents, codes, depths] = [this.#parents, this.#codes, this.#depths];
    this.#parents = new Int32Array(length);
    this.#codes = new Uint16Array(length);
    this.#depths = new Uint8Array(length);
    this.#parents.set(parents);
    this.#codes.set(codes);
    this.#depths.set(depths);
    this.#slots = new Int32Array(length * 4);
    for (let node = 1; node < parents.length; node++)
      this.#slots[this.#slot(this.parent(node), this.code(node))] = node;
  }

  /** The slot of the node, or the slot where it would be inserted. */
  #slot(parent: number, code: number): number {
    const mask = this.#slots.length - 1;
    let slot = imul(parent, 0x9e3779b1) ^ imul(code + 1, 0x85ebca6b);
    slot = (slot ^ (slot >>> 15)) & mask;
    for (;;) {
      const node = this.#slots[slot] as number;
      if (node === 0 || (this.#parents[node] === parent && this.#codes[node] === code)) return slot;
      slot = (slot + 1) & mask;
    }
  }
}
