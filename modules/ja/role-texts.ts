/** The Japanese texts that `glue-role` and `glue-role-policies` share. */
import { keysAreKnownJa, lengthIsKnownJa } from "./known-values";

/** Below the rows of the statements. */
export const roleIamJa = [
  "ステートメントは、入力変数が必要とするものだけを作成します。バケットのアクションは、バケットに対してプレフィックス付きで許可します。オブジェクトのアクションは、オブジェクトに対して許可します。書き込みは読み取りを含みます。",
  "テーブルは、データベースとカタログと合わせて許可します。そろっていないと、AWS はアクセスを拒否します。",
  "リソースタイプのないアクションは、別のステートメントに分けます。`glue:GetJobBookmark`、`cloudwatch:PutMetricData`、`lakeformation:GetDataAccess` がこれに当たります。",
  "AWS 管理ポリシーもアタッチできます。`service-role/AWSGlueServiceRole` は `glue:*` と全バケットの一覧を許可しますが、データとキーへのアクセスは許可しません。`service-role/AWSGlueDataBrewServiceRole` は、データカタログ全体の読み取りと、全サブネットでのネットワークインターフェイスの作成を許可します。",
];

/** What both create. */
export const roleCreatesJa = [
  "必要なものだけのポリシー（`s3`、`kms`、`glue`、`vpc`）と、ロールへのアタッチ",
  "`aws_managed_policies` と `policy_arns` のアタッチ、および `inline_policies` のインラインポリシー",
  "`lake_formation` を指定した場合は、テーブル、データベース、データの場所に対する Lake Formation の許可",
];

/** What both READMEs tell. */
export const roleNotesJa = [
  "このモジュールが作成するポリシーは、S3、KMS、Glue、VPC の最大 4 つです。Glue のポリシーは必ず作成します。ほかのポリシーは、S3 の場所、KMS キー、接続のネットワークを指定した場合にだけ作成します。",
  "`s3://bucket` はバケット全体を表します。`s3://bucket/folder/` はフォルダより下のすべてを、`s3://bucket/key` はそのオブジェクトだけを表します。",
  "`connections` の要素はオブジェクトです。`glue-connection` の出力 `connection` がこのオブジェクトです。`connections = [module.connection.connection]` と指定します。ほかのモジュールで作成した接続の場合は、リソースの属性から書きます。書き方は次のとおりです。",
  'クローラーとジョブが同じロールを使う場合は、`used_by` に両方を指定します。デフォルトは `["job"]` です。',
  "ジョブに独自の `log_group` がある場合は、ロールの `log_groups` にも同じ名前を指定します。指定しないと、ジョブのログは出力されません。セキュリティ設定でログを暗号化する場合は、`encrypted_logs` も指定します。`logs:AssociateKmsKey` がないと、AWS Glue はログを書き込みません。",
  'データカタログをジョブのメタストアとして使う場合（`glue-job` のデフォルトです）、Spark SQL は必ず `default` データベースを参照します。ロールはこのデータベースを読み取れます。新しいアカウントには、このデータベースがありません。その場合、Spark が作成を試み、ジョブは `glue:CreateDatabase` の AccessDenied で失敗します。`glue-catalog-database` で一度作成するか、`default_database = "create"` を指定してください。このメタストアを使わないジョブ（Python シェル、`use_catalog_as_metastore = false`）では、`default_database = "none"` で十分です。Lake Formation でカタログを管理している場合は、`default` に対する `DESCRIBE` もロールに必要です。',
  "まだ存在しないフォルダに Spark ジョブが書き込むと、Hadoop はフォルダの隣に目印の空のオブジェクトを作成します。`s3://example-lake/orders/` の場合は `orders_$folder$` です。ロールが書き込めるのは、フォルダより下だけです。最初の実行が、このオブジェクトの AccessDenied で失敗することがあります。その場合は、先に何かオブジェクトを置いてフォルダを作成してください。または、`inline_policies` でこの目印への `s3:PutObject` を許可してください。",
  'テーブルオプティマイザのロールには、`used_by = ["optimizer"]` を指定し、テーブルを `write_tables` に、そのフォルダを `write_s3` に指定します。孤立したファイルの削除だけを行うロールでは、テーブルは `read_tables` に指定するだけで十分です。フォルダは、この場合も必要です。',
  'データ品質の評価のロールには、`used_by = ["data_quality"]` を指定し、テーブルを `read_tables` に、そのフォルダを `read_s3` に指定します。結果を S3 に書き込む場合は、そのフォルダを `write_s3` に指定します。',
  "`lake_formation` を使う場合は、`write_tables` に各データベースを 1 回だけ指定します（`database.*`）。要素ごとに、データベースへの `CREATE_TABLE` を許可するためです。クローラーには、データベースの `ALTER` とテーブルの `DROP` も許可します。",
];

