/** Checks the default of a variable or of an attribute. */
import type { Problems } from "../../errors";
import { printTypeFlat, type TypeConstraint } from "../../hcl/type";

/** Reports a default that is no value of its type. */
export function checkDefault(value: unknown, type: TypeConstraint, path: string, problems: Problems): void {
  checkPart(value, type, { path, what: "default", problems });
}

/** The path of a part of a default: `default.tags[0]`. */
interface DefaultPart {
  readonly path: string;
  readonly what: string;
  readonly problems: Problems;
}

function checkPart(value: unknown, type: TypeConstraint, { path, what, problems }: DefaultPart): void {
  if (value === null || value === undefined) return;
  const check = (item: unknown, inner: TypeConstraint, step: string) =>
    checkPart(item, inner, { path, what: `${what}${step}`, problems });
  const wrong = (given: string) =>
    problems.add({
      code: "default-type",
      path,
      message: `the ${what} must be ${printTypeFlat(type)}, but was ${given}`,
      hint: "change the default or the type",
    });
  const show = (given: unknown) => JSON.stringify(given) ?? String(given);
  switch (type.kind) {
    case "string":
      if (typeof value !== "string") wrong(show(value));
      break;
    case "number":
      if (typeof value !== "number" || !Number.isFinite(value))
        wrong(typeof value === "number" ? String(value) : show(value));
      break;
    case "bool":
      if (typeof value !== "boolean") wrong(show(value));
      break;
    case "any":
      break;
    case "list":
    case "set":
      if (!Array.isArray(value)) wrong(show(value));
      else
        value.forEach((item, index) => {
          check(item, type.element, `[${index}]`);
        });
      break;
    case "tuple":
      if (!Array.isArray(value) || value.length !== type.elements.length) wrong(show(value));
      else
        value.forEach((item, index) => {
          check(item, type.elements[index] as TypeConstraint, `[${index}]`);
        });
      break;
    case "map":
      if (!isRecord(value)) wrong(show(value));
      else for (const [key, item] of Object.entries(value)) check(item, type.element, `.${key}`);
      break;
    case "object":
      if (!isRecord(value)) {
        wrong(show(value));
        break;
      }
      for (const [key, item] of Object.entries(value)) {
        const attribute = Object.hasOwn(type.attributes, key) ? type.attributes[key] : undefined;
        if (attribute === undefined)
          problems.add({
            code: "default-type",
            path,
            message: `the ${what} has an attribute ${JSON.stringify(key)} that its type has not`,
            hint: `the type has ${Object.keys(type.attributes).join(", ")}`,
          });
        else check(item, attribute.type, `.${key}`);
      }
      for (const [key, attribute] of Object.entries(type.attributes)) {
        if (attribute.optional !== true && (!Object.hasOwn(value, key) || value[key] === undefined))
          problems.add({ code: "default-type", path, message: `the ${what} lacks the attribute \`${key}\`` });
      }
  }
  const values = "values" in type ? type.values : undefined;
  if (values !== undefined && !values.includes(value as string)) {
    problems.add({
      code: "default-type",
      path,
      message: `the ${what} must be one of ${values.join(", ")}, but was ${show(value)}`,
    });
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
