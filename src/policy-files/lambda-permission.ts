/**
 * A permission of AWS Lambda as the policy that it makes: the statement that `lambda:AddPermission` adds to the policy of the function.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
 */
import { ANYTHING } from "../iam/document/intrinsics";
import type { JsonNode, JsonObject } from "../json/json-node";
import { type ObjectValue, objectValue, textValue, type Value } from "../terraform/value";
import type { DocumentArguments } from "./document-arguments";

/** Its arguments, as `aws_lambda_permission` names them. */
type PermissionArgument =
  | "action"
  | "event_source_token"
  | "function_url_auth_type"
  | "invoked_via_function_url"
  | "principal"
  | "principal_org_id"
  | "source_account"
  | "source_arn";

/** How the values of a language are made. */
interface ValueMaker<T> {
  argument(name: PermissionArgument): T | undefined;
  text(value: string): T;
  object(entries: readonly (readonly [key: string, value: T])[]): T;
  /** The text of a value that is known; undefined for what only a plan or a stack knows. */
  textOf(value: T): string | undefined;
}

/** Operators with their keys, and the arguments that have the values. */
const CONDITIONS: readonly (readonly [
  operator: string,
  keys: readonly (readonly [key: string, name: PermissionArgument])[],
])[] = [
  ["ArnLike", [["aws:SourceArn", "source_arn"]]],
  [
    "StringEquals",
    [
      ["aws:SourceAccount", "source_account"],
      ["aws:PrincipalOrgID", "principal_org_id"],
      ["lambda:FunctionUrlAuthType", "function_url_auth_type"],
      ["lambda:EventSourceToken", "event_source_token"],
    ],
  ],
  ["Bool", [["lambda:InvokedViaFunctionUrl", "invoked_via_function_url"]]],
];

/** The policy of an `aws_lambda_permission`; undefined where it has no principal or no action. */
export function policyOfPermission(given: DocumentArguments): ObjectValue | undefined {
  const { at } = given;
  return permissionPolicy<Value>({
    argument: (name) => given.argument(name)?.value,
    text: (value) => textValue(value, at),
    object: (entries) =>
      objectValue(
        entries.map(([key, value]) => ({ key, at, value })),
        at,
      ),
    textOf: (value) => (value.kind === "text" ? knownText(value.text) : undefined),
  }) as ObjectValue | undefined;
}

/** The policy of an `AWS::Lambda::Permission` with these properties. */
export function policyOfPermissionProperties(properties: JsonObject): JsonObject | undefined {
  const { start, end } = properties;
  return permissionPolicy<JsonNode>({
    argument: (name) => properties.members.find(({ key }) => key === propertyOf(name))?.value,
    text: (value) => ({ kind: "string", value, start, end }),
    object: (entries) => ({
      kind: "object",
      members: entries.map(([key, value]) => ({ key, keyStart: start, keyEnd: start, value })),
      start,
      end,
    }),
    textOf: (value) => (value.kind === "string" ? knownText(value.value) : undefined),
  }) as JsonObject | undefined;
}

/** `SourceArn` for `source_arn`. */
function propertyOf(name: PermissionArgument): string {
  const property = name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return property === "PrincipalOrgId" ? "PrincipalOrgID" : property;
}

function knownText(text: string): string | undefined {
  return /^\$\{[^}]*\}$/.test(text) ? undefined : text;
}

function permissionPolicy<T>({ argument, text, object, textOf }: ValueMaker<T>): T | undefined {
  const [principal, action] = [argument("principal"), argument("action")];
  if (principal === undefined || action === undefined) return undefined;
  const conditions = CONDITIONS.flatMap(([operator, keys]): readonly (readonly [string, T])[] => {
    const set = keys.flatMap(([key, name]): readonly (readonly [string, T])[] => {
      const value = argument(name);
      return value === undefined || textOf(value) === "" ? [] : [[key, value]];
    });
    return set.length === 0 ? [] : [[operator, object(set)]];
  });
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
function principalOf<T>(value: T, text: string | undefined, object: ValueMaker<T>["object"]): T {
  if (text === "*") return value;
  const isService = text !== undefined && !/^(?:\d{12}$|arn:)/.test(text);
  return object([[isService ? "Service" : "AWS", value]]);
}
