/** A test file of Terraform that plans a stack with mocked providers. */

import { attribute, type BlockItem, block } from "../hcl/document";
import type { Expression } from "../hcl/expression";
import { isHclProblem, type Syntax } from "../hcl/read";
import { writeBody } from "../hcl/write";
import { type JsonObject, memberIn, textIn } from "../json/json-node";
import { lookUp } from "../text/look-up";
import { readAddress } from "./convert-value";
import type { RootBlock, StackFile } from "./stack-file";
import { providersIn } from "./stack-shapes";

/** References to outputs of another stack's state. */
const STATE_OUTPUT = /data\.terraform_remote_state\.([\w-]+)\.outputs(?:\.([\w-]+)|\[\\?"([^"\\]+)\\?"\])/g;

/**
 * The text of the file. Variables without a default, the states of other stacks and what is imported get values that are made up.
 *
 * @param names what the configuration calls resources of the stack now, where that is another name
 */
export function mockedTest(file: StackFile, names: ReadonlyMap<string, string> = new Map()): string {
  const variables = file.blocks
    .filter(({ type, body }) => type === "variable" && !body.members.some(({ key }) => key === "default"))
    .map(({ labels, body }) => attribute(labels[0] ?? "", valueOfType(typeIn(body))));
  const run = block(
    "run",
    ["plan"],
    [
      attribute("command", { kind: "reference", address: "plan" }),
      ...(variables.length > 0 ? [block("variables", [], variables)] : []),
    ],
  );
  return `${writeBody([...mocks(file), ...states(file), ...imported(file, names), run])}\n`;
}

/** A mocked provider imports nothing: Terraform asks for an override of each resource that is imported. */
function imported(file: StackFile, names: ReadonlyMap<string, string>): readonly BlockItem[] {
  const targets = file.blocks.flatMap(({ type, body }) => {
    const to = type === "import" ? textIn(memberIn(body, "to")) : undefined;
    // A module's resources, and keys that are computed, are told by Terraform.
    const address = to === undefined ? undefined : /^(?:\$\{)?(\w+\.[\w-]+)(?:\[.*\])?\}?$/.exec(to)?.[1];
    return address === undefined ? [] : [names.get(address) ?? address];
  });
  return [...new Set(targets)].map((address) =>
    block(
      "override_resource",
      [],
      [attribute("target", { kind: "reference", address }), attribute("values", { kind: "object", entries: [] })],
    ),
  );
}

/** Each provider, and each of its aliases. */
function mocks(file: StackFile): readonly BlockItem[] {
  const data = mockedData(file);
  const configured = file.blocks.filter(({ type }) => type === "provider");
  const names = new Set([
    ...providersIn(file).map(({ localName }) => localName),
    ...configured.map(({ labels }) => labels[0] ?? ""),
  ]);
  const aliases = configured.flatMap((one) => {
    const alias = memberIn(one.body, "alias");
    return alias?.kind === "string" ? [{ name: one.labels[0] ?? "", alias: alias.value }] : [];
  });
  return [
    ...[...names].map((name) => block("mock_provider", [name], data.get(name) ?? [])),
    ...aliases.map(({ name, alias }) =>
      block(
        "mock_provider",
        [name],
        [attribute("alias", { kind: "literal", value: alias }), ...(data.get(name) ?? [])],
      ),
    ),
  ];
}

/** A reference to an attribute of a data source. */
const DATA_ATTRIBUTE = /\bdata\.(([a-z0-9]+)_[a-z0-9_]+)\.[\w-]+(?:\[[^\]]*\])?\.([a-z0-9_]+)/g;

/**
 * Values of data sources by provider. What Terraform makes up is random letters, which a provider refuses where it wants the number of an
 * account, an ARN or a policy; what a resource computes is not known in a plan, and needs none.
 */
function mockedData(file: StackFile): ReadonlyMap<string, readonly BlockItem[]> {
  const types = new Map<string, { readonly provider: string; readonly values: Map<string, Expression> }>();
  for (const [, type = "", provider = "", name = ""] of file.text.matchAll(DATA_ATTRIBUTE)) {
    const value = valueOfData(type, name);
    if (value === undefined) continue;
    const known = types.get(type) ?? { provider, values: new Map<string, Expression>() };
    types.set(type, known);
    known.values.set(name, value);
  }
  const found = new Map<string, BlockItem[]>();
  for (const [type, { provider, values }] of types) {
    const entries = [...values].map(([key, value]) => ({ key, value }));
    const mock = block("mock_data", [type], [attribute("defaults", { kind: "object", entries })]);
    found.set(provider, [...(found.get(provider) ?? []), mock]);
  }
  return found;
}

