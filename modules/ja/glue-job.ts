/** The Japanese texts of `glue-job`. */
import type { Translation } from "tfwright";
import { checkovNote } from "../checkov-findings";

export const glueJobJa: Translation = {
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
    checkovNote("glue-job", "ja"),
  ],
  upgrading: [
    "Glue 5.0 以降の Spark ジョブとストリーミングジョブから、引数 `--enable-continuous-cloudwatch-log` がなくなりました。これらのバージョンのジョブは常に実行中にログを書き込むため、この引数には効果がありません。",
    "これらのジョブに `log_group` がある場合、`--continuous-log-logGroup` は `--custom-logGroup-prefix` に変わりました。ログは `<log_group>/error` と `<log_group>/output` に書き込まれます。アップグレードする前に、ジョブのロールの `log_groups` にロググループを指定してください。",
    "Glue 5.0 より前のジョブ、Python シェルのジョブ、Ray のジョブは変わりません。",
    "次の値はエラーになります。`source_control_details` の `auth_token` に書いた個人用アクセストークン（`source_control_token` に指定してください）。入力変数で設定される引数と、大文字と小文字だけが異なる引数（`--Tempdir` など）。",
    "AWS が apply 時または実行時に受け付けない次の値は、エラーになります。6 つのフィールドを持つ `cron(...)` ではないスケジュールと、範囲外の数値を含むスケジュール。S3 URI ではないスクリプト。1 つだけのワーカー（Spark とストリーミング）。ジョブの種類に合わない `max_capacity`。10,080 分を超えるタイムアウト。ストリーミング以外の `G.025X`。Spark 以外のジョブと、Glue 3.0 より前のジョブの `FLEX`。",
    "次の値もエラーになります。Ray の `max_capacity` と、Glue 2.0 以降の Spark とストリーミングの同じ入力変数。大文字を含むテーブル形式（`Iceberg`）。python_shell と ray では効果のない `auto_scaling`、`datalake_formats`、`log_group`、`spark_conf`、`spark_ui_logs_path`。入力変数の名前を書き間違えた引数（`--log_group` など）。",
    "次の値もエラーになります。AWS Glue が設定する引数 `--JOB_NAME`、`--debug`、`--mode`。Ray 以外のジョブの `Z.2X`。AWS が受け付けない再試行回数、実行数、分数。空の接続名。セキュリティ設定の ARN。",
    "次の値もエラーになります。Ray 以外のジョブの `runtime` と、ストリーミング以外のジョブの `maintenance_window`（どちらも効果がありません）。接続の ID。S3 の外にある `extra_jars`。`python_modules` でバージョンの前に書いた、1 つだけの `=`。スケジュールで AWS が認識しない月と曜日の名前。",
    "`worker_type` のデフォルトは null になりました。これまでと同じ `G.1X` を意味します。ray では、指定が必要だった `Z.2X` を意味します。",
    '次の値もエラーになります。AWS が受け付けないか、効果がないためです。python_shell の `worker_type` と `number_of_workers`。spark と streaming の `python_version = "3.9"`。',
    "次の値もエラーになります。Glue 3.0 より前の spark と streaming での、`G.1X` と `G.2X` 以外の `worker_type`、`auto_scaling`、`datalake_formats`。引数の値に書いたアクセスキーと、パスワードを含む URL。",
    'AWS がサポートしていない次の値もエラーになります。Glue 4.0 より前の `type = "ray"`。python_shell での `bookmarks = "enable"`、`bookmarks = "pause"`、`extra_files`。',
  ],
  differences: [
    { theirs: "G.1X のワーカー 10 個", ours: "G.1X のワーカー 2 個" },
    { theirs: "オフ", ours: "オン（Spark、ストリーミング）" },
    { theirs: "Glue 5.0 より前ではオフ", ours: "オン（Spark、ストリーミング）" },
    { theirs: "オフ", ours: "オン（Spark、ストリーミング）" },
    { theirs: "オフ", ours: "オン（Spark、ストリーミング）" },
  ],
  examples: {
    basic: "毎日 18:00（UTC）に実行する Spark ジョブ。",
    adopt:
      "手書きのジョブを、変更なしで取り込みます。デフォルトが AWS と異なる設定には、入力変数で AWS の値を指定します。",
  },
  variables: {
    name: "ジョブの名前です。",
    role_arn:
      "ジョブが引き受けるロールの ARN です。名前は指定できません。`glue-role` の出力 `arn` を使うと、ジョブはロールのポリシーより後に作成されます。",
    script_location: "スクリプトの S3 URI です（例: `s3://bucket/scripts/job.py`）。",
    description: "ジョブの説明です。",
    type: "ジョブの種類です。`spark`、`streaming`、`python_shell`、`ray` のいずれかを指定します。Flex は、spark の `execution_class` で指定します。",
    glue_version:
      'Glue のバージョンを表す文字列です（例: `"5.0"`）。spark、streaming、ray では必須です。デフォルトはありません。デフォルトが変わると、Spark のバージョンが気付かないうちに変わるためです。',
    worker_type:
      "ワーカータイプです。`G.1X`、`G.2X`、`G.4X`、`G.8X`、`R.1X` などを指定します。`G.025X` は streaming で、`Z.2X` は ray で使えます。null の場合は `G.1X` です（ray では `Z.2X`）。`max_capacity` を指定した場合は使いません。",
    number_of_workers:
      "ワーカーの数です。spark と streaming では 2 以上を指定します。`max_capacity` を指定した場合は使いません。python_shell では指定できません。",
    max_capacity:
      "ワーカーの代わりに指定する DPU の数です。python_shell では 0.0625 または 1 です。Glue 2.0 より前の spark と streaming では 2 以上の整数です。ray では使えません。",
    timeout:
      "実行を停止するまでの分数です。1～10080 の範囲で指定します。0 はタイムアウトなしを意味し、streaming でだけ使えます。null の場合は AWS のデフォルトで、Glue 5.0 以降は 480、それより前は 2,880 です。",
    notify_delay_after: "実行の遅延を知らせるイベントを EventBridge に送信するまでの分数です。",
    max_retries: "失敗した実行を再試行する最大回数です。0～10 の範囲で指定します。",
    max_concurrent_runs: "同時実行の最大数です。",
    execution_class:
      "`STANDARD`、または完了を急がない spark ジョブ用の `FLEX` を指定します。`FLEX` には Glue 3.0 以降が必要です。null の場合は AWS のデフォルトです。",
    job_mode:
      "ジョブの作成方法です。`SCRIPT`、`NOTEBOOK`、`VISUAL` のいずれかを指定します。null の場合は AWS のデフォルトです。",
    maintenance_window: "AWS がストリーミングジョブを再起動できる曜日と時刻（UTC）です（例: `Sun:10`）。",
    python_version:
      'Python のバージョンを表す文字列です。`"3"` を指定します。python_shell と ray では `"3.9"` も指定できます。python_shell の `"3"` は、AWS のサポートが終了した Python 3.6 を意味します。null の場合は AWS のデフォルトです。',
    runtime: 'Ray ジョブのランタイムです（例: `"Ray2.4"`）。',
    security_configuration: "セキュリティ設定の名前です。",
    job_run_queuing_enabled: "アカウントの上限を超える実行を、キューに入れるかどうかを指定します。",
    connections: "接続の名前です（例: `[aws_glue_connection.orders.name]`）。",
    default_arguments:
      "ジョブの追加の引数です。キーは `--` で始めます。入力変数で設定できる引数と、AWS Glue が設定する引数を書くと、エラーになります。パスワードなどのシークレットは書かないでください。ジョブを参照できる人すべてに見えてしまいます。",
    non_overridable_arguments:
      "実行時に変更できない引数です。キーは `--` で始めます。入力変数で設定できる引数と、AWS Glue が設定する引数を書くと、エラーになります。パスワードなどのシークレットは書かないでください。ジョブを参照できる人すべてに見えてしまいます。",
    temp_dir: "一時ファイルの S3 URI です（例: `s3://bucket/temp/`）。",
    bookmarks:
      "ジョブのブックマークです。`enable`、`disable`、`pause` のいずれかを指定します。null の場合は、AWS のデフォルトの `disable` です。",
    spark_ui_logs_path:
      "Spark UI のイベントログを書き込む S3 URI です（例: `s3://bucket/spark-ui/`）。指定すると、Spark UI が有効になります。spark と streaming で使えます。",
    log_group:
      "ジョブのログを書き込むロググループです。Glue 5.0 以降では、2 つのロググループ `<log_group>/error` と `<log_group>/output` のプレフィックスです。ジョブのロール（`glue-role`）の `log_groups` にも、同じ名前を指定する必要があります。モジュールはこれを確認できません。指定しないと、ジョブは実行されますが、ログは出力されません。null の場合は AWS のデフォルトです。spark と streaming で使えます。",
    datalake_formats:
      "読み込むテーブル形式です。`iceberg`、`hudi`、`delta` を指定できます。Glue 3.0 以降の spark と streaming で使えます。",
    python_modules: "インストールする Python パッケージです（例: `pandas==2.2.2`）。",
    extra_py_files: "インポートする Python ファイルの S3 URI です（例: `s3://bucket/lib/orders.zip`）。",
    extra_jars: "Java アーカイブの S3 URI です（例: `s3://bucket/lib/orders.jar`）。",
    extra_files: "追加のファイルの S3 URI です（例: `s3://bucket/files/orders.json`）。",
    spark_conf: "Spark の設定です。1 つの引数 `--conf` としてジョブに渡します。spark と streaming で使えます。",
    metrics: "メトリクスを CloudWatch に書き込むかどうかを指定します。spark と streaming で使えます。",
    continuous_logging:
      "実行中にログを書き込むかどうかを指定します。Glue 5.0 より前の spark と streaming で使えます。5.0 以降のジョブは、常に書き込みます。",
    job_insights: "実行の失敗や遅延の原因を説明するログを出力するかどうかを指定します。spark と streaming で使えます。",
    use_catalog_as_metastore:
      "Spark がデータカタログをメタストアとして使うかどうかを指定します。spark と streaming で使えます。",
    auto_scaling:
      "必要に応じて、`number_of_workers` を上限にワーカーを増減するかどうかを指定します。Glue 3.0 以降の spark と streaming で使えます。",
    source_control_details: "ジョブの Git リポジトリです。",
    "source_control_details.provider": "`GITHUB`、`GITLAB`、`BITBUCKET`、`AWS_CODE_COMMIT` のいずれか",
    "source_control_details.repository": "リポジトリの名前",
    "source_control_details.branch": "ブランチ",
    "source_control_details.folder": "リポジトリ内の、ジョブのフォルダ",
    "source_control_details.last_commit_id": "コミットの ID",
    "source_control_details.owner": "リポジトリの所有者",
    "source_control_details.auth_strategy": "`PERSONAL_ACCESS_TOKEN` または `AWS_SECRETS_MANAGER`",
    "source_control_details.auth_token": "シークレットの ARN。`AWS_SECRETS_MANAGER` の場合に指定します",
    source_control_token:
      "リポジトリの個人用アクセストークンです。`PERSONAL_ACCESS_TOKEN` の場合に指定します。ステートには平文で残ります。これを避けるには、`AWS_SECRETS_MANAGER` を指定してシークレットを使います。",
    schedule:
      "ジョブを実行するスケジュール（UTC）です（例: `cron(0 18 * * ? *)`）。指定すると、トリガー `<name>-trigger` を作成します。プラン時に決まっている必要があります。決まっていないと、プランは `Invalid count argument` で停止します。",
    schedule_enabled: "トリガーを有効にするかどうかを指定します。`schedule` を指定した場合にだけ使います。",
  },
  outputs: {
    name: "ジョブの名前です。",
    arn: "ジョブの ARN です。",
    trigger_name: "トリガーの名前です。スケジュールがない場合は null です。",
  },
};
