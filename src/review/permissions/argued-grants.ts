/** Grants that are written as arguments of a resource, as the policy statement that they make. */
import type { NamedDocument } from "../../iam/delta";
import { readPolicyValue } from "../../iam/document/read-policy";
import { fieldsIn, isFields, isList, type Json, jsonAt, type ValuePath } from "../../json/json-value";
import { permissionSource, policyBy } from "../../policy-files/permissions/policy-of-permission";
import { knownText, type StatementMaker } from "../../policy-files/permissions/statement-maker";
import { fingerprint } from "../../policy-files/principals/fingerprint";
import { attribute, type Instance, type Side, textOf } from "../../policy-files/principals/instances";
import { markAt, markOf } from "../../terraform/plan/marks";
import { lookUp } from "../../text/look-up";
import { words } from "../../text/message";

/** The policy that the arguments of a resource make; most types make none. */
export function argued(instance: Instance, side: Side): readonly NamedDocument[] {
  const statement = statementOf(instance, side);
  if (statement === "open") {
    const reason = words("the condition of the permission is known only after apply");
    return [{ name: instance.address, layer: "resource", reason, version: side }];
  }
  if (statement === undefined) return [];
  const [found] = readPolicyValue({ Version: "2012-10-17", Statement: [statement] }, { type: "resource" }).policies;
  if (found === undefined) return [];
  return [{ name: instance.address, layer: "resource", document: found.document, derived: true }];
}

/** What a permission is taken for where a plan leaves out a required argument. */
const WITHOUT_IT = {
  lambda: { principal: "*", action: "lambda:InvokeFunction" },
  events: { principal: "*" },
} as const;

/** The statement; `open` for a permission of which a block is not known. */
function statementOf(instance: Instance, side: Side): object | "open" | undefined {
  const read = (name: string) => textToCompare(instance, side, name);
  if (instance.type === "aws_lambda_function_url") return urlStatement(instance, side, read);
  if (instance.type === "aws_kms_grant") return grantStatement(instance, side, read);
  const source = permissionSource(instance.type);
  if (source === undefined) return undefined;
  const maker = makerOfInstance(
    instance,
    side,
    (name) => read(name) ?? lookUp<string>(WITHOUT_IT[source.service], name),
  );
  const statement = jsonAt(policyBy(source, maker), ["Statement"]);
  if (!isFields(statement)) return maker.block("condition") === "open" ? "open" : undefined;
  const resource = source.service === "lambda" ? functionArn(read("function_name") ?? "*") : busArn(read);
  return { ...entry("Sid", read("statement_id")), ...statement, Resource: resource };
}

type ReadArgument = (name: string) => string | undefined;

/** The arguments of a permission as the reader of the linter asks for them. */
function makerOfInstance(instance: Instance, side: Side, read: ReadArgument): StatementMaker<Json> {
  return {
    argument: read,
    block: (type) => makerOfBlock(instance, side, type),
    text: (value) => value,
    object: (entries) => Object.fromEntries(entries),
    textOf: (value) => (typeof value === "string" ? knownText(value) : undefined),
  };
}

/** The first block of a type. What is not known of it is compared by its place. */
function makerOfBlock(instance: Instance, side: Side, type: string): StatementMaker<Json> | "open" | undefined {
  if (markOf(instance[side].unknown, type) === true) return "open";
  const block = jsonAt(instance[side].value, [type, 0]);
  if (!isFields(block)) return undefined;
  return makerOfInstance(instance, side, (name) => textAtPath(instance, side, [type, 0, name]));
}

/** An event bus; the one of the account that every account has, where none is named. */
function busArn(read: ReadArgument): string {
  const name = read("event_bus_name") ?? "default";
  return name.startsWith("arn:") || name.startsWith("${") ? name : `arn:aws:events:*:*:event-bus/${name}`;
}

/**
 * A function's URL without authorization is open to everybody; the provider adds the permission that it needs.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
function urlStatement(instance: Instance, side: Side, read: ReadArgument): object | undefined {
  if (textOf(instance, side, "authorization_type") !== "NONE") return undefined;
  const Resource = functionArn(read("function_name") ?? "*");
  return { Effect: "Allow", Principal: "*", Action: "lambda:InvokeFunctionUrl", Resource };
}

function functionArn(name: string): string {
  return name.startsWith("arn:") || name.startsWith("${") ? name : `arn:aws:lambda:*:*:function:${name}`;
}

/** hashicorp/aws, `aws_kms_grant`: operations are named as the actions. */
function grantStatement(instance: Instance, side: Side, read: ReadArgument): object {
  const operations = attribute(instance, side, "operations");
  const names = (isList(operations) ? operations : []).filter((name) => typeof name === "string");
  const constraints = fieldsIn(instance[side].value).constraints;
  const limited = isList(constraints) && constraints.length > 0;
  return {
    Effect: "Allow",
    Principal: { AWS: read("grantee_principal") ?? "${known after apply}" },
    Action: names.map((name) => `kms:${name}`),
    Resource: read("key_id") ?? "*",
    ...(limited ? { Condition: { StringEquals: { "kms:EncryptionContext": fingerprint(constraints) } } } : {}),
  };
}

function textToCompare(instance: Instance, side: Side, name: string): string | undefined {
  return textAtPath(instance, side, [name]);
}

/** A text as it is compared. A secret is replaced by its address: a short one could be guessed from any other form, such as a hash. */
function textAtPath(instance: Instance, side: Side, path: ValuePath): string | undefined {
  const name = path.filter((step) => typeof step === "string").join(".");
  if (markAt(instance[side].unknown, path) === true) return `\${known after apply: ${name}}`;
  const found = jsonAt(instance[side].value, path);
  if (typeof found !== "string" || found === "") return undefined;
  if (markAt(instance[side].sensitive, path) === undefined) return found;
  const before = jsonAt(instance.before.value, path);
  const isOther = side === "after" && typeof before === "string" && found !== before;
  return `\${sensitive${isOther ? ", changed" : ""}: ${instance.address}.${name}}`;
}

function entry(name: string, value: string | undefined): { readonly [name: string]: string } {
  return value === undefined ? {} : { [name]: value };
}
