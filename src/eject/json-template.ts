/** Templates whose text is JSON: `{"Resource":"${aws_s3_bucket.b.arn}/*"}`. */
import type { Syntax } from "../hcl/read";

/** The text of a template, in which a mark stands for each hole. */
export interface MarkedText {
  readonly text: string;
  /** What stands in the holes, in the order of the text. */
  readonly holes: readonly Syntax[];
}

/** Around the number of a hole: characters that Unicode leaves to programs. */
const OPEN = "\uE000";
const CLOSE = "\uE001";

/** @returns undefined where the template has a directive, or a character that marks use */
export function markHoles(template: Syntax): MarkedText | undefined {
  if (template.kind === "literal")
    return typeof template.value === "string" ? markedText(template.value, []) : undefined;
  if (template.kind !== "template" || template.parts.some(({ kind }) => kind === "directive")) return undefined;
  const holes: Syntax[] = [];
  const texts = template.parts.map((part) => {
    if (part.kind === "text") return part.text;
    if (part.kind === "hole") holes.push(part.value);
    return `${OPEN}${holes.length - 1}${CLOSE}`;
  });
  return markedText(texts.join(""), holes);
}

function markedText(text: string, holes: readonly Syntax[]): MarkedText | undefined {
  const marks = text.split(/[\uE000\uE001]/).length - 1;
  return marks === 2 * holes.length ? { text, holes } : undefined;
}

/** Texts, and the numbers of the holes between them: `["arn:aws:s3:::", 0, "/*"]`. */
export function splitAtMarks(text: string): readonly (string | number)[] {
  return text
    .split(/\uE000(\d+)\uE001/)
    .map((part, index) => (index % 2 === 1 ? Number(part) : part))
    .filter((part) => part !== "");
}
