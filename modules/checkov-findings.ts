/**
 * What checkov 3.3 reports for the examples of a module, and why it stays: a note in the module's README.
 * `scripts/checkov.js` runs checkov and compares its findings with the table of each README.
 */

/** Checks that checkov reports, and why the module does not follow them. */
interface CheckovFinding {
  readonly checks: readonly string[];
  readonly en: string;
  readonly ja: string;
}

/** Of jobs and crawlers. */
const withoutSecurityConfiguration = (en: string, ja: string): CheckovFinding => ({
  checks: ["CKV_AWS_195"],
  en: `${en} no security configuration, so that no KMS key is needed to try them. Amazon S3 and CloudWatch Logs then encrypt with their own keys. For your own key, set \`security_configuration\`: \`glue-security-configuration\` makes one.`,
  ja: `${ja}は、KMS キーなしで試せるように、セキュリティ設定を使いません。その場合、Amazon S3 と CloudWatch Logs は AWS のキーで暗号化します。独自のキーを使うには、\`security_configuration\` を指定します。この設定は \`glue-security-configuration\` で作成できます。`,
});

const FINDINGS = {
  "data-lake": [
    withoutSecurityConfiguration("The jobs and crawlers of the examples have", "使用例のジョブとクローラー"),
    {
      checks: ["CKV_AWS_158"],
      en: "The log groups that `log_retention` makes have no KMS key. CloudWatch Logs encrypts them with its own keys. For your own key, leave `log_retention` out and call `glue-logs` with `kms_key_arn`.",
      ja: "`log_retention` で作成するロググループには KMS キーがありません。CloudWatch Logs は AWS のキーで暗号化します。独自のキーを使うには、`log_retention` を指定せずに、`glue-logs` を `kms_key_arn` 付きで呼び出します。",
    },
    {
      checks: ["CKV_AWS_338"],
      en: "The example `large` keeps the logs of runs for 90 days, because storage costs money. The check asks for a year: `log_retention = 365`.",
      ja: "保存には料金がかかるため、使用例 `large` は実行のログを 90 日だけ保持します。チェックが求める 1 年間の保持には、`log_retention = 365` を指定します。",
    },
  ],
  "glue-account": [
    {
      checks: ["CKV_AWS_94"],
      en: "The check knows only the mode `SSE-KMS`. With `encryption_role_arn`, as in the example `complete`, the mode is `SSE-KMS-WITH-SERVICE-ROLE`, which encrypts with the same key.",
      ja: "このチェックが認識するモードは `SSE-KMS` だけです。使用例 `complete` のように `encryption_role_arn` を指定すると、モードは `SSE-KMS-WITH-SERVICE-ROLE` になります。このモードも同じキーで暗号化します。",
    },
  ],
  "glue-crawler": [
    withoutSecurityConfiguration(
      "The crawlers of the examples `basic` and `adopt` have",
      "使用例 `basic` と `adopt` のクローラー",
    ),
  ],
  "glue-job": [
    withoutSecurityConfiguration(
      "The jobs of the examples `basic` and `adopt` have",
      "使用例 `basic` と `adopt` のジョブ",
    ),
  ],
  "glue-logs": [
    {
      checks: ["CKV_AWS_158"],
      en: "The examples `basic` and `adopt` have no `kms_key_arn`, so that no KMS key is needed to try them. CloudWatch Logs then encrypts with its own keys.",
      ja: "使用例 `basic` と `adopt` は、KMS キーなしで試せるように、`kms_key_arn` を指定しません。その場合、CloudWatch Logs は AWS のキーで暗号化します。",
    },
    {
      checks: ["CKV_AWS_338"],
      en: "The examples keep the logs of runs for 30 or 90 days, because storage costs money. The check asks for a year: `retention_in_days = 365`.",
      ja: "保存には料金がかかるため、使用例は実行のログを 30 日または 90 日だけ保持します。チェックが求める 1 年間の保持には、`retention_in_days = 365` を指定します。",
    },
  ],
  "glue-network": [
    {
      checks: ["CKV_AWS_24", "CKV_AWS_25", "CKV_AWS_260"],
      en: "The checks take an ingress rule without addresses for one that is open to the internet. The rule allows only the security group itself (`referenced_security_group_id`), as AWS Glue requires. In a scan of the plan they pass.",
      ja: "これらのチェックは、アドレスのないインバウンドルールをインターネットに公開されたものとみなします。実際に許可するのは、AWS Glue が要求するとおり、セキュリティグループ自身だけです（`referenced_security_group_id`）。プランの検査では報告されません。",
    },
    {
      checks: ["CKV2_AWS_5"],
      en: "The security group of the example `internet` is attached to nothing yet: connections use it, and they are not part of the example. Give the output `networks` to them.",
      ja: "使用例 `internet` のセキュリティグループは、まだ何にも関連付けられていません。使うのは接続で、この使用例には含まれません。出力値 `networks` を接続に渡してください。",
    },
  ],
  "glue-security-configuration": [
    {
      checks: ["CKV_AWS_99"],
      en: "The example `adopt` takes over a configuration that encrypts only `s3`, without a change. The check also wants `cloudwatch` and `job_bookmarks`, as in `basic`.",
      ja: "使用例 `adopt` は、`s3` だけを暗号化する既存の設定を、変更せずに取り込みます。チェックは `cloudwatch` と `job_bookmarks` も求めます。使用例 `basic` は両方を指定しています。",
    },
  ],
} satisfies Readonly<Record<string, readonly CheckovFinding[]>>;

const INTRODUCTIONS = {
  en: "[checkov](https://www.checkov.io) 3.3 reports these checks for the examples, and each stays for a reason:",
  ja: "[checkov](https://www.checkov.io) 3.3 は、使用例について次のチェックを報告します。対応しない理由は次のとおりです。",
} as const;

const HEADS = { en: "| Check | Reason |", ja: "| チェック | 理由 |" } as const;

/** The note with the findings of a module as a table. */
export function checkovNote(module: keyof typeof FINDINGS, language: "en" | "ja"): string {
  const findings: readonly CheckovFinding[] = FINDINGS[module];
  const rows = findings.map(
    (finding) => `| ${finding.checks.map((check) => `\`${check}\``).join(", ")} | ${finding[language]} |`,
  );
  return [INTRODUCTIONS[language], "", HEADS[language], "|-------|--------|", ...rows].join("\n");
}
