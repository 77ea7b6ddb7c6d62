/** The Japanese texts of `glue-ml-transform`. */
import type { Translation } from "tfwright";
import { callersCatalogJa } from "./known-values";

export const glueMlTransformJa: Translation = {
  title: "AWS Glue 機械学習変換",
  description: "テーブル内の一致するレコードを検出する機械学習変換（FindMatches）を作成します。",
  iam: [
    "`role_arn` のロールは `glue.amazonaws.com` を信頼し、テーブルとそのデータを読み取ります。`glue-role` に `read_tables` と `read_s3` を指定して作成してください。ラベルと結果を書き込む場合は、`write_s3` も指定します。",
    "適用には、`*` に対する `glue:CreateMLTransform` が必要です。変換（`arn:aws:glue:REGION:ACCOUNT:mlTransform/*`）に対しては、次のアクションを許可します。参照、更新、削除には `glue:GetMLTransform`、`glue:UpdateMLTransform`、`glue:DeleteMLTransform` を使います。タグには `glue:GetTags`、`glue:TagResource`、`glue:UntagResource` を使います。テーブル、データベース、カタログに対する `glue:GetTable` も必要です。さらに、ロールの ARN（パスを含む）に対する `iam:PassRole` が必要です。渡す先は `glue.amazonaws.com` に限定します。",
    "変換を使うジョブには、その ARN に対する `glue:GetMLTransform` が必要です。`glue-role` の `inline_policies` で、ジョブのロールに許可してください。",
  ],
  notes: [
    "AWS Glue の変換のタイプは、`FIND_MATCHES` だけです。ジョブで使う前に、ラベルで変換をトレーニングする必要があります。ラベル付けファイルを生成し、ラベルを入力して、インポートしてください。この作業には、コンソールまたは `aws glue start-ml-labeling-set-generation-task-run` を使います。Terraform では実行できません。",
    "テーブルを変更すると、変換は作り直され、ラベルは失われます。",
    "プロバイダーには、変換のユーザーデータを暗号化する引数がありません。必要な場合は、`aws glue create-ml-transform` で設定してください。",
  ],
  differences: [
    { theirs: "DPU 10 個", ours: "G.1X のワーカー 2 個" },
    { theirs: "0（省略した場合にプロバイダーが送信する値）", ours: "0.5（中間の値）" },
  ],
  examples: {
    basic: "同一人物の顧客を検出します。",
    complete: "適合率を優先し、大きいテーブルに合わせたワーカーを使います。",
    adopt: "手書きの変換を、変更なしで取り込みます。デフォルトが AWS と異なる場合は、入力変数に AWS の値を指定します。",
  },
  variables: {
    name: "変換の名前です。",
    role_arn:
      "変換の実行に使うロールの ARN です。`glue-role` の出力 `arn` を指定してください。これにより、変換はロールのポリシーの後に作成されます。",
    input_tables: "一致を検出するレコードのテーブルです。テーブルを変更すると、変換は作り直されます。",
    "input_tables.database_name": "テーブルのデータベース。`glue-catalog-database` の出力 `name` です",
    "input_tables.table_name": "テーブルの名前",
    "input_tables.catalog_id": `テーブルのカタログ。${callersCatalogJa}`,
    "input_tables.connection_name": "テーブルの読み取りに使う接続",
    primary_key_column_name: "レコードを識別する列です。",
    precision_recall_trade_off:
      "適合率と再現率のどちらを優先するかです。1 は、誤って一致としないこと（適合率）を優先します。0 は、一致を見逃さないこと（再現率）を優先します。",
    accuracy_cost_trade_off:
      "精度とコストのどちらを優先するかです。1 は精度を優先し、実行時間が長くなります。0 はコストを優先します。",
    enforce_provided_labels:
      "結果を、提供したラベルと必ず一致させるかどうかを指定します。true の場合は実行時間が長くなります。",
    glue_version: 'Glue のバージョンの文字列です（例: `"2.0"`）。null の場合は AWS のデフォルトです。',
    worker_type:
      "ワーカーのタイプです。`G.1X`、`G.2X`、`Standard` のいずれかです。`max_capacity` と同時には使えません。",
    number_of_workers: "ワーカーの数です。`max_capacity` と同時には使えません。",
    max_capacity:
      "ワーカーの代わりに指定する DPU の数です。2 から 100 までです。指定した場合、ワーカーの設定は使われません。",
    timeout: "実行を停止するまでの分数です。",
    max_retries: "失敗した実行を再試行する最大回数です。0 から 10 までです。",
    description: "変換の用途です。",
  },
  outputs: {
    transform_id: "変換の ID です。ジョブとラベル付けのタスクに指定します。",
    arn: "変換の ARN です。",
    name: "変換の名前です。",
  },
};
