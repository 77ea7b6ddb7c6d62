/** The Japanese texts of `glue-role`, and those that it shares with `glue-role-policies`. */
export const glueRoleJa = {
  title: "AWS Glue ロール",
  description: `Glue のジョブ、クローラー、インタラクティブセッション、DataBrew、テーブルオプティマイザ、またはデータ品質の評価のロールを、最小特権のポリシーとともに作成します。読み書きする S3 のフォルダ、テーブル、キー、接続を指定するだけです。

AWS の認証情報なしでプランを実行するには、\`account_id\` が必要です。null の場合は、AWS からアカウントを取得します。`,
  role: "ロール",
  creates: [
    "必要なものだけのポリシー（`s3`、`kms`、`glue`、`vpc`）と、ロールへのアタッチ",
    "`aws_managed_policies` と `policy_arns` のアタッチ、および `inline_policies` のインラインポリシー",
    "`lake_formation` を指定した場合は、テーブル、データベース、データの場所に対する Lake Formation の許可",
  ],
  /** Below the rows of the statements. */
  iam: [
    "ステートメントは、入力変数が必要とするものだけを作成します。バケットのアクションは、バケットに対してプレフィックス付きで許可します。オブジェクトのアクションは、オブジェクトに対して許可します。書き込みは読み取りを含みます。",
    "テーブルは、データベースとカタログと合わせて許可します。そろっていないと、AWS はアクセスを拒否します。",
    "リソースタイプのないアクションは、別のステートメントに分けます。`glue:GetJobBookmark`、`cloudwatch:PutMetricData`、`lakeformation:GetDataAccess` がこれに当たります。",
    "AWS 管理ポリシーもアタッチできます。`service-role/AWSGlueServiceRole` は `glue:*` と全バケットの一覧を許可しますが、データとキーへのアクセスは許可しません。`service-role/AWSGlueDataBrewServiceRole` は、データカタログ全体の読み取りと、全サブネットでのネットワークインターフェイスの作成を許可します。",
  ],
  notes: [
    "このモジュールが作成するポリシーは、S3、KMS、Glue、VPC の最大 4 つです。Glue のポリシーは必ず作成します。ほかのポリシーは、S3 の場所、KMS キー、接続のネットワークを指定した場合にだけ作成します。",
    "`s3://bucket` はバケット全体を表します。`s3://bucket/folder/` はフォルダより下のすべてを、`s3://bucket/key` はそのオブジェクトだけを表します。",
    "`connections` の要素はオブジェクトです。`glue-connection` の出力 `connection` がこのオブジェクトです。例は `connections = [module.connection.connection]` です。ほかのモジュールで作成した接続の場合は、リソースの属性から書きます。書き方は次のとおりです。",
    'クローラーとジョブが同じロールを使う場合は、`used_by` に両方を指定します。デフォルトは `["job"]` です。',
    "ジョブに独自の `log_group` がある場合は、ロールの `log_groups` にも同じ名前を指定します。指定しないと、ジョブのログは出力されません。セキュリティ設定でログを暗号化する場合は、`encrypted_logs` も指定します。`logs:AssociateKmsKey` がないと、AWS Glue はログを書き込みません。",
    'データカタログがジョブのメタストアの場合、Spark SQL は必ず `default` データベースを参照します（`glue-job` のデフォルトです）。ロールはこのデータベースを読み取れます。新しいアカウントには、このデータベースがありません。その場合、Spark が作成を試み、ジョブは `glue:CreateDatabase` の AccessDenied で失敗します。`glue-catalog-database` で一度作成するか、`default_database = "create"` を指定してください。このメタストアを使わないジョブ（Python シェル、`use_catalog_as_metastore = false`）では、`default_database = "none"` で十分です。Lake Formation でカタログを管理している場合は、`default` に対する `DESCRIBE` もロールに必要です。',
    'テーブルオプティマイザのロールには、`used_by = ["optimizer"]` を指定し、テーブルを `write_tables` に、そのフォルダを `write_s3` に指定します。孤立したファイルの削除だけを行うロールでは、テーブルを `read_tables` に指定するだけで十分です。オプティマイザとデータ品質の評価の `aws:SourceArn` は、AWS のドキュメントに記載がありません。`trust_condition = "arn"` を使う前に、動作を確認してください。',
    'データ品質の評価のロールには、`used_by = ["data_quality"]` を指定し、テーブルを `read_tables` に、そのフォルダを `read_s3` に指定します。結果を S3 に書き込む場合は、そのフォルダを `write_s3` に指定します。',
    "`lake_formation` を使う場合は、`write_tables` に各データベースを 1 回だけ指定します（`database.*`）。要素ごとに、データベースへの `CREATE_TABLE` を許可するためです。クローラーには、データベースの `ALTER` とテーブルの `DROP` も許可します。",
  ],
  otherProviders:
    "hashicorp/aws プロバイダーには、インタラクティブセッションと DataBrew のリソースがありません。hashicorp/awscc プロバイダーには両方があります。それらのリソースに、ロールの `arn` を渡します。",
};
