/** The Japanese texts of `glue-crawler`. */
export const glueCrawlerJa = {
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
  ],
};
