/** What can be wrong with a value that an author wrote for a type: a default, an input of an example or of a test. */
import type { Problems } from "../../errors";
import { printTypeFlat, type TypeConstraint } from "../../hcl/type";
import { isRecord } from "../../json/json-value";
import { nearestName } from "../../text/suggest-name";
import { Expr } from "../expr/expr";

/** The position of a value, and how it is compared with its type. */
interface ValuePlace {
  readonly path: string;
  readonly code: string;
  /** How the value is called in messages: `default`, `variable name`. */
  readonly what: string;
  readonly hint: string;
  /** `converted`: a number is accepted as a string and a string as a number, as Terraform converts them. */
  readonly accepts: "exact" | "converted";
  /** Whether a value outside of a closed set of values is reported. A test may give such a value to see that it is refused. */
  readonly isClosed: boolean;
  readonly problems: Problems;
}

/** Reports a value that does not have the type. Expressions are accepted, because only Terraform knows their values. */
export function checkValue(value: unknown, type: TypeConstraint, place: ValuePlace): void {
  if (value === null || value === undefined || value instanceof Expr) return;
  checkForm(value, type, place);
  checkMember(value, type, place);
}

/** Reports a value of another form, outside in. */
function checkForm(value: unknown, type: TypeConstraint, place: ValuePlace): void {
  const wrong = () =>
    place.problems.add({
      code: place.code,
      path: place.path,
      message: `the ${place.what} must be ${printTypeFlat(type)}, but was ${show(value)}`,
      hint: place.hint,
    });
  switch (type.kind) {
    case "string":
    case "number":
    case "bool":
      if (!isScalarOf(type.kind, value, place.accepts)) wrong();
      break;
    case "any":
      break;
    case "list":
    case "set":
      if (!Array.isArray(value)) wrong();
      else for (const [index, item] of value.entries()) checkPart(item, type.element, `[${index}]`, place);
      break;
    case "tuple":
      if (!Array.isArray(value) || value.length !== type.elements.length) wrong();
      else
        for (const [index, item] of value.entries())
          checkPart(item, type.elements[index] as TypeConstraint, `[${index}]`, place);
      break;
    case "map":
      if (!isRecord(value)) wrong();
      else for (const [key, item] of Object.entries(value)) checkPart(item, type.element, `.${key}`, place);
      break;
    case "object":
      // A validation refuses what is wrong, and a test may want to see this.
      if (type.isLoose === true && !place.isClosed) break;
      if (!isRecord(value)) wrong();
      else checkAttributes(value, type.attributes, place);
  }
}

function checkPart(part: unknown, type: TypeConstraint, step: string, place: ValuePlace): void {
  checkValue(part, type, { ...place, what: `${place.what}${step}` });
}

type TypeAttributes = Extract<TypeConstraint, { readonly kind: "object" }>["attributes"];

function checkAttributes(
  value: Readonly<Record<string, unknown>>,
  attributes: TypeAttributes,
  place: ValuePlace,
): void {
  checkNames(value, Object.keys(attributes), place);
  for (const [key, attribute] of Object.entries(attributes)) {
    if (Object.hasOwn(value, key) && value[key] !== undefined) checkPart(value[key], attribute.type, `.${key}`, place);
    else if (attribute.optional !== true)
      place.problems.add({
        code: place.code,
        path: place.path,
        message: `the ${place.what} has no attribute \`${key}\``,
        hint: place.hint,
      });
  }
}

/** Reports a value that is not in the closed set of its type. */
function checkMember(value: unknown, type: TypeConstraint, place: ValuePlace): void {
  const values = "values" in type ? type.values : undefined;
  if (!place.isClosed || values === undefined || values.includes(value as string)) return;
  const nearest = nearestName(String(value), values.map(String));
  place.problems.add({
    code: place.code,
    path: place.path,
    message: `the ${place.what} must be one of ${values.join(", ")}, but was ${show(value)}`,
    hint: nearest === undefined ? place.hint : `did you mean \`${nearest}\`?`,
  });
}

function checkNames(value: object, known: readonly string[], place: ValuePlace): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const nearest = nearestName(key, known);
    place.problems.add({
      code: place.code,
      path: place.path,
      message: `the ${place.what} has an attribute ${JSON.stringify(key)} that is not in its type`,
      hint: `${nearest === undefined ? "" : `did you mean \`${nearest}\`? `}the type has ${known.join(", ")}`,
    });
  }
}

function isScalarOf(kind: "string" | "number" | "bool", value: unknown, accepts: ValuePlace["accepts"]): boolean {
  if (typeof value === "number") return Number.isFinite(value) && (kind === "number" || isConverted(kind, accepts));
  if (typeof value === "boolean") return kind === "bool" || isConverted(kind, accepts);
  if (typeof value !== "string") return false;
  if (kind === "string") return true;
  if (accepts === "exact") return false;
  return kind === "number" ? value.trim() !== "" && Number.isFinite(Number(value)) : /^(?:true|false)$/.test(value);
}

function isConverted(kind: "string" | "number" | "bool", accepts: ValuePlace["accepts"]): boolean {
  return kind === "string" && accepts === "converted";
}

function show(value: unknown): string {
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return `a ${typeof value}`;
  }
}
