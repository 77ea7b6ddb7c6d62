/** The Japanese texts of `data-lake`. */
import type { Translation } from "tfwright";
import { checkovNote } from "../checkov-findings";
import { keysAreKnownJa, needsAccountJa } from "./known-values";

const STATIC =
  "キー、`reads`、`writes`、`crawls`、`after`、`role`、`connections`、`schedule`、`type`、`timeout` は、プラン時に決まっている必要があります。ほかの値は apply 後に決まるものでもかまいません。";

/** What jobs and crawlers have in common. */
function node(name: string) {
  return {
    [`${name}.after`]: "先に終了する必要があるジョブとクローラーのキーのリスト",
    [`${name}.state`]:
      "開始の条件となる、`after` のジョブとクローラーの終了時の状態。`SUCCEEDED`（デフォルト）、`FAILED`、`STOPPED`、`TIMEOUT` のいずれかです。クローラーの場合は `SUCCEEDED`、`FAILED`、`CANCELLED` のいずれかです",
    [`${name}.role`]:
      "複数のジョブとクローラーで共有するロールを表す、任意の名前（同じ名前を指定したものが 1 つのロールを共有します）。null の場合は専用のロールを作成します",
    [`${name}.connections`]: "`connections` の接続の名前",
    [`${name}.schedule`]:
      "`after` とデータレイクのスケジュールの代わりに使う、独自のスケジュール（例: `cron(0 18 * * ? *)`）",
  };
}

