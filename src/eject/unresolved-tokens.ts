/**
 * Values that the program had not yet when it made a text: CDKTF puts a token in their place, and finds it again in a text, but not
 * where the program encoded the text, took its length, or put a number into it. What was deployed has the token in it.
 */
import type { JsonNode } from "../json/json-node";
import { bootTextIn } from "./boot-text";
import type { StackFile } from "./stack-file";

/** A token that is still there. */
interface UnresolvedToken {
  /** `resource.aws_launch_template.web.user_data` */
  readonly name: string;
  /** `cdk.tf.json:12:5` */
  readonly place: string;
  /** `${TfToken[TOKEN.3]}`, or the number that stands for one: `-1.8881545897087503e+289`. */
  readonly token: string;
}

const TOKEN = /[$#&]?\{?TfToken\[[^\]]*\]\}?|-\d\.\d+e\+(?:2[89]|30)\d/;

/** Tokens that stand in the values of a stack. */
export function unresolvedTokensIn(file: StackFile): readonly UnresolvedToken[] {
  return file.blocks.flatMap(({ type, labels, body }) => tokensIn(file, body, [type, ...labels].join(".")));
}

function tokensIn(file: StackFile, node: JsonNode<number>, name: string): readonly UnresolvedToken[] {
  const found = (text: string): readonly UnresolvedToken[] => {
    const token = TOKEN.exec(text)?.[0];
    return token === undefined ? [] : [{ name, place: file.place(node.start), token }];
  };
  switch (node.kind) {
    case "array":
      return node.items.flatMap((item, index) => tokensIn(file, item, `${name}[${index}]`));
    case "object":
      return node.members.flatMap(({ key, value }) => {
        if (key === "//") return [];
        const inKey = found(key);
        return [...inKey, ...tokensIn(file, value, inKey.length > 0 ? name : `${name}.${key}`)];
      });
    case "string":
      return found(bootTextIn(node.value) ?? node.value);
    case "number":
      return found(file.textOf(node));
    default:
      return [];
  }
}
