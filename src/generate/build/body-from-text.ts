/**
 * Converts HCL text that an author wrote, such as `declares` of an example, to a `Body`, so that the HCL writer formats it like
 * `terraform fmt`.
 */
import { attribute, type Body, type BodyItem, block } from "../../hcl/document";
import { type BodySyntax, type HclReading, readHcl } from "../../hcl/read";

/**
 * Converts HCL text to a `Body`. Comments above a block or an attribute are kept. The text must be valid, because it was checked
 * before.
 */
export function bodyFromText(text: string): Body {
  const reading = readHcl(text);
  return bodyOf(reading.body, 0, { text, comments: reading.comments });
}

interface CommentedText {
  readonly text: string;
  readonly comments: HclReading["comments"];
}

/** @param start offset where the body begins; earlier comments belong to the code around it */
function bodyOf(body: BodySyntax, start: number, source: CommentedText): Body {
  let end = start;
  return body.map((item): BodyItem => {
    const above = source.comments.filter((one) => one.isOnOwnLine && one.start >= end && one.end <= item.start);
    const comments = above.length === 0 ? undefined : above.map((one) => one.text.trim());
    end = item.end;
    if (item.kind === "block") return block(item.type, item.labels, bodyOf(item.body, item.start, source), comments);
    return attribute(item.name, { kind: "raw", text: source.text.slice(item.value.start, item.value.end) }, comments);
  });
}