/** What changed for callers of both. */
export const trustNoteJa =
  'オプティマイザとデータ品質の評価の `aws:SourceArn` は、AWS のドキュメントに記載がありません。`trust_condition = "arn"` を使う前に、動作を確認してください。';

export const ownTrustNoteJa =
  "ロールの信頼ポリシーは変わりません。`glue.amazonaws.com`（DataBrew では `databrew.amazonaws.com`）がロールを引き受けられる必要があります。";

export const roleUpgradingJa = [
  'ジョブまたはセッションのロールの Glue ポリシーに、ステートメント `UseMetastore` を追加しました。カタログと `default` データベースに対する `glue:GetDatabase` を許可します。`default_database = "none"` を指定すると、このステートメントを作成しません。',
  "`read_s3` または `write_s3` に単独のオブジェクトを指定した場合の一覧の範囲を限定しました。ステートメント `ListToReadN` と `ListToWriteN` が許可するのは、そのオブジェクトの名前の一覧だけです。その下にあるものの一覧は許可しません。",
  "`log_groups` または `encrypted_logs` を指定しない限り、ほかのリソースの変更はプランに表示されません。",
  "AWS が受け付けない次の値は、エラーになります。`aws_managed_policies` の ARN と、パスのない名前。`policy_arns`、`permissions_boundary`、`secret_arn` の、ARN ではない名前。サブネットとセキュリティグループの、ID ではない名前。前後にスラッシュのない `path`。12 桁ではない `account_id`。テーブルとデータベースの名前の大文字（AWS Glue は小文字で保存します）。接続の、名前ではない ID。リージョンコードではない `region`。",
];

/** How a hand-written role moves into a module. `also` is what the plan shows. */
export const takingOverJa = (also: string) =>
  `手書きのロールとそのポリシーは、置き換えずにモジュールへ移動できます。インラインポリシーは、AWS での名前（ここでは \`data\`）を \`inline_policies\` のキーにします。\`own\` は \`policy_arns\` のキーです。プランに表示される変更は、${also}だけです。`;

