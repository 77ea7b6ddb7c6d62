terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region = "ap-northeast-1"
}

resource "aws_sns_topic" "orders" {
  name = "orders"

  lifecycle {
    action_trigger {
      events  = [after_create, after_update]
      actions = [action.aws_lambda_invoke.notify]
    }
  }
}

action "aws_lambda_invoke" "notify" {
  config {
    function_name = "notify"
    payload       = jsonencode({ topic = "orders" })
  }
}
