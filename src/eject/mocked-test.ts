/** A test file of Terraform that plans a stack with mocked providers. */
import { type BlockItem, block } from "../hcl/document";
import type { Expression } from "../hcl/expression";
import { readHclExpression, type Syntax } from "../hcl/read";
import { writeBody } from "../hcl/write";
import { type JsonObject, memberIn } from "../json/json-node";
import { isProblem } from "./convert-value";
import type { RootBlock, StackFile } from "./stack-file";
import { providersIn } from "./stack-shapes";

/** References to outputs of another stack's state. */
const STATE_OUTPUT = /data\.terraform_remote_state\.([\w-]+)\.outputs(?:\.([\w-]+)|\[\\?"([^"\\]+)\\?"\])/g;

/** The text of the file. Variables without a default and the states of other stacks get values that are made up. */
export function mockedTest(file: StackFile): string {
  const variables = file.blocks
    .filter(({ type, body }) => type === "variable" && !body.members.some(({ key }) => key === "default"))
    .map(({ labels, body }) => attributeOf(labels[0] ?? "", valueOfType(typeIn(body))));
  const run = block(
    "run",
    ["plan"],
    [
      { kind: "attribute", name: "command", value: { kind: "reference", address: "plan" } },
      ...(variables.length > 0 ? [block("variables", [], variables)] : []),
    ],
  );
  return `${writeBody([...mocks(file), ...states(file), run])}\n`;
}

function attributeOf(name: string, value: Expression) {
  return { kind: "attribute", name, value } as const;
}

/** Each provider, and each of its aliases. */
function mocks(file: StackFile): readonly BlockItem[] {
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
    ...[...names].map((name) => block("mock_provider", [name], [])),
    ...aliases.map(({ name, alias }) =>
      block("mock_provider", [name], [attributeOf("alias", { kind: "literal", value: alias })]),
    ),
  ];
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
        attributeOf("target", { kind: "reference", address: `data.terraform_remote_state.${name}` }),
        attributeOf("values", values),
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
  const read = readHclExpression(type.value.replace(/^\$\{(.*)\}$/s, "$1"));
  return isProblem(read) ? undefined : read;
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
