/** The Japanese texts of `glue-catalog-database`. */
export const glueCatalogDatabaseJa = {
  title: "AWS Glue データカタログのデータベース",
  description:
    "Glue データカタログのデータベースを作成します。クローラーとジョブが作成するテーブルのほか、テーブル、ビュー、リソースリンク、関数も定義できます。",
  iam: [
    "モジュールの適用には、データベースとカタログに対する許可が必要です。作成と参照には `glue:CreateDatabase` と `glue:GetDatabase` を許可します。更新と削除には `glue:UpdateDatabase` と `glue:DeleteDatabase` を許可します。タグには `glue:GetTags`、`glue:TagResource`、`glue:UntagResource` を許可します。データベースを削除する場合、AWS はテーブルと関数に対する許可も求めます。",
    "テーブル、ビュー、リンクには、テーブル、データベース、カタログに対する許可が必要です。アクションは `glue:CreateTable`、`glue:GetTable`、`glue:UpdateTable`、`glue:DeleteTable` です。パーティションの作成と参照には `glue:BatchCreatePartition` と `glue:GetPartition` が必要です。更新と削除には `glue:UpdatePartition` と `glue:DeletePartition` が必要です。インデックスの作成には `glue:CreatePartitionIndex` が必要です。参照と削除には `glue:GetPartitionIndexes` と `glue:DeletePartitionIndex` が必要です。",
    "関数には、関数、データベース、カタログに対する許可が必要です。作成と参照には `glue:CreateUserDefinedFunction` と `glue:GetUserDefinedFunction` を許可します。更新と削除には `glue:UpdateUserDefinedFunction` と `glue:DeleteUserDefinedFunction` を許可します。",
    "Lake Formation でカタログを管理している場合は、適用するユーザーに `CREATE_DATABASE` も必要です。テーブルの場所が登録済みなら、その場所に対する `DATA_LOCATION_ACCESS` も必要です。",
    "このモジュールには、ロールで実行するものはありません。テーブルを読み取るロールには、`glue-role` の `read_tables` を指定します。",
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
    "モジュールを破棄すると、テーブルも削除されます。S3 のデータは残ります。",
  ],
};
