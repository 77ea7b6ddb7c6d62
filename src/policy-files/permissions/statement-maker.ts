/** How a permission that is written as arguments becomes a policy, in the values of Terraform or of a template. */
import { ANYTHING } from "../../iam/document/intrinsics";
import type { JsonNode, JsonObject } from "../../json/json-node";
import { isUnknown, objectValue, textValue, type Value } from "../../terraform/value";
import type { DocumentArguments } from "../document-arguments";

/** The arguments of a permission, by the names that Terraform gives them, and how the values of its language are made. */
export interface StatementMaker<T> {
  argument(name: string): T | undefined;
  /** The arguments of the one block of a type; undefined where there is none, and `open` where there may be one. */
  block(type: string): StatementMaker<T> | "open" | undefined;
  text(value: string): T;
  object(entries: readonly (readonly [key: string, value: T])[]): T;
  /** The text of a value that is known; undefined for what only a plan or a stack knows. */
  textOf(value: T): string | undefined;
}

/** Arguments in HCL or in a plan. */
export function makerOfArguments(given: DocumentArguments): StatementMaker<Value> {
  const { at } = given;
  return {
    argument: (name) => given.argument(name)?.value,
    block(type) {
      const blocks = given.blocks(type);
      if (!isBlocks(blocks)) return "open";
      const [first] = blocks;
      if (first === undefined) return undefined;
      return first.repeats === true ? "open" : makerOfArguments(first);
    },
    text: (value) => textValue(value, at),
    object: (entries) =>
      objectValue(
        entries.map(([key, value]) => ({ key, at, value })),
        at,
      ),
    textOf: (value) => (value.kind === "text" ? knownText(value.text) : undefined),
  };
}

function isBlocks(blocks: ReturnType<DocumentArguments["blocks"]>): blocks is readonly DocumentArguments[] {
  return !("kind" in blocks && isUnknown(blocks));
}

/** Properties of a resource of CloudFormation. */
export function makerOfProperties(properties: JsonObject): StatementMaker<JsonNode> {
  const { start, end } = properties;
  const member = (name: string) => properties.members.find(({ key }) => key === propertyOf(name))?.value;
  return {
    argument: member,
    block(type) {
      const value = member(type);
      if (value === undefined) return undefined;
      const isIntrinsic = value.kind === "object" && value.members.some(({ key }) => /^Fn::|^Ref$/.test(key));
      return value.kind !== "object" || isIntrinsic ? "open" : makerOfProperties(value);
    },
    text: (value) => ({ kind: "string", value, start, end }),
    object: (entries) => ({
      kind: "object",
      members: entries.map(([key, value]) => ({ key, keyStart: start, keyEnd: start, value })),
      start,
      end,
    }),
    textOf: (value) => (value.kind === "string" ? knownText(value.value) : undefined),
  };
}

/** `SourceArn` for `source_arn`. */
function propertyOf(name: string): string {
  const property = name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return property === "PrincipalOrgId" ? "PrincipalOrgID" : property;
}

/** A text; undefined for a placeholder of what only a plan or a stack knows. */
export function knownText(text: string): string | undefined {
  return /^\$\{[^}]*\}$/.test(text) ? undefined : text;
}

/** What a permission allows. */
interface Permission<T> {
  readonly principal: T;
  readonly action: T;
  /** Operators with their keys and values. */
  readonly conditions: readonly (readonly [operator: string, keys: T])[];
}

/** The policy with the one statement that AWS makes of a permission. */
export function permissionPolicy<T>(maker: StatementMaker<T>, { principal, action, conditions }: Permission<T>): T {
  const { text, object, textOf } = maker;
  const statement = object([
    ["Effect", text("Allow")],
    ["Principal", principalOf(principal, textOf(principal), object)],
    ["Action", action],
    ["Resource", text(ANYTHING)],
    ...(conditions.length === 0 ? [] : [["Condition", object(conditions)] as const]),
  ]);
  return object([
    ["Version", text("2012-10-17")],
    ["Statement", statement],
  ]);
}

/** A service, an account, or everybody; what is not known is taken for an account. */
function principalOf<T>(value: T, text: string | undefined, object: StatementMaker<T>["object"]): T {
  if (text === "*") return value;
  const isService = text !== undefined && !/^(?:\d{12}$|arn:)/.test(text);
  return object([[isService ? "Service" : "AWS", value]]);
}
