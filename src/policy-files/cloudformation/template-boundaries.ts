/** Which managed policies of a template are permissions boundaries and nothing else. */
import { textOfIntrinsic } from "../../iam/document/intrinsics";
import { type JsonNode, memberIn, membersIn, textIn } from "../../json/json-node";
import { splitAtTokens } from "../../text/tokens";
import { BoundaryUses } from "../boundary-uses";
import { hasBoundary } from "../named-boundary";
import type { TemplateResource } from "./template-resources";

/** Where the resources of a template refer to others, as a boundary or to attach them; each by its logical id. */
export function boundariesInTemplate(resources: readonly TemplateResource[]): BoundaryUses {
  const uses = new BoundaryUses();
  for (const { logicalId, type, properties } of resources) {
    for (const property of membersIn(properties)) {
      if (property.key === "PermissionsBoundary") note(uses, property.value, "permissions_boundary");
      if (/^(ManagedPolicyArns|Policies|PolicyArn)$/.test(property.key)) note(uses, property.value, "policies");
      // A managed policy may name those that it is attached to.
      if (/^(Roles|Users|Groups)$/.test(property.key)) uses.note(logicalId, "policies");
    }
    if (type === "AWS::IAM::ManagedPolicy" && isCalledBoundary(logicalId, properties))
      uses.note(logicalId, "permissions_boundary");
  }
  return uses;
}

/** Whether the logical id of a managed policy has the word, or its name. */
function isCalledBoundary(logicalId: string, properties: JsonNode | undefined): boolean {
  const name = memberIn(properties, "ManagedPolicyName");
  const text = name === undefined ? undefined : (textIn(name) ?? textOfIntrinsic(name));
  return [logicalId, withoutTokens(text ?? "")].some(hasBoundary);
}

/** What the parts that are not known may come to is no word of the name. */
function withoutTokens(text: string): string {
  return splitAtTokens(text).texts.join("x");
}

function note(uses: BoundaryUses, value: JsonNode, argument: string): void {
  const open = [value];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const name = referredTo(node);
    if (name !== undefined) uses.note(name, argument);
    if (node.kind === "array") open.push(...node.items);
    else open.push(...membersIn(node).map((member) => member.value));
  }
}

/** `{ "Ref": "Name" }`, `{ "Fn::GetAtt": ["Name", "PolicyArn"] }`, `{ "Fn::GetAtt": "Name.PolicyArn" }` */
function referredTo(node: JsonNode): string | undefined {
  const [only, ...others] = membersIn(node);
  if (only === undefined || others.length > 0) return undefined;
  const { key, value } = only;
  if (key === "Ref") return value.kind === "string" ? value.value : undefined;
  if (key !== "Fn::GetAtt") return undefined;
  const name = value.kind === "array" ? value.items[0] : value;
  return name?.kind === "string" ? name.value.split(".")[0] : undefined;
}
