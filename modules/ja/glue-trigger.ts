/** The Japanese texts of `glue-trigger`. */
import type { Translation } from "tfwright";

export const glueTriggerJa: Translation = {
  title: "AWS Glue トリガー",
  description:
    "ジョブとクローラーを開始するトリガーを作成します。スケジュール、ほかのジョブやクローラーの終了、イベント、オンデマンドで開始できます。トリガーの種類は、入力変数から決まります。",
  iam: [
    "トリガーにロールはありません。開始されるジョブとクローラーに、それぞれのロールがあります。",
    "このモジュールを適用するには、`arn:aws:glue:REGION:ACCOUNT:trigger/NAME` に対する許可が必要です。作成と参照には `glue:CreateTrigger` と `glue:GetTrigger` を許可します。変更と削除には `glue:UpdateTrigger` と `glue:DeleteTrigger` を許可します。有効化と無効化には `glue:StartTrigger` と `glue:StopTrigger` を許可します。プロバイダーは、トリガーを開始することで有効にします。タグには `glue:GetTags`、`glue:TagResource`、`glue:UntagResource` を許可します。`glue-deployer` は、`triggers` で指定した名前のトリガーに、これらをすべて許可します。`iam:PassRole` は不要です。",
    "オンデマンドのトリガーを開始するユーザーには、同じ ARN に対する `glue:StartTrigger` が必要です。`glue:StartJobRun` がなくても、トリガーを通じてそのジョブを実行できます。",
    "イベントトリガーには、イベントを送信する EventBridge ルールと、そのロールが必要です。ロールには、ワークフロー（`arn:aws:glue:REGION:ACCOUNT:workflow/NAME`）に対する `glue:notifyEvent` を許可します。",
  ],
  notes: [
    "AWS Glue が条件付きトリガーを起動するのは、別のトリガーが開始したジョブとクローラーに対してだけです。クローラー自身の `schedule` や人が開始した実行は対象にならず、トリガーは起動しません。連続した実行には、2 つのトリガーが必要です。クローラーを開始するスケジュール付きのトリガーと、条件付きのトリガーです。クローラーには `schedule` を指定しません。`glue-job` の `schedule` はトリガーを作成するため、その実行は対象になります。",
    "`schedule`、`after`、`event_batching` のいずれも指定しないトリガーは、オンデマンドです。`aws glue start-trigger` またはコンソールで開始するまで、何も実行されません。このモジュールは、オンデマンドのトリガーに `enabled = false` を設定します。`true` にすると、プロバイダーが作成時にトリガーとそのジョブを開始するためです。",
    "イベントトリガーは常に有効です。AWS ではイベントトリガーの開始と停止ができないため、`enabled` を変更すると apply のたびに失敗します。無効にするには、イベントを送信する EventBridge ルールを無効にします。",
  ],
  upgrading: [
    "オンデマンドのトリガーは、`enabled = true` から `enabled = false` に、その場で変更されます。この変更では、プロバイダーは AWS を呼び出しません。何も開始されず、停止もしません。",
    "スケジュール、条件付き、イベントのトリガーは変更されません。",
    "`enabled = false` で作成したイベントトリガーと、インポートしたイベントトリガーは、`true` に変更できません。AWS がプロバイダーの呼び出しを拒否します。`terraform apply -replace=...` で一度作り直してください。",
    "次の値は拒否されるようになりました。イベントトリガーの `enabled = false` は拒否されます。スケジュールトリガーと条件付きトリガーを除き、`start_on_creation = true` も拒否されます。ジョブやクローラーを `starts` と `after` の両方に指定できません。スケジュールは、6 つのフィールドの `cron(...)` だけで、範囲外の数値は使えません。`after` には、実行の終了を表す状態だけを指定できます。ジョブとクローラーは、ARN ではなく名前で指定します。イベントトリガーには `workflow_name` が必要です。`arguments` のキーは `--` で始まる必要があります。AWS Glue 自体が設定する引数 `--JOB_NAME`、`--debug`、`--mode` は指定できません。",
  ],
  examples: {
    basic: "クローラーが成功した後にジョブを開始します。",
    adopt: "手書きのトリガーを、変更なしで取り込みます。",
  },
  variables: {
    name: "トリガーの名前です。",
    starts: "トリガーが開始するジョブとクローラーです。",
    "starts.job": "開始するジョブの名前。`glue-job` の出力 `name` です",
    "starts.crawler": "ジョブの代わりに開始するクローラーの名前。`glue-crawler` の出力 `name` です",
    "starts.arguments": "この実行の引数。ジョブの引数より優先されます。キーは `--` で始まります",
    "starts.timeout": "実行を停止するまでの分数。null の場合は、ジョブのタイムアウトです",
    "starts.notify_delay_after": "実行の遅延を知らせるイベントを EventBridge に送信するまでの分数",
    "starts.security_configuration": "この実行のセキュリティ設定",
    after:
      "先に終了する必要があるジョブとクローラーです。指定すると、条件付きトリガーになります。いずれも、このトリガーとは別のトリガーで開始する必要があります。クローラー自身のスケジュールや人が開始した実行では、このトリガーは起動しません。",
    "after.job": "終了を待つジョブの名前。`glue-job` の出力 `name` です",
    "after.crawler": "ジョブの代わりに終了を待つクローラーの名前。`glue-crawler` の出力 `name` です",
    "after.state":
      "終了時の状態。ジョブでは `SUCCEEDED`、`FAILED`、`STOPPED`、`TIMEOUT` のいずれかです。クローラーでは `SUCCEEDED`、`FAILED`、`CANCELLED` のいずれかです",
    after_logic: "`AND` の場合は、`after` のすべての終了を待ちます。`ANY` の場合は、1 つでも終了すれば起動します。",
    schedule:
      "トリガーを起動する日時（UTC）です（例: `cron(0 18 * * ? *)`）。指定すると、スケジュールトリガーになります。別の種類のトリガーになる `after` や `event_batching` とは、同時に指定できません。",
    event_batching:
      "EventBridge のイベントでトリガーを起動します。指定すると、イベントトリガーになります。イベントトリガーは、ワークフローの最初のトリガーである必要があります。",
    "event_batching.size": "トリガーを起動するイベントの数。1 から 100 までです",
    "event_batching.window": "イベントの数が足りなくてもトリガーを起動するまでの秒数。1 から 900 までです",
    workflow_name: "トリガーが属するワークフローの名前です。",
    enabled:
      "スケジュールトリガーまたは条件付きトリガーを有効にするかどうかを指定します。イベントトリガーは常に有効です。オンデマンドのトリガーでは、この値を使わず、常に無効です。",
    start_on_creation:
      "スケジュールトリガーまたは条件付きトリガーを、作成と同時に有効化するかどうかを指定します。`enabled` でも有効になるため、`false` にしても効果はありません。ほかのトリガーでは、`true` は拒否されます。",
    description: "トリガーの用途です。",
  },
  outputs: {
    name: "トリガーの名前です。",
    arn: "トリガーの ARN です。",
  },
};
