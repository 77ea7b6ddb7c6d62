/** Paths in `ignoreChanges`: `"tags"`, `"defaultNodePool[0].nodeCount"`, `'tags["Owner"]'`, by Terraform's names. */
import type { Construct } from "../../cdk";
import { snakeCase } from "../../text/snake-case";
import { suggestName } from "../../text/suggest-name";
import { argumentNames } from "./argument-names";
import { describeAttribute, namesOfAttributes } from "./attributes";

/** A path of an argument, and what is wrong with it. */
interface IgnoredPath {
  /** As HCL has it: `default_node_pool[0].node_count`. */
  readonly path: string;
  readonly fault?: { readonly message: string; readonly hint: string };
}

/** What a class says of the value that a path has led to: nothing of a map, or of an object of any type. */
type Holder =
  | { readonly kind: "object"; readonly object: object }
  | { readonly kind: "list"; readonly first: object }
  | { readonly kind: "unknown" };

const STEP = /\.?([A-Za-z_][\w-]*)|\[(\d+|"(?:[^"\\]|\\.)*")\]/y;

/** Reads a path with the names of a class, and holds it against the class. */
export function readIgnoredPath(element: Construct, address: string, given: string): IgnoredPath {
  let holder: Holder = argumentNames(element).length === 0 ? { kind: "unknown" } : { kind: "object", object: element };
  let path = "";
  const steps: string[] = [];
  const refuse = (message: string, hint: string): IgnoredPath => ({
    path: given,
    fault: { message: `\`ignoreChanges\` names \`${given}\`, ${message}`, hint },
  });
  for (let start = 0; start === 0 || start < given.length; start = STEP.lastIndex) {
    STEP.lastIndex = start;
    const [, name, index] = STEP.exec(given) ?? [];
    const isFirst = start === 0;
    if (
      (name === undefined && (index === undefined || isFirst)) ||
      (name !== undefined && isFirst === (given[start] === "."))
    )
      return refuse(
        "which is no path of an argument",
        'write the name of an argument, and what is in it behind that: "template[0].spec", \'tags["Owner"]\'',
      );
    if (name === undefined) {
      path += `[${index}]`;
      holder = holder.kind === "list" ? { kind: "object", object: holder.first } : { kind: "unknown" };
      continue;
    }
    const before = given.slice(0, start);
    if (holder.kind === "list") return refuse(`but \`${before}\` is a list`, `write ${before}[0]${given.slice(start)}`);
    const found: NamedHolder | undefined =
      holder.kind === "object" ? describe(element, holder.object, name) : undefined;
    const known =
      holder.kind === "object" && !isFirst ? namesOfAttributes(holder.object) : argumentNames(element, steps);
    if (found === undefined && known.length > 0 && !known.includes(name))
      return refuse(
        isFirst ? `which ${address} does not have` : `but \`${before}\` has no \`${name}\``,
        suggestName(name, known, "arguments"),
      );
    steps.push(name);
    path += `${isFirst ? "" : "."}${found?.name ?? nameBelow(element, name)}`;
    holder = found?.holder ?? { kind: "unknown" };
  }
  return { path };
}

interface NamedHolder {
  readonly name: string;
  readonly holder: Holder;
}

function describe(element: Construct, object: object, name: string): NamedHolder | undefined {
  if (!(name in object)) return undefined;
  const described = describeAttribute(element, object, name);
  if (described === undefined) return { name: snakeCase(name), holder: { kind: "unknown" } };
  const { name: own, nested, isFirst } = described;
  if (nested === undefined) return { name: own, holder: { kind: "unknown" } };
  return { name: own, holder: isFirst ? { kind: "list", first: nested } : { kind: "object", object: nested } };
}

/** A type by its schema has Terraform's names. */
function nameBelow(element: Construct, name: string): string {
  return "argumentFields" in element.constructor ? name : snakeCase(name);
}
