/**
 * Nested attributes, `account = { id = "..." }`, which the classes of cdktf describe as blocks. In JSON, which cdktf writes, both look
 * alike. In HCL Terraform refuses a block in the place of an attribute.
 */
import type { Construct } from "../../cdk";
import { type ArgumentSchema, type ArgumentSchemas, isArgumentSchema } from "../dsl/argument-schema";
import { gettersOf } from "../dsl/getters-of";
import { foldName } from "./argument-key";
import { isDeclaredBlock } from "./declared-blocks";

/** A single object or a list of them, as a class of cdktf keeps it. */
interface Kept {
  /** Of a single block it is 0, because Terraform has a list of one. */
  readonly complexObjectIndex?: unknown;
  readonly get?: unknown;
  readonly internalValue?: unknown;
}

/** The schema with every nested attribute as an attribute, and so all that is in it. */
export function withNestedAttributes(schema: ArgumentSchemas, element: Construct): ArgumentSchemas {
  return Object.fromEntries(
    Object.entries(schema).map(([name, argument]) => [
      name,
      isArgumentSchema(argument) && argument.isBlock && (isMapOfObjects(argument) || isNestedAttribute(element, name))
        ? asAttribute(argument)
        : argument,
    ]),
  );
}

function asAttribute(argument: ArgumentSchema): ArgumentSchema {
  const { value } = argument;
  if (Array.isArray(value)) return { ...argument, isBlock: false, value: value.map(asAttributes) };
  if (!isMapOfObjects(argument)) return { ...argument, isBlock: false, value: asAttributes(value) };
  const entries = Object.entries(value ?? {}).map(([key, inner]) => [key, asAttributes(inner)]);
  return { ...argument, isBlock: false, value: Object.fromEntries(entries) };
}

/** Whether an argument has an object for each key. Terraform has no blocks for such, though classes of cdktf call it one. */
export function isMapOfObjects({ type, storageClassType = "" }: ArgumentSchema): boolean {
  return type === "map" && /^[A-Z]/.test(storageClassType);
}

function asAttributes(described: unknown): unknown {
  if (typeof described !== "object" || described === null || Array.isArray(described)) return described;
  return Object.fromEntries(
    Object.entries(described).map(([name, inner]) => [name, isArgumentSchema(inner) ? asAttribute(inner) : inner]),
  );
}

/**
 * Whether an argument that a class of cdktf calls a block is an attribute: a nested one, or one whose type is an object, which
 * providers of protocol 5 have too (`encryption_configuration` of `aws_s3tables_table`). What tells them apart in the class: a
 * single block is the element 0 of a list, and a single object has no index. It is an attribute, or a block of which there can be no
 * list, which only the declarations tell. A list of blocks is mapped with `true`; and a list of objects that is an attribute of
 * protocol 5, for which Terraform takes blocks too, has null for what is left out.
 */
export function isNestedAttribute(element: Construct, name: string): boolean {
  const metadata = (element as { terraformGeneratorMetadata?: { providerName?: string } }).terraformGeneratorMetadata;
  if (metadata === undefined || name === "timeouts") return false;
  const key = gettersNamed(element, name);
  const kept = key === undefined ? undefined : (Reflect.get(element, key) as Kept | undefined);
  if (key === undefined || typeof kept !== "object" || kept === null) return false;
  if (!("complexObjectIndex" in kept)) {
    // hashicorp/aws is of protocol 5: Terraform takes blocks for each of its lists.
    if (metadata.providerName === "aws") return false;
    return typeof kept.get === "function" && isMappedAsAttribute(element, { name, key });
  }
  return kept.complexObjectIndex === undefined && isDeclaredBlock(element, name) !== true;
}

function gettersNamed(element: Construct, name: string): string | undefined {
  const folded = foldName(name);
  // An author's class may extend that of the provider.
  for (let at = Object.getPrototypeOf(element); at !== null; at = Object.getPrototypeOf(at)) {
    const found = gettersOf(at).find((getter) => foldName(getter) === folded);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Whether a list of objects is an attribute, for which Terraform may take blocks too: `ingress` of `aws_security_group`. Of such a list an
 * empty one says that there are none, and no blocks say that the provider is not to look at them.
 */
export function isListAttribute(element: Construct, name: string): boolean {
  const source = String(synthesizerOf(element));
  return new RegExp(`\\b${name}: \\{\\s*value: [^,]*listMapperHcl\\([^,]+, false\\)`).test(source);
}

type Synthesizer = (this: unknown) => Readonly<Record<string, ArgumentSchema | undefined>>;

function synthesizerOf(element: Construct): Synthesizer | undefined {
  return (Object.getPrototypeOf(element) as { readonly synthesizeHclAttributes?: Synthesizer }).synthesizeHclAttributes;
}

function isMappedAsAttribute(
  element: Construct,
  { name, key }: { readonly name: string; readonly key: string },
): boolean {
  const synthesize = synthesizerOf(element);
  if (synthesize === undefined || !isListAttribute(element, name)) return false;
  // The class describes one object of which nothing is given.
  const probe = Object.create(element, { [`_${key}`]: { value: { internalValue: [{}] } } }) as Construct;
  const described: unknown = synthesize.call(probe)[name]?.value;
  const one: unknown = Array.isArray(described) ? described[0] : undefined;
  return typeof one === "object" && one !== null && Object.keys(one).length === 0;
}
