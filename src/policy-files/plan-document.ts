/** A deferred `aws_iam_policy_document` of a plan as the policy that it will make. */
import type { BodySyntax, Syntax } from "../hcl/read";
import { type JsonNode, membersOf } from "../json/json-node";
import { Evaluator } from "../terraform/evaluator";
import type { ObjectValue } from "../terraform/value";
import { policyOfBlock } from "./document-block";

const BLOCKS: ReadonlySet<string> = new Set(["statement", "principals", "not_principals", "condition"]);
const NOWHERE = { start: -1, end: -1 };

/** The policy of `after`; what `after_unknown` names is not known. */
export function documentOfPlan(after: JsonNode, unknown: JsonNode | undefined): ObjectValue {
  const body = bodyOf(after, unknown);
  const length = 100_000;
  return policyOfBlock(
    body,
    { base: 0, names: new Map() },
    new Evaluator({ local: () => undefined, size: length, isMeant: () => false }),
    -1,
  );
}

function bodyOf(node: JsonNode, unknown: JsonNode | undefined): BodySyntax {
  if (node.kind !== "object") return [];
  const names = new Set([...membersOf(node), ...membersIn(unknown)].map(({ key }) => key));
  return [...names].flatMap((name): BodySyntax => {
    const value = get(node, name);
    const open = get(unknown, name);
    if (BLOCKS.has(name)) return blocksOf(name, value, open);
    return [{ kind: "attribute", name, value: syntaxOf(value, open), ...NOWHERE }];
  });
}

function blocksOf(type: string, value: JsonNode | undefined, open: JsonNode | undefined): BodySyntax {
  const items = value?.kind === "array" ? value.items : [];
  return items.map((item, index) => ({
    kind: "block",
    type,
    labels: [],
    body: bodyOf(item, open?.kind === "array" ? open.items[index] : undefined),
    ...NOWHERE,
  }));
}

/** What is not known is a reference to nothing. */
function syntaxOf(node: JsonNode | undefined, open: JsonNode | undefined): Syntax {
  if (open?.kind === "boolean" && open.value) return { kind: "reference", name: "...", ...NOWHERE };
  if (node?.kind === "array" || open?.kind === "array") {
    const given = node?.kind === "array" ? node.items : [];
    const unknown = open?.kind === "array" ? open.items : [];
    const items = Array.from({ length: Math.max(given.length, unknown.length) }, (_, index) =>
      syntaxOf(given[index], unknown[index]),
    );
    return { kind: "tuple", items, ...NOWHERE };
  }
  if (node === undefined || node.kind === "object") return { kind: "literal", value: null, ...NOWHERE };
  return { kind: "literal", value: node.value, ...NOWHERE };
}

function membersIn(node: JsonNode | undefined) {
  return node?.kind === "object" ? membersOf(node) : [];
}

function get(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === "object" ? node.members.findLast((member) => member.key === key)?.value : undefined;
}
