/** The Japanese texts of `glue-catalog-database`. */
export const glueCatalogDatabaseJa = {
  title: "AWS Glue データカタログのデータベース",
  description: "クローラーとジョブが作成するテーブルのために、Glue データカタログのデータベースを作成します。",
  notes: ["データベースにロールはありません。ロールは、データベースを使うジョブとクローラーにあります。"],
};