export const dataLakeJa: Translation = {
  title: "AWS Glue データレイク",
  description: `データレイクをグラフとして定義します。ゾーンと、各ジョブとクローラーが読み取るもの、書き込むもの、待つものを指定します。モジュールは、データベース、最小特権のポリシーを持つロール、ジョブ、クローラー、それらをつなぐトリガーを作成します。バケット、キー、接続は既存のものを使います。

${needsAccountJa}`,
  creates: [
    "ゾーンごとのカタログデータベース: `<name>_<zone>`",
    "ジョブとクローラーごとのロール（同じ `role` を指定したものは 1 つを共有）と、`reads` と `writes` に必要なポリシー",
    "ジョブとクローラー。ジョブの名前は `<name>-<job>` です",
    "ワークフローと、`after` に指定したものの後に各ジョブとクローラーを開始するトリガー",
    "`alert_targets` を指定した場合、失敗したジョブとクローラーを SNS トピックに通知する EventBridge ルール",
    "`log_retention` を指定した場合、Spark ジョブとストリーミングジョブのロググループ",
  ],
  iam: [
    "適用には、`glue-catalog-database`、`glue-role`、`glue-job`、`glue-crawler`、`glue-trigger` の適用と同じ許可が必要です。ワークフローに対しては、`glue:CreateWorkflow`、`glue:GetWorkflow`、`glue:UpdateWorkflow`、`glue:DeleteWorkflow` も必要です。タグには `glue:GetTags`、`glue:TagResource`、`glue:UntagResource` を許可します。`glue-deployer` と `glue-catalog-deployer` が許可するのは、ロールを除いたこれらの許可です。ロールに必要な許可は、`glue-role` の README にあります。`alert_targets` と `log_retention` を指定した場合は、`glue-alerts` と `glue-logs` の適用と同じ許可も必要です。この許可は、`glue-platform-deployer` にあります。",
    "実行時の各ロールに許可されるのは、そのジョブとクローラーが `reads`、`writes`、`crawls` に指定したオブジェクト、テーブル、キーだけです。たとえば、テーブル `orders.items` を読み取るジョブには、このテーブル、そのデータベース、カタログが許可されます。Spark が参照する `default` データベースも許可されます。ゾーンのほかのテーブルは読み取れません。",
  ],
  notes: [
    "許可は、ノード（ジョブまたはクローラー）が読み書きするものによって決まります。順序を決めるのは `after` だけです。あるジョブが書き込むものを別のジョブが読み取り、その間に `after` がない場合、プランは停止します。ジョブが古いデータを読み取る可能性があるためです。",
    'テーブルは、ゾーンのフォルダです。`reads = ["bronze.orders"]` は、ゾーン `bronze` のフォルダ `orders/` と、そのデータベースのテーブル `orders` を表します。ほかの場所は S3 URI で指定します（`reads = ["s3://bucket/export/"]`）。',
    "`schedule` と `timeout` のどちらも指定しないストリーミングジョブは、停止されるまで実行され続けます。ほかのノードとの順序はありません。ワークフローは、このジョブを開始しません。開始すると、ジョブが終了するまでワークフローも終了せず、同時に実行できるワークフローは 1 つだけだからです。`aws glue start-job-run --job-name NAME` で一度だけ開始してください。",
    "同じ `role` のノードは、1 つのロールを共有します。このロールには、いずれかのノードに必要な許可がすべて含まれます。似たジョブが多い場合に使ってください。AWS のロールは、アカウントごとに 1,000 個までです。",
    '入力はファイルに書くこともできます（`jobs = yamldecode(file("${path.module}/jobs.yaml"))`）。ファイルのキーに誤字がある場合も、エラーになります。',
    "キーは名前の一部です。ジョブのキーを変更すると、新しいジョブが作成され、元のジョブの実行履歴とブックマークは引き継がれません。ゾーンのキーまたはデータレイクの名前を変更すると、データベースが置き換えられ、元のデータベースのテーブルはカタログから削除されます。S3 のデータは残ります。",
    "このモジュールにない機能（`--TempDir` のように `glue-job` の変数で指定する引数など）には、`glue-job` と `glue-trigger` を併せて呼び出してください。出力 `jobs` と `workflow_name` の名前を、`glue-trigger` の `after` と `workflow_name` に指定できます。",
    "このモジュールは、スクリプトをアップロードしません。`glue-scripts` で、フォルダのスクリプトをアップロードできます。",
    "`alert_targets` のトピックには、EventBridge に発行を許可するポリシーが必要です。ポリシーは `glue-alerts` の README にあります。ルールは、名前が `<name>-` で始まるものを監視します。ほかのデータレイクの名前が同じ文字列で始まる場合は、そのデータレイクも監視します。",
    "`log_retention` を指定すると、Spark ジョブとストリーミングジョブのログは `/<name>/error` と `/<name>/output` に書き込まれます。Python シェルジョブとクローラーのロググループは、アカウント内のほかのものと共有です。そのロググループは、`glue-logs` で一度だけ作成してください。",
    "`schedule` を指定しない場合、自動では何も開始されません。`aws glue start-workflow-run --name NAME` で開始してください。",
    checkovNote("data-lake", "ja"),
  ],
  examples: {
    basic: "データベースのスナップショットを Parquet に変換します。",
    medium: "Iceberg のブロンズ、シルバー、ゴールドのゾーンを、キーで暗号化します。",
    large: "1 つのロールを共有する多数の似たジョブと、そのすべての後に実行するジョブ。",
    article: "Glue ジョブのロールとポリシーに関する記事のデータレイクを、1 回の呼び出しで作成します。",
  },
  variables: {
    name: "データレイクの名前です。すべての名前の元になります（`<name>-<job>`）。データベースの名前は `<name>_<zone>` で、ハイフンは `_` に置き換えます。",
    glue_version:
      'ジョブの Glue のバージョンの文字列です（例: `"5.1"`）。デフォルトはありません。デフォルトが変わると、Spark のバージョンが気付かないうちに変わるためです。',
    zones:
      'データレイクのゾーンです。それぞれの名前と S3 URI を指定します（例: `{ bronze = "s3://bucket/bronze/" }`）。各ゾーンにカタログデータベースを作成します。キーごとにデータベースを作成するため、キーはプラン時に決まっている必要があります。値は apply 後に決まるものでもかまいません。',
    scripts: "スクリプトのフォルダの S3 URI です。末尾にスラッシュを付けます（例: `s3://bucket/scripts/`）。",
    crawlers: `クローラーです。任意の名前をキーとします。${STATIC}`,
    "crawlers.crawls": "クロールするもののリスト。1 つのゾーン、またはそのテーブル（`zone.table`）を指定します",
    ...node("crawlers"),
    jobs: `ジョブです。任意の名前をキーとします。${STATIC}`,
    "jobs.reads":
      "読み取るもの。ゾーン、テーブル（`zone.table`）、S3 URI を指定します。ロールの読み取りの許可も、これで決まります",
    "jobs.writes": "書き込むもの。同じ形式で指定します",
    "jobs.script": "`scripts` にあるスクリプトの名前。null の場合は、ジョブのキーを使った `<job>.py` です",
    "jobs.type": "ジョブのタイプ。`glue-job` と同じく、`spark`、`streaming`、`python_shell`、`ray` のいずれかです",
    "jobs.worker_type": "ワーカーのタイプ。`G.1X`、`G.2X` などです",
    "jobs.number_of_workers": "ワーカーの数",
    "jobs.timeout": "実行を停止するまでの分数",
    "jobs.arguments": "引数。キーは `--` で始まります",
    ...node("jobs"),
    schedule:
      "データレイクを実行する日時（UTC）です（例: `cron(0 18 * * ? *)`）。null の場合は、ワークフローを手動で開始したときにだけ実行されます。",
    kms_keys:
      "ゾーンごとの KMS キーの ARN です。ゾーンを読み取るものは、これらのキーで復号できます。ゾーンに書き込むものは、暗号化もできます。各ゾーンのキーの数は、プラン時に決まっている必要があります。",
    connections:
      "接続です。任意の名前をキーとし、ジョブがその名前で参照します。値は `glue-connection` の出力 `connection` です。",
    "connections.name": "接続の名前",
    "connections.credentials.secret_arn": "シークレットの ARN",
    "connections.credentials.kms_key_arns": "シークレットのキーの ARN",
    "connections.network.subnet_id": "サブネット",
    "connections.network.security_group_ids": "セキュリティグループ",
    table_format:
      "Spark ジョブが読み込むテーブル形式です。`iceberg`、`hudi`、`delta` のいずれかです。AWS のドキュメントにある設定を使います。",
    security_configuration: "ジョブとクローラーのセキュリティ設定の名前です。",
    alert_targets: `ジョブまたはクローラーが失敗したときに、メッセージを受け取る SNS トピックです。任意の名前をキーとし、トピックを値とします。空の場合、データレイクは監視されません。\`glue-alerts\` のルールは、名前が \`<name>-\` で始まるものをすべて監視します。${keysAreKnownJa}`,
    "alert_targets.arn": "ルールと同じリージョンにあるトピックの ARN",
    "alert_targets.raw":
      "トピックが、文章ではなくイベントの JSON を受け取るかどうか（Amazon Q Developer in chat applications、旧 AWS Chatbot では必要です）",
    "alert_targets.dead_letter_queue_arn": "トピックに届かなかったイベントのための SQS キューの ARN",
    log_retention:
      "Spark ジョブとストリーミングジョブのログを CloudWatch が削除するまでの日数です（30、90、365 など）。指定すると、ログは独自のロググループ `/<name>/error` と `/<name>/output` に書き込まれます。Glue 5.0 以降で、セキュリティ設定を使わない場合に指定できます。null の場合、ジョブは Glue の共有のロググループを使います。そのログは削除されません。作成するリソースが変わるため、null かどうかはプラン時に決まっている必要があります。",
    lake_formation: "ゾーンのテーブルへのアクセスを Lake Formation で管理しているかどうかを指定します。",
  },
  outputs: {
    workflow_name: "データレイクを実行するワークフローの名前です。",
    jobs: "データレイク内の名前をキーとする、AWS Glue のジョブの名前です。",
    crawlers: "データレイク内の名前をキーとする、AWS Glue のクローラーの名前です。",
    databases: "ゾーンの名前をキーとする、データベースの名前です。",
    role_arns: "ロールの名前をキーとする、ロールの ARN です。",
    graph: "Mermaid の図としてのグラフです。README や Wiki に使えます。",
  },
};
