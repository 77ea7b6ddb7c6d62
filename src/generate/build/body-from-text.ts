/** HCL that an author wrote as text, as a body that the writer lays out as `terraform fmt` does. */
import { attribute, type Body, type BodyItem, block } from "../../hcl/document";
import { type BodySyntax, type HclReading, readHcl } from "../../hcl/read";

/** The blocks of a text without faults; comments above a block or an attribute stay. */
export function bodyFromText(text: string): Body {
  const reading = readHcl(text);
  return bodyOf(reading.body, 0, { text, comments: reading.comments });
}

interface CommentedText {
  readonly text: string;
  readonly comments: HclReading["comments"];
}

/** @param start where the body starts: comments above it are not its own */
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
