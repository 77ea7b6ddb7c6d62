/** The variables of the Serverless Framework in findings. The rules read them without colons, as no variables of a policy. */
import type { Finding } from "../../iam/lint/finding";
import { splitAtTokens } from "../../text/tokens";

/** A variable as the rules read it: `${self.custom.stage}`. Those of CloudFormation have two colons. */
export function withoutColons(token: string): string {
  return token.includes("::") ? token : token.replaceAll(":", ".");
}

/** The findings of a text with its variables as it has them: `${self:custom.stage}`. */
export function withWrittenVariables<T extends Finding>(findings: readonly T[], text: string): readonly T[] {
  if (!findings.some(({ message, hint = "" }) => `${message}${hint}`.includes("${"))) return findings;
  const tokens = new Set(splitAtTokens(text).tokens.filter((token) => withoutColons(token) !== token));
  const restore = (words: string) =>
    [...tokens].reduce((all, token) => all.replaceAll(withoutColons(token), token), words);
  return findings.map((finding) => ({
    ...finding,
    message: restore(finding.message),
    parts: finding.parts.map((part) => (typeof part === "string" ? part : { ...part, value: restore(part.value) })),
    ...(finding.hint === undefined ? {} : { hint: restore(finding.hint) }),
  }));
}
