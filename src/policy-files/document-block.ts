/** `data "aws_iam_policy_document"` as the policy that it makes. */
import type { BlockSyntax, BodySyntax, Syntax } from "../hcl/read";
import { type Evaluator, roundsOf, type Scope } from "../terraform/evaluator";
import {
  type EntryValue,
  listValue,
  type ObjectValue,
  objectValue,
  shownText,
  textValue,
  type Value,
} from "../terraform/value";

/** Arguments of a `statement` that are lists of texts, and what they become. */
const LISTS: Readonly<Record<string, string>> = {
  actions: "Action",
  not_actions: "NotAction",
  resources: "Resource",
  not_resources: "NotResource",
};

const PRINCIPALS: Readonly<Record<string, string>> = { principals: "Principal", not_principals: "NotPrincipal" };

/** The policy of the block's body; `at` is where the block stands. */
export function policyOfBlock(body: BodySyntax, scope: Scope, evaluator: Evaluator, at: number): ObjectValue {
  const statements = blocksOf(body, "statement", scope, evaluator).map((one) => statementOf(one, evaluator));
  const version = attributeOf(body, "version");
  return objectValue(
    [
      {
        key: "Version",
        at,
        value: version === undefined ? textValue("2012-10-17", at) : evaluator.fold(version, scope),
      },
      { key: "Statement", at, value: listValue(statements, at) },
    ],
    at,
  );
}

/** Whether other documents are put into it. */
export function hasSources(body: BodySyntax): boolean {
  return ["source_policy_documents", "override_policy_documents", "source_json", "override_json"].some(
    (name) => attributeOf(body, name) !== undefined,
  );
}

/** The expression of an attribute. */
export function attributeOf(body: BodySyntax, name: string): Syntax | undefined {
  const found = body.find((item) => item.kind === "attribute" && item.name === name);
  return found?.kind === "attribute" ? found.value : undefined;
}

interface Instance {
  readonly body: BodySyntax;
  readonly scope: Scope;
  readonly at: number;
}

/** Blocks of a type, those of `dynamic` blocks too: one for each item, or one that stands for all. */
function blocksOf(body: BodySyntax, type: string, scope: Scope, evaluator: Evaluator): readonly Instance[] {
  return body.flatMap((item): readonly Instance[] => {
    if (item.kind !== "block") return [];
    if (item.type === type) return [{ body: item.body, scope, at: scope.base + item.start }];
    return item.type === "dynamic" && item.labels[0] === type ? dynamicBlocks(item, type, scope, evaluator) : [];
  });
}

function dynamicBlocks(item: BlockSyntax, type: string, scope: Scope, evaluator: Evaluator): readonly Instance[] {
  const content = item.body.find((inner) => inner.kind === "block" && inner.type === "content");
  const each = attributeOf(item.body, "for_each");
  if (content?.kind !== "block" || each === undefined) return [];
  const at = scope.base + content.start;
  const given = attributeOf(item.body, "iterator");
  const iterator = given?.kind === "reference" ? given.name : type;
  const collection = evaluator.fold(each, scope);
  const rounds = roundsOf(collection, `${iterator}.key`, `${iterator}.value`, at);
  return rounds.map(({ key, value }) => {
    const bound = objectValue(
      [
        { key: "key", at, value: key },
        { key: "value", at, value },
      ],
      at,
    );
    evaluator.spend(64);
    return { body: content.body, scope: { ...scope, names: new Map([...scope.names, [iterator, bound]]) }, at };
  });
}

function statementOf({ body, scope, at }: Instance, evaluator: Evaluator): ObjectValue {
  const entries: EntryValue[] = [];
  let effect: EntryValue = { key: "Effect", at, value: textValue("Allow", at) };
  for (const item of body) {
    if (item.kind !== "attribute") continue;
    const value = evaluator.fold(item.value, scope);
    const list = Object.hasOwn(LISTS, item.name) ? LISTS[item.name] : undefined;
    const place = scope.base + item.start;
    if (isNull(value)) continue;
    if (item.name === "sid") entries.push({ key: "Sid", at: place, value });
    else if (item.name === "effect") effect = { key: "Effect", at: place, value };
    else if (list !== undefined) entries.push({ key: list, at: place, value });
  }
  for (const [name, element] of Object.entries(PRINCIPALS)) {
    const blocks = blocksOf(body, name, scope, evaluator);
    if (blocks.length > 0)
      entries.push({ key: element, at: blocks[0]?.at ?? at, value: principalOf(blocks, evaluator) });
  }
  const conditions = blocksOf(body, "condition", scope, evaluator);
  if (conditions.length > 0) entries.push({ key: "Condition", at, value: conditionOf(conditions, evaluator) });
  return objectValue([effect, ...entries.filter(({ value }) => !isEmpty(value))], at);
}

function principalOf(blocks: readonly Instance[], evaluator: Evaluator): Value {
  const kinds = new Map<string, { at: number; items: Value[] }>();
  for (const { body, scope, at } of blocks) {
    const kind = textOf(attributeOf(body, "type"), scope, evaluator);
    const identifiers = foldOf(attributeOf(body, "identifiers"), scope, evaluator);
    if (kind === "*" && blocks.length === 1) return textValue("*", at);
    const group = kinds.get(kind) ?? { at, items: [] };
    group.items.push(...itemsOf(identifiers));
    kinds.set(kind, group);
  }
  const at = blocks[0]?.at ?? -1;
  return objectValue(
    [...kinds].map(([key, group]) => ({ key, at: group.at, value: listValue(group.items, group.at) })),
    at,
  );
}

/** Terraform puts blocks with the same test and key together. */
function conditionOf(blocks: readonly Instance[], evaluator: Evaluator): Value {
  const tests = new Map<string, Map<string, { at: number; items: Value[] }>>();
  for (const { body, scope, at } of blocks) {
    const test = textOf(attributeOf(body, "test"), scope, evaluator);
    const variable = textOf(attributeOf(body, "variable"), scope, evaluator);
    const keys = tests.get(test) ?? new Map<string, { at: number; items: Value[] }>();
    const group = keys.get(variable) ?? { at, items: [] };
    group.items.push(...itemsOf(foldOf(attributeOf(body, "values"), scope, evaluator)));
    tests.set(test, keys.set(variable, group));
  }
  const at = blocks[0]?.at ?? -1;
  const entries = [...tests].map(([key, keys]) => ({
    key,
    at,
    value: objectValue(
      [...keys].map(([name, group]) => ({ key: name, at: group.at, value: listValue(group.items, group.at) })),
      at,
    ),
  }));
  return objectValue(entries, at);
}

function foldOf(node: Syntax | undefined, scope: Scope, evaluator: Evaluator): Value | undefined {
  return node === undefined ? undefined : evaluator.fold(node, scope);
}

function textOf(node: Syntax | undefined, scope: Scope, evaluator: Evaluator): string {
  const value = foldOf(node, scope, evaluator);
  return (value === undefined ? undefined : shownText(value)) ?? "${...}";
}

function itemsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return value.kind === "list" ? value.items : [value];
}

function isNull(value: Value): boolean {
  return value.kind === "scalar" && value.value === null;
}

function isEmpty(value: Value): boolean {
  return value.kind === "list" && value.items.length === 0;
}
