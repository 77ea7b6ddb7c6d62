/** The Japanese texts of `glue-logs`. */
import type { Translation } from "tfwright";
import { checkovNote } from "../checkov-findings";
import { keyPolicyCommentsJa, keysAreKnownJa } from "./known-values";

const ENCRYPTED_BY = "ログを暗号化するセキュリティ設定（ある場合）とロール";
const CONFIGURATION = "ログを暗号化するセキュリティ設定の名前";
const ROLE = "ログを書き込むロールの名前。パスがある場合はパスも含めます（`service-role/NAME`）";

export const glueLogsJa: Translation = {
  title: "AWS Glue ロググループ",
  description:
    "Glue が書き込むロググループを、Glue が使う名前で、最初の実行の前に作成します。Glue 自体が作成するロググループは、ログを無期限に保持します。",
  iam: [
    "適用には、ロググループ（`arn:aws:logs:REGION:ACCOUNT:log-group:/aws-glue/*` と独自の名前のもの）に対する許可が必要です。作成と削除には `logs:CreateLogGroup` と `logs:DeleteLogGroup` を許可します。保持期間には `logs:PutRetentionPolicy` と `logs:DeleteRetentionPolicy` を許可します。タグには `logs:ListTagsForResource`、`logs:TagResource`、`logs:UntagResource` を許可します。`logs:DescribeLogGroups` は `*` に対して許可します。",
    "`kms_key_arn` を使う場合は、ロググループに対する `logs:AssociateKmsKey` と `logs:DisassociateKmsKey` も必要です。また、キーポリシーで CloudWatch Logs にキーの使用を許可する必要があります。ステートメントは注意事項にあります。",
    "ジョブのロールは、`/aws-glue/` の下のロググループに書き込めます。別の `log_group` を使う場合は、`glue-role` に `log_groups = values(module.logs.job_log_groups)` を指定します。セキュリティ設定でログを暗号化する場合は、`encrypted_logs = true` も指定します。",
  ],
  notes: [
    "ジョブの `log_group` には、このモジュールの値を指定します。これにより、ジョブはロググループの作成後に開始されます。",
    `名前は AWS のガイドに従います。\`CONFIGURATION\` はログを暗号化するセキュリティ設定、\`ROLE\` はパスを含むロールです。

| 書き込むもの | ロググループ | セキュリティ設定がある場合 |
|---|---|---|
| Glue 5.0 以降の Spark とストリーミングのジョブ | \`LOG_GROUP/error\`、\`LOG_GROUP/output\` | \`LOG_GROUP/CONFIGURATION-role/ROLE/error\` と \`/output\` |
| Glue 5.0 より前の同じジョブ | \`/aws-glue/jobs/error\`、\`/aws-glue/jobs/output\` | \`/aws-glue/jobs/CONFIGURATION-role/ROLE/error\` と \`/output\` |
| Glue 5.0 より前の同じジョブの連続ログ | \`LOG_GROUP\`（デフォルトは \`/aws-glue/jobs/logs-v2\`） | \`LOG_GROUP-CONFIGURATION\` |
| Python シェルのジョブ | \`/aws-glue/python-jobs/error\`、\`/aws-glue/python-jobs/output\` | \`/aws-glue/python-jobs/CONFIGURATION-role/ROLE/error\` と \`/output\` |
| クローラー | \`/aws-glue/crawlers\` | \`/aws-glue/crawlers-role/ROLE-CONFIGURATION\` |

セキュリティ設定がある場合の、Python シェルのジョブとクローラーの名前は、AWS のドキュメントに記載がありません。ここでの名前は、Spark のジョブの規則に従っています。最初の実行の後に、実際の名前と比べてください。`,
    "ロググループがない場合、Glue は最初の実行で作成します。ロググループがすでにある場合、apply は `ResourceAlreadyExistsException` で失敗します。一度インポートしてください。",
    "ログを暗号化するキーのポリシーには、次のステートメントが必要です。",
    "`kms_key_arn` には、セキュリティ設定のキーを指定してください。Glue は、実行の開始時に、ロググループのキーをセキュリティ設定のキーへ変更します。別のキーを指定すると、元に戻す変更が毎回のプランに表示されます。別のキーを使うジョブやキーを使わないジョブがある場合は、キーごとにモジュールを呼び出してください。",
    "`/aws-glue/` の下にある、セキュリティ設定を使わないロググループは、アカウントとリージョンのすべてのジョブとクローラーが共有します。これらを管理できる Terraform の構成は 1 つだけです。",
    "モジュールは、ログストリームを作成できません。次のロググループの名前は、`other_log_groups` に指定してください。セッション（`/aws-glue/sessions`）、データ品質の実行（`/aws-glue/data-quality`）、接続のテスト（`/aws-glue/testconnection`）です。テーブルオプティマイザ（`/aws-glue/iceberg-compaction`）と DataBrew のロググループも同様です。",
    "ロググループを破棄すると、ログも削除されます。`skip_destroy = true` を指定すると残ります。",
    checkovNote("glue-logs", "ja"),
  ],
  examples: {
    basic: "アカウントのすべてのジョブとクローラーが共有するロググループ。保持期間は 90 日です。",
    complete: "セキュリティ設定でログを暗号化する、1 つのパイプラインのロググループ。",
    adopt:
      "あるプレフィックスの手書きのロググループを、変更なしで取り込みます。retention_in_days には、現在の日数を指定します。",
  },
  variables: {
    jobs: `Spark とストリーミングのジョブです。キーは任意です。値には、ロググループの名前を決める設定を指定します。\`log_group\`、セキュリティ設定、ロールが同じジョブは、1 つの要素を共有します。\`<log_group>/error\` と \`<log_group>/output\` を作成します。${keysAreKnownJa}`,
    "jobs.log_group":
      "Glue 5.0 以降のジョブの `log_group`。`log_group` のないジョブと、5.0 より前のジョブでは省略します",
    "jobs.encrypted_by": ENCRYPTED_BY,
    "jobs.encrypted_by.security_configuration": CONFIGURATION,
    "jobs.encrypted_by.role_name": ROLE,
    continuous_logs: `Glue 4.0 以前の Spark ジョブの連続ログです。要素ごとに 1 つのロググループを作成します。これらのジョブは \`/aws-glue/jobs/error\` と \`/aws-glue/jobs/output\` にも書き込みます。この 2 つは \`jobs\` の要素で作成します。${keysAreKnownJa}`,
    "continuous_logs.log_group": "ジョブの `log_group`",
    "continuous_logs.security_configuration": CONFIGURATION,
    python_shell_jobs: `Python シェルのジョブです。セキュリティ設定がない場合、アカウントのすべてのジョブが 1 つの要素を共有します（\`{ all = {} }\`）。${keysAreKnownJa}`,
    "python_shell_jobs.encrypted_by": ENCRYPTED_BY,
    "python_shell_jobs.encrypted_by.security_configuration": CONFIGURATION,
    "python_shell_jobs.encrypted_by.role_name": ROLE,
    crawlers: `クローラーです。セキュリティ設定がない場合、アカウントのすべてのクローラーが 1 つの要素を共有します（\`{ all = {} }\`）。${keysAreKnownJa}`,
    "crawlers.encrypted_by": ENCRYPTED_BY,
    "crawlers.encrypted_by.security_configuration": CONFIGURATION,
    "crawlers.encrypted_by.role_name": ROLE,
    other_log_groups: `ほかのロググループの名前です（例: \`{ sessions = "/aws-glue/sessions/error" }\`）。${keysAreKnownJa}`,
    retention_in_days:
      "CloudWatch がログを削除するまでの日数です。1、7、30、90、365 などです。0 の場合は無期限に保持します。",
    kms_key_arn:
      "ログを暗号化する KMS キーの ARN です。ジョブにセキュリティ設定がある場合は、そのキーを指定します。null の場合、CloudWatch Logs は AWS が所有するキーで暗号化します。",
    log_group_class:
      "ロググループのクラスです。`STANDARD` または `INFREQUENT_ACCESS` です。変更するとロググループは作り直され、ログは失われます。null の場合、AWS は `STANDARD` を使います。",
    skip_destroy: "Terraform が破棄しても、ロググループとログを AWS に残すかどうかを指定します。",
  },
  outputs: {
    names: 'キーごとのロググループの名前です（例: `names["jobs/orders/error"]`）。',
    arns: "キーごとのロググループの ARN です。キーは、名前の出力と同じです。",
    job_log_groups:
      "`jobs` のキーごとの値です。`glue-job` の `log_group` に指定します。指定したジョブは、ロググループの後に作成されます。",
  },
  comments: keyPolicyCommentsJa,
};