/** What a role reads, writes and uses. */
export const wiringJa = {
  used_by:
    'ロールを使うリソースの種類です。`job`、`crawler`、`session`、`databrew`、`optimizer`（Iceberg テーブルの最適化）、`data_quality`（ルールセットの評価）から 1 つ以上を指定します。クローラーとジョブが共有するロールは `["crawler", "job"]` です。apply 後に決まる値を指定すると、プランにポリシーのステートメントが表示されません。',
  read_s3: `読み取る S3 URI です。\`s3://bucket\` はバケット全体、\`s3://bucket/folder/\` はフォルダより下のすべて、\`s3://bucket/key\` は 1 つのオブジェクトを表します。${lengthIsKnownJa}`,
  write_s3: `読み取り、書き込み、削除の対象となる S3 URI です。形式は \`read_s3\` と同じです。${lengthIsKnownJa}`,
  read_tables: `読み取るテーブルです。\`database.table\` または \`database.*\` の形式で指定します。\`glue-catalog-database\` のデータベースには、出力 \`name\` を使って \`"\${module.database.name}.*"\` と書きます。データベースとカタログに対する許可は、モジュールが追加します。${lengthIsKnownJa}`,
  write_tables: `読み取りと書き込みの対象となるテーブルです。形式は \`read_tables\` と同じで、\`glue-catalog-database\` の出力 \`name\` も使えます。${lengthIsKnownJa}`,
  read_kms_keys: `復号に使う KMS キーの ARN です。エイリアスは指定できません。${lengthIsKnownJa}`,
  write_kms_keys: `暗号化と復号に使う KMS キーの ARN です。エイリアスは指定できません。${lengthIsKnownJa}`,
  connections: `ロールが使う接続と、その認証情報およびネットワークです。例は README にあります。${lengthIsKnownJa}`,
  "connections.name": "接続の名前",
  "connections.credentials": "接続の認証情報",
  "connections.credentials.secret_arn": "ユーザー名とパスワードを保存したシークレットの ARN",
  "connections.credentials.kms_key_arns":
    "シークレットと接続のパスワードを暗号化する KMS キーの ARN。要素の数はプラン時に決まっている必要があります",
  "connections.network": "VPC 内にある接続のネットワーク",
  "connections.network.subnet_id": "ネットワークインターフェイスのサブネット",
  "connections.network.security_group_ids": "ネットワークインターフェイスのセキュリティグループ",
  log_groups:
    'ロールが書き込むロググループです。`/aws-glue/` の下にあるものは、指定しなくても書き込めます。ロールを使うジョブの `log_group` と同じ名前を指定します（例: `["/orders"]`）。名前の下にあるロググループ（`/orders/error`）も含みます。ジョブの `log_group` がここに含まれない場合、ジョブは実行されますが、ログは出力されません。',
  encrypted_logs:
    "セキュリティ設定でログを暗号化するかどうかを指定します。true の場合は、ロールに `logs:AssociateKmsKey` を許可します。キーポリシーでは、CloudWatch Logs にキーの使用を許可する必要があります。",
  default_database:
    "ジョブまたはセッションが `default` データベースに対してできることです。`read` は読み取り、`create` は作成と読み取りを許可します。`none` は何も許可しません。データカタログがメタストアの場合、Spark SQL はこのデータベースを参照します。apply 後に決まる値を指定すると、プランに Glue ポリシーのステートメントが表示されません。",
  lake_formation:
    "Lake Formation で、`read_tables`、`write_tables` とそのデータへのアクセスを許可します。Lake Formation を使わない場合は null にします。",
  "lake_formation.data_locations":
    "ロールがテーブルを作成できる、登録済みの S3 の場所の ARN。要素の数はプラン時に決まっている必要があります",
  aws_managed_policies:
    "アタッチする AWS 管理ポリシーです。パスを含む名前で指定します（例: `service-role/AWSGlueServiceRole`）。名前ごとにアタッチを作成するため、名前はプラン時に決まっている必要があります。AWS 管理ポリシーは、このモジュールのポリシーよりはるかに多くを許可します。",
  policy_arns: `追加でアタッチするポリシーです。任意の名前と、ポリシーの ARN を指定します。${keysAreKnownJa}`,
  inline_policies: `インラインポリシーです。入力変数では指定できない許可に使います。名前と、ポリシーの JSON を指定します。${keysAreKnownJa}`,
};

/** In the example of `connections`. */
export const connectionCommentsJa = {
  "if the connection uses credentials": "接続が認証情報を使う場合",
  "keys of the secret and of the connection's password; [] for AWS managed keys":
    "シークレットと接続のパスワードの暗号化に使うキー。AWS 管理キーの場合は []",
  "if the connection is in a VPC": "接続が VPC 内にある場合",
};
