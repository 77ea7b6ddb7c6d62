/** The roles of a template of CloudFormation, and which services may take them. */
import { textOfIntrinsic } from "../../iam/document/intrinsics";
import { type JsonNode, memberIn, membersIn } from "../../json/json-node";
import type { SourcePolicy } from "../found";
import { nameWithPath, type SourceRole, trustedServices } from "../role-trust";
import type { TemplateResource } from "./template-resources";

/** The roles whose trust policies are among the policies of the template, each with its logical id as its address. */
export function rolesInTemplate(
  resources: readonly TemplateResource[],
  policies: readonly SourcePolicy[],
): readonly SourceRole[] {
  const byPointer = new Map(policies.map((policy) => [policy.pointer, policy]));
  return resources.flatMap(({ logicalId, properties, pointer }): readonly SourceRole[] => {
    const trust = memberIn(properties, "AssumeRolePolicyDocument");
    const policy = byPointer.get(`${pointer}/AssumeRolePolicyDocument`);
    const services = policy === undefined ? undefined : trustedServices(policy.document);
    if (policy === undefined || services === undefined || trust === undefined || hasBranches(trust)) return [];
    const name = textWithTokens(memberIn(properties, "RoleName"));
    const path = textWithTokens(memberIn(properties, "Path"));
    const named = name === undefined ? {} : { name: nameWithPath(name, path) };
    return [{ address: logicalId, ...named, services, file: policy.file }];
  });
}

/** Whether a condition decides which services there are: of its branches only one is read. Accounts are no services. */
function hasBranches(node: JsonNode): boolean {
  if (node.kind === "array") return node.items.some(hasBranches);
  return membersIn(node).some(({ key, value }) => key === "Fn::If" || (key !== "AWS" && hasBranches(value)));
}

/** A text, in which what is known only when the stack is made is a token; undefined for what is none. */
function textWithTokens(node: JsonNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  return node.kind === "string" ? node.value : textOfIntrinsic(node);
}
