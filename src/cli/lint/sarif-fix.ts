/** Fixes of findings in SARIF, which editors apply: which part of a file is replaced by which text. */
import { readPolicyText } from "../../iam/document/read-policy";
import { writePolicy } from "../../iam/document/write-policy";
import type { Finding } from "../../iam/lint";
import { fixPolicy } from "../../iam/lint/fix/fix-policy";
import { LineIndex } from "../../text/line-index";

/** A part of a file; the end is exclusive. */
interface SarifRegion {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What SARIF has under `fixes`. */
interface SarifFix {
  readonly description: { readonly text: string };
  readonly artifactChanges: readonly [
    {
      readonly artifactLocation: { readonly uri: string };
      readonly replacements: readonly [
        { readonly deletedRegion: SarifRegion; readonly insertedContent: { readonly text: string } },
      ];
    },
  ];
}

/**
 * The fix of a finding. In every language it replaces one value, if that is enough; otherwise it replaces the whole policy, if the
 * file is only a JSON policy. Undefined if there is no fix.
 */
export function sarifFix(finding: Finding, text: string | undefined, uri: string): SarifFix | undefined {
  if (finding.fix === undefined || text === undefined) return undefined;
  const change = changeOfValue(finding, text) ?? changeOfPolicy(finding, text);
  if (change === undefined) return undefined;
  const lines = new LineIndex(text);
  const [start, end] = [lines.at(change.start), lines.at(change.end)];
  const deletedRegion = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
  const replacement = { deletedRegion, insertedContent: { text: change.text } };
  return {
    description: { text: finding.hint ?? finding.title },
    artifactChanges: [{ artifactLocation: { uri }, replacements: [replacement] }],
  };
}

/** Other text between two offsets. */
interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Puts one value in the place of another; undefined where the fix is more than that, or the file writes the value in another way. */
function changeOfValue(finding: Finding, text: string): TextChange | undefined {
  const values = valuesOf(finding);
  const start = offsetOf(finding, text);
  if (values === undefined || start === undefined) return undefined;
  const [from, to] = values;
  const written = [JSON.stringify(from), `'${from}'`, from].find((one) => text.startsWith(one, start));
  if (
    written === undefined ||
    (written === from && !/^\s*(?:$|[\r\n,\]}]|#)/.test(text.slice(start + from.length, start + from.length + 80)))
  )
    return undefined;
  const quote = written === from ? "" : written.charAt(0);
  return { start, end: start + written.length, text: quote === '"' ? JSON.stringify(to) : quote + to + quote };
}

/** The value that is there, and the one that replaces it. */
function valuesOf({ fix }: Finding): readonly [from: string, to: string] | undefined {
  if (fix?.kind === "resource" || fix?.kind === "effect") return [fix.from, fix.to];
  const [only, ...others] = fix?.kind === "action" ? fix.replacements : [];
  const [to, ...more] = only?.to ?? [];
  return only === undefined || to === undefined || others.length + more.length > 0 ? undefined : [only.from, to];
}

function offsetOf({ line, column }: Finding, text: string): number | undefined {
  if (line === undefined || column === undefined) return undefined;
  const ends = /\r\n?|\n/g;
  for (let at = 1; at < line; at++) if (ends.exec(text) === null) return undefined;
  return (line === 1 ? 0 : ends.lastIndex) + column - 1;
}

/** The whole policy with this one fix. */
function changeOfPolicy(finding: Finding, text: string): TextChange | undefined {
  const start = text.search(/\S/);
  if (text.charAt(start) !== "{") return undefined;
  const { policies, problems } = readPolicyText(text);
  const [policy] = policies;
  if (policy?.pointer !== "" || policies.length > 1 || problems.length > 0) return undefined;
  const { policy: fixed, lost } = fixPolicy(policy.document, [finding]);
  if (lost.length > 0 || [fixed.Statement].flat().length === 0) return undefined;
  const indent = /^\s*\{\s*?\n {4}"/.test(text) ? 4 : 2;
  return { start, end: text.trimEnd().length, text: writePolicy(fixed, { indent }) };
}
