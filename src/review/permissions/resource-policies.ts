/** Policies of resources: whatever attribute of whatever type holds one, and grants that are written as arguments. */
import type { Json } from "../../hcl/expression";
import type { Layer, NamedDocument } from "../../iam/delta";
import { readPolicyText, readPolicyValue } from "../../iam/read-policy";
import { fieldsOf, isFields, isList } from "../../plan/fields";
import { markAt } from "../../plan/marks";
import type { Contribution, Reader } from "./contributions";
import { fingerprint } from "./fingerprint";
import { attribute, exists, type Instance, type Side, textOf } from "./instances";
import type { Subject } from "./principals";

type Path = readonly (string | number)[];

/** How deep attributes are searched. */
const DEEPEST = 8;
const NAMED_POLICY = /(^|_)polic(y|ies)(_document|_json|_text)?$/;

/** The policies of a resource that changes. */
export function resourcePolicies(instance: Instance, reader: Reader): readonly Contribution[] {
  const subject: Subject = { kind: "resource", key: instance.address, instance, name: nameOf(instance) };
  return (["before", "after"] as const).flatMap((side) => {
    if (!exists(instance, side)) return [];
    const documents = [...written(instance, side), ...unknown(instance, side, reader), ...argued(instance, side)];
    return documents.length === 0 ? [] : [{ subject, side, documents: () => documents, sources: [instance] }];
  });
}

function nameOf(instance: Instance): string {
  const names = ["name", "bucket", "function_name", "arn", "id"];
  const found = names.map((name) => textOf(instance, "after", name) ?? textOf(instance, "before", name));
  return found.find((name) => name !== undefined) ?? instance.address;
}

/** Attributes whose text is a policy. */
function written(instance: Instance, side: Side): readonly NamedDocument[] {
  const found: NamedDocument[] = [];
  search(instance[side].value, [], (text, path) => {
    const { policies, problems } = readPolicyText(text);
    const [policy] = policies;
    if (policy === undefined || policies.length > 1 || policy.pointer !== "" || problems.length > 0) return;
    const layer: Layer = policy.document.type === "identity" ? "identity" : "resource";
    if (markAt(instance[side].sensitive, path) === true) {
      const reason = "the policy is marked as sensitive";
      found.push({ name: instance.address, layer, reason, version: fingerprint(text) });
    } else found.push({ name: instance.address, layer, document: policy.document });
  });
  return found;
}

/** The path is one list that grows and shrinks: most values hold nothing, and there are many. */
function search(value: Json | undefined, path: (string | number)[], visit: (text: string, path: Path) => void): void {
  if (typeof value === "string") {
    if (looksLikePolicy(value)) visit(value, path);
    return;
  }
  if (typeof value !== "object" || value === null || path.length >= DEEPEST) return;
  const enter = (step: string | number, item: Json | undefined) => {
    path.push(step);
    search(item, path, visit);
    path.pop();
  };
  if (isList(value)) for (let index = 0; index < value.length; index++) enter(index, value[index]);
  else if (isFields(value)) for (const name in value) enter(name, value[name]);
}

function looksLikePolicy(text: string): boolean {
  return /^\s*\{/.test(text) && text.includes('"Statement"');
}

/** Attributes that are known only after apply: read where they are a policy document, and unclear where they are called a policy. */
function unknown(instance: Instance, side: Side, { references, texts }: Reader): readonly NamedDocument[] {
  const marks = instance[side].unknown;
  if (!isFields(marks)) return [];
  return Object.keys(marks).flatMap((name) => {
    if (marks[name] !== true) return [];
    const meant = references.of(instance, name).instances;
    const isDocument = meant.some(({ type }) => type === "aws_iam_policy_document");
    if (isDocument) return texts.of(instance, side, name, "resource");
    const before = attribute(instance, "before", name);
    const was = typeof before === "string" && before.includes('"Statement"');
    if (!was && !(NAMED_POLICY.test(name) && references.sets(instance, name))) return [];
    const reason = "the policy is known only after apply";
    return [{ name: instance.address, layer: "resource" as const, reason, version: side }];
  });
}

/** Grants that are arguments. */
function argued(instance: Instance, side: Side): readonly NamedDocument[] {
  const statement = statementOf(instance, side);
  if (statement === undefined) return [];
  const [found] = readPolicyValue({ Version: "2012-10-17", Statement: [statement] }, { type: "resource" }).policies;
  return found === undefined ? [] : [{ name: instance.address, layer: "resource", document: found.document }];
}

function statementOf(instance: Instance, side: Side): object | undefined {
  const read = (name: string) => textOrUnknown(instance, side, name);
  if (instance.type === "aws_lambda_permission") return lambdaStatement(read);
  return instance.type === "aws_kms_grant" ? grantStatement(instance, side, read) : undefined;
}

type Read = (name: string) => string | undefined;

/** hashicorp/aws, `aws_lambda_permission`: the statement that `lambda:AddPermission` makes of it. */
function lambdaStatement(read: Read): object {
  const name = read("function_name") ?? "*";
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
    Resource: name.startsWith("arn:") || name.startsWith("${") ? name : `arn:aws:lambda:*:*:function:${name}`,
    Condition: {
      ...(Object.keys(equals).length > 0 ? { StringEquals: equals } : {}),
      ...(source === undefined ? {} : { ArnLike: { "aws:SourceArn": source } }),
    },
  };
}

function principalOf(text: string): string | Readonly<Record<string, string>> {
  if (text === "*") return "*";
  return /^(\d{12}$|arn:)/.test(text) ? { AWS: text } : { Service: text };
}

/** hashicorp/aws, `aws_kms_grant`: operations are named as the actions. */
function grantStatement(instance: Instance, side: Side, read: Read): object {
  const operations = attribute(instance, side, "operations");
  const names = (isList(operations) ? operations : []).filter((name) => typeof name === "string");
  const constraints = fieldsOf(instance[side].value).constraints;
  const limited = isList(constraints) && constraints.length > 0;
  return {
    Effect: "Allow",
    Principal: { AWS: read("grantee_principal") ?? "${known after apply}" },
    Action: names.map((name) => `kms:${name}`),
    Resource: read("key_id") ?? "*",
    ...(limited ? { Condition: { StringEquals: { "kms:EncryptionContext": fingerprint(constraints) } } } : {}),
  };
}

function textOrUnknown(instance: Instance, side: Side, name: string): string | undefined {
  if (markAt(instance[side].unknown, [name]) === true) return `\${known after apply: ${name}}`;
  const found = textOf(instance, side, name);
  return found === "" ? undefined : found;
}

function entry(name: string, value: string | undefined): { readonly [name: string]: string } {
  return value === undefined ? {} : { [name]: value };
}
