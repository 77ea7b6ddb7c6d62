/**
 * Statements in the words of `aws_iam_policy_document`, outside of it: in inputs of modules (`policy_statements` of
 * terraform-aws-modules/lambda), in catalogs of YAML, and in `aws:iam:getPolicyDocument` of Pulumi, which writes them in camel case.
 */
import { isService } from "../iam/data/authorization";
import { type JsonNode, membersOf } from "../json/json-node";
import {
  isUnknown,
  itemsOf,
  listValue,
  type ObjectValue,
  objectValue,
  scalarValue,
  textValue,
  type UnknownValue,
  unknownFromToken,
  type Value,
} from "../terraform/value";
import { hasToken } from "../text/tokens";
import { type DocumentArguments, type PlacedValue, policyOfArguments } from "./document-arguments";

/** What a statement may have. What has more is something else. */
const NAMES = new Set([
  "sid",
  "effect",
  "actions",
  "not_actions",
  "resources",
  "not_resources",
  "principals",
  "not_principals",
  "condition",
  "conditions",
]);

/**
 * The policy of these statements; undefined where the value is something else. They are a list, or a map by names.
 *
 * Each has to name actions, and allow or deny; one action at least has to be of a service of AWS.
 */
export function policyOfStatementArguments(value: Value): ObjectValue | undefined {
  const statements = value.kind === "object" ? value.entries.map((entry) => entry.value) : itemsOf(value);
  if (value.kind !== "list" && value.kind !== "object") return undefined;
  if (statements.length === 0 || !statements.every(isStatement) || !statements.some(namesActionOfAws)) return undefined;
  const blocks = statements.map((one) => new ValueArguments(one));
  const document: DocumentArguments = { at: value.at, argument: () => undefined, blocks: () => blocks };
  return withOpenParts(policyOfArguments(document));
}

/** The value of a tree of JSON or YAML, with its offsets. */
export function valueOfNode(node: JsonNode): Value {
  const at = node.start;
  switch (node.kind) {
    case "string":
      return textValue(node.value, at);
    case "array":
      return listValue(node.items.map(valueOfNode), at);
    case "object":
      return objectValue(
        membersOf(node).map(({ key, keyStart, value }) => ({ key, at: keyStart, value: valueOfNode(value) })),
        at,
      );
    default:
      return scalarValue(node.value, at);
  }
}

function isStatement(value: Value): value is ObjectValue {
  if (value.kind !== "object") return false;
  const names = value.entries.map(({ key }) => snakeCase(key));
  if (!names.every((name) => NAMES.has(name))) return false;
  const statement = new ValueArguments(value);
  const effect = statement.argument("effect")?.value;
  const isEffect =
    effect?.kind === "text" ? /^(?:Allow|Deny)$/.test(effect.text) || hasToken(effect.text) : isOpen(effect);
  const hasEffect = effect === undefined ? names.includes("resources") || names.includes("principals") : isEffect;
  return hasEffect && ["actions", "not_actions"].some((name) => statement.argument(name) !== undefined);
}

function isOpen(value: Value | undefined): boolean {
  return value !== undefined && isUnknown(value);
}

function namesActionOfAws(statement: ObjectValue): boolean {
  const named = new ValueArguments(statement);
  return ["actions", "not_actions"].some((name) => {
    const value = named.argument(name)?.value;
    return (value === undefined ? [] : itemsOf(value)).some(
      (item) => item.kind === "text" && isService(/^([a-z0-9-]+):[\w*?]+$/i.exec(item.text)?.[1]?.toLowerCase() ?? ""),
    );
  });
}

/**
 * What a statement leaves out its module may add: resources, except where nobody but the taker of a role is named. Of a text that is no ARN, no
 * action or no principal it may make one: `database/orders`.
 */