const ACCOUNT = "123456789012";
const REGION = "eu-west-1";
const UUID = "00000000-0000-4000-8000-000000000000";
const POLICY = '{"Statement":[],"Version":"2012-10-17"}';

/** Attributes of these that a provider looks into. */
const OF_DATA: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> = {
  aws_availability_zones: { names: [`${REGION}a`, `${REGION}b`, `${REGION}c`] },
  aws_caller_identity: { account_id: ACCOUNT, id: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:role/mocked` },
  aws_iam_policy_document: { json: POLICY, minified_json: POLICY },
  aws_partition: { partition: "aws", id: "aws", dns_suffix: "amazonaws.com" },
  aws_region: { name: REGION, id: REGION, region: REGION },
  aws_ssoadmin_instances: {
    arns: ["arn:aws:sso:::instance/ssoins-1234567890abcdef"],
    identity_store_ids: ["d-1234567890"],
  },
  azuread_client_config: { tenant_id: UUID, object_id: UUID, client_id: UUID },
  azurerm_client_config: { tenant_id: UUID, object_id: UUID, client_id: UUID, subscription_id: UUID },
};

function valueOfData(type: string, name: string): Expression | undefined {
  const value = lookUp(lookUp(OF_DATA, type) ?? {}, name);
  if (value !== undefined) return literalOf(value);
  if (!type.startsWith("aws_")) return undefined;
  if (/(?:^|_)arn$/.test(name)) return literalOf(`arn:aws:iam::${ACCOUNT}:role/mocked`);
  if (name === "ids") return literalOf(["mocked-1", "mocked-2", "mocked-3"]);
  return name === "cidr_block" ? literalOf("10.0.0.0/16") : undefined;
}

function literalOf(value: string | readonly string[]): Expression {
  if (typeof value === "string") return { kind: "literal", value };
  return { kind: "tuple", items: value.map((item) => ({ kind: "literal", value: item })) };
}

/** The outputs of other stacks that are referred to. */
function states(file: StackFile): readonly BlockItem[] {
  const outputs = new Map<string, Set<string>>();
  for (const { type, labels } of file.blocks) if (isState({ type, labels })) outputs.set(labels[1] ?? "", new Set());
  for (const [, name = "", bare, quoted] of file.text.matchAll(STATE_OUTPUT))
    outputs.get(name)?.add(bare ?? quoted ?? "");
  return [...outputs].map(([name, keys]) => {
    const entries = [...keys].map((key) => ({ key, value: { kind: "literal", value: "mocked" } as const }));
    const values: Expression = {
      kind: "object",
      entries: [{ key: "outputs", value: { kind: "object", entries } }],
    };
    return block(
      "override_data",
      [],
      [
        attribute("target", { kind: "reference", address: `data.terraform_remote_state.${name}` }),
        attribute("values", values),
      ],
    );
  });
}

function isState({ type, labels }: Pick<RootBlock, "type" | "labels">): boolean {
  return type === "data" && labels[0] === "terraform_remote_state";
}

function typeIn(body: JsonObject<number>): Syntax | undefined {
  const type = memberIn(body, "type");
  if (type?.kind !== "string") return undefined;
  const read = readAddress(type.value);
  return isHclProblem(read) ? undefined : read;
}

/** Some value of a type: the one that most configurations take. */
function valueOfType(type: Syntax | undefined): Expression {
  const name = type?.kind === "reference" || type?.kind === "call" ? type.name : "string";
  const [inner] = type?.kind === "call" ? type.args : [];
  if (name === "number") return { kind: "literal", value: 1 };
  if (name === "bool") return { kind: "literal", value: true };
  if (name === "list" || name === "set") return { kind: "tuple", items: [] };
  if (name === "map") return { kind: "object", entries: [] };
  if (name === "tuple") return { kind: "tuple", items: inner?.kind === "tuple" ? inner.items.map(valueOfType) : [] };
  if (name !== "object" || inner?.kind !== "object") return { kind: "literal", value: "mocked" };
  return {
    kind: "object",
    entries: inner.entries.flatMap(({ key, value }) =>
      value.kind === "call" && value.name === "optional"
        ? []
        : [{ key: key.kind === "literal" ? String(key.value) : "", value: valueOfType(value) }],
    ),
  };
}
