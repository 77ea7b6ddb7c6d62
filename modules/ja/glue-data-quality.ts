/** The Japanese texts of `glue-data-quality`. */
import type { Translation } from "tfwright";
import { callersCatalogJa } from "./known-values";

export const glueDataQualityJa: Translation = {
  title: "AWS Glue データ品質ルールセット",
  description:
    "データ品質のルールセット（DQDL）をルールのリストから作成します。データカタログのテーブルまたはジョブで使います。",
  iam: [
    "ルールセットにロールはありません。ロールは、ルールセットを使うジョブまたは評価の実行にあり、テーブルとそのデータを読み取ります。`glue-role` で作成してください。",
    "適用には、`arn:aws:glue:REGION:ACCOUNT:dataQualityRuleset/NAME` に対する許可が必要です。作成と参照には `glue:CreateDataQualityRuleset` と `glue:GetDataQualityRuleset` を許可します。更新と削除には `glue:UpdateDataQualityRuleset` と `glue:DeleteDataQualityRuleset` を許可します。タグには `glue:GetTags`、`glue:TagResource`、`glue:UntagResource` を許可します。作成のアクションは、リソース `*` に対して許可する必要があります。`target_table` を使う場合は、テーブル、データベース、カタログに対する `glue:GetTable` も必要です。",
    "評価の実行を開始するユーザーには、`glue:StartDataQualityRulesetEvaluationRun` と、実行のロールに対する `iam:PassRole` が必要です。",
  ],
  notes: [
    "このモジュールは、ルールを保存するだけです。ルールは、ジョブまたはルールセットの評価の実行で評価されます。評価の実行には、テーブルとロールが必要です。",
    "ジョブは、AWS Glue ライブラリの変換 `EvaluateDataQuality` でルールを評価します。出力 `ruleset` を引数として渡すと、ジョブとカタログのルールが同じになります。",
    'HCL では、ルール内の二重引用符の前にバックスラッシュが必要です（`"IsComplete \\"id\\""`）。`ruleset` には、`file("rules.dqdl")` またはヒアドキュメントで、テキストをそのまま指定できます。',
    "`target_table` のテーブルは、ルールセットより先に存在する必要があります。Terraform が作成するテーブルの名前を参照するか、先にクローラーを実行してください。対象を別のテーブルに変更すると、ルールセットは作り直されます。",
    "AWS は、ルールセットの作成時にルールを検証し、不明なルールタイプを拒否します。ルールタイプと列の名前では、大文字と小文字が区別されます。",
  ],
  examples: {
    basic: "カタログにある 1 つのテーブルのルール。",
    complete: "別のアカウントのカタログにあるテーブルのルールセット。1 つのテキストで指定します。",
    adopt: "手書きのルールセットを、変更なしで取り込みます。",
  },
  variables: {
    name: "ルールセットの名前です。",
    rules:
      'DQDL のルールです。1 つの要素に 1 つのルールを書きます（`IsComplete "id"`）。モジュールは、これらから `Rules = [...]` を作成します。',
    ruleset:
      "`rules` の代わりに指定する、DQDL のテキスト全体（`Rules = [...]`）です。アナライザーを使う場合などに指定します。",
    target_table:
      "ルールの対象のテーブルです。すでに存在する必要があります。ジョブだけが使うルールでは null にします。",
    "target_table.database_name": "テーブルのデータベース。`glue-catalog-database` の出力 `name` です",
    "target_table.table_name": "テーブルの名前",
    "target_table.catalog_id": `テーブルのカタログ。${callersCatalogJa}`,
    description: "ルールの用途です。",
  },
  outputs: {
    name: "ルールセットの名前です。",
    arn: "ルールセットの ARN です。",
    ruleset: "ルールセットのテキストです。ジョブの変換 `EvaluateDataQuality` に渡します。",
  },
};
