/** Reads the output of `terraform providers schema -json`, and keeps of it what is asked for. */
import { fail } from "../../errors";
import { findJsonError } from "../../json/find-json-error";
import { type Fields, fieldsIn, isFields, isList, type Json } from "../../json/json-value";
import { LineIndex, withoutByteOrderMark } from "../../text/line-index";
import {
  type AttributeSchema,
  type BlockSchema,
  type FunctionParameterSchema,
  type NestedBlockSchema,
  type Nesting,
  type ProviderFunctionSchema,
  type ProviderSchema,
  SCHEMA_KINDS,
  type SchemaKind,
  type TypeSchema,
  type ValueType,
} from "./provider-schema";
import { findAddress } from "./provider-source";

const MAKE_IT =
  "run `terraform providers schema -json > schema.json` in a folder that is initialised, and give that file";

/** Where Terraform writes the types of each kind. */
const MEMBERS: Readonly<Record<SchemaKind, string>> = {
  resource: "resource_schemas",
  data: "data_source_schemas",
  ephemeral: "ephemeral_resource_schemas",
  action: "action_schemas",
  list: "list_resource_schemas",
};

/** What to keep of a file. */
interface SchemaSelection {
  /** Source of the provider: `hashicorp/aws`, or with its host. */
  readonly source: string;
  /** The types to keep. */
  readonly isWanted: (kind: SchemaKind, type: string) => boolean;
}

/**
 * @param path of the file, for messages
 * @throws TfwrightError `schema-not-json`, `schema-not-a-schema`, `schema-of-other-provider`
 */
export function readProviderSchema(text: string, path: string, { source, isWanted }: SchemaSelection): ProviderSchema {
  const providers = providersIn(text, path);
  const address = findAddress(source, Object.keys(providers));
  if (address === undefined) {
    const known = Object.keys(providers).map((name) => `\`${name}\``);
    fail({
      code: "schema-of-other-provider",
      path,
      message: `has no schema of \`${source}\``,
      hint:
        known.length === 0
          ? "it has none at all: run `terraform init` before, in a folder whose configuration requires the provider"
          : `it has ${known.sort().join(", ")}`,
    });
  }
  const provider = fieldsIn(providers[address]);
  const types: TypeSchema[] = [];
  const names = {} as Record<SchemaKind, readonly string[]>;
  for (const kind of SCHEMA_KINDS) {
    const members = fieldsIn(provider[MEMBERS[kind]]);
    names[kind] = Object.keys(members).sort();
    for (const type of names[kind])
      if (isWanted(kind, type)) types.push({ kind, type, block: readBlock(fieldsIn(fieldsIn(members[type]).block)) });
  }
  return {
    address,
    names,
    types,
    functions: Object.entries(fieldsIn(provider.functions)).map(([name, one]) => readFunction(name, fieldsIn(one))),
    configuration: readBlock(fieldsIn(fieldsIn(provider.provider).block)),
  };
}

function providersIn(written: string, path: string): Fields {
  const text = withoutByteOrderMark(written);
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    if (text.trim() === "") return fail({ code: "schema-not-json", path, message: "is empty", hint: MAKE_IT });
    const { line, column } = new LineIndex(text).at(findJsonError(text) ?? 0);
    return fail({ code: "schema-not-json", path: `${path}:${line}:${column}`, message: "is not JSON", hint: MAKE_IT });
  }
  if (!isFields(value) || !isSchema(value))
    return fail({ code: "schema-not-a-schema", path, message: "is not a provider's schema", hint: MAKE_IT });
  return fieldsIn(value.provider_schemas);
}

/** Without providers Terraform writes the version of the format alone. */
function isSchema(value: Fields): boolean {
  if (typeof value.format_version !== "string") return false;
  return isFields(value.provider_schemas) || Object.keys(value).length === 1;
}

function readBlock(block: Fields): BlockSchema {
  return {
    ...describedIn(block),
    attributes: attributesIn(fieldsIn(block.attributes)),
    blocks: Object.entries(fieldsIn(block.block_types)).map(([name, one]) => readNested(name, fieldsIn(one))),
  };
}

function attributesIn(attributes: Fields): readonly AttributeSchema[] {
  return Object.entries(attributes).map(([name, one]) => readAttribute(name, fieldsIn(one)));
}

function readAttribute(name: string, attribute: Fields): AttributeSchema {
  const { nested_type: nested } = attribute;
  return {
    name,
    ...describedIn(attribute),
    ...(isFields(nested)
      ? { nested: { nesting: nestingOf(nested), attributes: attributesIn(fieldsIn(nested.attributes)) } }
      : { type: typeIn(attribute.type) }),
    required: attribute.required === true,
    optional: attribute.optional === true,
    computed: attribute.computed === true,
    sensitive: attribute.sensitive === true,
    writeOnly: attribute.write_only === true,
  };
}

function readNested(name: string, nested: Fields): NestedBlockSchema {
  return {
    name,
    nesting: nestingOf(nested),
    block: readBlock(fieldsIn(nested.block)),
    min: typeof nested.min_items === "number" ? nested.min_items : 0,
    ...(typeof nested.max_items === "number" && nested.max_items > 0 && { max: nested.max_items }),
  };
}

function nestingOf({ nesting_mode: mode }: Fields): Nesting {
  return mode === "list" || mode === "set" || mode === "map" || mode === "group" ? mode : "single";
}

/** A type that a later version may bring can be anything. */
function typeIn(type: Json | undefined): ValueType {
  if (type === "string" || type === "number" || type === "bool") return type;
  if (!isList(type)) return "dynamic";
  const [kind, inner, optional] = type;
  if (kind === "list" || kind === "set" || kind === "map") return [kind, typeIn(inner)];
  if (kind === "tuple" && isList(inner)) return [kind, inner.map(typeIn)];
  if (kind !== "object" || !isFields(inner)) return "dynamic";
  const attributes = Object.fromEntries(Object.entries(inner).map(([name, one]) => [name, typeIn(one)]));
  return isList(optional) ? [kind, attributes, optional.map(String)] : [kind, attributes];
}

function readFunction(name: string, one: Fields): ProviderFunctionSchema {
  return {
    name,
    ...described(one.description ?? one.summary, one.deprecation_message),
    returns: typeIn(one.return_type),
    parameters: isList(one.parameters) ? one.parameters.map((parameter) => readParameter(fieldsIn(parameter))) : [],
    ...(isFields(one.variadic_parameter) && { variadic: readParameter(one.variadic_parameter) }),
  };
}

function readParameter(parameter: Fields): FunctionParameterSchema {
  return {
    name: String(parameter.name ?? "value"),
    ...described(parameter.description, undefined),
    type: typeIn(parameter.type),
    nullable: parameter.is_nullable === true,
  };
}

function describedIn(of: Fields): { readonly description?: string; readonly deprecated?: string | true } {
  const message = of.deprecation_message;
  return described(of.description, typeof message === "string" && message !== "" ? message : of.deprecated);
}

function described(description: Json | undefined, deprecated: Json | undefined) {
  return {
    ...(typeof description === "string" && description.trim() !== "" && { description }),
    ...(typeof deprecated === "string" && deprecated !== "" ? { deprecated } : deprecated === true && { deprecated }),
  } as { readonly description?: string; readonly deprecated?: string | true };
}
