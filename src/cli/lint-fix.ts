/** `tfwright lint --fix`: prints one policy as it was meant. */
import { fail } from "../errors";
import type { PolicyType } from "../iam/document/policy";
import { readPolicyText } from "../iam/document/read-policy";
import { writePolicy } from "../iam/document/write-policy";
import { type Finding, fixPolicy, type LintOptions, lintPolicy, lintText } from "../iam/lint";
import type { LintFile } from "../policy-files";

/** The mended policy, what is left to do, and what was said on the way. */
export interface Fixed {
  readonly text: string;
  readonly left: readonly Finding[];
  readonly notes: readonly string[];
}

/** Mends the one policy of the one file. @throws where there are more, or none */
export function fixFile(files: readonly LintFile[], options: LintOptions, type: PolicyType | undefined): Fixed {
  const [file] = files;
  if (file === undefined || files.length > 1) {
    fail({
      code: "fix-one-policy",
      path: "--fix",
      message: `one policy is mended at a time, and ${files.length} files were given`,
    });
  }
  const { policies, problems } = readPolicyText(file.text, { type });
  const [policy] = policies;
  if (policy === undefined || policies.length > 1) {
    const reason = problems[0]?.message ?? "there is none";
    const message =
      policies.length > 1 ? `the file has ${policies.length} policies` : `no policy can be read: ${reason}`;
    fail({
      code: "fix-one-policy",
      path: file.path,
      message,
      hint: "`--fix` takes a file with one policy in JSON, or `-`",
    });
  }
  const named = { ...options, file: file.path };
  const { policy: fixed, mended, lost } = fixPolicy(policy.document, lintPolicy(policy.document, named));
  if ([fixed.Statement].flat().length === 0) {
    const hint = "take the policy away, or the resource out of what is only read";
    fail({
      code: "nothing-left",
      path: file.path,
      message: "nothing is left of the policy once it is mended: it only writes to what is read",
      hint,
    });
  }
  const text = writePolicy(fixed);
  const notes = [
    ...problems.map(({ message }) => `mended: ${message}`),
    ...mended.map(({ title, message }) => `mended: ${title}: ${message}`),
    ...lost.map(({ element, reason }) => `lost: \`${element}\`: ${reason}`),
  ];
  return { text: `${text}\n`, left: lintText(text, { ...named, type: policy.document.type }), notes };
}
