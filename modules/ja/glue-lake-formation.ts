/** The Japanese texts of `glue-lake-formation`. */
import type { Translation } from "tfwright";
import { keysAreKnownJa } from "./known-values";

const PRINCIPAL = "ロール、ユーザーなどのプリンシパルの ARN、またはアカウントの ID";
const PATH = "場所の S3 URI。`s3://bucket` または `s3://bucket/folder/` です";
const TABLE = "テーブル（`database.table`）";
const TABLE_OR_ALL = "テーブル（`database.table`）。`database.*` は、データベースのすべてのテーブルを表します";

/** What each kind of grant has. */
function grant(name: string, permission: string) {
  return {
    [`${name}.principal`]: PRINCIPAL,
    [`${name}.permissions`]: `\`${permission}\` などの許可`,
    [`${name}.permissions_with_grant_option`]:
      "プリンシパルがほかのプリンシパルに与えることができる許可。`permissions` にも含める必要があります",
  };
}

export const glueLakeFormationJa: Translation = {
  title: "AWS Lake Formation の許可",
  description:
    "S3 の場所を Lake Formation に登録します。データカタログのデータベース、テーブル、列、場所、LF タグに対する許可も与えます。",
  iam: [
    "適用には、次の許可が必要です。許可の付与と取り消しには `lakeformation:GrantPermissions` と `lakeformation:RevokePermissions` を使います。許可の参照には `lakeformation:ListPermissions` を使います。場所の登録と参照には `lakeformation:RegisterResource` と `lakeformation:DescribeResource` を使います。更新と登録解除には `lakeformation:UpdateResource` と `lakeformation:DeregisterResource` を使います。LF タグの作成と参照には `lakeformation:CreateLFTag` と `lakeformation:GetLFTag` を使います。更新と削除には `lakeformation:UpdateLFTag` と `lakeformation:DeleteLFTag` を使います。オプトインの作成には `lakeformation:CreateLakeFormationOptIn` を使います。参照と削除には `lakeformation:ListLakeFormationOptIns` と `lakeformation:DeleteLakeFormationOptIn` を使います。Lake Formation には ARN がないため、すべて `*` に対して許可します。データベースとテーブルの許可には、`glue:GetDatabase`、`glue:GetTable`、`glue:GetTables` も必要です。",
    "IAM だけでは不十分です。場所の登録と LF タグの作成ができるのは、データレイク管理者だけです。自身が持たない許可をほかのプリンシパルに与えられるのも、データレイク管理者だけです。`aws_lakeformation_data_lake_settings` で、デプロイ用のロールを管理者にしてください。この設定はリージョンごとに 1 つで、このモジュールは変更しません。",
    "`locations` に `role_arn` を指定する場合は、そのロールに対する `iam:PassRole` が必要です。渡す先は `lakeformation.amazonaws.com` に限定します。指定しない場合は、`AWSServiceRoleForLakeFormationDataAccess` が使われます。このロールに対する `iam:CreateServiceLinkedRole` と `iam:PutRolePolicy` が必要です。",
    "テーブルを読み取るプリンシパルには、`*` に対する `lakeformation:GetDataAccess` と、カタログを読み取るアクションが必要です。`glue-role` で `lake_formation` を指定すると、これらが許可されます。",
  ],
  notes: [
    "`lake_formation` を指定すると、`glue-role` は自身の `read_tables` と `write_tables` に必要な許可を与えます。このモジュールは、場所、LF タグ、ほかのプリンシパルに使ってください。同じテーブルに対する同じ許可を、両方で同じプリンシパルに与えないでください。一方を破棄すると、もう一方の許可も取り消されます。",
    "データベースのすべてのテーブルに許可を与えるには、`table_grants` に `database.*` と書きます。`column_grants` ではできません。プロバイダーでは、すべてのテーブルの列を指定できないためです（hashicorp/terraform-provider-aws#46245）。",
    "Lake Formation は、テーブルに対するプリンシパルの許可をまとめます。同じプリンシパルとテーブルに対して、テーブルの許可と列の許可を両方指定したとします。この場合、Terraform が破棄しても、プロバイダーが一部の許可を取り消せないことがあります（hashicorp/terraform-provider-aws#36639、#39082）。プリンシパルには、テーブルごとに 1 つの許可だけを指定してください。許可を削除した後は、`aws lakeformation list-permissions` で確認します。",
    "データレイク管理者には許可を与えないでください。Lake Formation が独自の許可を追加し、プロバイダーはそれを取り消せません。",
    "データレイクの設定を変更しない限り、新しいデータベースとテーブルは `IAM_ALLOWED_PRINCIPALS` に `ALL` を許可します。この許可がある間は、アクセスが IAM だけで判断されます。このモジュールで許可を与えても、ほかのユーザーのアクセスは制限されません。データベースは `create_table_default_permissions = []` を指定して作成してください（`glue-catalog-database`）。既存のものについては、この許可を取り消します。",
    "場所は、デフォルトではハイブリッドアクセスモードなしで登録されます。そのため、Glue や Athena などからのすべてのアクセスに許可が必要になります。IAM だけで場所を読み取るジョブは失敗します。段階的に移行するには、`hybrid_access_enabled = true` を指定し、プリンシパルを `opt_ins` に指定します。",
    "登録済みの場所の下にある S3 パスは、個別に登録する必要がありません。",
    "サービスにリンクされたロールは、別のアカウントの場所には使えません。カスタマーマネージドキーで暗号化した場所にも、キーポリシーがこのロールを許可していなければ使えません。その場合は、`role_arn` を指定してください。",
    "LF タグは、`aws_lakeformation_resource_lf_tags` でデータベースとテーブルに割り当てる必要があります。許可を変更すると、ほとんどの場合は作り直されます。その間、プリンシパルは一時的にアクセスできません。",
  ],
  examples: {
    basic: "場所を登録します。ジョブにはテーブルの作成を、アナリストには読み取りを許可します。",
    complete: "すべての種類の許可。",
    adopt: "手書きのテーブルの許可を、変更なしで取り込みます。",
  },
  variables: {
    locations: `登録する S3 の場所です。任意の名前をキーとし、場所を値とします。${keysAreKnownJa}`,
    "locations.path": PATH,
    "locations.role_arn":
      "Lake Formation が場所の読み書きに使うロールの ARN。null の場合は、サービスにリンクされたロールです",
    "locations.hybrid_access_enabled":
      "オプトインしていないプリンシパルが、IAM ポリシーだけで場所にアクセスできるかどうか。`false` の場合は、すべてのアクセスに許可が必要です",
    "locations.with_federation": "場所がフェデレーテッドカタログに属するかどうか",
    lf_tags: 'LF タグとその値です（例: `{ zone = ["raw", "clean"] }`）。キーはプラン時に決まっている必要があります。',
    catalog_grants: `データベースの作成など、カタログ全体に対する許可です。任意の名前をキーとし、許可を値とします。${keysAreKnownJa}`,
    ...grant("catalog_grants", "CREATE_DATABASE"),
    database_grants: `データベースに対する許可です。任意の名前をキーとし、許可を値とします。${keysAreKnownJa}`,
    ...grant("database_grants", "DESCRIBE"),
    "database_grants.database": "データベースの名前",
    table_grants: `テーブルとそのすべての列に対する許可です。任意の名前をキーとし、許可を値とします。${keysAreKnownJa}`,
    ...grant("table_grants", "SELECT"),
    "table_grants.table": TABLE_OR_ALL,
    column_grants: `テーブルの一部の列に対する許可です。任意の名前をキーとし、許可を値とします。${keysAreKnownJa}`,
    ...grant("column_grants", "SELECT"),
    "column_grants.table": TABLE,
    "column_grants.columns": "列の名前",
    "column_grants.excluded":
      "`columns` 以外のすべての列に対する許可かどうか。false の場合は、`columns` に対する許可です",
    location_grants: `プリンシパルがテーブルを作成できる、登録済みの S3 の場所（\`DATA_LOCATION_ACCESS\`）です。任意の名前をキーとし、許可を値とします。${keysAreKnownJa}`,
    "location_grants.principal": PRINCIPAL,
    "location_grants.path": PATH,
    "location_grants.can_grant": "プリンシパルがこの許可をほかのプリンシパルに与えることができるかどうか",
    lf_tag_grants: `LF タグ自体に対する許可です。任意の名前をキーとし、許可を値とします。${keysAreKnownJa}`,
    ...grant("lf_tag_grants", "ASSOCIATE"),
    "lf_tag_grants.key": "LF タグのキー",
    "lf_tag_grants.values": "タグの値",
    lf_tag_policy_grants: `指定した LF タグを持つ、すべてのテーブルまたはデータベースに対する許可です。任意の名前をキーとし、許可を値とします。${keysAreKnownJa}`,
    ...grant("lf_tag_policy_grants", "SELECT"),
    "lf_tag_policy_grants.resource_type": "`TABLE` または `DATABASE`",
    "lf_tag_policy_grants.expression":
      'テーブルまたはデータベースに必要な LF タグと値。すべてを満たす必要があります（`{ zone = ["clean"] }`）',
    filter_grants: `既存のデータセルフィルターの行と列に対する許可です。任意の名前をキーとし、許可を値とします。${keysAreKnownJa}`,
    ...grant("filter_grants", "SELECT"),
    "filter_grants.table": TABLE,
    "filter_grants.filter": "データセルフィルターの名前",
    "filter_grants.table_catalog_id": "テーブルのカタログ。アカウント ID を指定します",
    opt_ins: `ハイブリッドアクセスの場所にあるテーブルについて、アクセスの可否を Lake Formation だけで判断する対象の、プリンシパルです。任意の名前をキーとし、オプトインを値とします。${keysAreKnownJa}`,
    "opt_ins.principal": PRINCIPAL,
    "opt_ins.table": TABLE_OR_ALL,
    catalog_id:
      "データベースとテーブルのカタログです。アカウント ID を指定します。null の場合は、呼び出し元のアカウントです。",
  },
  outputs: {
    location_arns:
      "登録した場所の、キーごとの ARN です。`glue-role` の `lake_formation` には、`{ data_locations = values(module.NAME.location_arns) }` と指定します。",
    lf_tags: "キーごとの、LF タグの値です。",
  },
};
