/** The Japanese texts of `glue-classifier`. */
import type { Translation } from "tfwright";

export const glueClassifierJa: Translation = {
  title: "AWS Glue 分類子",
  description:
    "クローラーのカスタム分類子を作成します。CSV、JSON、XML、または grok パターンで、AWS Glue が自動で認識しないファイルを分類します。",
  iam: [
    "分類子にロールはありません。分類子を使うクローラーが、自身のロールでファイルを読み取ります。そのロールに追加の許可は要りません。",
    "このモジュールを適用するには、分類子に対する許可が必要です。作成と参照には `glue:CreateClassifier` と `glue:GetClassifier` を許可します。更新と削除には `glue:UpdateClassifier` と `glue:DeleteClassifier` を許可します。AWS Glue の分類子には ARN がないため、リソースは `*` です。",
  ],
  notes: [
    "出力 `name` を `glue-crawler` の `classifiers` に指定します。クローラーは、この一覧の順に分類子を試し、その後に AWS Glue の分類子を試します。",
    "クローラーが変更後の分類子を使うのは、まだ分類していないファイルだけです。テーブルを分類し直すには、テーブルを削除し、クローラーを再び実行します。",
    "`csv` に `quote_symbol` がない場合、古いバージョンのプロバイダーは空の値を送信し、AWS はこれを受け付けません。そのため、モジュールは AWS のデフォルトである二重引用符を設定します。",
    "形式を変更すると（`csv` を `json` にするなど）、分類子は作り直されます。AWS では分類子の種類を変更できないためです。",
    "AWS の分類子には、タグを付けられません。",
  ],
  examples: {
    basic: "セミコロンで区切られた、ヘッダーのある CSV ファイル。",
    complete: "ヘッダーのない CSV ファイル。列の名前と型を指定します。",
    json: "1 つの大きな配列の JSON ファイル。要素ごとに 1 つのレコードです。",
    xml: "レコードごとに 1 つの要素がある XML ファイル。",
    grok: "独自のパターンのログファイル。",
    adopt: "手書きの分類子を、変更なしで取り込みます。",
  },
  variables: {
    name: "分類子の名前です。",
    csv: "CSV ファイルです。`csv = {}` は、すべてデフォルトを使います。",
    "csv.delimiter": "列を区切る文字",
    "csv.quote_symbol": "値を囲む文字。区切り文字と同じ文字は使えません",
    "csv.contains_header":
      "先頭の行に列の名前があるかどうか。`PRESENT`、`ABSENT`、または AWS Glue が判定する `UNKNOWN` を指定します",
    "csv.header": "列の名前（列の順）",
    "csv.custom_datatypes":
      "列の型（`header` の順）。`BINARY`、`BOOLEAN`、`DATE`、`DECIMAL`、`DOUBLE`、`FLOAT`、`INT`、`LONG`、`SHORT`、`STRING`、`TIMESTAMP` を使えます。空の場合は、AWS Glue が型を判定します",
    "csv.allow_single_column": "列が 1 つだけのファイルも CSV として扱うかどうか",
    "csv.disable_value_trimming": "値の前後の空白を残すかどうか。残すのが AWS のデフォルトです",
    "csv.serde":
      "テーブルを読み取るライブラリ。引用符に対応する `OpenCSVSerDe`、対応しない `LazySimpleSerDe`、クローラーが選択する `None` を指定できます。null の場合は AWS のデフォルトです",
    json: "JSON ファイルです。",
    "json.json_path": "レコードの JSON パス。`$[*]` は配列の要素を表します",
    xml: "XML ファイルです。",
    "xml.classification": "データ形式の名前。クローラーがテーブルに書き込みます（例: `application_log`）",
    "xml.row_tag": "レコードを表す要素の名前。`<` と `>` は付けません。空要素タグ（`<order/>`）は読み取られません",
    grok: "ログなどのテキストファイルです。",
    "grok.classification": "データ形式の名前。クローラーがテーブルに書き込みます（例: `application_log`）",
    "grok.grok_pattern":
      "ログの 1 行に一致する grok パターン。名前付きのパターンを 1 つ以上含めます。HCL の引用符の中では、パーセント記号を 2 つ重ねて書きます",
    "grok.custom_patterns": "独自のパターン。1 行に 1 つ、名前、空白、パターンの順に書きます。最大 16,000 文字です",
  },
  outputs: { name: "分類子の名前です。`glue-crawler` の `classifiers` に渡せます。" },
};
