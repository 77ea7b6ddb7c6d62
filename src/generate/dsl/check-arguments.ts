/** Holds a configuration against the schema that a class was made from: what Terraform would refuse, in the author's terms. */

import { Tokenization } from "../../cdk";
import type { Problem } from "../../errors";
import type { TypeConstraint } from "../../hcl/type";
import { listWords } from "../../text/list-words";
import { nearestName, suggestName } from "../../text/suggest-name";
import { Blocks } from "../expr/blocks";
import { Expr, NODE, TYPE } from "../expr/expr";
import { stackHere } from "./author-call";
import { factsOfArgument, isComputed, type NestedFields, nestedFieldsOf, type SchemaFields } from "./schema-fields";
import type { AnyVariable } from "./types";

/** What is wrong with a configuration, and what is only deprecated in it. */
interface ArgumentFaults {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** The class of a type, as far as it is checked here. */
export interface CheckedType {
  readonly tfResourceType: string;
  readonly argumentFields?: SchemaFields;
  readonly attributeFields?: SchemaFields;
  readonly deprecation?: string | true | undefined;
}

/**
 * A class of a provider's package has no schema, and passes.
 *
 * @param path of the resource in the definition; those of the faults begin with it
 */
export function checkArguments(config: unknown, type: CheckedType, path: string): ArgumentFaults {
  const check = new ArgumentCheck(type, path);
  if (type.argumentFields !== undefined) check.run(config, type.argumentFields);
  return check;
}

class ArgumentCheck implements ArgumentFaults {
  readonly problems: Problem[] = [];
  readonly warnings: Problem[] = [];
  readonly #type: CheckedType;
  readonly #path: string;

  constructor(type: CheckedType, path: string) {
    this.#type = type;
    this.#path = path;
  }

  run(config: unknown, fields: SchemaFields): void {
    const { tfResourceType, deprecation, attributeFields = {} } = this.#type;
    if (deprecation !== undefined) this.#warn(this.#path, `\`${tfResourceType}\``, deprecation);
    this.#content(isContent(config) ? config : {}, { fields, readable: attributeFields, at: this.#path });
  }

