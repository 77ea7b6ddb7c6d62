/**
 * The text of a table. Bodies that several places share stand once: providers repeat the same trees of blocks thousands of
 * times, and two major versions have most types in common.
 */

/** What is shorter costs less where it stands than a number that refers to it. */
const SHORTEST_SHARED = 16;

const byName = ([a], [b]) => (a < b ? -1 : 1);

/** @param series of types, `resource aws_instance` -> body, one for each provider and major version */
function tableOf(series) {
  const bodies = new Bodies(series.flatMap((types) => [...types].sort(byName).map(([, body]) => body)));
  const rows = new Map();
  for (const [index, types] of series.entries()) {
    for (const [key, body] of [...types].sort(byName)) {
      const text = bodies.textOf(body);
      const row = rows.get(key) ?? new Map();
      row.set(text, (row.get(text) ?? 0) + 2 ** index);
      rows.set(key, row);
    }
  }
  const sorted = [...rows].sort(byName);
  return {
    names: namesText(sorted.map(([key]) => key.split(/[ _]/))),
    masks: sorted.map(([, row]) => [...row.values()].join(",")).join(" "),
    texts: sorted.map(([, row]) => [...row.keys()].join("|")).join(";"),
    shared: bodies.shared,
  };
}

/** The first letter of each says how many of its words are those of the name before. */
function namesText(names) {
  const entries = names.map((words, index) => {
    const before = names[index - 1] ?? [];
    const different = words.findIndex((word, place) => word !== before[place]);
    const same = different === -1 ? words.length : different;
    return `${String.fromCharCode("a".charCodeAt(0) + same)}${words.slice(same).join("_")}`;
  });
  return entries.join(" ");
}

/** Numbers equal bodies alike, and writes each as text. A body may hold itself. */
class Bodies {
  shared = [];
  #numbers = new Map();
  #ofKey = new Map();
  #members = [];
  #uses = [];
  #recursive = new Set();
  #references = new Map();

  constructor(roots) {
    const done = new Set();
    for (const root of roots) this.#findRecursive(root, new Set(), done);
    for (const root of roots) this.#number(root);
    for (const members of this.#members)
      for (const { number } of members) this.#uses[number] = (this.#uses[number] ?? 0) + 1;
  }

  #findRecursive(body, above, done) {
    if (above.has(body)) this.#recursive.add(body);
    if (done.has(body)) return;
    done.add(body);
    above.add(body);
    for (const [, one] of [...body].sort(byName)) this.#findRecursive(one.body, above, done);
    above.delete(body);
  }

  #number(body) {
    const known = this.#numbers.get(body);
    if (known !== undefined) return known;
    const own = this.#recursive.has(body) ? this.#members.push([]) - 1 : undefined;
    if (own !== undefined) this.#numbers.set(body, own);
    const sorted = [...body].sort(byName);
    const members = sorted.map(([name, one]) => ({ name: `${one.mark}${name}`, number: this.#number(one.body) }));
    const key = members.map(({ name, number }) => `${name} ${number}`).join();
    const number = own ?? this.#ofKey.get(key) ?? this.#members.push(members) - 1;
    this.#members[number] = members;
    if (own === undefined) this.#ofKey.set(key, number);
    this.#numbers.set(body, number);
    if (own !== undefined) this.#uses[own] = Number.POSITIVE_INFINITY;
    return number;
  }

  textOf(body) {
    return this.#text(this.#numbers.get(body));
  }

  #text(number) {
    return this.#members[number].map((one) => `${one.name}${this.#suffix(one.number)}`).join(" ");
  }

  #suffix(number) {
    const reference = this.#references.get(number);
    if (reference !== undefined) return `@${reference}`;
    if (this.#uses[number] === Number.POSITIVE_INFINITY) return `@${this.#share(number)}`;
    const text = this.#text(number);
    if (text === "") return "";
    if (this.#uses[number] > 1 && text.length >= SHORTEST_SHARED) return `@${this.#share(number, text)}`;
    return `(${text})`;
  }

  #share(number, text) {
    const reference = this.shared.push("") - 1;
    this.#references.set(number, reference);
    this.shared[reference] = text ?? this.#text(number);
    return reference;
  }
}

/** Reads back the types of one provider and version: `resource aws_instance` -> body. */
function bodiesOfTable({ shared, rows }, bit) {
  const known = shared.map(() => new Map());
  for (const [number, text] of shared.entries()) readInto(known[number], text, known);
  const types = new Map();
  for (const [name, row] of rows) {
    const own = row.find(({ mask }) => (mask >> bit) % 2 === 1);
    if (own !== undefined) types.set(name.replace("_", " "), readInto(new Map(), own.text, known));
  }
  return types;
}

function readInto(body, text, shared) {
  const open = [body];
  for (const [, close, mark, name, reference, opens] of text.matchAll(/(\))|([=~]?)(\w+)(?:@(\d+)|(\())?/g)) {
    if (close !== undefined) {
      open.pop();
      continue;
    }
    const inner = reference === undefined ? new Map() : shared[Number(reference)];
    open.at(-1).set(name, { mark, body: inner });
    if (opens !== undefined) open.push(inner);
  }
  return body;
}

module.exports = { bodiesOfTable, tableOf };
