/** The Japanese texts of `glue-catalog`. */
import type { Translation } from "tfwright";

const RIGHTS = {
  principal:
    "Lake Formation のプリンシパル。`IAM_ALLOWED_PRINCIPALS` は、IAM が許可するすべてのプリンシパルを表します。",
  permissions: "`ALL`、`SELECT`、`CREATE_TABLE` などの許可。",
};
const SETTINGS = 'キーには AWS の API の名前を使い、値は文字列で指定します（`{ enabled = "true" }`）';

export const glueCatalogJa: Translation = {
  title: "AWS Glue カタログ",
  description:
    "アカウントのデータカタログ内にカタログを作成します。S3 Tables、Amazon Redshift のマネージドストレージまたはリンク、フェデレーテッドソースに対応します。AWS プロバイダーのバージョン 6.44 以降が必要です。",
  iam: [
    "適用には、`arn:aws:glue:REGION:ACCOUNT:catalog` と `arn:aws:glue:REGION:ACCOUNT:catalog/NAME` に対する許可が必要です。作成と参照には `glue:CreateCatalog` と `glue:GetCatalog` を許可します。更新と削除には `glue:UpdateCatalog` と `glue:DeleteCatalog` を許可します。タグには `glue:GetTags`、`glue:TagResource`、`glue:UntagResource` を許可します。Lake Formation の許可 `CREATE_CATALOG` も必要です。`federated` を使う場合は、接続に対する `glue:GetConnection` も必要です。S3 Tables には、`aws:s3tables` に対する `glue:PassConnection` も必要です。ロールを使う場合は、そのロールに対する `iam:PassRole` が必要です。",
    "`data_lake` と `iceberg_optimization` のロールは `glue.amazonaws.com` を信頼します。`iam-role` で作成してください。",
    "カタログのユーザーには、Lake Formation の許可が必要です。IAM では、カタログとその親に対する `glue:GetCatalog` も必要です。",
  ],
  notes: [
    "**このモジュールのプランは、まだプロバイダーで実行していません。** リソース `aws_glue_catalog` は、AWS プロバイダーのバージョン 6.44 で追加されました。このモジュールはバージョン 6.66 の型宣言から作成しましたが、テストにはプロバイダーを使っていません。最初のプランを注意深く確認してください。",
    "S3 Tables のカタログの名前は `s3tablescatalog` で、リージョンごとに 1 つです。`identifier` は `arn:aws:s3tables:REGION:ACCOUNT:bucket/*`、`connection_name` は `aws:s3tables` です。",
    "AWS では、フェデレーテッドカタログを変更できません。プロバイダーは、ほとんどの変更でカタログを作り直します。",
    "`data_lake` を指定したカタログは、Amazon Redshift のマネージドワークグループを作成します。これには数分かかります。このカタログを破棄すると、データは失われます。",
    "カタログを破棄しても、データベースとテーブルは残ることがあります。先に削除してください。",
  ],
  examples: {
    basic: "アカウントのすべての S3 テーブルバケットのテーブルを、データカタログで使います。",
    redshift: "Amazon Redshift のカタログへのリンク。",
    complete: "マネージドストレージのあるカタログ。Iceberg テーブルを最適化します。",
    adopt: "手書きのカタログを、変更なしで取り込みます。",
  },
  variables: {
    name: "カタログの名前です。小文字で指定します。S3 Tables では `s3tablescatalog` にします。",
    federated: "フェデレーテッドカタログにします。データはデータカタログの外にあります。",
    "federated.identifier": "カタログが表すもの。S3 Tables では `arn:aws:s3tables:REGION:ACCOUNT:bucket/*` です",
    "federated.connection_name": "接続の名前。`aws:s3tables` または Glue 接続の `name` を指定します",
    "federated.connection_type": "接続のタイプ。null の場合は AWS が判断します",
    data_lake:
      "Amazon Redshift が管理するストレージのカタログにします。`data_lake = {}` では、すべてデフォルトになります。",
    "data_lake.catalog_type": "カタログのタイプ",
    "data_lake.data_lake_access": "Redshift 以外のエンジンが使えるかどうか",
    "data_lake.data_transfer_role_arn": "S3 と Redshift の間でデータを移動するロールの ARN",
    "data_lake.kms_key": "データの KMS キーの ARN。null の場合は AWS のキーです",
    redshift_catalog: "Amazon Redshift のデータベースへのリンクにします。",
    "redshift_catalog.catalog_arn": "リンク先の Amazon Redshift のカタログの ARN",
    iceberg_optimization: "カタログの Iceberg テーブルを最適化します。",
    "iceberg_optimization.role_arn": "最適化に使うロールの ARN",
    "iceberg_optimization.compaction": `コンパクションの設定。${SETTINGS}`,
    "iceberg_optimization.retention": `スナップショットの保持の設定。${SETTINGS}`,
    "iceberg_optimization.orphan_file_deletion": `どのスナップショットにも属さないファイルの削除の設定。削除は元に戻せません。${SETTINGS}`,
    custom_properties: "カタログのその他のプロパティです。",
    parameters: "カタログのパラメータです。",
    create_database_default_permissions:
      "カタログの新しいデータベースに対する、プリンシパルの許可です。空の場合は許可しません。これは Lake Formation の要件です。",
    "create_database_default_permissions.principal": RIGHTS.principal,
    "create_database_default_permissions.permissions": RIGHTS.permissions,
    create_table_default_permissions:
      "カタログの新しいテーブルに対する、プリンシパルの許可です。空の場合は許可しません。これは Lake Formation の要件です。",
    "create_table_default_permissions.principal": RIGHTS.principal,
    "create_table_default_permissions.permissions": RIGHTS.permissions,
    allow_full_table_external_data_access:
      "Lake Formation に登録した場所のテーブル全体を、AWS 以外のエンジンが読み取れるかどうかを指定します。null の場合は AWS のデフォルトです。",
    overwrite_child_resource_permissions_with_default:
      "既存のデータベースとテーブルの許可を、デフォルトの許可で置き換えるかどうかを、`Accept` または `Deny` で指定します。null の場合は AWS のデフォルトです。",
    description: "カタログの内容です。",
  },
  outputs: {
    name: "カタログの名前です。",
    arn: "カタログの ARN です。",
    catalog_id: "カタログの ID です。その中のデータベースに指定します。",
  },
};
