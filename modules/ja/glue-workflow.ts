/** The Japanese texts of `glue-workflow`. */
import type { Translation } from "tfwright";

export const glueWorkflowJa: Translation = {
  title: "AWS Glue ワークフロー",
  description:
    "Glue ワークフローを作成します。トリガー、クローラー、ジョブをまとめて開始し、1 つの実行としてモニタリングできます。",
  iam: [
    "ワークフローにロールはありません。トリガーが開始するジョブとクローラーに、それぞれのロールがあります。",
    "このモジュールを適用するには、`arn:aws:glue:REGION:ACCOUNT:workflow/NAME` に対する許可が必要です。アクションは `glue:CreateWorkflow`、`glue:GetWorkflow`、`glue:UpdateWorkflow`、`glue:DeleteWorkflow` です。タグには `glue:GetTags`、`glue:TagResource`、`glue:UntagResource` を許可します。",
    "スクリプトは、同じ ARN に対する `glue:GetWorkflowRunProperties` と `glue:PutWorkflowRunProperties` で、実行のプロパティを読み書きします。これらのアクションは、`glue-role` の `inline_policies` でジョブのロールに許可してください。",
  ],
  notes: [
    "トリガーは、`glue-trigger` の `workflow_name` でワークフローに属します。ワークフローを開始するトリガーは 1 つだけです。このトリガーには、`schedule` または `event_batching` を指定します。どちらも指定せず、`after` も指定しない場合、ワークフローはオンデマンドで開始します。ほかのトリガーは、すべて条件付きです。",
    "AWS Glue は、ワークフローの名前と実行の ID を、引数 `--WORKFLOW_NAME` と `--WORKFLOW_RUN_ID` で各ジョブに渡します。プロパティは引数ではありません。スクリプトは、AWS SDK の `get_workflow_run_properties` でプロパティを読み取ります。",
    "プロパティは暗号化されません。ワークフローやその実行を読み取れるユーザーは、プロパティも読み取れます。パスワードを書かないでください。シークレットは Secrets Manager に保存し、その名前または ARN を渡します。",
    "実行の数が `max_concurrent_runs` に達しているときに新しい実行を開始すると、AWS は `ConcurrentRunsExceededException` で拒否します。実行はキューに入りません。",
    "ワークフローを破棄しても、Terraform がトリガーを破棄しない限り、トリガーは残ります。",
  ],
  differences: [{ theirs: "制限なし", ours: "同時に 1 つの実行" }],
  examples: {
    basic: "同時に 1 つだけ実行するワークフロー。",
    complete: "すべての実行の開始時にプロパティを設定するワークフロー。",
    adopt:
      "手書きのワークフローを、変更なしで取り込みます。デフォルトが AWS と異なる設定には、入力変数で AWS の値を指定します。",
  },
  variables: {
    name: "ワークフローの名前です。",
    description: "ワークフローの用途の説明です。",
    properties:
      "すべての実行の開始時に設定されるプロパティです。ジョブはこれを読み取り、変更できます。パスワードなどのシークレットを書かないでください。ワークフローを読み取れるユーザーは、プロパティも読み取れます。",
    max_concurrent_runs: "同時実行の最大数です。0 は制限なしを意味します。",
  },
  outputs: {
    name: "ワークフローの名前です。`glue-trigger` の `workflow_name` に渡せます。",
    arn: "ワークフローの ARN です。",
  },
};
