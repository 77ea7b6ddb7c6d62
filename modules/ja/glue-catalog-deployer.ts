/** The Japanese texts of `glue-catalog-deployer`. */
import type { Translation } from "tfwright";
import { allowDeleteJa, deployerCreatesJa, namesJa } from "./deployer-names";
import { needsAccountJa } from "./known-values";

export const glueCatalogDeployerJa: Translation = {
  title: "AWS Glue データカタログのデプロイ用ポリシー",
  description: `\`glue-deployer\` が対象としない AWS Glue のリソースをデプロイするロールのためのポリシーを作成します。テーブル、ワークフロー、スキーマレジストリ、データ品質のルールセットなどを管理できます。\n\n${needsAccountJa}`,
  creates: deployerCreatesJa,
  notes: [
    "ジョブ、クローラー、トリガー、データベース、接続と、Glue へのロールの受け渡しには、`glue-deployer` を使います。機械学習変換とテーブルオプティマイザにはロールがあります。これらのロールを `glue-deployer` の `role_arns` に指定してください。",
    "`account_settings` を指定したロールは、データカタログへのアクセスをほかのアカウントに許可できます。ジョブをデプロイするロールとは分けてください。",
  ],
  examples: {
    basic: "1 つのデータベースのテーブルと、そのワークフローのデプロイを許可します。",
    complete: "すべての種類のリソース。",
  },
  variables: {
    tables_in:
      "デプロイできるテーブル、パーティション、インデックス、関数、オプティマイザがあるデータベースの名前です。名前の末尾に `*` を使えます（例: `orders_*`）。",
    workflows: namesJa("ワークフロー", "orders-*"),
    registries: namesJa("レジストリ（スキーマを含む）", "orders-*"),
    data_quality_rulesets: namesJa("データ品質のルールセット", "orders-*"),
    ml_transforms:
      "機械学習変換のデプロイを許可するかどうかを指定します。ARN に名前が含まれないため、すべての機械学習変換が対象です。",
    security_configurations:
      "セキュリティ設定のデプロイを許可するかどうかを指定します。分類子には ARN がないため、すべてのセキュリティ設定が対象です。",
    classifiers: "分類子のデプロイを許可するかどうかを指定します。AWS に ARN がないため、すべての分類子が対象です。",
    account_settings:
      "データカタログの暗号化設定とリソースポリシーのデプロイを許可するかどうかを指定します。どちらも、リージョンに 1 つだけあります。",
    allow_delete: allowDeleteJa,
  },
};