  #content(
    content: Readonly<Record<string, unknown>>,
    {
      fields,
      readable = {},
      at,
    }: { readonly fields: SchemaFields; readonly readable?: SchemaFields; readonly at: string },
  ): void {
    const names = Object.keys(fields).filter((name) => !isComputed(fields[name] as AnyVariable));
    /** Names that were misspelled are not missing too. */
    const meant = new Set<string>();
    for (const [name, value] of Object.entries(content)) {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (isAbsent(value)) continue;
      const path = `${at}.${name}`;
      if (field === undefined ? Object.hasOwn(readable, name) : isComputed(field)) {
        this.#refuse(path, {
          code: "read-only-argument",
          message: `\`${name}\` is read-only: the provider sets it`,
          hint: "leave it out; other resources and outputs can read it",
        });
      } else if (field === undefined) {
        meant.add(nearestName(name, names) ?? "");
        this.#refuse(path, {
          code: "unknown-argument",
          message: `${this.#owner(at)} has no argument \`${name}\``,
          hint: suggestName(name, names, "arguments"),
        });
      } else {
        const { deprecated } = factsOfArgument(field);
        if (deprecated !== undefined) this.#warn(path, `\`${name}\``, deprecated);
        this.#value(value, field, path);
      }
    }
    for (const name of names) {
      const field = fields[name] as AnyVariable;
      if (field.given === "optional" || meant.has(name) || !isAbsent(content[name])) continue;
      const isBlock = nestedFieldsOf(field)?.isAttribute === false;
      this.#refuse(`${at}.${name}`, {
        code: "missing-argument",
        message: isBlock
          ? `${this.#owner(at)} needs at least one block \`${name}\``
          : `${this.#owner(at)} needs the argument \`${name}\``,
        hint: isBlock ? `${name}: { ... }` : `${name}: ...`,
      });
    }
  }

  #value(value: unknown, field: AnyVariable, at: string): void {
    const nested = nestedFieldsOf(field);
    if (value instanceof Expr) {
      if (nested === undefined || nested.isAttribute) this.#typeOf(value[TYPE], field.type, at);
    } else if (nested === undefined) {
      this.#object(value, field.type, at);
    } else if (nested.isAttribute && field.type.kind === "map" && isContent(value)) {
      for (const [key, one] of Object.entries(value)) this.#nested(one, nested, `${at}[${JSON.stringify(key)}]`);
    } else {
      const contents = value instanceof Blocks ? value.parts.map(({ content }) => content) : value;
      if (!nested.isAttribute) this.#count(value, nested, at);
      if (Array.isArray(contents))
        for (const [index, one] of contents.entries()) this.#nested(one, nested, `${at}[${index}]`);
      else this.#nested(contents, nested, at);
    }
  }

  #nested(content: unknown, { fields }: NestedFields, at: string): void {
    if (isContent(content)) this.#content(content, { fields, at });
  }

  /** An object that is written out, of a plain type. */
  #object(value: unknown, type: TypeConstraint, at: string): void {
    if ((type.kind === "list" || type.kind === "set") && Array.isArray(value))
      for (const [index, one] of value.entries()) this.#object(one, type.element, `${at}[${index}]`);
    if (type.kind !== "object" || !isContent(value)) return;
    for (const [name, one] of Object.entries(value)) {
      const attribute = Object.hasOwn(type.attributes, name) ? type.attributes[name] : undefined;
      if (attribute !== undefined) this.#object(one, attribute.type, `${at}.${name}`);
      else
        this.#refuse(`${at}.${name}`, {
          code: "unknown-argument",
          message: `the object has no attribute \`${name}\``,
          hint: suggestName(name, Object.keys(type.attributes), "attributes"),
        });
    }
  }

  /**
   * Whether the objects of an expression have all attributes that the provider wants. Terraform would refuse them at plan, and drops
   * attributes that they have beside these.
   */
  #typeOf(given: TypeConstraint | undefined, wanted: TypeConstraint, at: string): void {
    if (given === undefined) return;
    if ("element" in wanted) {
      if ("element" in given) this.#typeOf(given.element, wanted.element, at);
      return;
    }
    if (wanted.kind !== "object" || given.kind !== "object") return;
    const missing: string[] = [];
    for (const [name, attribute] of Object.entries(wanted.attributes)) {
      const own = Object.hasOwn(given.attributes, name) ? given.attributes[name] : undefined;
      if (own !== undefined) this.#typeOf(own.type, attribute.type, `${at}.${name}`);
      else if (wanted.isComplete === true || attribute.optional !== true) missing.push(name);
    }
    if (missing.length === 0) return;
    this.#refuse(at, {
      code: "missing-argument",
      message: `the value has no attribute ${listWords(missing.map((name) => `\`${name}\``))}, which the provider requires`,
      hint:
        wanted.isComplete === true
          ? `give it, as null where there is nothing: each(list, (item) => ({ ..., ${missing[0]}: null }))`
          : `give it: each(list, (item) => ({ ..., ${missing[0]}: ... }))`,
    });
  }

  /** How many blocks stand over a list that is known only in a plan is left to Terraform. */
  #count(value: unknown, { min, max }: NestedFields, at: string): void {
    if (!(value instanceof Blocks) && !Array.isArray(value)) return;
    const parts: readonly { readonly dynamic?: unknown }[] =
      value instanceof Blocks ? value.parts : value.map(() => ({}));
    const fixed = parts.filter(({ dynamic }) => dynamic === undefined).length;
    const shown = fixed === 1 ? "is one block" : `are ${fixed} blocks`;
    if (fixed > max)
      this.#refuse(at, {
        code: "too-many-blocks",
        message: `there ${shown}, and the provider takes ${max === 1 ? "one" : max} at most`,
        hint: max === 1 ? "give one object in place of a list" : "leave some of them out",
      });
    else if (fixed === parts.length && fixed > 0 && fixed < min)
      this.#refuse(at, {
        code: "too-few-blocks",
        message: `there ${shown}, and the provider requires ${min} at least`,
        hint: "add those that are missing",
      });
  }

  /** The resource, or the block in it that a path leads to. */
  #owner(at: string): string {
    const inner = at
      .slice(this.#path.length)
      .replace(/\[[^\]]*\]/g, "")
      .split(".")
      .pop();
    return inner === undefined || inner === "" ? `\`${this.#type.tfResourceType}\`` : `a block \`${inner}\``;
  }

  #refuse(path: string, fault: Omit<Problem, "path">): void {
    this.problems.push({ ...fault, path, stack: stackHere() });
  }

  #warn(path: string, shown: string, reason: string | true): void {
    const why = reason === true ? "" : `: ${reason.replace(/\s+/g, " ").trim().replace(/[.]$/, "")}`;
    this.warnings.push({ code: "deprecated", path, message: `${shown} is deprecated${why}`, stack: stackHere() });
  }
}

/** Whether a value is an object of arguments, and not an expression. */
function isContent(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Expr) &&
    !(value instanceof Blocks) &&
    !Tokenization.isResolvable(value)
  );
}

function isAbsent(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (value instanceof Blocks) return value.parts.length === 0;
  if (Array.isArray(value)) return false;
  return value instanceof Expr && value[NODE].kind === "literal" && value[NODE].value === null;
}
