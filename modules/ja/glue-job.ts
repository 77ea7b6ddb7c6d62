/** The Japanese texts of `glue-job`. */
export const glueJobJa = {
  title: "AWS Glue ジョブ",
  description:
    "すべての種類の Glue ジョブ（Spark、ストリーミング、Python シェル、Ray）を作成します。ジョブの引数は入力変数で指定します。スケジュールを指定すると、トリガーも作成します。",
  creates: ["`aws_glue_job.this`", "`schedule` を指定した場合は `aws_glue_trigger.schedule`"],
  iam: [
    'ジョブのロールには、ジョブが使うすべてのリソースへのアクセスが必要です。`glue-role` に `used_by = ["job"]` を指定して作成してください。',
    "`glue-role` は、`/aws-glue/` の下にあるロググループへの書き込みを許可します。ジョブに別の `log_group` を指定する場合は、ロールの `log_groups` にも同じ名前を指定します。ジョブのセキュリティ設定がログを暗号化する場合は、`encrypted_logs` も指定します。これらの許可がないと、ジョブは実行されますが、ログは出力されません。",
    '`use_catalog_as_metastore` を使う場合、Spark SQL には `default` データベースが必要です。`glue-role` は、ジョブにその読み取りを許可します。アカウントにこのデータベースがない場合は、作成するか、ロールに `default_database = "create"` を指定します。',
    "このモジュールを適用するには、ジョブのロールの ARN（パスを含む）に対する `iam:PassRole` が必要です。渡す先は `glue.amazonaws.com` に限定します。",
  ],
  notes: [
    "`--TempDir` のように入力変数で設定される引数は、`default_arguments` に書けません。大文字と小文字は区別されません。エラーには、使うべき入力変数の名前が表示されます。",
    "Glue 5.0 以降では、`log_group` は `--custom-logGroup-prefix` を設定します。ジョブは `<log_group>/error` と `<log_group>/output` に書き込みます。ログを暗号化するセキュリティ設定がある場合は、`<log_group>/<configuration>-role/<role>/error` などに書き込みます。5.0 より前では、`log_group` は 1 つのロググループの名前である `--continuous-log-logGroup` を設定します。AWS はこの名前に `-<configuration>` を付け加えます。Python シェルのジョブは、常に `/aws-glue/python-jobs` に書き込みます。",
    'リポジトリのトークンを `source_control_details` に書かないでください。Secrets Manager に保存し、`auth_strategy = "AWS_SECRETS_MANAGER"` を指定して、`auth_token` にシークレットの ARN を指定します。`source_control_token` も使えます。この値はプランに表示されませんが、ステートには平文で残ります。ステートを読める人は、トークンも読めます。',
    '実行クラスのあるジョブを取り込む場合は、`execution_class` に同じクラスを指定します（例: `execution_class = "STANDARD"`）。',
  ],
};
