/** Checks the type of a variable. */
import type { Problems } from "../../errors";
import { isIdentifier } from "../../hcl/text";
import type { TypeConstraint } from "../../hcl/type";
import { suggestName } from "../../text/suggest-name";
import { checkLocalText } from "../check/check-local-text";
import { checkDefault } from "./check-default";

const OPTIONS = [
  "checkKeys",
  "const",
  "default",
  "deprecated",
  "description",
  "ephemeral",
  "known",
  "nullable",
  "sensitive",
  "validate",
];
const KINDS = new Set(["string", "number", "bool", "any", "list", "set", "map", "object", "tuple"]);

/** Whether a type and all its parts are types of Terraform. Other mistakes in the type are also added to the problems. */
export function checkTypeConstraint(type: TypeConstraint, path: string, problems: Problems): boolean {
  if (!KINDS.has(type?.kind)) {
    problems.add({
      code: "unknown-type",
      path,
      message: `unknown type ${JSON.stringify(type?.kind)}`,
      hint: `one of ${[...KINDS].join(", ")}`,
    });
    return false;
  }
  checkOptions(type, path, problems);
  switch (type.kind) {
    case "list":
    case "set":
    case "map":
      return checkElementType(type, path, problems);
    case "object": {
      const areKnown = Object.entries(type.attributes).map(([name, attribute]) =>
        checkAttribute(name, attribute, path, problems),
      );
      return areKnown.every(Boolean);
    }
    case "tuple":
      return type.elements
        .map((element, index) => checkTypeConstraint(element, `${path}[${index}]`, problems))
        .every(Boolean);
    default:
      return true;
  }
}

/** Reports options that do not exist, or not inside of a type, and a closed set without a value. */
function checkOptions(type: TypeConstraint, path: string, problems: Problems): void {
  for (const option of type.misplaced ?? []) {
    problems.add({
      code: "option-has-no-effect",
      path,
      message: `\`${option}\` has no effect inside a variable's type`,
      hint: "set it on the whole variable",
    });
  }
  for (const option of type.unknownOptions ?? [])
    problems.add({
      code: "unknown-option",
      path,
      message: `a variable has no option \`${option}\``,
      hint: suggestName(option, OPTIONS, "options"),
    });
  if ("values" in type && type.values?.length === 0) {
    problems.add({ code: "no-values", path, message: "a closed set needs at least one value" });
  }
}

type TypeWithElements = Extract<TypeConstraint, { readonly kind: "list" | "set" | "map" }>;

function checkElementType({ kind, element }: TypeWithElements, path: string, problems: Problems): boolean {
  if (element?.kind !== "any") return checkTypeConstraint(element, path, problems);
  problems.add({
    code: "any-in-collection",
    path,
    message: `${kind}(any) fails if two elements have different attributes`,
    hint: `write the type: ${kind}(object({ name: string(), size: optional(number()) })), or any() for the whole variable`,
  });
  return true;
}

type TypeAttribute = Extract<TypeConstraint, { readonly kind: "object" }>["attributes"][string];

function checkAttribute(name: string, attribute: TypeAttribute, path: string, problems: Problems): boolean {
  const inner = `${path}.${name}`;
  if (!isIdentifier(name))
    problems.add({
      code: "bad-name",
      path: inner,
      message: `${JSON.stringify(name)} is not a name that HCL allows`,
    });
  const { description = "" } = attribute;
  const isTold = checkLocalText(description, "description", inner, problems);
  const isKnown = checkTypeConstraint(attribute.type, inner, problems) && isTold;
  if (attribute.default !== undefined && attribute.default !== null)
    checkDefault(attribute.default, attribute.type, inner, problems);
  return isKnown;
}
