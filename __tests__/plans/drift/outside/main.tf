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
  tags = { team = "other", seen = "yes" }
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "glue.amazonaws.com" } }]
  })
}

resource "aws_iam_policy" "read" {
  name        = "read"
  description = "what jobs read"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }]
  })
}

resource "aws_cloudwatch_log_group" "jobs" {
  name              = "/aws-glue/jobs/data-lake-test"
  retention_in_days = 7
}

resource "terraform_data" "retention" {
  input = 30
}
