/** What Terraform's `jsonencode` gives. */
import { type JsonNode, membersOf } from "../json/json-node";
import { compareBytes } from "../text/compare-bytes";

/**
 * The text that `jsonencode` gives for a value, in the order and with the escapes of Terraform: keys sorted, no space, `<`, `>` and
 * `&` as escapes. Undefined where this is not certain: numbers that may be printed in another way, control characters.
 */
export function terraformJsonencode(
  node: JsonNode<number>,
  textOf: (node: JsonNode<number>) => string,
): string | undefined {
  switch (node.kind) {
    case "string":
      return quoted(node.value);
    case "number": {
      const text = textOf(node);
      return /^(?:0|-?[1-9]\d{0,14})$/.test(text) ? text : undefined;
    }
    case "array":
      return joined(
        "[",
        node.items.map((item) => terraformJsonencode(item, textOf)),
        "]",
      );
    case "object": {
      const members = membersOf(node);
      if (members.length < node.members.length) return undefined;
      const sorted = [...members].sort((a, b) => compareBytes(a.key, b.key));
      const pairs = sorted.map(({ key, value }) => {
        const [name, inner] = [quoted(key), terraformJsonencode(value, textOf)];
        return name === undefined || inner === undefined ? undefined : `${name}:${inner}`;
      });
      return joined("{", pairs, "}");
    }
    default:
      return String(node.value);
  }
}

function joined(open: string, parts: readonly (string | undefined)[], close: string): string | undefined {
  return parts.includes(undefined) ? undefined : `${open}${parts.join(",")}${close}`;
}

function quoted(text: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: versions of Terraform differ in how they write these
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.test(text) || text !== text.normalize("NFC"))
    return undefined;
  const escaped = JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return escaped;
}
