/** Messages as Markdown. */
import type { Message } from "../../text/message";
import { reviewCodeSpan } from "./visible";

/** Our words as they are, values in code spans. */
export function messageMarkdown(text: Message): string {
  return text.map((part) => (typeof part === "string" ? part : reviewCodeSpan(part.value))).join("");
}
