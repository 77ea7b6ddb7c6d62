/**
 * `data "aws_iam_policy_document"` as the policy that it makes: from its arguments to statements, whether they stand in
 * HCL or in a plan.
 */
import {
  type EntryValue,
  isUnknown,
  itemsOf,
  listValue,
  type ObjectValue,
  objectValue,
  repeated,
  shownText,
  textValue,
  type UnknownValue,
  type Value,
} from "../terraform/value";
import { getOrInsert } from "../text/group-by";

/** An argument that is set. */
export interface PlacedValue {
  /** Where the argument stands; undefined in a plan, which tells no places. */
  readonly at: number | undefined;
  readonly value: Value;
}

/** The arguments of a block: of the data source itself, of a `statement`, of `principals`, of a `condition`. */
export interface DocumentArguments {
  /** Where the block stands; undefined in a plan. */
  readonly at: number | undefined;
  /** Whether the block stands for any number of blocks, also for none. @default false */
  readonly repeats?: boolean;
  /** An argument; undefined where it is not set, or null. */
  argument(name: string): PlacedValue | undefined;
  /** The blocks of a type, in order; an unknown value where not even their number is known. */
  blocks(type: string): readonly DocumentArguments[] | UnknownValue;
}

/** Arguments whose documents come before the statements of the resource. */
export const SOURCES = ["source_json", "source_policy_documents"] as const;
/** Arguments with documents that replace statements. */
export const OVERRIDES = ["override_json", "override_policy_documents"] as const;

/** Arguments of a `statement` that are lists of texts, and what they become. */
const LISTS = [
  ["actions", "Action"],
  ["not_actions", "NotAction"],
  ["resources", "Resource"],
  ["not_resources", "NotResource"],
] as const;

const PRINCIPALS = [
  ["principals", "Principal"],
  ["not_principals", "NotPrincipal"],
] as const;

/** The policy without the documents that it includes. Wholly unknown statements are left out. */
export function policyOfArguments(document: DocumentArguments): ObjectValue {
  const { at } = document;
  const blocks = document.blocks("statement");
  const statements = isBlocks(blocks) ? blocks.map(placedStatement) : [];
  return objectValue([versionOf(document), { key: "Statement", at, value: listValue(statements, at) }], at);
}

/** Whether other documents are put into it. */
export function hasSources(document: DocumentArguments): boolean {
  return [...SOURCES, ...OVERRIDES].some((name) => document.argument(name) !== undefined);
}

function isBlocks(blocks: readonly DocumentArguments[] | UnknownValue): blocks is readonly DocumentArguments[] {
  return Array.isArray(blocks);
}

/** The provider writes the current version where none is given. */
function versionOf(document: DocumentArguments): EntryValue {
  const { at, value } = document.argument("version") ?? { at: document.at, value: undefined };
  const isKnown = value !== undefined && !isUnknown(value);
  return { key: "Version", at, value: isKnown ? value : textValue("2012-10-17", value?.at ?? at) };
}

function placedStatement(statement: DocumentArguments): ObjectValue {
  const made = statementOf(statement);
  return statement.repeats ? repeated(made) : made;
}

function statementOf(statement: DocumentArguments): ObjectValue {
  const { at } = statement;
  const effect = statement.argument("effect") ?? { at, value: textValue("Allow", at) };
  const entries: EntryValue[] = [{ key: "Effect", ...effect }];
  const sid = statement.argument("sid");
  if (sid !== undefined && !isUnknown(sid.value) && !isEmpty(sid.value)) entries.push({ key: "Sid", ...sid });
  for (const [name, key] of LISTS) {
    const list = statement.argument(name);
    if (list === undefined || isEmpty(list.value)) continue;
    entries.push({ key, ...list, value: key.endsWith("Resource") ? withVariables(list.value) : list.value });
  }
  for (const [name, key] of PRINCIPALS) {
    const blocks = statement.blocks(name);
    if (!isBlocks(blocks)) entries.push({ key, at, value: blocks });
    else if (blocks.length > 0) entries.push({ key, at: blocks[0]?.at ?? at, value: principalOf(blocks) });
  }
  const conditions = statement.blocks("condition");
  if (!isBlocks(conditions)) entries.push({ key: "Condition", at, value: anyCondition(conditions) });
  else if (conditions.length > 0) entries.push({ key: "Condition", at, value: conditionOf(conditions) });
  return objectValue(entries, at);
}

/** hashicorp/aws writes `"*"` for `{ "*" = ["*"] }` where it is the only block: to AWS it is not the same. */
function principalOf(blocks: readonly DocumentArguments[]): Value {
  const at = blocks[0]?.at;
  const kinds = new Map<string, KeyedValues>();
  for (const block of blocks)
    groupAt(kinds, textOf(block, "type"), block.at).items.push(...valuesOf(block, "identifiers"));
  const everybody = kinds.get("*");
  if (everybody?.items.some(isEverybody) && blocks.length === 1) return textValue("*", at);
  return objectValue([...kinds].map(entryOfGroup), at);
}

function isEverybody(identifier: Value): boolean {
  return isUnknown(identifier) || shownText(identifier) === "*";
}

/** Terraform puts blocks with the same test and variable together. */
function conditionOf(blocks: readonly DocumentArguments[]): Value {
  const at = blocks[0]?.at;
  const tests = new Map<string, Map<string, KeyedValues>>();
  for (const block of blocks) {
    const variables = getOrInsert(tests, textOf(block, "test"), () => new Map<string, KeyedValues>());
    groupAt(variables, textOf(block, "variable"), block.at).items.push(...valuesOf(block, "values"));
  }
  const entries = [...tests].map(([key, variables]) => ({
    key,
    at,
    value: objectValue([...variables].map(entryOfGroup), at),
  }));
  return objectValue(entries, at);
}

/** A condition that is like no other: it may limit anything. */
function anyCondition(unknown: UnknownValue): Value {
  const { at, token } = unknown;
  const keys = objectValue([{ key: token, at, value: listValue([unknown], at) }], at);
  return objectValue([{ key: "StringEquals", at, value: keys }], at);
}

/** Values of one key, of several blocks. */
interface KeyedValues {
  readonly at: number | undefined;
  readonly items: Value[];
}

function groupAt(groups: Map<string, KeyedValues>, key: string, at: number | undefined): KeyedValues {
  return getOrInsert(groups, key, () => ({ at, items: [] }));
}

function entryOfGroup([key, { at, items }]: readonly [string, KeyedValues]): EntryValue {
  return { key, at, value: listValue(items, at) };
}

function textOf(block: DocumentArguments, name: string): string {
  const value = block.argument(name)?.value;
  return (value === undefined ? undefined : shownText(value)) ?? "${...}";
}

function valuesOf(block: DocumentArguments, name: string): readonly Value[] {
  const given = block.argument(name)?.value;
  return given === undefined ? [] : itemsOf(withVariables(given));
}

/**
 * The provider writes `${aws:username}` for `&{aws:username}` in resources, in identifiers of principals and in values of conditions.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
function withVariables(value: Value): Value {
  if (value.kind === "list") return { ...value, items: value.items.map(withVariables) };
  if (value.kind !== "text" || !value.text.includes("&{")) return value;
  const source = value.source === undefined ? {} : { source: value.source.replaceAll("&{", "${") };
  return { ...value, ...source, text: value.text.replaceAll("&{", "${") };
}

function isEmpty(value: Value): boolean {
  return value.kind === "list" ? value.items.length === 0 : value.kind === "text" && value.text === "";
}
