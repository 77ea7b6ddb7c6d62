/**
 * All places of many patterns in a text, in time in proportion to the text: Aho and Corasick's automaton.
 *
 * Patterns longer than {@link HEAD} are found by their head, and the rest is compared: the automaton stays small.
 *
 * @see https://doi.org/10.1145/360825.360855
 */
import type { Range } from "./ranges";

const HEAD = 64;
const { imul } = Math;

/** Finds the occurrences of patterns; the longest one, if several end at the same offset. */
export class Search {
  /** Whether there is anything to find. */
  readonly isEmpty: boolean;
  readonly #trie = new Trie();
  readonly #tails = new Map<number, string[]>();
  readonly #fail: Int32Array;
  /** Length of the longest pattern that ends at a node. */
  readonly #longest: Int32Array;

  constructor(patterns: Iterable<string>) {
    const whole: number[] = [];
    for (const pattern of patterns) {
      const node = this.#add(pattern);
      if (pattern.length <= HEAD) whole.push(node);
    }
    this.isEmpty = this.#trie.size === 1;
    this.#fail = new Int32Array(this.#trie.size);
    this.#longest = new Int32Array(this.#trie.size);
    for (const node of whole) this.#longest[node] = this.#trie.depth(node);
    this.#link();
  }

  /** The places, by their ends. */
  find(text: string): readonly Range[] {
    const found: Range[] = [];
    if (this.isEmpty) return found;
    let node = 0;
    for (let index = 0; index < text.length; index++) {
      node = this.#step(node, text.charCodeAt(index));
      if (node === 0) continue;
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

  /** Links each node to the longest other one that its text ends with, nearest to the root first. */
  #link(): void {
    for (const node of this.#trie.byDepth()) {
      const parent = this.#trie.parent(node);
      const link = parent === 0 ? 0 : this.#step(this.#fail[parent] as number, this.#trie.code(node));
      this.#fail[node] = link;
      if (this.#longest[node] === 0) this.#longest[node] = this.#longest[link] as number;
    }
  }

  #step(from: number, code: number): number {
    let node = from;
    for (;;) {
      const next = this.#trie.child(node, code);
      if (next > 0) return next;
      if (node === 0) return 0;
      node = this.#fail[node] as number;
    }
  }

  #longestTail(node: number, text: string, end: number): number | undefined {
    const lengths = this.#tails.get(node)?.filter((tail) => text.startsWith(tail, end));
    return lengths === undefined || lengths.length === 0 ? undefined : Math.max(...lengths.map(({ length }) => length));
  }
}

/** The patterns' characters as a tree, in arrays of numbers: an object for each node would take ten times the memory. */
class Trie {
  size = 1;
  #parents = new Int32Array(1024);
  #codes = new Uint16Array(1024);
  #depths = new Uint8Array(1024);
  /** Nodes by a hash of their parent and character; 0 is free. */
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
    let node = 0;
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
