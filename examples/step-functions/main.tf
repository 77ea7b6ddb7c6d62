locals {
  script = "s3://${var.lake_bucket}/scripts/orders.py"
  export = "s3://${var.lake_bucket}/export/"
  orders = "s3://${var.lake_bucket}/orders/"
}

module "scripts" {
  source = "../../generated/modules/glue-scripts"

  bucket = var.lake_bucket
  folder = "${path.module}/jobs"
  prefix = "scripts/"
}

module "job_role" {
  source = "../../generated/modules/glue-role"

  name       = "orders-job"
  account_id = var.account_id
  read_s3    = [local.export, local.script]
  write_s3   = [local.orders]
}

module "job" {
  source = "../../generated/modules/glue-job"

  name            = "orders"
  role_arn        = module.job_role.arn
  script_location = local.script
  glue_version    = "5.0"
  timeout         = 60

  # The state machine repeats a run, and not Glue: otherwise a failing job runs once for each retry of both.
  max_retries = 0
}

# The role of the state machine: it runs this one job

data "aws_iam_policy_document" "run_job" {
  statement {
    sid       = "RunJob"
    actions   = ["glue:StartJobRun", "glue:GetJobRun", "glue:GetJobRuns", "glue:BatchStopJobRun"]
    resources = ["arn:aws:glue:${var.region}:${var.account_id}:job/${module.job.name}"]
  }
}

module "state_machine_role" {
  source = "../../generated/modules/iam-role"

  name            = "orders-state-machine"
  services        = ["states.amazonaws.com"]
  source_account  = var.account_id
  inline_policies = { run-job = data.aws_iam_policy_document.run_job.json }
}

resource "aws_sfn_state_machine" "orders" {
  name     = "orders"
  role_arn = module.state_machine_role.arn

  definition = jsonencode({
    Comment = "Writes the orders of one day"
    StartAt = "WriteOrders"
    States = {
      WriteOrders = {
        Type = "Task"

        # With .sync the state waits until the run has ended, and fails if the run does.
        Resource = "arn:aws:states:::glue:startJobRun.sync"
        Parameters = {
          JobName = module.job.name
          Arguments = {
            "--day.$"  = "$.day"
            "--source" = local.export
            "--target" = local.orders
          }
        }
        Retry = [
          {
            # Another run has not ended yet.
            ErrorEquals     = ["Glue.ConcurrentRunsExceededException"]
            IntervalSeconds = 300
            MaxAttempts     = 3
          },
          {
            ErrorEquals     = ["States.TaskFailed"]
            IntervalSeconds = 60
            MaxAttempts     = 1
          },
        ]
        End = true
      }
    }
  })
}
