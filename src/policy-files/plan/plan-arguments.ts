/**
 * The arguments of a policy document that a plan puts off: what is known of them stands in `after`, the rest is marked.
 * A secret becomes a text that is like nothing else, and does not show it.
 */
import { type Fields, fieldsIn, isFields, isList, type Json } from "../../json/json-value";
import { markOf } from "../../terraform/plan/marks";
import type { Marked } from "../../terraform/plan/plan";
import {
  listValue,
  scalarValue,
  textValue,
  type UnknownValue,
  unknownFromToken,
  type Value,
} from "../../terraform/value";
import type { DocumentArguments, PlacedValue } from "../document-arguments";

/** What stands for the arguments of a block that are known only after apply: texts of the form `${...}`. */
export interface UnknownTokens {
  readonly of: (argument: string) => string;
  /** For the arguments of a block in it. */
  readonly inBlock: (type: string, block: Fields, index: number) => UnknownTokens;
}

/** The same text for all arguments of all blocks. */
export function sameToken(token: string): UnknownTokens {
  const tokens: UnknownTokens = { of: () => token, inBlock: () => tokens };
  return tokens;
}

/** The data source of a plan. */
interface PlanDocument {
  readonly address: string;
  readonly after: Marked;
}

/** A plan tells no places. */
const NOWHERE = undefined;

/** The arguments of the data source. */
export function planArguments({ address, after }: PlanDocument, tokens: UnknownTokens): DocumentArguments {
  const fields = fieldsIn(after.value);
  const secret = markOf(after.sensitive, "statement");
  const statement = hideMarked(fields.statement ?? null, secret, `${address}.statement`);
  return new PlanArguments({ ...fields, statement }, after.unknown, tokens);
}

class PlanArguments implements DocumentArguments {
  readonly at: number | undefined = NOWHERE;
  readonly #fields: Fields;
  readonly #unknown: Json | undefined;
  readonly #tokens: UnknownTokens;

  constructor(fields: Fields, unknown: Json | undefined, tokens: UnknownTokens) {
    this.#fields = fields;
    this.#unknown = unknown;
    this.#tokens = tokens;
  }

  argument(name: string): PlacedValue | undefined {
    const value = this.#value(name);
    return value === undefined ? undefined : { at: NOWHERE, value };
  }

  #value(name: string): Value | undefined {
    const mark = markOf(this.#unknown, name);
    const given = Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined;
    if (mark === true) return unknownFromToken(this.#tokens.of(name), NOWHERE);
    if (isList(given) || isList(mark)) return this.#list(name, isList(given) ? given : [], mark);
    if (given === undefined || given === null || typeof given === "object") return undefined;
    return typeof given === "string" ? textValue(given, NOWHERE) : scalarValue(given, NOWHERE);
  }

  /** The arguments are sets: what is not known stands in one once, however often. */
  #list(name: string, given: readonly Json[], marks: Json | undefined): Value {
    const token = this.#tokens.of(name);
    const length = Math.max(given.length, isList(marks) ? marks.length : 0);
    const texts = Array.from({ length }, (_, index) => {
      const item = given[index];
      return typeof item === "string" && markOf(marks, index) === undefined ? item : token;
    });
    const items = [...new Set(texts)].map((text) => textValue(text, NOWHERE));
    return listValue(items, NOWHERE);
  }

  blocks(type: string): readonly DocumentArguments[] | UnknownValue {
    const marks = markOf(this.#unknown, type);
    if (marks === true) return unknownFromToken(this.#tokens.of(type), NOWHERE);
    const given = this.#fields[type];
    return (isList(given) ? given : []).map((item, index) => {
      const fields = fieldsIn(item);
      return new PlanArguments(fields, markOf(marks, index), this.#tokens.inBlock(type, fields, index));
    });
  }
}

function hideMarked(value: Json, mark: Json | undefined, path: string): Json {
  if (mark === undefined || value === null) return value;
  if (isList(value)) return value.map((item, index) => hideMarked(item, markOf(mark, index), `${path}.${index}`));
  if (!isFields(value)) return mark === true ? `\${sensitive: ${path}}` : value;
  return Object.fromEntries(
    Object.keys(value).map((name) => [name, hideMarked(value[name] as Json, markOf(mark, name), `${path}.${name}`)]),
  );
}
