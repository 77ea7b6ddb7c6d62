/** The Japanese texts of `glue-connection`. */
import type { Translation } from "tfwright";
import { callersCatalogJa } from "./known-values";

export const glueConnectionJa: Translation = {
  title: "AWS Glue 接続",
  description:
    "データベース、Kafka クラスター、または VPC のネットワークへの Glue 接続を作成します。パスワードは Secrets Manager から取得します。",
  iam: [
    "適用には、接続とカタログに対する許可が必要です。作成と参照には `glue:CreateConnection` と `glue:GetConnection` を許可します。更新と削除には `glue:UpdateConnection` と `glue:DeleteConnection` を許可します。タグには `glue:GetTags`、`glue:TagResource`、`glue:UntagResource` を許可します。`glue-deployer` の `connections` が、これらをすべて許可します。",
    "`network` に `availability_zone` がない場合、モジュールはサブネットを読み取ります。そのため、リソースを限定できない `ec2:DescribeSubnets` が必要です。`glue-platform-deployer` の `read_subnets` が許可します。",
    "アカウントで接続のパスワードを暗号化している場合（`aws_glue_data_catalog_encryption_settings`）は、そのキーに対する `kms:Encrypt` も必要です。",
    "この接続を使うジョブとクローラーのロールには、接続、シークレット、シークレットのキーへの許可が必要です。サブネットにネットワークインターフェイスを作成する許可も必要です。`glue-role` の `connections` が、これらをすべて許可します。`connections = [module.connection.connection]` と指定してください。",
  ],
  notes: [
    "出力 `connection` は、`glue-role` の `connections` の要素です。接続の名前、シークレット、ネットワークを含むため、ロールには必要な許可だけが与えられます。",
    "ユーザー名とパスワードは、Secrets Manager のシークレットにあります。AWS Glue は、実行の開始時にこれを読み取ります。シークレットは、`username` と `password` をキーとする JSON です。`connection_properties` や URL に書かれたパスワードは拒否されます。ステートを読める人や接続を参照できる人すべてに、パスワードが見えてしまうためです。",
    '`credentials` は、プロパティ `SECRET_ID` を設定します。`KAFKA` の場合は `KAFKA_SASL_SCRAM_SECRETS_ARN` を設定します。`SparkProperties` を使う接続では、その JSON にシークレットを指定します。書き方は `SparkProperties = jsonencode({ secretId = "orders", ... })` です。この場合も `credentials` を指定してください。`glue-role` がシークレットへのアクセスを許可します。',
    'Kafka のクライアント証明書には、プロパティに書くパスワードが必要です。そのため、このモジュールでは作成できません。代わりに、シークレット（SASL/SCRAM）または IAM（`KAFKA_SASL_MECHANISM = "AWS_MSK_IAM"`）を使ってください。',
    'JDBC では、`JDBC_ENFORCE_SSL` を `"true"` に設定します。AWS Glue はデータベースの証明書を検証し、データベースが SSL を使わない場合は接続に失敗します。無効にするには、`connection_properties = { JDBC_ENFORCE_SSL = "false" }` と指定します。',
    "実行時には、`network` のサブネットにネットワークインターフェイスが作成されます。セキュリティグループのいずれかで、自身（同じグループ）を送信元とするすべての TCP ポートを許可する必要があります。サブネットには、ゲートウェイエンドポイントなど Amazon S3 への経路も必要です。どちらも `glue-network` で作成できます。データベースのセキュリティグループでは、このグループからのポートを許可してください。",
    "Salesforce などのアプリケーションへの接続には、引数 `authentication_configuration` が必要です。この引数は AWS プロバイダー 6.34 にないため、このモジュールにはありません。",
  ],
  differences: [{ theirs: "JDBC_ENFORCE_SSL なし", ours: 'JDBC では JDBC_ENFORCE_SSL = "true"' }],
  examples: {
    basic: "VPC にある PostgreSQL データベースと、そのシークレット。",
    complete: "すべての入力変数。",
    kafka: "SASL/SCRAM を使う Kafka クラスター。",
    network: "データベースを使わない、VPC への経路。",
    adopt: "手書きの接続を、変更なしで取り込みます。",
  },
  variables: {
    name: "接続の名前です。",
    connection_type:
      "接続のタイプです。`JDBC`、`KAFKA`、`MONGODB`、`NETWORK`、`CUSTOM`、`MARKETPLACE`、`SNOWFLAKE`、`BIGQUERY` などです。",
    connection_properties:
      "接続のプロパティです。`JDBC_CONNECTION_URL`、`JDBC_ENFORCE_SSL`、`KAFKA_BOOTSTRAP_SERVERS`、`CONNECTION_URL` などです。パスワードは書けません。`credentials` を使ってください。",
    athena_properties:
      "Athena だけが使うプロパティです。`lambda_function_arn`、`spill_bucket`、`spill_prefix` などです。",
    credentials: "ユーザー名とパスワードの場所です。",
    "credentials.secret_arn": "ユーザー名とパスワードを保存したシークレットの ARN",
    "credentials.kms_key_arns":
      "シークレットと接続のパスワードを暗号化する KMS キーの ARN。ロールが使います。要素数はプラン時に決まっている必要があります",
    network: "VPC 内での接続の場所です。`glue-network` の `networks` の要素です。",
    "network.subnet_id": "ネットワークインターフェイスのサブネット",
    "network.security_group_ids":
      "ネットワークインターフェイスのセキュリティグループ。いずれかで、自身からのすべての TCP ポートを許可する必要があります",
    "network.availability_zone":
      "サブネットのアベイラビリティーゾーン。null の場合は、モジュールが AWS から読み取ります。AWS の認証情報なしでプランを実行するには、指定してください。値はプラン時に決まっている必要があります。決まっていない場合は省略してください",
    match_criteria: "接続を選択するための条件です。最大 10 個です。",
    catalog_id: `接続のカタログです。${callersCatalogJa}`,
    description: "接続の用途です。",
  },
  outputs: {
    name: "接続の名前です。",
    arn: "接続の ARN です。",
    connection: "`glue-role` と `glue-role-policies` の `connections` の要素としての接続です。",
  },
};
