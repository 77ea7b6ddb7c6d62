/** The Japanese texts of `glue-table-optimizer`. */
import type { Translation } from "tfwright";
import { keysAreKnownJa } from "./known-values";

export const glueTableOptimizerJa: Translation = {
  title: "AWS Glue テーブルオプティマイザ",
  description:
    "Iceberg テーブルのオプティマイザを作成します。コンパクション、スナップショットの保持、孤立したファイルの削除に対応しています。\n\nAWS の認証情報なしでプランを実行するには、`catalog_id` が必要です。null の場合は、AWS からアカウントを取得します。",
  iam: [
    "モジュールの適用には、テーブル、データベース、カタログに対する許可が必要です。作成と参照には `glue:CreateTableOptimizer` と `glue:GetTableOptimizer` を許可します。更新と削除には `glue:UpdateTableOptimizer` と `glue:DeleteTableOptimizer` を許可します。`glue:GetTable` も必要です。さらに、ロールを `glue.amazonaws.com` に渡す `iam:PassRole` が必要です。",
    'オプティマイザは、`role_arn` のロールで実行されます。ロールは `glue.amazonaws.com` を信頼し、S3 にあるテーブルのフォルダを読み書きし、`glue:GetTable` と `glue:UpdateTable` を呼び出します。ログは `/aws-glue/iceberg-compaction` と `/aws-glue/iceberg-retention` に書き込みます。孤立したファイルの削除では、`/aws-glue/iceberg-orphan-file-deletion` に書き込みます。孤立したファイルの削除だけを行う場合、`glue:UpdateTable` と `s3:PutObject` は必要ありません。このロールは、`glue-role` に `used_by = ["optimizer"]` を指定して作成します。',
    "テーブルの場所を Lake Formation に登録している場合は、`glue-role` の `lake_formation` も指定します。",
  ],
  notes: [
    "オプティマイザのロールは、`glue-role` で次のように作成します。",
    "`orphans` はファイルを削除します。対象は、テーブルのフォルダにあるファイルのうち、テーブルのメタデータに含まれず、指定した日数より古いものすべてです。このフォルダにある、ほかのテーブルやプログラムのファイルは失われます。テーブルごとに専用のフォルダを使い、最も長い書き込みより長い日数を指定してください。",
    "`retention` はスナップショットを削除します。過去のデータのクエリ（タイムトラベル）は、残っているスナップショットでだけ実行できます。`clean_expired_files = true` を指定すると、削除したスナップショットのファイルも削除されます。",
    "オプティマイザを使えるのは、同じアカウントとリージョンのデータカタログにある Iceberg テーブルだけです。リソースリンクと、別のアカウントのテーブルには使えません。",
    "AWS は、常に `binpack` でコンパクションを行います。ほかの方式には `compaction_configuration` が必要です。この引数は、このモジュールが対象とするプロバイダーの最低バージョンにはないため、指定できません。",
    "`compaction`、`retention`、`orphans` のいずれも指定しない場合、モジュールは何も作成しません。",
  ],
  examples: {
    basic: "1 つのテーブルのコンパクション。",
    complete: "2 つのテーブルに、3 種類のオプティマイザをすべて作成します。",
    adopt: "手書きのオプティマイザを、変更なしで取り込みます。",
  },
  variables: {
    role_arn:
      "オプティマイザが使うロールの ARN です。`glue-role` の出力 `arn` を使うと、オプティマイザはロールのポリシーより後に作成されます。",
    tables: `Iceberg テーブルです。任意の名前をキーとし、テーブルを \`database.table\` の形式で値に指定します。${keysAreKnownJa}`,
    compaction: "小さなファイルをまとめます。null の場合は作成しません。`{}` の場合は AWS の設定を使います。",
    "compaction.enabled": "オプティマイザを実行するかどうか",
    retention: "古いスナップショットを削除します。null の場合は作成しません。`{}` の場合は AWS の設定を使います。",
    "retention.enabled": "オプティマイザを実行するかどうか",
    "retention.snapshot_retention_period_in_days":
      "スナップショットを保持する日数。null の場合は、AWS のデフォルトの 5 です",
    "retention.number_of_snapshots_to_retain":
      "保持するスナップショットの最小数。null の場合は、AWS のデフォルトの 1 です",
    "retention.clean_expired_files":
      "削除したスナップショットのファイルも削除するかどうか。null の場合は、AWS のデフォルトに従って削除しません",
    "retention.run_rate_in_hours": "実行の間隔（時間）。3～168 です。null の場合は、AWS のデフォルトの 24 です",
    orphans:
      "テーブルのフォルダから、メタデータに含まれないファイルを削除します。使う前に注意事項を読んでください。null の場合は作成しません。`{}` の場合は AWS の設定を使います。",
    "orphans.enabled": "オプティマイザを実行するかどうか",
    "orphans.orphan_file_retention_period_in_days":
      "孤立したファイルを削除するまでの日数。null の場合は、AWS のデフォルトの 3 です",
    "orphans.location":
      "削除の対象を限定する、テーブルの場所より下のフォルダの S3 URI。テーブルが 1 つの場合にだけ指定できます",
    "orphans.run_rate_in_hours": "実行の間隔（時間）。3～168 です。null の場合は、AWS のデフォルトの 24 です",
    catalog_id:
      "テーブルのカタログのアカウント ID です。null の場合は、呼び出し元のアカウントを AWS から取得します。AWS の認証情報なしでプランを実行するには、値を指定します。プラン時に決まっている必要があります。",
  },
  outputs: { types: "すべてのテーブルに共通する、オプティマイザの種類のリストです。" },
};
