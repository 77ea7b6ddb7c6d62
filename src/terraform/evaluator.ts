/** The evaluator computes what is known of the value of an HCL expression. */

import type {
  AttributeStep,
  CallSyntax,
  ConditionalSyntax,
  ForSyntax,
  IndexSyntax,
  LiteralSyntax,
  SourceRun,
  SplatSyntax,
  Syntax,
  TemplateSyntax,
} from "../hcl/read";
import { applyOperator, negate } from "./apply-operator";
import { Directives } from "./directives";
import { sourceOfElement, sourceOfExpression, sourceOfFilter } from "./expression-source";
import { callFunction } from "./functions";
import {
  entryOf,
  isOneItem,
  joinedText,
  likeItem,
  listValue,
  objectValue,
  repeated,
  scalarValue,
  shownText,
  sourceContent,
  textValue,
  tokenContent,
  unknownValue,
  type Value,
} from "./value";

/** The names that are defined around an expression, and the offset of its file in the concatenated files. */
export interface Scope {
  readonly base: number;
  readonly names: ReadonlyMap<string, Value>;
}

/** A function of Terraform that needs more than its arguments; undefined where its result is not known. */
export type FileFunction = (args: readonly Value[]) => Value | undefined;

/** The input of an evaluator. */
interface EvaluatorInput {
  /** What is known of a local value; undefined if there is no local of this name. */
  readonly local: (name: string) => Value | undefined;
  /** Number of characters of all files. */
  readonly size: number;
  /** Whether the first branch of a template with directives may stand for the whole text; otherwise the value is unknown. */
  readonly allowsPartialText: (text: string) => boolean;
  /** Functions that read files, by name. @default none: their results are not known */
  readonly fileFunctions?: ReadonlyMap<string, FileFunction>;
}

const DEEPEST = 300;

/** `path.module` and the others, as texts: functions such as `join` put them together with names of files. */
const PATHS = objectValue(
  ["module", "root", "cwd"].map((key) => ({ key, at: undefined, value: textValue(`\${path.${key}}`, undefined) })),
  undefined,
);

/** Folds the expressions of one folder. All its work is bounded by the size of the folder's files. */
export class Evaluator {
  readonly #local: EvaluatorInput["local"];
  readonly #fileFunctions: EvaluatorInput["fileFunctions"];
  #size: number;
  readonly #allowsPartialText: EvaluatorInput["allowsPartialText"];
  #depth = 0;
  #left: number;

  constructor({ local, size, allowsPartialText, fileFunctions }: EvaluatorInput) {
    this.#local = local;
    this.#fileFunctions = fileFunctions;
    this.#size = size;
    this.#allowsPartialText = allowsPartialText;
    this.#left = 1_000_000 + 8 * size;
  }

  /** What is known of an expression's value. */
  fold(node: Syntax, scope: Scope): Value {
    const at = scope.base + node.start;
    if (this.#depth >= DEEPEST || this.#left <= 0) return unknownValue("...", at, undefined);
    this.#depth++;
    const value = this.#foldOne(node, scope, at);
    this.#depth--;
    return this.#isAffordable(value) ? value : unknownValue("...", at, undefined);
  }

  /** The value of an expression of which nothing is known but what it is made of. */
  #unknown(inside: string, node: Syntax, { base, names }: Scope): Value {
    const source = sourceOfExpression(node, names);
    this.spend(source?.length ?? 0);
    return unknownValue(inside, base + node.start, source);
  }

  /** Counts work; false if the limit is passed. */
  spend(work: number): boolean {
    this.#left -= work;
    return this.#left > 0;
  }

  /** Counts the characters of a file that an expression reads. */
  addFile(size: number): void {
    this.#size += size;
    this.#left += 8 * size;
  }

