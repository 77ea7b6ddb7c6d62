/** `tfwright lint --fix`: prints one policy as it was meant. */
import { fail, gather } from "../../errors";
import type { ElementIssue, PolicyType } from "../../iam/document/policy";
import { readPolicyText } from "../../iam/document/read-policy";
import { writePolicy } from "../../iam/document/write-policy";
import { type Finding, fixPolicy, type LintOptions, lintPolicy, lintText } from "../../iam/lint";
import type { LintFile } from "../../policy-files";

/** The mended policy, what is left to do, and what was said on the way. */
interface Fixed {
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
      message: `it prints one corrected policy, but ${files.length} files were given`,
      hint: "give one JSON file with one policy, or `-`; `--fix --write` changes many files",
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
      hint: "`--fix` takes one JSON file with one policy, or `-`; `--fix --write` corrects policies in Terraform, YAML and templates where they stand",
    });
  }
  const named = { ...options, file: file.path };
  const { policy: fixed, mended, lost } = fixPolicy(policy.document, lintPolicy(policy.document, named));
  refuseWider(lost, file.path);
  if ([fixed.Statement].flat().length === 0) {
    const hint = "delete the policy, or remove the resource from `--reads-only` or `readsOnly`";
    fail({
      code: "nothing-left",
      path: file.path,
      message: "the corrected policy would be empty: it only writes to resources that should only be read",
      hint,
    });
  }
  const text = writePolicy(fixed);
  const notes = [
    ...problems.map(({ message }) => `corrected: ${message}`),
    ...mended.map(({ title, message }) => `corrected: ${title}: ${message}`),
    ...lost.map(({ element, reason }) => `lost: \`${element}\`: ${reason}`),
  ];
  return { text: `${text}\n`, left: lintText(text, { ...named, type: policy.document.type }), notes };
}

/** An element that is left out because it is misspelled may be the one that limits the policy. */
function refuseWider(lost: readonly ElementIssue[], path: string): void {
  const meant = lost.filter(({ kind, hint }) => kind === "wrong-type" || hint?.startsWith("did you mean") === true);
  gather(
    meant.map(({ element, reason, hint }) => () => {
      const message = `\`${element}\`: ${reason}; a corrected policy without it could allow more`;
      fail({ code: "fix-would-lose", path, message, hint: hint ?? "correct it by hand, then run `--fix` again" });
    }),
  );
}
