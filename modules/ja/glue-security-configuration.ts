/** The Japanese texts of `glue-security-configuration`. */
import type { Translation } from "tfwright";
import { checkovNote } from "../checkov-findings";
import { keyPolicyCommentsJa } from "./known-values";
export const glueSecurityConfigurationJa: Translation = {
  title: "AWS Glue セキュリティ設定",
  description:
    "Glue のセキュリティ設定を作成します。ジョブとクローラーが書き込むデータ、ログ、ジョブブックマークの暗号化を設定します。",
  iam: [
    "適用には、`glue:CreateSecurityConfiguration` と `glue:GetSecurityConfiguration` が必要です。削除には `glue:DeleteSecurityConfiguration` を許可します。これらのアクションにはリソースタイプがないため、ポリシーでは `*` に対して許可します。更新のアクションはありません。変更すると、設定は必ず作り直されます。`glue-catalog-deployer` で `security_configurations = true` を指定すると、これらが許可されます。",
    "設定を使うジョブとクローラーの各ロールには、`s3` と `job_bookmarks` のキーに対する許可が必要です。アクションは `kms:Decrypt`、`kms:Encrypt`、`kms:GenerateDataKey` です。`cloudwatch` を指定した場合は、`logs:AssociateKmsKey` も必要です。`glue-role` では `write_kms_keys` と `encrypted_logs` を指定します。",
  ],
  notes: [
    "ジョブとクローラーには、設定の名前を指定します。ロールには、キーと、ログを暗号化する許可が必要です。",
    "CloudWatch Logs は、`cloudwatch` のキーを直接使います。そのため、キーポリシーで許可する必要があります。次のステートメントがないと、AWS Glue はログを書き込みません。",
    "セキュリティ設定は変更できません。Terraform は設定を削除し、同じ名前で作り直します。その間に開始された実行は失敗します。これを避けるには、新しい設定に別の名前を付けます。このモジュールをもう 1 つ呼び出し、ジョブの `security_configuration` をその `name` に変更します。元の呼び出しは、後の apply で削除してください。",
    "設定を使うリソースに `create_before_destroy` がある場合、Terraform は新しい設定も先に作成します。同じ名前がすでにあるため、AWS はこれを拒否します。同じ apply で `name` も変更してください（例: `orders-2`）。",
    "セキュリティ設定を使うと、AWS Glue はジョブのログを別のロググループに書き込みます。その名前には設定の名前が含まれます。`cloudwatch` を指定した場合は、ロールの名前も含まれます。`glue-role` のポリシーは、`/aws-glue/` の下にあるロググループを許可します。",
    "`s3` がない場合は、バケットのデフォルトの暗号化が使われます。`SSE-S3` は、バケットのデフォルトが KMS キーの場合にも優先されます。",
    checkovNote("glue-security-configuration", "ja"),
  ],
  examples: {
    basic: "データ、ログ、ジョブブックマークを 1 つのキーで暗号化します。",
    complete:
      "データを S3 のキーで、ログとジョブブックマークをカスタマーマネージドキーで暗号化します。リージョンも変更します。",
    adopt: "手書きのセキュリティ設定を、変更なしで取り込みます。",
  },
  variables: {
    name: "セキュリティ設定の名前です。",
    s3: "S3 に書き込むデータの暗号化です。null の場合は、バケットのデフォルトの暗号化です。",
    "s3.mode":
      "`SSE-KMS` は `kms_key_arn` のキーで暗号化します。`SSE-S3` は Amazon S3 のキーで暗号化します。この場合、`kms_key_arn` は指定しません",
    "s3.kms_key_arn": "KMS キーの ARN",
    cloudwatch:
      "CloudWatch のログの暗号化です。null の場合は、カスタマーマネージドキーを使わず、CloudWatch Logs のデフォルトの暗号化になります。",
    "cloudwatch.kms_key_arn": "KMS キーの ARN",
    job_bookmarks:
      "ジョブブックマークの暗号化です。ブックマークは、暗号化してから AWS Glue に送信されます。null の場合、AWS Glue は暗号化しません。",
    "job_bookmarks.kms_key_arn": "KMS キーの ARN",
  },
  outputs: {
    name: "セキュリティ設定の名前です。",
    kms_key_arns:
      "ロールがデータとジョブブックマークの書き込みに使うキーの ARN です。`glue-role` の `write_kms_keys` に指定します。",
  },
  comments: {
    ...keyPolicyCommentsJa,
    "with `cloudwatch`": "`cloudwatch` を指定した場合",
    "your region": "使用するリージョン",
  },
};
