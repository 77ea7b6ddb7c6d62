/**
 * All places of many patterns in a text, in time in proportion to the text: Aho and Corasick's automaton.
 *
 * Patterns longer than {@link HEAD} are found by their head, and the rest is compared: the automaton stays small.
 *
 * @see https://doi.org/10.1145/360825.360855
 */
import type { Range } from "./ranges";

const HEAD = 64;

/** Finds where patterns stand; of those that end at the same place, the longest. */
export class Search {
  /** Whether there is anything to find. */
  readonly isEmpty: boolean;
  private readonly edges = new Edges();
  private readonly depth: number[] = [0];
  private readonly whole: boolean[] = [false];
  private readonly tails = new Map<number, string[]>();
  private readonly fail: Int32Array;
  /** Length of the longest pattern that ends at a node. */
  private readonly longest: Int32Array;

  constructor(patterns: Iterable<string>) {
    for (const pattern of patterns) if (pattern !== "") this.add(pattern);
    this.isEmpty = this.depth.length === 1;
    this.fail = new Int32Array(this.depth.length);
    this.longest = new Int32Array(this.depth.length);
    this.link();
  }

  /** The places, by their ends. */
  find(text: string): readonly Range[] {
    const found: Range[] = [];
    if (this.isEmpty) return found;
    let node = 0;
    for (let index = 0; index < text.length; index++) {
      node = this.step(node, text.charCodeAt(index));
      if (node === 0) continue;
      const length = this.longest[node] as number;
      if (length > 0) found.push({ start: index + 1 - length, end: index + 1 });
      const tail = this.tails.size === 0 ? undefined : this.longestTail(node, text, index + 1);
      if (tail !== undefined) found.push({ start: index + 1 - HEAD, end: index + 1 + tail });
    }
    return found;
  }

  private add(pattern: string): void {
    let node = 0;
    const head = Math.min(pattern.length, HEAD);
    for (let index = 0; index < head; index++) {
      const code = pattern.charCodeAt(index);
      let next = this.edges.get(node, code);
      if (next < 0) {
        next = this.depth.length;
        this.depth.push(index + 1);
        this.whole.push(false);
        this.edges.add(node, code, next);
      }
      node = next;
    }
    if (pattern.length === head) this.whole[node] = true;
    else this.tails.set(node, [...(this.tails.get(node) ?? []), pattern.slice(HEAD)]);
  }

  /** Links each node to the longest other one that its text ends with, nearest to the root first. */
  private link(): void {
    const order = [...this.edges.list()].sort((a, b) => this.at(a.to) - this.at(b.to));
    for (const { from, code, to } of order) {
      this.fail[to] = from === 0 ? 0 : this.step(this.fail[from] as number, code);
      const own = this.whole[to] ? this.at(to) : 0;
      this.longest[to] = Math.max(own, this.longest[this.fail[to] as number] as number);
    }
  }

  private at(node: number): number {
    return this.depth[node] as number;
  }

  private step(from: number, code: number): number {
    let node = from;
    for (;;) {
      const next = this.edges.get(node, code);
      if (next >= 0) return next;
      if (node === 0) return 0;
      node = this.fail[node] as number;
    }
  }

  private longestTail(node: number, text: string, end: number): number | undefined {
    const lengths = this.tails.get(node)?.filter((tail) => text.startsWith(tail, end));
    return lengths === undefined || lengths.length === 0 ? undefined : Math.max(...lengths.map(({ length }) => length));
  }
}

/** Edges of the automaton in one hash table of numbers: an object for each node would take ten times the memory. */
class Edges {
  private from = new Int32Array(1024).fill(-1);
  private code = new Uint16Array(1024);
  private to = new Int32Array(1024);
  private count = 0;

  get(from: number, code: number): number {
    const slot = this.slot(from, code);
    return this.from[slot] === -1 ? -1 : (this.to[slot] as number);
  }

  add(from: number, code: number, to: number): void {
    if (this.count * 2 >= this.from.length) this.grow();
    this.put(from, code, to);
    this.count++;
  }

  *list(): Generator<{ from: number; code: number; to: number }> {
    for (let slot = 0; slot < this.from.length; slot++) {
      const from = this.from[slot] as number;
      if (from >= 0) yield { from, code: this.code[slot] as number, to: this.to[slot] as number };
    }
  }

  private put(from: number, code: number, to: number): void {
    const slot = this.slot(from, code);
    this.from[slot] = from;
    this.code[slot] = code;
    this.to[slot] = to;
  }

  private grow(): void {
    const all = [...this.list()];
    const size = this.from.length * 2;
    this.from = new Int32Array(size).fill(-1);
    this.code = new Uint16Array(size);
    this.to = new Int32Array(size);
    for (const { from, code, to } of all) this.put(from, code, to);
  }

  private slot(from: number, code: number): number {
    const mask = this.from.length - 1;
    let slot = (Math.imul(from, 0x9e3779b1) ^ Math.imul(code + 1, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    while (this.from[slot] !== -1 && (this.from[slot] !== from || this.code[slot] !== code)) slot = (slot + 1) & mask;
    return slot;
  }
}