  /** Counts a value that was made, and whether it is in proportion to the files. */
  #isAffordable(value: Value): boolean {
    const made = value.kind === "list" ? value.items.length : value.kind === "text" ? value.text.length : 1;
    return this.spend(made + 1) && value.weight <= 200_000 + 2 * this.#size;
  }

  #foldOne(node: Syntax, scope: Scope, at: number): Value {
    switch (node.kind) {
      case "literal":
        return literalOf(node, scope);
      case "template":
        return this.#template(node, scope, at);
      case "reference":
        return scope.names.get(node.name) ?? unknownValue(node.name, at, node.name);
      case "attribute":
        return this.#attribute(node, scope, at);
      case "index":
        return this.#index(node, scope, at);
      case "splat":
        return this.#splat(node, scope, at);
      case "call":
        return (
          this.#callOnFiles(node, scope) ??
          callFunction(node, (arg) => this.fold(arg, scope), at) ??
          this.#unknown(`${node.name}(...)`, node, scope)
        );
      case "conditional":
        return this.#conditional(node, scope);
      case "binary":
        return (
          applyOperator(node.operator, this.fold(node.left, scope), this.fold(node.right, scope), at) ??
          this.#unknown("...", node, scope)
        );
      case "unary":
        return negate(node.operator, this.fold(node.operand, scope), at) ?? this.#unknown("...", node, scope);
      case "for":
        return this.#forEach(node, scope, at);
      case "tuple":
        return listValue(
          node.items.map((item) => this.fold(item, scope)),
          at,
        );
      case "object":
        return this.#object(node.entries, scope, at);
      default:
        return this.#unknown("...", node, scope);
    }
  }

  #callOnFiles({ name, args }: CallSyntax, scope: Scope): Value | undefined {
    const call = this.#fileFunctions?.get(name);
    if (call === undefined) return undefined;
    const names = new Map([...scope.names, ["path", PATHS]]);
    return call(args.map((arg) => this.fold(arg, { ...scope, names })));
  }

  #object(entries: readonly { key: Syntax; value: Syntax; start: number }[], scope: Scope, at: number): Value {
    return objectValue(
      entries.map(({ key, value, start }) => ({
        key: shownText(this.fold(key, scope)) ?? "${...}",
        at: scope.base + start,
        value: this.fold(value, scope),
      })),
      at,
    );
  }

  #template({ parts }: TemplateSyntax, scope: Scope, at: number): Value {
    const only = parts.length === 1 ? parts[0] : undefined;
    if (only?.kind === "hole") return this.fold(only.value, scope);
    const runs: SourceRun[] = [];
    const directives = new Directives();
    const pieces: (string | Value)[] = [];
    let length = 0;
    const add = (piece: string | Value) => {
      pieces.push(piece);
      length += typeof piece === "string" ? piece.length : (shownText(piece)?.length ?? 0);
    };
    for (const part of parts) {
      if (part.kind === "directive") add(directives.take(part));
      else if (directives.skips) continue;
      else if (part.kind === "text") {
        directives.pass(part.text);
        for (const run of part.runs) runs.push({ at: run.at + length, from: run.from + scope.base });
        add(part.text);
      } else {
        runs.push({ at: length, from: scope.base + part.start });
        const value = this.fold(part.value, scope);
        add(shownText(value) === undefined ? unknownValue("...", at, undefined) : value);
      }
      if (!this.spend(length)) return unknownValue("...", at, undefined);
    }
    const made = joinedText(pieces, at, runs) ?? unknownValue("...", at, undefined);
    if (!directives.seen || made.kind === "unknown") return made;
    const isRead = directives.isBalanced && this.#allowsPartialText(made.text);
    return isRead ? { ...made, fromDirectives: true } : unknownValue("%{...}", at, undefined);
  }

  #attribute({ of, name }: AttributeStep, scope: Scope, at: number): Value {
    if (of.kind === "reference" && of.name === "local" && !scope.names.has("local")) {
      return this.#local(name) ?? unknownValue(`local.${name}`, at, `local.${name}`);
    }
    return stepInto(this.fold(of, scope), name, at);
  }

  #index(node: IndexSyntax, scope: Scope, at: number): Value {
    const value = this.fold(node.of, scope);
    const step = this.fold(node.key, scope);
    if (step.kind === "text" && value.kind === "object") return stepInto(value, step.text, at);
    if (step.kind === "scalar" && typeof step.value === "number" && value.kind === "list") {
      const item = value.items.some(({ kind }) => kind === "unknown") ? undefined : value.items[step.value];
      return item ?? this.#unknown("...", node, scope);
    }
    if (value.kind !== "unknown") return this.#unknown("...", node, scope);
    const shown = `${tokenContent(value)}[${shownKey(step, node.key)}]`;
    const [source, key] = [sourceContent(value), sourceOfExpression(node.key, scope.names)];
    return unknownValue(shown, at, source === undefined || key === undefined ? undefined : `${source}[${key}]`);
  }

  #splat(node: SplatSyntax, scope: Scope, at: number): Value {
    const value = this.fold(node.of, scope);
    const names = node.steps.filter((step) => typeof step === "string");
    if (names.length < node.steps.length) return this.#unknown("...", node, scope);
    const into = (item: Value) => names.reduce((inner, name) => stepInto(inner, name, at), item);
    if (value.kind === "list")
      return listValue(
        value.items.map((item) => likeItem(item, into(item))),
        at,
      );
    if (value.kind !== "unknown") return this.#unknown("...", node, scope);
    // One that stands for all: what an attribute is says what each of them is.
    const source = sourceContent(value);
    return into(unknownValue(`${tokenContent(value)}[*]`, at, source === undefined ? undefined : `${source}[*]`));
  }

  /** If the condition is unknown and one branch is empty, the result is the other branch; otherwise it is unknown. */
  #conditional(node: ConditionalSyntax, scope: Scope): Value {
    const { condition, then: chosen, otherwise } = node;
    const test = this.fold(condition, scope);
    if (test.kind === "scalar" && typeof test.value === "boolean") {
      return this.fold(test.value ? chosen : otherwise, scope);
    }
    const [yes, no] = [this.fold(chosen, scope), this.fold(otherwise, scope)];
    if (isNothing(no)) return perhaps(yes);
    return isNothing(yes) ? perhaps(no) : this.#unknown("...", node, scope);
  }

  #forEach(node: ForSyntax, scope: Scope, at: number): Value {
    if (node.group) return this.#unknown("...", node, scope);
    const names = { key: node.key ?? "each.key", value: node.value, filter: sourceOfFilter(node, scope.names) };
    const rounds = roundsOf(this.fold(node.collection, scope), names, at);
    const results: { readonly key: string; readonly value: Value }[] = [];
    for (const { key, value, isOne } of rounds) {
      const bound = new Map([...scope.names, [node.value, value]]);
      if (node.key !== undefined) bound.set(node.key, key);
      const inner = { ...scope, names: bound };
      const test = node.condition === undefined ? undefined : this.fold(node.condition, inner);
      if (test?.kind === "scalar" && test.value === false) continue;
      const name = node.resultKey === undefined ? "" : (shownText(this.fold(node.resultKey, inner)) ?? "${...}");
      const isSure = isOne && (test === undefined || test.kind === "scalar");
      const result = this.fold(node.result, inner);
      results.push({ key: name, value: isSure ? result : repeated(result) });
      if (this.#left <= 0) return unknownValue("...", at, undefined);
    }
    if (node.resultKey !== undefined)
      return objectValue(
        results.map((result) => ({ ...result, at })),
        at,
      );
    return listValue(
      results.map(({ value }) => value),
      at,
    );
  }
}

