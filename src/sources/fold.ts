/** Constant folding: from an expression of HCL to what is known of its value. */

import type {
  BinarySyntax,
  ConditionalSyntax,
  ForSyntax,
  LiteralSyntax,
  Run,
  Syntax,
  TemplateSyntax,
  UnarySyntax,
} from "../hcl/read";
import { hasToken } from "../iam/pattern-tokens";
import { readCondition, type Taken } from "./conditions";
import { Directives } from "./directives";
import { callFunction } from "./functions";
import { looksLikePolicy } from "./policy-text";
import {
  entryOf,
  insideOf,
  listValue,
  objectValue,
  scalarValue,
  shownText,
  textValue,
  unknownValue,
  type Value,
} from "./value";

/** Names that hold around an expression, and where its file starts among all files. */
export interface Scope {
  readonly base: number;
  readonly names: ReadonlyMap<string, Value>;
}

const DEEPEST = 300;

/** Folds the expressions of one folder. All its work is bounded by the size of the folder's files. */
export class Folding {
  /** Conditions over variables that choose between two values. */
  readonly conditions = new Set<string>();
  private depth = 0;
  private left: number;

  constructor(
    private readonly local: (name: string) => Value | undefined,
    /** Characters of all files. */
    private readonly size: number,
    /** One of the conditions that is taken to hold, or not to. @default none */
    private readonly taken?: Taken,
  ) {
    this.left = 1_000_000 + 8 * size;
  }

  /** What is known of an expression's value. */
  fold(node: Syntax, scope: Scope): Value {
    const at = scope.base + node.start;
    if (this.depth >= DEEPEST || this.left <= 0) return unknownValue("...", at);
    this.depth++;
    const value = this.foldOne(node, scope, at);
    this.depth--;
    return this.isAffordable(value) ? value : unknownValue("...", at);
  }

  /** Counts work; false where there was too much of it. */
  spend(work: number): boolean {
    this.left -= work;
    return this.left > 0;
  }

  /** Counts a value that was made, and whether it is in proportion to the files. */
  private isAffordable(value: Value): boolean {
    const made = value.kind === "list" ? value.items.length : value.kind === "text" ? value.text.length : 1;
    return this.spend(made + 1) && value.weight <= 200_000 + 2 * this.size;
  }

  private foldOne(node: Syntax, scope: Scope, at: number): Value {
    switch (node.kind) {
      case "literal":
        return literalOf(node, scope);
      case "template":
        return this.template(node, scope, at);
      case "reference":
        return scope.names.get(node.name) ?? unknownValue(node.name, at);
      case "attribute":
        return this.attribute(node.of, node.name, scope, at);
      case "index":
        return this.index(node.of, node.key, scope, at);
      case "splat":
        return this.splat(node.of, node.steps, scope, at);
      case "call":
        return callFunction(node, (arg) => this.fold(arg, scope), at);
      case "unary":
        return this.not(node, scope, at);
      case "binary":
        return this.binary(node, scope, at);
      case "conditional":
        return this.conditional(node, scope, at);
      case "for":
        return this.forEach(node, scope, at);
      case "tuple":
        return listValue(
          node.items.map((item) => this.fold(item, scope)),
          at,
        );
      case "object":
        return this.object(node.entries, scope, at);
      default:
        return unknownValue("...", at);
    }
  }

  private object(entries: readonly { key: Syntax; value: Syntax; start: number }[], scope: Scope, at: number): Value {
    return objectValue(
      entries.map(({ key, value, start }) => ({
        key: shownText(this.fold(key, scope)) ?? "${...}",
        at: scope.base + start,
        value: this.fold(value, scope),
      })),
      at,
    );
  }

  private template({ parts }: TemplateSyntax, scope: Scope, at: number): Value {
    const only = parts.length === 1 ? parts[0] : undefined;
    if (only?.kind === "hole") return this.fold(only.value, scope);
    const runs: Run[] = [];
    const directives = new Directives();
    let text = "";
    for (const part of parts) {
      if (part.kind === "directive") text += directives.take(part);
      else if (directives.skips) continue;
      else if (part.kind === "text") {
        directives.pass(part.text);
        runs.push(...part.runs.map((run) => ({ at: run.at + text.length, from: run.from + scope.base })));
        text += part.text;
      } else {
        runs.push({ at: text.length, from: scope.base + part.start });
        text += shownText(this.fold(part.value, scope)) ?? "${...}";
      }
      if (!this.spend(text.length)) return unknownValue("...", at);
    }
    if (!directives.seen) return textValue(text, at, runs);
    // Of other texts a branch would be taken for the whole.
    const isRead = directives.sound && looksLikePolicy(text);
    return isRead ? { ...textValue(text, at, runs), loose: true } : unknownValue("%{...}", at);
  }

  private attribute(of: Syntax, name: string, scope: Scope, at: number): Value {
    if (of.kind === "reference" && of.name === "local" && !scope.names.has("local")) {
      return this.local(name) ?? unknownValue(`local.${name}`, at);
    }
    return stepInto(this.fold(of, scope), name, at);
  }

  private index(of: Syntax, key: Syntax, scope: Scope, at: number): Value {
    const value = this.fold(of, scope);
    const step = this.fold(key, scope);
    if (step.kind === "text" && value.kind === "object") return stepInto(value, step.text, at);
    if (step.kind === "scalar" && typeof step.value === "number" && value.kind === "list") {
      return value.items.some(({ kind }) => kind === "unknown")
        ? unknownValue("...", at)
        : (value.items[step.value] ?? unknownValue("...", at));
    }
    if (value.kind !== "unknown") return unknownValue("...", at);
    return unknownValue(`${insideOf(value)}[${step.kind === "scalar" ? step.value : "each.key"}]`, at);
  }

