/** Fixes of findings in SARIF, which editors apply: which part of a file is replaced by which text. */
import { readPolicyText } from "../../iam/document/read-policy";
import { writePolicy } from "../../iam/document/write-policy";
import type { Finding } from "../../iam/lint";
import { fixPolicy } from "../../iam/lint/fix/fix-policy";
import { LineIndex } from "../../text/line-index";
import { correctionsOf, type TextChange } from "./corrections-of-finding";

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
      readonly replacements: readonly {
        readonly deletedRegion: SarifRegion;
        readonly insertedContent: { readonly text: string };
      }[];
    },
  ];
}

/**
 * The fix of a finding. In every language it replaces single values, if that is enough; otherwise it replaces the whole policy, if the
 * file is only a JSON policy. Undefined if there is no fix.
 */
export function sarifFix(finding: Finding, text: string | undefined, uri: string): SarifFix | undefined {
  if (finding.fix === undefined || text === undefined) return undefined;
  const values = correctionsOf(finding, (file) => (file === finding.file ? text : undefined));
  const changes = values.length > 0 ? values : changeOfPolicy(finding, text);
  if (changes === undefined) return undefined;
  const lines = new LineIndex(text);
  const replacements = changes.map((change) => {
    const [start, end] = [lines.at(change.start), lines.at(change.end)];
    return {
      deletedRegion: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
      insertedContent: { text: change.text },
    };
  });
  return {
    description: { text: finding.hint ?? finding.title },
    artifactChanges: [{ artifactLocation: { uri }, replacements }],
  };
}

/** The whole policy with this one fix. */
function changeOfPolicy(finding: Finding, text: string): readonly [TextChange] | undefined {
  const start = text.search(/\S/);
  if (text.charAt(start) !== "{") return undefined;
  const { policies, problems } = readPolicyText(text);
  const [policy] = policies;
  if (policy?.pointer !== "" || policies.length > 1 || problems.length > 0) return undefined;
  const { policy: fixed, lost } = fixPolicy(policy.document, [finding]);
  if (lost.length > 0 || [fixed.Statement].flat().length === 0) return undefined;
  const indent = /^\s*\{\s*?\n {4}"/.test(text) ? 4 : 2;
  return [{ start, end: text.trimEnd().length, text: writePolicy(fixed, { indent }) }];
}
