/**
 * What checkov 3.3 reports for the examples of a module, and why it stays: a note in the module's README.
 * `scripts/checkov.js` runs checkov and compares its findings with the table of each README.
 */
import type { LocalText } from "tfwright";

/** A check of checkov, and why the module does not follow it. */
interface CheckovFinding {
  /** One check, or more that have the same reason. */
  readonly checks: readonly string[];
  readonly reason: { readonly en: string; readonly ja: string };
}

/** Of what runs jobs and crawlers. @param examples such as "`basic` and `adopt`" */
export const withoutSecurityConfiguration = (examples: {
  readonly en: string;
  readonly ja: string;
}): CheckovFinding => ({
  checks: ["CKV_AWS_195"],
  reason: {
    en: `${examples.en} no security configuration, so that no KMS key is needed to try them. Amazon S3 and CloudWatch Logs then encrypt with their own keys. For your own key, set \`security_configuration\`: \`glue-security-configuration\` makes one.`,
    ja: `${examples.ja}は、KMS キーなしで試せるように、セキュリティ設定を使いません。その場合、Amazon S3 と CloudWatch Logs は AWS のキーで暗号化します。独自のキーを使うには、\`security_configuration\` を指定します。この設定は \`glue-security-configuration\` で作成できます。`,
  },
});

/** The note with the findings as a table. */
export function checkovNote(findings: readonly CheckovFinding[]): LocalText {
  const table = (language: "en" | "ja", head: string) =>
    [
      head,
      "|-------|--------|",
      ...findings.map(
        ({ checks, reason }) => `| ${checks.map((one) => `\`${one}\``).join(", ")} | ${reason[language]} |`,
      ),
    ].join("\n");
  return {
    en: `[checkov](https://www.checkov.io) 3.3 reports these checks for the examples, and each stays for a reason:\n\n${table("en", "| Check | Reason |")}`,
    ja: `[checkov](https://www.checkov.io) 3.3 は、使用例について次のチェックを報告します。対応しない理由は次のとおりです。\n\n${table("ja", "| チェック | 理由 |")}`,
  };
}
