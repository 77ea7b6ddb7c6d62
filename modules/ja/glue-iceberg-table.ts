/** The Japanese texts of `glue-iceberg-table`. */
import type { Translation } from "tfwright";

const notPlanned =
  "**このモジュールは、まだプロバイダーでプランを確認していません。** 引数 `iceberg_table_input` は、ほかのモジュールのテストに使ったプロバイダー 6.34 には、ありません。引数は、プロバイダー 6.40 と 6.66 の宣言と比較しました。最初のプランは、内容をよく確認してください。";

export const glueIcebergTableJa: Translation = {
  title: "AWS Glue Iceberg テーブル",
  description: `データカタログの Iceberg テーブルを、スキーマ、パーティション、並べ替えの順序とともに作成します。最初のメタデータは AWS Glue が書き込みます。\n\n${notPlanned}`,
  iam: [
    "モジュールの適用には、テーブル、データベース、カタログに対する許可が必要です。アクションは `glue:CreateTable`、`glue:GetTable`、`glue:UpdateTable`、`glue:DeleteTable` です。AWS Glue は呼び出し元の権限でメタデータファイルを書き込みます。そのため、フォルダに対する `s3:GetObject`、`s3:PutObject`、`s3:ListBucket` も必要です。",
    "場所を Lake Formation に登録している場合、適用するユーザーには `lakeformation:GetDataAccess` が必要です。データベースに対する `CREATE_TABLE` と、場所に対する `DATA_LOCATION_ACCESS` も必要です。",
    "テーブルに書き込むジョブでは、`glue-role` の `write_tables` にテーブルを、`write_s3` にフォルダを指定します。",
  ],
  notes: [
    notPlanned,
    "Terraform で管理するのは、スキーマ、パーティション、並べ替えの順序だけです。エンジンは、コミットのたびにテーブルのパラメータに `metadata_location` と `table_type` を書き込みます。プランによってテーブルが古いコミットに戻らないように、Terraform はテーブルのすべてのパラメータを無視します。",
    "各列には `id` があり、データファイルはこれを使います。新しい列には新しい番号を付けてください。削除した列の番号は、再び使わないでください。再び使うと、古いファイルの値が新しい列の値として表示されます。",
    "エンジンによるスキーマの変更（Athena の `ALTER TABLE` など）は、設定に反映されません。変更は、どちらか一方だけで行ってください。",
    "既存のテーブルは、このモジュールに移せません。`iceberg_table_input` なしで `open_table_format_input` を使って作成したテーブルも同じです。プロバイダーがテーブルを作り直し、カタログからデータの情報が失われるためです。そのため、取り込みの例はありません。",
    "モジュールを破棄すると、テーブルはカタログから削除されます。S3 のファイルは残ります。",
    "`glue-table-optimizer` は、テーブルのコンパクションを行い、古いスナップショットを削除します。出力 `table` を渡せます。",
  ],
  examples: {
    basic: "2 つの列があるテーブル。",
    complete: "日ごとのパーティション、行の並べ替えの順序、ネストした列。",
  },
  variables: {
    name: "テーブルの名前です。小文字で指定します。",
    database_name: "データベースの名前です。`glue-catalog-database` の出力 `name` を使います。",
    location: "S3 にあるテーブルのフォルダです（例: `s3://bucket/folder/`）。このテーブル専用のフォルダを指定します。",
    columns: "テーブルの列です。",
    "columns.id": "ファイル内の列の ID。変更したり、別の列に使ったりしないでください",
    "columns.name": "列の名前（小文字）",
    "columns.type":
      'Iceberg の型。`string`、`long`、`decimal(10, 2)`、`timestamptz` など。ネストした型は JSON で指定します: `jsonencode({ type = "list", ... })`',
    "columns.required": "すべての行で列に値があるかどうか",
    "columns.doc": "列のコメント",
    "columns.initial_default": "列がないファイルでの値（JSON）。バージョン 3 でだけ使えます",
    "columns.write_default": "列がない新しい行の値（JSON）。バージョン 3 でだけ使えます",
    description: "テーブルの内容の説明です。",
    partition_by: "ファイルのパーティション分割に使う列です。読み取る側は意識する必要がありません。",
    "partition_by.column": "列の名前",
    "partition_by.transform": "`identity`、`year`、`month`、`day`、`hour`、`bucket[N]`、`truncate[N]` のいずれか",
    "partition_by.name": "パーティションフィールドの名前。デフォルトは、列と変換から決まります",
    "partition_by.field_id": "パーティションフィールドの ID（1000 以上）。null の場合は、AWS が選択します",
    sort_by: "ファイル内の行の並べ替えの順序です。",
    "sort_by.column": "列の名前",
    "sort_by.transform": "`identity`、`year`、`month`、`day`、`hour`、`bucket[N]`、`truncate[N]` のいずれか",
    "sort_by.direction": "方向。`asc` または `desc`",
    "sort_by.null_order": "null の位置。`nulls-first` または `nulls-last`",
    identifier_columns: "行を識別する列です。必須の列だけを指定できます。",
    properties:
      "Iceberg テーブルのプロパティです（例: `write.format.default`、`history.expire.max-snapshot-age-ms`）。",
    format_version:
      "Iceberg 形式のバージョンです。`1`、`2`、`3` のいずれかを指定します。バージョン 3 を読み取れないエンジンもあります。",
    catalog_id: "テーブルのカタログのアカウント ID です。null の場合は、呼び出し元のアカウントです。",
  },
  outputs: {
    name: "テーブルの名前です。",
    arn: "テーブルの ARN です。",
    table:
      "`database.table` 形式のテーブルです。`glue-role` の `read_tables` と `write_tables`、`glue-table-optimizer` の `tables` に渡せます。",
  },
};
