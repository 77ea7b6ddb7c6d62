/** Grants that are written as arguments of a resource, as the policy statement that they make. */
import type { NamedDocument } from "../../iam/delta";
import { readPolicyValue } from "../../iam/document/read-policy";
import { fieldsIn, isList } from "../../json/json-value";
import { fingerprint } from "../../policy-files/principals/fingerprint";
import { attribute, type Instance, type Side, textOf } from "../../policy-files/principals/instances";
import { markAt } from "../../terraform/plan/marks";

/** The policy that the arguments of a resource make; most types make none. */
export function argued(instance: Instance, side: Side): readonly NamedDocument[] {
  const statement = statementOf(instance, side);
  if (statement === undefined) return [];
  const [found] = readPolicyValue({ Version: "2012-10-17", Statement: [statement] }, { type: "resource" }).policies;
  if (found === undefined) return [];
  return [{ name: instance.address, layer: "resource", document: found.document, derived: true }];
}

function statementOf(instance: Instance, side: Side): object | undefined {
  const read = (name: string) => textToCompare(instance, side, name);
  if (instance.type === "aws_lambda_permission") return lambdaStatement(read);
  if (instance.type === "aws_lambda_function_url") return urlStatement(instance, side, read);
  return instance.type === "aws_kms_grant" ? grantStatement(instance, side, read) : undefined;
}

type ReadArgument = (name: string) => string | undefined;

/** hashicorp/aws, `aws_lambda_permission`: the statement that `lambda:AddPermission` makes of it. */
function lambdaStatement(read: ReadArgument): object {
  const equals = {
    ...entry("aws:SourceAccount", read("source_account")),
    ...entry("aws:PrincipalOrgID", read("principal_org_id")),
    ...entry("lambda:FunctionUrlAuthType", read("function_url_auth_type")),
    ...entry("lambda:EventSourceToken", read("event_source_token")),
  };
  const source = read("source_arn");
  return {
    ...entry("Sid", read("statement_id")),
    Effect: "Allow",
    Principal: principalOf(read("principal") ?? "*"),
    Action: read("action") ?? "lambda:InvokeFunction",
    Resource: functionArn(read("function_name") ?? "*"),
    Condition: {
      ...(Object.keys(equals).length > 0 ? { StringEquals: equals } : {}),
      ...(source === undefined ? {} : { ArnLike: { "aws:SourceArn": source } }),
    },
  };
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

function principalOf(text: string): string | Readonly<Record<string, string>> {
  if (text === "*") return "*";
  return /^(\d{12}$|arn:)/.test(text) ? { AWS: text } : { Service: text };
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

/** A text as it is compared. A secret is replaced by its address: a short one could be guessed from any other form, such as a hash. */
function textToCompare(instance: Instance, side: Side, name: string): string | undefined {
  if (markAt(instance[side].unknown, [name]) === true) return `\${known after apply: ${name}}`;
  const found = textOf(instance, side, name);
  if (found === undefined || found === "") return undefined;
  if (markAt(instance[side].sensitive, [name]) === undefined) return found;
  const before = textOf(instance, "before", name);
  const isOther = side === "after" && before !== undefined && found !== before;
  return `\${sensitive${isOther ? ", changed" : ""}: ${instance.address}.${name}}`;
}

function entry(name: string, value: string | undefined): { readonly [name: string]: string } {
  return value === undefined ? {} : { [name]: value };
}