function withOpenParts(policy: ObjectValue): ObjectValue {
  const entries = policy.entries.map((entry) =>
    entry.key === "Statement" && entry.value.kind === "list"
      ? { ...entry, value: { ...entry.value, items: entry.value.items.map(withOpenElements) } }
      : entry,
  );
  return { ...policy, entries };
}

/** What a text looks like that AWS takes as it is, by the element or the kind of the principal. */
const WHOLE: ReadonlyMap<string, RegExp> = new Map([
  ["Action", /^\*$|:/],
  ["NotAction", /^\*$|:/],
  ["Resource", /^(?:\*|arn:|\$)/],
  ["NotResource", /^(?:\*|arn:|\$)/],
  ["AWS", /^(?:\*$|arn:|\$|\d{12}$)/],
  ["Service", /\.|^\$/],
]);

function withOpenElements(statement: Value): Value {
  if (statement.kind !== "object") return statement;
  const { at } = statement;
  const entries = statement.entries.map(({ value, ...entry }) => {
    const isPrincipal = entry.key.endsWith("Principal") && value.kind === "object";
    return { ...entry, value: isPrincipal ? withOpenEntries(value) : withOpenTexts(value, WHOLE.get(entry.key)) };
  });
  const names = entries.map(({ key }) => key);
  const takesRole = entries.some(
    ({ key, value }) =>
      key === "Action" && itemsOf(value).every((item) => item.kind === "text" && item.text.startsWith("sts:")),
  );
  const isWhole = names.some((name) => /Resource$/.test(name)) || (takesRole && names.includes("Principal"));
  const added = isWhole ? [] : [{ key: "Resource", at, value: unknownFromToken("${...}", at) }];
  return { ...statement, entries: [...entries, ...added] };
}

function withOpenEntries(principal: ObjectValue): ObjectValue {
  return {
    ...principal,
    entries: principal.entries.map((entry) => ({ ...entry, value: withOpenTexts(entry.value, WHOLE.get(entry.key)) })),
  };
}

function withOpenTexts(value: Value, whole: RegExp | undefined): Value {
  if (whole === undefined) return value;
  if (value.kind === "list") return { ...value, items: value.items.map((item) => withOpenTexts(item, whole)) };
  return value.kind === "text" && !whole.test(value.text) ? unknownFromToken("${...}", value.at) : value;
}

/** The entries of an object as the arguments of a block. */
class ValueArguments implements DocumentArguments {
  readonly #value: ObjectValue;

  constructor(value: ObjectValue) {
    this.#value = value;
  }

  get at(): number | undefined {
    return this.#value.at;
  }

  get repeats(): boolean {
    return this.#value.repeats === true;
  }

  argument(name: string): PlacedValue | undefined {
    const entry = this.#value.entries.find(({ key }) => snakeCase(key) === name);
    return entry === undefined || isNull(entry.value) ? undefined : { at: entry.at, value: entry.value };
  }

  /** They are a list, a map by names, or one alone; conditions in the form of IAM may say anything here. */
  blocks(type: string): readonly DocumentArguments[] | UnknownValue {
    const value = (this.argument(type) ?? this.argument(`${type}s`))?.value;
    if (value === undefined) return [];
    const isOne = value.kind === "object" && ["type", "test"].some((name) => namesArgument(value, name));
    const all = isOne ? [value] : value.kind === "object" ? value.entries.map((entry) => entry.value) : itemsOf(value);
    const objects = all.filter((item): item is ObjectValue => item.kind === "object" && namesBlock(item, type));
    if (objects.length < all.length) return unknownFromToken("${...}", value.at);
    return objects.map((item) => new ValueArguments(item));
  }
}

function namesBlock(value: ObjectValue, type: string): boolean {
  return namesArgument(value, type === "condition" ? "test" : "type");
}

function namesArgument({ entries }: ObjectValue, name: string): boolean {
  return entries.some(({ key }) => key === name);
}

function isNull(value: Value): boolean {
  return value.kind === "scalar" && value.value === null;
}

/** `notActions` -> `not_actions` */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
