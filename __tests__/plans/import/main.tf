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

import {
  to = aws_iam_role.same
  id = "existing-role"
}

resource "aws_iam_role" "same" {
  name = "existing-role"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "glue.amazonaws.com" } }]
  })
}

import {
  to = aws_iam_role_policy.changed
  id = "existing-role:read"
}

resource "aws_iam_role_policy" "changed" {
  name = "read"
  role = "existing-role"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"], Resource = "*" }]
  })
}

import {
  to = aws_cloudwatch_log_group.written
  id = "/aws-glue/jobs/existing"
}
