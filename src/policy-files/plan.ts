/** Policies in the JSON of a plan: `terraform show -json plan.out`. */
import type { PolicyType } from "../iam/document/policy";
import { type JsonNode, type JsonObject, membersOf, plainOf, pointerTo } from "../json/json-node";
import type { Json } from "../json/json-value";
import { holderByPlace, isOtherKind, typeByPlace } from "../terraform/kinds";
import { textValue } from "../terraform/value";
import { policyOfArguments } from "./document-arguments";
import type { SourcePolicy, SourceProblem, SourceReading } from "./found";
import { planArguments } from "./plan-arguments";
import { documentOf, policyIn } from "./policy-node";
import { looksLikePolicy, readPolicyJson } from "./policy-text";

export interface PlanOptions {
  /** How the file is named. @default "plan" */
  readonly file?: string;
  /** What the policies are attached to. @default what their places say, or what the elements look like */
  readonly type?: PolicyType;
}

/** Whether a tree is a plan, or a state, in Terraform's JSON. */
export function isPlan(node: JsonNode): node is JsonObject {
  if (node.kind !== "object") return false;
  const keys = new Set(node.members.map(({ key }) => key));
  return keys.has("format_version") && (keys.has("resource_changes") || keys.has("planned_values"));
}

/** The policies that the plan makes, and the documents that are read only when it is applied. */
export function policiesInPlan(plan: JsonNode, options: PlanOptions = {}): SourceReading {
  const policies: SourcePolicy[] = [];
  const problems: SourceProblem[] = [];
  const file = options.file ?? "plan";
  const changes = get(plan, "resource_changes");
  for (const change of changes?.kind === "array" ? changes.items : []) {
    const after = get(get(change, "change"), "after");
    const type = textOf(get(change, "type"));
    const address = textOf(get(change, "address"));
    if (after === undefined || after.kind !== "object" || isOtherKind(type)) continue;
    if (type === "aws_iam_policy_document") {
      const unknown = get(get(change, "change"), "after_unknown");
      const marked = {
        value: plainOf(after) as Json,
        unknown: unknown === undefined ? undefined : (plainOf(unknown) as Json),
        sensitive: undefined,
      };
      const policy = policyOfArguments(planArguments({ address, after: marked }, { any: "${...}" }));
      const document = documentOf(policy, pointerOnly, options.type, true);
      if (document !== undefined) policies.push({ document, file, address });
      continue;
    }
    for (const found of textsOf(after, "")) {
      const argument = found.pointer.slice(1).replaceAll("/", ".");
      if (isOtherKind(type, argument)) continue;
      const read = readPolicyJson(textValue(found.text, -1));
      for (const { code, message, hint } of read?.problems ?? []) {
        problems.push({ code, message, hint, file, pointer: `${address}${found.pointer}` });
      }
      const policy = policyIn(read?.value);
      if (policy === undefined) continue;
      const guess = options.type ?? typeByPlace(type, argument);
      const document = documentOf(policy, pointerOnly, guess);
      if (document === undefined) continue;
      policies.push({ document, file, address, argument, holder: holderByPlace(type, argument) });
    }
  }
  return { policies, problems, suppressions: [], unread: [] };
}

function pointerOnly(pointer: string): { pointer: string } {
  return { pointer };
}

/** Texts that look like policies, and where they stand. */
function textsOf(node: JsonNode, pointer: string): readonly { text: string; pointer: string }[] {
  if (node.kind === "string") return looksLikePolicy(node.value) ? [{ text: node.value, pointer }] : [];
  if (node.kind === "array") return node.items.flatMap((item, index) => textsOf(item, pointerTo(pointer, index)));
  if (node.kind !== "object") return [];
  return membersOf(node).flatMap(({ key, value }) => textsOf(value, pointerTo(pointer, key)));
}

function get(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === "object" ? node.members.findLast((member) => member.key === key)?.value : undefined;
}

function textOf(node: JsonNode | undefined): string {
  return node?.kind === "string" ? node.value : "";
}