  private splat(of: Syntax, steps: readonly (string | Syntax)[], scope: Scope, at: number): Value {
    const value = this.fold(of, scope);
    const names = steps.filter((step) => typeof step === "string");
    if (names.length < steps.length) return unknownValue("...", at);
    const into = (item: Value) => names.reduce((inner, name) => stepInto(inner, name, at), item);
    if (value.kind === "list") return listValue(value.items.map(into), at);
    // One that stands for all: what an attribute is says what each of them is.
    return value.kind === "unknown" ? into(unknownValue(`${insideOf(value)}[*]`, at)) : unknownValue("...", at);
  }

  private not({ operator, operand }: UnarySyntax, scope: Scope, at: number): Value {
    const value = operator === "!" ? boolOf(this.fold(operand, scope)) : undefined;
    return value === undefined ? unknownValue("...", at) : scalarValue(!value, at);
  }

  /** Only what conditions are made of. */
  private binary({ operator, left, right }: BinarySyntax, scope: Scope, at: number): Value {
    const [one, other] = [this.fold(left, scope), this.fold(right, scope)];
    const found = compareValues(operator, one, other);
    return found === undefined ? unknownValue("...", at) : scalarValue(found, at);
  }

  /**
   * Where it is not known which branch is taken, one that gives something is taken before one that gives nothing; of two
   * that give something nothing is known, but where the condition is taken for one or the other.
   */
  private conditional({ condition, then: chosen, otherwise }: ConditionalSyntax, scope: Scope, at: number): Value {
    const test = this.fold(condition, scope);
    if (test.kind === "scalar" && typeof test.value === "boolean") {
      return this.fold(test.value ? chosen : otherwise, scope);
    }
    const [yes, no] = [this.fold(chosen, scope), this.fold(otherwise, scope)];
    const read = readCondition(condition, scope.names);
    if (read !== undefined && read.text === this.taken?.text) return this.taken.holds === read.negated ? no : yes;
    if (isNothing(no)) return yes;
    if (isNothing(yes)) return no;
    if (read !== undefined && !(isScalar(yes) && isScalar(no))) this.conditions.add(read.text);
    return unknownValue("...", at);
  }

  private forEach(node: ForSyntax, scope: Scope, at: number): Value {
    if (node.group) return unknownValue("...", at);
    const rounds = roundsOf(this.fold(node.collection, scope), node.key ?? "each.key", node.value, at);
    const results: { readonly key: string; readonly value: Value }[] = [];
    for (const { key, value } of rounds) {
      const names = new Map([...scope.names, [node.value, value]]);
      if (node.key !== undefined) names.set(node.key, key);
      const inner = { ...scope, names };
      const test = node.condition === undefined ? undefined : this.fold(node.condition, inner);
      if (test?.kind === "scalar" && test.value === false) continue;
      const name = node.resultKey === undefined ? "" : (shownText(this.fold(node.resultKey, inner)) ?? "${...}");
      results.push({ key: name, value: this.fold(node.result, inner) });
      if (this.left <= 0) return unknownValue("...", at);
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

/** Keys and values of a collection; of one that is not known, one round that stands for all. */
export function roundsOf(collection: Value, key: string, value: string, at: number) {
  switch (collection.kind) {
    case "list":
      return collection.items.map((item, index) => ({
        key: item.kind === "text" ? item : scalarValue(index, at),
        value: item,
      }));
    case "object":
      return collection.entries.map((entry) => ({ key: textValue(entry.key, entry.at), value: entry.value }));
    default:
      return [{ key: unknownValue(key, at), value: unknownValue(value, at) }];
  }
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
    const inside = insideOf(value);
    return unknownValue(inside === "..." ? "..." : `${inside}.${name}`, at);
  }
  const found = value.kind === "object" ? entryOf(value, name) : undefined;
  return found?.value ?? unknownValue("...", at);
}

function isScalar({ kind }: Value): boolean {
  return kind === "scalar";
}

function boolOf(value: Value): boolean | undefined {
  return value.kind === "scalar" && typeof value.value === "boolean" ? value.value : undefined;
}

/** What an operator of conditions gives; undefined where nobody knows. */
function compareValues(operator: string, one: Value, other: Value): boolean | undefined {
  if (operator === "&&" || operator === "||") {
    const [first, second] = [boolOf(one), boolOf(other)];
    const decides = operator === "||";
    if (first === decides || second === decides) return decides;
    return first === undefined || second === undefined ? undefined : !decides;
  }
  if (operator !== "==" && operator !== "!=") return undefined;
  const [left, right] = [knownOf(one), knownOf(other)];
  if (left === undefined || right === undefined) return undefined;
  return (left === right) === (operator === "==");
}

/** A value that is known as a whole and can be compared. */
function knownOf(value: Value): string | number | boolean | null | undefined {
  if (value.kind === "scalar") return value.value;
  return value.kind === "text" && !hasToken(value.text) ? value.text : undefined;
}

function isNothing(value: Value): boolean {
  if (value.kind === "list") return value.items.length === 0;
  if (value.kind === "object") return value.entries.length === 0;
  return value.kind === "text" ? value.text === "" : value.kind === "scalar" && value.value === null;
}
