/** The Japanese texts of `glue-account`. */
import type { Translation } from "tfwright";
import { checkovNote } from "../checkov-findings";
import { callersCatalogJa, lengthIsKnownJa, needsAccountJa } from "./known-values";

export const glueAccountJa: Translation = {
  title: "AWS Glue アカウント設定",
  description: `アカウントのリージョンごとに 1 つだけあるデータカタログの設定を管理します。暗号化と、ほかのアカウントにアクセスを許可するリソースポリシーです。このモジュールは、リージョンごとに 1 回だけ呼び出してください。

${needsAccountJa}`,
  creates: [
    "`aws_glue_data_catalog_encryption_settings.this`",
    "`policy_statements` を指定した場合だけ `aws_glue_resource_policy.this`",
  ],
  iam: [
    "適用には、`arn:aws:glue:REGION:ACCOUNT:catalog` に対する許可が必要です。暗号化の設定には `glue:GetDataCatalogEncryptionSettings` と `glue:PutDataCatalogEncryptionSettings` を許可します。ポリシーの参照と設定には `glue:GetResourcePolicy` と `glue:PutResourcePolicy` を許可します。削除には `glue:DeleteResourcePolicy` を許可します。`encryption_role_arn` を使う場合は、そのロールに対する `iam:PassRole` も必要です。渡す先は `glue.amazonaws.com` に限定します。これらの許可は、少数の人にだけ与えてください。リソースポリシーを変更できる人は、どのアカウントにもアクセスを許可できます。",
    "カタログを暗号化すると、カタログを使うすべてのもの（ジョブ、クローラー、Athena）にキーの許可が必要になります。アクションは `kms:Decrypt`、`kms:Encrypt`、`kms:GenerateDataKey` です。`glue-role` では `write_kms_keys` を指定します。`encryption_role_arn` を使う場合に許可が必要なのは、そのロールだけです。",
    "`encryption_role_arn` のロールは `glue.amazonaws.com` を信頼します。キーに対する `kms:Decrypt`、`kms:Encrypt`、`kms:GenerateDataKey` も必要です。`iam-role` で作成してください。",
  ],
  notes: [
    "**リージョンごとに 1 回だけ。** AWS のリソースポリシーと暗号化の設定は、アカウントのリージョンごとに 1 つだけです。1 つのリージョンでこのモジュールを 2 回呼び出すと、互いの設定を上書きし続けます。この競合は、プランでは分かりません。個々のアプリケーションのモジュールではなく、1 か所で呼び出してください。",
    "リージョンにリソースポリシーがすでにある場合、apply は失敗します。先にポリシーをインポートしてください（`terraform import 'module.account.aws_glue_resource_policy.this[0]' REGION`）。",
    "暗号化の設定は、新しいメタデータと変更されたメタデータに適用されます。カタログにすでにあるものは、変更されるまでそのままです。",
    "モジュールを破棄すると、AWS は新しいメタデータの暗号化を無効にし、ポリシーを削除します。キーは残してください。そのキーで暗号化されたメタデータは、そのキーがないと読み取れません。",
    "テーブルへのアクセスを許可するステートメントでは、リソースにデータベースとカタログも必要です。そろっていないと、AWS はアクセスを拒否します。モジュールがこれを確認します。",
    "AWS Glue がメタデータの暗号化に使えるのは、KMS キーだけです。セキュリティ設定の SSE-S3 のような、キーを使わないモードはありません。",
    checkovNote("glue-account", "ja"),
  ],
  examples: {
    basic: "カタログと接続のパスワードを、1 つのキーで暗号化します。",
    complete: "ロールを使って暗号化します。別のアカウントと組織に、1 つのデータベースへのアクセスを許可します。",
    adopt: "手書きの設定を、変更なしで取り込みます。",
  },
  variables: {
    kms_key_arn: "カタログのメタデータと接続のパスワードを暗号化する KMS キーの ARN です。",
    password_kms_key_arn: "接続のパスワードに使う別の KMS キーの ARN です。null の場合は同じキーです。",
    encrypt_catalog: "カタログのメタデータを暗号化するかどうかを指定します。",
    encrypt_passwords:
      "接続のパスワードを暗号化するかどうかを指定します。`GetConnection` の応答でも暗号化されます。パスワードを読み取るには、キーに対する `kms:Decrypt` が必要になります。",
    encryption_role_arn:
      "AWS Glue がキーを使うためのロールの ARN です。指定すると、カタログのユーザーとジョブにキーの許可は不要になります。",
    catalog_id: `暗号化を設定するカタログです。${callersCatalogJa}`,
    policy_statements: `データカタログのリソースポリシーのステートメントです。ほかのアカウントにアクセスを許可します。空の場合、ポリシーは作成しません。${lengthIsKnownJa}`,
    "policy_statements.sid": "ステートメントの ID。英数字で指定します",
    "policy_statements.effect": "`Allow` または `Deny`",
    "policy_statements.principals": "アカウントの ID、またはロールとユーザーの ARN。`*` には、組織の条件が必要です",
    "policy_statements.actions": "アクション: `glue:GetTable`",
    "policy_statements.resources":
      "`catalog`、`database/orders`、`table/orders/*` など、このアカウントとリージョンのリソース、または ARN。テーブルには、データベースとカタログも必要です",
    "policy_statements.conditions": "ステートメントの条件。要素数はプラン時に決まっている必要があります",
    "policy_statements.conditions.test": "演算子: `StringEquals`",
    "policy_statements.conditions.variable": "条件キー: `aws:PrincipalOrgID`",
    "policy_statements.conditions.values": "キーの値",
    enable_hybrid:
      "リソースポリシーのほかに、Lake Formation でもほかのアカウントにアクセスを許可しているかどうかを指定します。その許可がある場合、false では AWS がポリシーを拒否します。",
  },
  outputs: {
    catalog_id: "設定の対象のカタログです。",
    encryption_mode: "メタデータの暗号化のモードです。",
    policy_document: "リソースポリシーの JSON です。レビューとテストに使います。",
  },
};
