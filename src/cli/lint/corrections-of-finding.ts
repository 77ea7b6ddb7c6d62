/** Fixes of findings as changes of single values in the text of a file, in whatever language it is. */
import type { Finding } from "../../iam/lint";
import { BOM } from "../../text/line-index";
import type { SourcePlace } from "../../text/source-place";

/** Other text between two offsets; the end is exclusive. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A value in a file, and what replaces it. */
export interface Correction extends TextChange {
  readonly file: string;
  /** Where the value begins. */
  readonly place: SourcePlace;
  readonly from: string;
  readonly to: string;
  /** Whether it is the name of an argument, whose length decides where the `=` of its neighbours stand in HCL. */
  readonly isName: boolean;
}

/** How far an operator stands before the key of its condition, or behind the start of a block. */
const NEAR = 300;

/** A value to replace, by the place that a finding tells. */
interface Replaced {
  readonly at: SourcePlace;
  readonly from: string;
  readonly to: string;
}

/**
 * The values that the fix of a finding replaces. None where it is more than other values in their places, such as a new statement, or
 * where a file writes one of them in another way: a part of it is a reference, or it stands in a text of JSON.
 */
export function correctionsOf(finding: Finding, textOf: (file: string) => string | undefined): readonly Correction[] {
  const changes = replacedBy(finding).map((replaced) => changeOf(replaced, finding, textOf));
  return changes.some((change) => change === undefined) ? [] : (changes as readonly Correction[]);
}

function replacedBy(finding: Finding): readonly Replaced[] {
  const { fix } = finding;
  switch (fix?.kind) {
    case "resource":
    case "effect":
    case "sid":
    case "operator":
      return [{ at: finding, from: fix.from, to: fix.to }];
    case "version":
      return fix.from === undefined ? [] : [{ at: finding, from: fix.from, to: "2012-10-17" }];
    case "action": {
      const replaced = fix.replacements.map(({ at, from, to: [to, ...others] }) =>
        to === undefined || others.length > 0 ? undefined : { at, from, to },
      );
      return replaced.some((one) => one === undefined) ? [] : (replaced as readonly Replaced[]);
    }
    default:
      return [];
  }
}

function changeOf(
  { at, from, to }: Replaced,
  { file: ofFinding, fix }: Finding,
  textOf: (file: string) => string | undefined,
): Correction | undefined {
  const file = at.file ?? ofFinding;
  const text = file === undefined ? undefined : textOf(file);
  const start = text === undefined ? undefined : offsetOf(at, text);
  if (file === undefined || text === undefined || start === undefined) return undefined;
  const change =
    fix?.kind === "operator" ? operatorChange(text, start, { from, to }) : valueChange(text, start, { from, to });
  if (change === undefined || (fix?.kind === "sid" && hasWord(text, to))) return undefined;
  const isName = /^(?:IfExists)?["']?\s*=/.test(text.slice(change.end, change.end + NEAR));
  return { ...change, file, place: at, from, to, isName };
}

/** Whether a name of letters and digits stands in the text: two statements cannot have one Sid. */
const hasWord = (text: string, word: string) => new RegExp(`\\b${word}\\b`).test(text);

type FromTo = Omit<Replaced, "at">;

/** A value in quotes, or one that YAML writes without them. */
function valueChange(text: string, start: number, { from, to }: FromTo): TextChange | undefined {
  const written = [JSON.stringify(from), `'${from}'`, from].find((one) => text.startsWith(one, start));
  if (written === undefined) return undefined;
  const end = start + written.length;
  if (written.startsWith('"')) return { start, end, text: JSON.stringify(to) };
  if (written !== from) return to.includes("'") ? undefined : { start, end, text: `'${to}'` };
  const isWhole = /^\s*(?:$|[\r\n,\]}]|#)/.test(text.slice(end, end + 80));
  return isWhole && isPlainInYaml(to) ? { start, end, text: to } : undefined;
}

/** Whether YAML reads the text as itself where it stands without quotes. */
const isPlainInYaml = (text: string) =>
  /^[A-Za-z](?:[\w*?./-]|:(?! |$))*$/.test(text) || /^\d{4}-\d{2}-\d{2}$/.test(text);

/**
 * The name of an operator: the place of a condition is that of its key, which the operator stands before, or that of a block `condition`
 * of `aws_iam_policy_document`, in which it is `test`.
 */
function operatorChange(text: string, start: number, { from, to }: FromTo): TextChange | undefined {
  const name = from.replace(/[^A-Za-z0-9]/g, "\\$&");
  const before = text.slice(Math.max(0, start - NEAR), start);
  const key = new RegExp(`(?:^|[\\s"':])${name}(?=(?:IfExists)?["']?\\s*[:=]\\s*\\{?\\s*$)`).exec(before);
  if (key !== null) {
    const at = start - before.length + key.index + key[0].length - from.length;
    return { start: at, end: at + from.length, text: to };
  }
  const block = new RegExp(`^condition\\s*\\{[^{}]*?\\btest\\s*=\\s*"(?:\\w+:)?${name}(?=(?:IfExists)?")`).exec(
    text.slice(start, start + NEAR),
  );
  if (block === null) return undefined;
  const end = start + block[0].length;
  return { start: end - from.length, end, text: to };
}

function offsetOf({ line, column }: SourcePlace, text: string): number | undefined {
  if (line === undefined || column === undefined) return undefined;
  const ends = /\r\n?|\n/g;
  for (let at = 1; at < line; at++) if (ends.exec(text) === null) return undefined;
  const first = text.charCodeAt(0) === BOM ? 1 : 0;
  return (line === 1 ? first : ends.lastIndex) + column - 1;
}
