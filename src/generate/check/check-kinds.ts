/** What can be wrong with the `kinds` of a definition. The compiler finds most of it, but an author may run the code without it. */
import { Problems } from "../../errors";
import { suggestName } from "../../text/suggest-name";
import type { Variables } from "../dsl/definition";
import { defaultOf } from "../dsl/kind-groups";
import type { AnyVariable } from "../dsl/types";
import { checkFields, type FieldKinds } from "./check-fields";

const FIELDS: FieldKinds = { by: "text", only: "object?", required: "object?" };
const EXAMPLE = 'write kinds: { by: "type", only: { window: ["streaming"] }, required: { release: ["spark"] } }';

interface DefinitionWithKinds {
  readonly name: string;
  readonly kinds?: unknown;
  readonly variables: Variables;
}

/**
 * Reports a table that cannot be kept: unknown names, lists without a meaning, variables that nobody can leave out. Gives whether there
 * is a sound one.
 */
export function checkKinds(definition: DefinitionWithKinds, problems: Problems): boolean {
  const { name, kinds, variables } = definition;
  if (kinds === undefined) return false;
  const found = new Problems();
  const path = `${name}.kinds`;
  if (checkFields(kinds, FIELDS, { path, what: "`kinds`" }, found)) {
    const { by, only = {}, required = {} } = kinds as Readonly<Record<string, object>> & { readonly by: string };
    new KindTableCheck({ path, by, variables, problems: found }).check(only, required);
  }
  problems.add(...found.all);
  return found.size === 0;
}

/** The check of the tables of one definition. */
class KindTableCheck {
  readonly #path: string;
  readonly #by: string;
  readonly #variables: Variables;
  readonly #problems: Problems;
  readonly #kinds: readonly string[];

  constructor({
    path,
    by,
    variables,
    problems,
  }: {
    readonly path: string;
    readonly by: string;
    readonly variables: Variables;
    readonly problems: Problems;
  }) {
    this.#path = path;
    this.#by = by;
    this.#variables = variables;
    this.#problems = problems;
    const { offered } = variables[by] ?? {};
    const isClosed = offered?.open === false && offered.values.every((value) => typeof value === "string");
    this.#kinds = isClosed && typeof defaultOf(variables[by]) === "string" ? offered.values.map(String) : [];
  }

  check(only: object, required: object): void {
    if (this.#variables[this.#by] === undefined) this.#refuseName("by", this.#by);
    else if (this.#kinds.length === 0)
      this.#refuse(
        "by",
        `\`${this.#by}\` is not a closed set of texts with a default`,
        `write ${this.#by}: oneOf(["a", "b"], { default: "a" }), without \`open\` and \`optional\``,
      );
    else {
      if (Object.keys(only).length + Object.keys(required).length === 0)
        this.#refuse("only", "`kinds` has nothing in `only` and `required`, so that it says nothing", EXAMPLE);
      for (const [name, table] of Object.entries(only)) this.#checkOnly(name, table);
      for (const [name, list] of Object.entries(required)) this.#checkRequired(name, list);
    }
  }

  #refuse(place: string, message: string, hint: string): void {
    this.#problems.add({ code: "bad-kinds", path: `${this.#path}.${place}`, message, hint });
  }

  #refuseName(place: string, name: string): void {
    const hint = suggestName(name, Object.keys(this.#variables), "variables");
    this.#refuse(place, `there is no variable \`${name}\``, hint);
  }

  #checkOnly(name: string, table: unknown): void {
    const place = `only.${name}`;
    const variable = this.#variableOf(name, place);
    if (variable === undefined) return;
    if (Array.isArray(table)) {
      this.#checkList(table, place);
      this.#checkLeftOut(name, variable);
    } else if (typeof table !== "object" || table === null || Object.keys(table).length === 0)
      this.#refuse(place, "this must be a list of kinds, or an object of values with lists", EXAMPLE);
    else this.#checkValues(name, variable, table);
  }

  #checkValues(name: string, variable: AnyVariable, table: object): void {
    const offered = (variable.offered?.values ?? []).map(String);
    if (offered.length === 0)
      this.#refuse(
        `only.${name}`,
        `\`${name}\` has no list of values, so that none of them can belong to a kind`,
        `write ${name}: oneOf(["a", "b"]); with \`open: true\` others are allowed`,
      );
    else
      for (const [value, list] of Object.entries(table)) {
        const place = `only.${name}.${value}`;
        if (offered.includes(value)) this.#checkList(list, place);
        else this.#refuse(place, `\`${name}\` does not list ${value}`, suggestName(value, offered, "values"));
      }
  }

  #checkRequired(name: string, list: unknown): void {
    const place = `required.${name}`;
    const variable = this.#variableOf(name, place);
    if (variable === undefined) return;
    this.#checkList(list, place);
    const fallback = defaultOf(variable);
    if (fallback === undefined)
      this.#refuse(place, `\`${name}\` is required for every kind`, "remove it here, or make it `optional`");
    else if (fallback !== null)
      this.#refuse(
        place,
        `\`${name}\` has a default, so that nobody can tell whether it was given`,
        "make it `optional`, or remove it here",
      );
  }

  #variableOf(name: string, place: string): AnyVariable | undefined {
    const variable = this.#variables[name];
    if (variable === undefined) this.#refuseName(place, name);
    else if (name === this.#by) this.#refuse(place, `\`${name}\` decides the kind`, "remove it here");
    return name === this.#by ? undefined : variable;
  }

  #checkList(list: unknown, place: string): void {
    const kinds = this.#kinds;
    if (!Array.isArray(list) || list.length === 0)
      this.#refuse(place, "this must be a list of one or more kinds", `known kinds: ${kinds.join(", ")}`);
    else {
      for (const kind of list.filter((one) => !kinds.includes(one)))
        this.#refuse(
          place,
          `\`${this.#by}\` has no value ${JSON.stringify(kind)}`,
          suggestName(String(kind), kinds, "kinds"),
        );
      if (kinds.every((kind) => list.includes(kind)))
        this.#refuse(place, "this lists every kind, so that it says nothing", "remove it");
    }
  }

  /** A variable that only some kinds have must be one that the others can leave out. */
  #checkLeftOut(name: string, variable: AnyVariable): void {
    const fallback = defaultOf(variable);
    const place = `only.${name}`;
    if (fallback === undefined)
      this.#refuse(place, `\`${name}\` is required, so that no kind can leave it out`, "make it `optional`");
    else if (typeof fallback === "object" && fallback !== null && !isEmptyCollection(variable, fallback))
      this.#refuse(
        place,
        `HCL cannot tell whether \`${name}\` is its default`,
        "make it `optional`; a list, set or map can also be empty by default",
      );
  }
}

/** An object has its attributes in any case, so that its length says nothing. */
function isEmptyCollection({ type }: AnyVariable, fallback: object): boolean {
  return ["list", "set", "map"].includes(type.kind) && Object.keys(fallback).length === 0;
}
