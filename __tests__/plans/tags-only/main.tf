terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0"
    }
  }
}

provider "aws" {
  region = "ap-northeast-1"

  default_tags {
    tags = { environment = "staging" }
  }
}

resource "aws_iam_role" "job" {
  name = "data-lake-test-job-role"
  tags = { team = "platform", cost_center = "42" }
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "glue.amazonaws.com" } }]
  })
}

resource "aws_sqs_queue" "jobs" {
  name = "data-lake-test-jobs"
}

resource "aws_cloudwatch_log_group" "jobs" {
  for_each = toset(["crawlers", "jobs"])

  name              = "/aws-glue/${each.key}/data-lake-test"
  retention_in_days = 30
  tags              = { team = "platform" }
}
