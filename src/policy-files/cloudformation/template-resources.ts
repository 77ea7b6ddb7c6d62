/** The resources of a template of CloudFormation. */
import { type JsonNode, memberIn, membersIn, pointerTo, textIn } from "../../json/json-node";

/** A resource, and the pointer to its properties. */
export interface TemplateResource {
  readonly logicalId: string;
  /** Empty where it is no text. */
  readonly type: string;
  readonly properties: JsonNode | undefined;
  readonly pointer: string;
}

/**
 * The resources below `Resources`, with those in the body of `Fn::ForEach::Name: [identifier, collection, body]`: each of these stands for
 * all that the loop makes, and has the identifier in its logical id.
 */
export function resourcesOfTemplate(node: JsonNode, pointer = "/Resources"): readonly TemplateResource[] {
  return membersIn(node).flatMap(({ key, value }): readonly TemplateResource[] => {
    const here = pointerTo(pointer, key);
    const body = key.startsWith("Fn::ForEach::") && value.kind === "array" ? value.items[2] : undefined;
    if (body !== undefined) return resourcesOfTemplate(body, pointerTo(here, 2));
    const type = textIn(memberIn(value, "Type")) ?? "";
    return [{ logicalId: key, type, properties: memberIn(value, "Properties"), pointer: `${here}/Properties` }];
  });
}
