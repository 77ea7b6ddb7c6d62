/** The Japanese texts of `glue-catalog-database`. */
import type { Translation } from "tfwright";
import { callersCatalogJa, keysAreKnownJa } from "./known-values";

const TYPE = "Hive の表記による型（例: `string`、`bigint`、`decimal(10,2)`、`array<string>`）";

/** What each column of a table has. */
function column(path: string) {
  return {
    [`${path}.name`]: "列の名前",
    [`${path}.type`]: TYPE,
    [`${path}.comment`]: "列のコメント",
    [`${path}.parameters`]: "列のパラメータ",
  };
}

export const glueCatalogDatabaseJa: Translation = {
  title: "AWS Glue データカタログのデータベース",
  description:
    "Glue データカタログのデータベースを作成します。テーブルはクローラーやジョブで作成できます。このモジュールでは、テーブル、ビュー、リソースリンク、関数も定義できます。",
  iam: [
    "モジュールの適用には、データベースとカタログに対する許可が必要です。作成と参照には `glue:CreateDatabase` と `glue:GetDatabase` を許可します。更新と削除には `glue:UpdateDatabase` と `glue:DeleteDatabase` を許可します。タグには `glue:GetTags`、`glue:TagResource`、`glue:UntagResource` を許可します。データベースを削除する場合、AWS はテーブルと関数に対する許可も求めます。",
    "テーブル、ビュー、リンクには、テーブル、データベース、カタログに対する許可が必要です。アクションは `glue:CreateTable`、`glue:GetTable`、`glue:UpdateTable`、`glue:DeleteTable` です。パーティションの作成と参照には `glue:BatchCreatePartition` と `glue:GetPartition` が必要です。更新と削除には `glue:UpdatePartition` と `glue:DeletePartition` が必要です。インデックスの作成には `glue:CreatePartitionIndex` が必要です。参照と削除には `glue:GetPartitionIndexes` と `glue:DeletePartitionIndex` が必要です。",
    "関数には、関数、データベース、カタログに対する許可が必要です。作成と参照には `glue:CreateUserDefinedFunction` と `glue:GetUserDefinedFunction` を許可します。更新と削除には `glue:UpdateUserDefinedFunction` と `glue:DeleteUserDefinedFunction` を許可します。",
    "Lake Formation でカタログを管理している場合は、適用するユーザーに `CREATE_DATABASE` も必要です。テーブルの場所が登録済みなら、その場所に対する `DATA_LOCATION_ACCESS` も必要です。",
    "このモジュールには、実行用のロールは不要です。テーブルを読み取るロールには、`glue-role` の `read_tables` を指定します。",
  ],
  notes: [
    "データベースにロールはありません。ロールは、データベースを使うジョブとクローラーにあります。",
    '出力 `tables` は、`glue-role` の `read_tables` と `write_tables` にそのまま渡せます。すべてのテーブルは `values(module.database.tables)`、1 つのテーブルは `[module.database.tables["items"]]` と書きます。',
    "クローラーやエンジンは、既存のテーブルを変更します。クローラーは列と統計を追加し、Spark と Athena は `transient_lastDdlTime` を書き込みます。次のプランは、この変更を元に戻そうとします。そのようなテーブルには `ignore_changes = true` を指定します。Terraform はテーブルを作成した後、説明、所有者、保持期間だけを変更します。Terraform の `ignore_changes` は値によって切り替えられません。そのため、これらのテーブルは別のリソース `aws_glue_catalog_table.changed_by_others` になります。テーブルの `ignore_changes` を変更する場合は、`moved` ブロックを書いてください。書かないと、Terraform はカタログのテーブルとパーティションを削除して作り直します。S3 のファイルは残ります。",
    "`format` を指定すると、クローラーと同じように `compressionType` が `none` になります。CSV ファイルを `gzip` で圧縮している場合など、ファイル全体を圧縮しているときは、`parameters` に別の値を指定します。Parquet と ORC はファイルの内部で圧縮します。",
    "Athena は、`parameters` の `projection.*` からパーティションを計算します。カタログにパーティションは要りません。`projection.enabled` が true の場合、Athena は `partitions` を無視します。`partitions` は、変更されない少数のパーティションにだけ使ってください。",
    "AWS Glue は、テーブルのインデックスを 1 つずつ作成します。パーティションが多いテーブルでは、それぞれに数分から数時間かかります。その場合は `create_timeout` を長くしてください。",
    "ビューは Athena 用です。Athena は、ビューを使うときに初めてクエリと列の型を確認します。ほかのエンジンはビューを読み取れません。",
    "リソースリンクを通して読み取る場合は、リンクと参照先のテーブルの両方に対する許可が必要です。",
    "モジュールを破棄するか `name` を変更すると、テーブルも削除されます。クローラーやジョブが作成したテーブルも同じです。S3 のデータは残ります。",
  ],
  examples: {
    basic: "テーブルのデフォルトの場所が 1 つのフォルダであるデータベース。",
    tables: "テーブルのあるデータベース。1 つ目のテーブルでは、Athena がフォルダの名前からパーティションを計算します。",
    complete: "パーティション、インデックス、ビュー、別のアカウントのテーブルへのリンク、関数。",
    adopt: "手書きのデータベースを、変更なしで取り込みます。",
  },
  variables: {
    name: "データベースの名前です。小文字で指定します。",
    description: "データベースの内容です。",
    location_uri: "場所を指定しないテーブルの場所です（例: `s3://bucket/folder/`）。",
    parameters: "データベースのパラメータです。",
    catalog_id: `データベースのカタログです。${callersCatalogJa}`,
    create_table_default_permissions:
      "新しいテーブルに対する、プリンシパルの許可です。null の場合は AWS のデフォルトです。`[]` の場合は、デフォルトで何も許可しません。これは Lake Formation の要件です。",
    "create_table_default_permissions.principal":
      "Lake Formation のプリンシパル。`IAM_ALLOWED_PRINCIPALS` は、IAM が許可するすべてのプリンシパルを表します",
    "create_table_default_permissions.permissions": "`ALL`、`SELECT`、`ALTER`、`DROP`、`DELETE`、`INSERT` などの許可",
    federated_database: "フェデレーテッドデータベースにします。データはカタログの外にあります。",
    "federated_database.identifier": "カタログの外にあるデータベースの識別子",
    "federated_database.connection_name": "そのデータベースへの Glue 接続の名前",
    target_database: "別のデータベースへのリソースリンクにします。",
    "target_database.catalog_id": "リンク先のデータベースのカタログ",
    "target_database.database_name": "リンク先のデータベースの名前",
    "target_database.region": "リンク先のデータベースのリージョン",
    tables: `データベースのテーブルです。名前をキーとします。Iceberg テーブルには、モジュール \`glue-iceberg-table\` を使います。${keysAreKnownJa}`,
    "tables.location": "データの場所（例: `s3://bucket/folder/`）",
    "tables.columns": "ファイルの列。パーティションキーは含めません",
    ...column("tables.columns"),
    "tables.partition_keys": "フォルダの名前に値が含まれる列と、その型",
    ...column("tables.partition_keys"),
    "tables.format":
      "ファイルの形式。`parquet`、`orc`、`avro`、`json`、`csv`、`tsv`、`ion` のいずれかです。SerDe、入力形式、出力形式と、パラメータ `classification`、`compressionType` を設定します",
    "tables.description": "テーブルの内容",
    "tables.owner": "テーブルの所有者",
    "tables.retention": "保持期間の日数。AWS Glue は、この値によってデータを削除することはありません",
    "tables.table_type": "テーブルのタイプ",
    "tables.parameters": "`projection.enabled` など、テーブルのパラメータ。`format` のパラメータより優先されます",
    "tables.ignore_changes":
      "作成後の `parameters`、列、ストレージの変更を Terraform が無視するかどうか。クローラーやエンジンが変更するテーブルに指定します。値を変更すると、テーブルは作り直されます",
    "tables.compressed": "データが圧縮されているかどうか",
    "tables.input_format": "`format` の代わりに使う、入力形式のクラス",
    "tables.output_format": "`format` の代わりに使う、出力形式のクラス",
    "tables.serde_library": "`format` の代わりに使う、SerDe のクラス",
    "tables.serde_name": "SerDe の名前",
    "tables.serde_parameters": "SerDe のパラメータ。`format` のパラメータに追加されます",
    "tables.storage_parameters": "ストレージ記述子のパラメータ",
    "tables.additional_locations": "`location` のほかの、Delta テーブルの場所",
    "tables.bucket_columns": "データをバケット分割（バケッティング）する列",
    "tables.number_of_buckets": "バケット分割の数。`bucket_columns` とともに指定します",
    "tables.sort_columns": "各バケット内の順序",
    "tables.sort_columns.column": "列の名前",
    "tables.sort_columns.sort_order": "1 は昇順、0 は降順です",
    "tables.skewed_info": "特に頻度の高い値",
    "tables.skewed_info.skewed_column_names": "頻度の高い値がある列",
    "tables.skewed_info.skewed_column_values": "頻度の高い値",
    "tables.skewed_info.skewed_column_value_location_maps": "値ごとの場所",
    "tables.stored_as_sub_directories": "`location` の下のフォルダにもデータがあるかどうか",
    "tables.schema_reference": "列を AWS Glue Schema Registry から取得します。この場合、`columns` は空にします",
    "tables.schema_reference.schema_version_number":
      "スキーマのバージョン。ID を指定する場合も、プロバイダーには必要です",
    "tables.schema_reference.schema_version_id": "名前の代わりに指定する、バージョンの ID",
    "tables.schema_reference.schema_arn": "スキーマの ARN",
    "tables.schema_reference.schema_name": "スキーマの名前。`registry_name` とともに指定します",
    "tables.schema_reference.registry_name": "スキーマのレジストリ",
    "tables.partitions":
      "パーティション。任意のキーを付けます。多い場合は、パーティション射影、クローラー、ジョブを使ってください",
    "tables.partitions.values": "パーティションキーの値。キーの順に指定します",
    "tables.partitions.location":
      "パーティションの場所。デフォルトは、テーブルの場所にキーごとの `/key=value` を付けたものです",
    "tables.partitions.parameters": "パーティションのパラメータ",
    "tables.indexes":
      "パーティションインデックス。最大 3 個です。AWS は 1 つずつ作成します。新しいものは末尾に追加してください。途中のものを削除すると、その後のインデックスは作り直されます",
    "tables.indexes.name": "インデックスの名前",
    "tables.indexes.keys": "インデックスのパーティションキー",
    "tables.indexes.create_timeout":
      "Terraform がインデックスの作成を待つ時間。デフォルトは `10m` です。プラン時に決まっている必要があります",
    "tables.indexes.delete_timeout":
      "Terraform がインデックスの削除を待つ時間。デフォルトは `10m` です。プラン時に決まっている必要があります",
    views: `Athena のビューです。名前をキーとします。${keysAreKnownJa}`,
    "views.sql": "`CREATE VIEW` を除いたクエリ",
    "views.columns": "結果の列。クエリの順に指定します",
    "views.columns.name": "列の名前",
    "views.columns.type": TYPE,
    "views.columns.presto_type": "Athena の表記による型（例: `array(varchar)`）。入れ子の型にだけ必要です",
    "views.columns.comment": "列のコメント",
    "views.description": "ビューの内容",
    "views.owner": "ビューの所有者",
    links: `ほかのデータベースのテーブルへのリソースリンクです。名前をキーとします。${keysAreKnownJa}`,
    "links.catalog_id": "テーブルのカタログ。アカウント ID を指定します",
    "links.database_name": "テーブルのデータベース",
    "links.name": "テーブルの名前",
    "links.region": "テーブルが別のリージョンにある場合の、そのリージョン",
    functions: `Hive と Spark のユーザー定義関数です。名前をキーとします。${keysAreKnownJa}`,
    "functions.class_name": "コードの Java クラス（例: `com.example.Mask`）",
    "functions.owner_name": "関数の所有者",
    "functions.owner_type": "所有者の種類。`USER`、`ROLE`、`GROUP` のいずれかです",
    "functions.resource_uris": "コードのファイル。最大 1,000 個です",
    "functions.resource_uris.type": "ファイルのタイプ。`JAR`、`FILE`、`ARCHIVE` のいずれかです",
    "functions.resource_uris.uri": "`s3://bucket/mask.jar` などの URI",
  },
  outputs: {
    name: "データベースの名前です。",
    arn: "データベースの ARN です。",
    catalog_id: "データベースのカタログです。",
    tables:
      "テーブル、ビュー、リンクの名前をキーとする、`database.table` 形式の値です。`glue-role` の `read_tables` と `write_tables` に指定します。",
  },
};
