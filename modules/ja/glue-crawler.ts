/** The Japanese texts of `glue-crawler`. */
import type { Translation } from "tfwright";
import { checkovNote } from "../checkov-findings";

const CONNECTION = "ターゲットへの接続の名前";
const EVENT_QUEUE = "ターゲットの S3 イベントを受け取る SQS キューの ARN。`CRAWL_EVENT_MODE` のときだけ読み取られます";
const FAILED_EVENTS = "処理できなかったイベントのための SQS キューの ARN";
const EXCLUSIONS = "除外する glob パターン";
const PATHS = "クロールする S3 のフォルダ（例: `s3://bucket/folder/`）";
const DEPTH = "クローラーが各パスから調べる深さ。1 から 20 までです";
const SCAN_ALL = "クローラーがすべてのレコードを読み取るかどうか。false の場合は、サンプルだけを読み取ります";

export const glueCrawlerJa: Translation = {
  title: "AWS Glue クローラー",
  description:
    "8 種類のターゲットをいくつでも指定できる Glue クローラーを、スケジュールとスキーマ変更ポリシーとともに作成します。",
  iam: [
    'クローラーのロールは、ターゲットを読み取り、テーブルを書き込みます。`glue-role` に `used_by = ["crawler"]`、`read_s3`、`write_tables` を指定して作成してください。',
    "ターゲットが接続を使う場合（`jdbc_targets`、`mongodb_targets`、`connection_name`）は、`glue-role` の `connections` に各接続を指定します。シークレットとネットワークも指定します。指定しないと、クローラーはデータベースに到達できないか、ログインできません。",
    "`glue-role` には、DynamoDB の入力変数がありません。`dynamodb_targets` を使う場合は、`inline_policies` でテーブルに対する `dynamodb:DescribeTable` と `dynamodb:Scan` を許可してください。",
    "このモジュールを適用するには、そのロールの ARN（パスを含む）に対する `iam:PassRole` が必要です。渡す先は `glue.amazonaws.com` に限定します。",
  ],
  notes: [
    "ジョブをこのクローラーの後（`after`）に実行するトリガーは、クローラー自身の `schedule` による実行では起動しません。AWS Glue がトリガーを起動するのは、別のトリガーがクローラーを開始した場合だけです。連続して実行するには、`schedule` を指定せず、スケジュール付きの `glue-trigger` でクローラーを開始します。`glue-trigger` の README に、両方のトリガーの例があります。",
    checkovNote("glue-crawler", "ja"),
  ],
  differences: [{ theirs: "DEPRECATE_IN_DATABASE（非推奨としてマーク）", ours: "LOG（ログに記録するだけ）" }],
  examples: {
    basic: "1 つのフォルダを毎晩クロールするクローラー。",
    adopt:
      "手書きのクローラーを、変更なしで取り込みます。デフォルトが AWS と異なる場合は、入力変数に AWS の値を指定します。",
  },
  variables: {
    name: "クローラーの名前です。",
    role_arn:
      "クローラーが引き受けるロールの ARN です。`glue-role` の出力 `arn` を指定してください。これにより、クローラーはロールのポリシーの後に作成されます。AWS では、パスを含むロールの名前（`orders` や `glue/orders`）も使えます。ただし、名前を指定すると、Terraform はポリシーの作成を待ちません。",
    database_name:
      "クローラーがテーブルを書き込むカタログデータベースの名前です。`glue-catalog-database` の出力 `name` を指定してください。",
    description: "クローラーの用途です。",
    s3_targets: "クロールする S3 のフォルダです。",
    "s3_targets.path": "クロールする S3 URI（例: `s3://bucket/folder/`）",
    "s3_targets.exclusions": "除外する glob パターン。`path` からの相対パスです",
    "s3_targets.sample_size": "末端のフォルダごとに読み取るファイルの数。1 から 249 までです。null の場合はすべてです",
    "s3_targets.connection_name": CONNECTION,
    "s3_targets.event_queue_arn": EVENT_QUEUE,
    "s3_targets.dlq_event_queue_arn": FAILED_EVENTS,
    jdbc_targets: "JDBC でクロールするデータベースです。",
    "jdbc_targets.connection_name": "JDBC 接続の名前",
    "jdbc_targets.path": "`database/schema/table` の形式。`%` はすべてを表します",
    "jdbc_targets.exclusions": EXCLUSIONS,
    "jdbc_targets.enable_additional_metadata": "`COMMENTS` と `RAWTYPES` を指定できます",
    catalog_targets:
      'クロールするデータカタログのテーブルです。AWS では、`delete_behavior = "LOG"` が必要で、ほかのターゲットと同時に指定できません。',
    "catalog_targets.database_name": "カタログデータベース",
    "catalog_targets.tables": "データをクロールするテーブル",
    "catalog_targets.connection_name": CONNECTION,
    "catalog_targets.event_queue_arn": EVENT_QUEUE,
    "catalog_targets.dlq_event_queue_arn": FAILED_EVENTS,
    delta_targets: "クロールする Delta Lake テーブルです。",
    "delta_targets.delta_tables": "Delta テーブルの S3 フォルダ（例: `s3://bucket/folder/`）",
    "delta_targets.write_manifest": "クローラーがテーブルのフォルダにマニフェストファイルを書き込むかどうか",
    "delta_targets.create_native_delta_table": "テーブルをネイティブの Delta テーブルとして作成するかどうか",
    "delta_targets.connection_name": CONNECTION,
    iceberg_targets: "クロールする Iceberg テーブルです。",
    "iceberg_targets.paths": PATHS,
    "iceberg_targets.maximum_traversal_depth": DEPTH,
    "iceberg_targets.exclusions": EXCLUSIONS,
    "iceberg_targets.connection_name": CONNECTION,
    hudi_targets: "クロールする Hudi テーブルです。",
    "hudi_targets.paths": PATHS,
    "hudi_targets.maximum_traversal_depth": DEPTH,
    "hudi_targets.exclusions": EXCLUSIONS,
    "hudi_targets.connection_name": CONNECTION,
    dynamodb_targets: "クロールする DynamoDB テーブルです。",
    "dynamodb_targets.path": "テーブルの名前",
    "dynamodb_targets.scan_all": SCAN_ALL,
    "dynamodb_targets.scan_rate":
      "使用する読み込みキャパシティの割合。0.1 から 1.5 までです。null の場合は AWS のデフォルトです",
    mongodb_targets: "クロールする MongoDB または DocumentDB のコレクションです。",
    "mongodb_targets.connection_name": "MongoDB または DocumentDB への接続の名前",
    "mongodb_targets.path": "`database/collection` の形式",
    "mongodb_targets.scan_all": SCAN_ALL,
    schedule:
      "クローラーを実行する日時（UTC）です（例: `cron(15 12 * * ? *)`）。null の場合はオンデマンドです。このクローラーの後（`after`）にトリガーでジョブを実行する場合は、省略してください。AWS Glue がそのトリガーを起動するのは、別のトリガーがクローラーを開始した場合だけです。",
    table_prefix: "各テーブルの名前のプレフィックスです。",
    classifiers: "カスタム分類子の名前です。AWS は、組み込みの分類子の前に、この順序で使います。",
    output_settings:
      "クローラーがテーブルを書き込む方法です（例: `{ new_columns_only = true }`）。モジュールは、この値から `configuration` の JSON を作成します。どちらか一方だけを指定してください。",
    "output_settings.new_columns_only":
      "S3 のデータのテーブルに、列の追加だけを行うかどうか（既存の列は変更や削除をしません）",
    "output_settings.inherit_partition_schema":
      "新しいパーティションと既存のパーティションのすべてに、テーブルのスキーマを使うかどうか",
    "output_settings.combine_compatible_schemas":
      "データに互換性がある場合に、S3 のパスごとに 1 つのテーブルを作成するかどうか",
    "output_settings.table_level": "テーブルになるフォルダの階層（最上位が 1、null の場合は AWS が判断します）",
    "output_settings.table_threshold":
      "テーブルの最大数（これを超えると実行は失敗し、何も書き込みません。null の場合、上限はありません）",
    "output_settings.create_partition_indexes":
      "S3 と Delta Lake のテーブルに、パーティションインデックスを作成するかどうか",
    configuration:
      "クローラーの設定の JSON です。`output_settings` で指定できない設定のために使います（例: `jsonencode({ Version = 1.0, ... })`）。",
    security_configuration: "セキュリティ設定の名前です。",
    delete_behavior:
      "データがなくなったテーブルの処理です。`LOG` はログに記録するだけです。`DELETE_FROM_DATABASE` はテーブルを削除します。`DEPRECATE_IN_DATABASE` はテーブルを非推奨としてマークします。",
    update_behavior:
      "スキーマが変更されたテーブルの処理です。`LOG` はログに記録するだけです。`UPDATE_IN_DATABASE` はテーブルを更新します。",
    recrawl_behavior:
      "次の実行で読み取るものです。`CRAWL_EVERYTHING`、`CRAWL_NEW_FOLDERS_ONLY`、`CRAWL_EVENT_MODE` のいずれかです。`CRAWL_EVENT_MODE` では、`event_queue_arn` のキューから S3 イベントの対象を読み取ります。`CRAWL_NEW_FOLDERS_ONLY` では、`delete_behavior` と `update_behavior` に `LOG` が必要です。",
    lineage_enabled: "クローラーがデータリネージを記録するかどうかを指定します。",
    lake_formation_configuration: "Lake Formation の許可でデータを読み取るための設定です。",
    "lake_formation_configuration.use_lake_formation_credentials":
      "クローラーが Lake Formation の認証情報で読み取るかどうか",
    "lake_formation_configuration.account_id": "データが別のアカウントにある場合の、そのアカウント",
  },
  outputs: {
    name: "クローラーの名前です。",
    arn: "クローラーの ARN です。",
  },
};
