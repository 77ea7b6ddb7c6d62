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
}

resource "aws_iam_role" "job" {
  name = "data-lake-test-job-role"
  tags = { team = "data" }
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "glue.amazonaws.com" } }]
  })

  lifecycle {
    ignore_changes = [tags, tags_all]
  }
}

resource "aws_iam_policy" "read" {
  name        = "read"
  description = "what jobs read"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::data-lake-test-target-s3/*" }]
  })
}

resource "aws_iam_policy" "copy" {
  name   = "copy"
  policy = aws_iam_policy.read.policy
}

resource "aws_cloudwatch_log_group" "jobs" {
  name              = "/aws-glue/jobs/data-lake-test"
  retention_in_days = 30
}

resource "terraform_data" "retention" {
  input = aws_cloudwatch_log_group.jobs.retention_in_days
}

output "role" {
  value = aws_iam_role.job.arn
}