/** How the elements of an unknown collection are called, and the source of the filter on them; undefined if it cannot be told. */
interface ElementNames {
  readonly key: string;
  readonly value: string;
  readonly filter: string | undefined;
}

/** One element of a collection. */
interface Round {
  readonly key: Value;
  readonly value: Value;
  /** Whether it is one element; otherwise it stands for any number of them, also for none. */
  readonly isOne: boolean;
}

/** Keys and values of a collection; for an unknown collection, one unknown element that represents all. */
export function roundsOf(collection: Value, names: ElementNames, at: number): readonly Round[] {
  const element = (part: "key" | "value") =>
    unknownValue(
      names[part],
      at,
      names.filter === undefined ? undefined : sourceOfElement(part, collection, names.filter),
    );
  switch (collection.kind) {
    case "list": {
      const isOrdered = collection.isUnordered === undefined;
      const firstOpen = collection.items.findIndex((item) => !isOneItem(item));
      const hasIndex = (index: number) => firstOpen < 0 || index < firstOpen;
      const indexAt = (index: number) =>
        hasIndex(index) ? scalarValue(index, at) : unknownValue(names.key, at, undefined);
      return collection.items.map((item, index) => ({
        key: isOrdered ? indexAt(index) : item,
        value: item,
        isOne: isOneItem(item),
      }));
    }
    case "object":
      return collection.entries.map(({ key, at: place, value }) => ({
        key: textValue(key, place),
        value,
        isOne: value.repeats === undefined,
      }));
    default:
      return [{ key: element("key"), value: element("value"), isOne: false }];
  }
}

/** The scope in which a name stands for an element: `each`, or the iterator of a `dynamic` block. */
export function withElement(scope: Scope, name: string, { key, value }: Round, at: number): Scope {
  const entries = [
    { key: "key", at, value: key },
    { key: "value", at, value },
  ];
  return { ...scope, names: new Map([...scope.names, [name, objectValue(entries, at)]]) };
}

/** What stands for any number of elements where a condition is not known: it may be empty instead. */
function perhaps(value: Value): Value {
  if (value.kind === "list") return { ...value, items: value.items.map(repeated) };
  if (value.kind !== "object") return value;
  return { ...value, entries: value.entries.map((entry) => ({ ...entry, value: repeated(entry.value) })) };
}

function literalOf({ value, runs, start }: LiteralSyntax, { base }: Scope): Value {
  if (typeof value !== "string") return scalarValue(value, base + start);
  return textValue(
    value,
    base + start,
    runs?.map((run) => ({ at: run.at, from: run.from + base })),
  );
}

function stepInto(value: Value, name: string, at: number): Value {
  if (value.kind === "unknown") {
    const inside = tokenContent(value);
    const source = sourceContent(value);
    const step = source === undefined ? undefined : `${source}.${name}`;
    return unknownValue(inside === "..." ? "..." : `${inside}.${name}`, at, step);
  }
  const found = value.kind === "object" ? entryOf(value, name) : undefined;
  return found?.value ?? unknownValue("...", at, undefined);
}

function isNothing(value: Value): boolean {
  if (value.kind === "list") return value.items.length === 0;
  if (value.kind === "object") return value.entries.length === 0;
  return value.kind === "text" ? value.text === "" : value.kind === "scalar" && value.value === null;
}

/**
 * A key as messages show it: what is written in the file, so that a hint with it can be written too. The key of one round stands for those of
 * all, so that what is the same in each of them is the same text.
 */
function shownKey(key: Value, { kind }: Syntax): string {
  if (key.kind === "scalar") return String(key.value);
  if (kind === "literal" && key.kind === "text" && /^[\w./ -]*$/.test(key.text)) return JSON.stringify(key.text);
  if (kind === "template") return "...";
  const name = key.kind === "unknown" ? tokenContent(key) : "each.key";
  return /^[\w.-]+$/.test(name) ? name : "...";
}
