import type { BodyShape } from "../../src/eject/body-shape";

/** What stands at a path: of an attribute with elements the way goes on in these. */
export function memberAt(shape: BodyShape | undefined, path: string): string {
  const [name = "", ...rest] = path.split(".");
  const member = shape?.member(name);
  if (rest.length > 0)
    return memberAt(
      member?.kind === "block" ? member.shape : (member?.elements ?? { member: () => undefined }),
      rest.join("."),
    );
  if (member === undefined) return "unknown";
  if (member.kind === "attribute") return member.elements === undefined ? "attribute" : "attribute, or blocks";
  return member.hasLabel ? "block with a label" : "block";
}
