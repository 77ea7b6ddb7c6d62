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
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "glue.amazonaws.com" } }]
  })
}

resource "aws_s3_bucket" "new" {
  bucket_prefix = "data-lake-test-new-"
}

variable "prefixes" {
  type    = list(string)
  default = ["orders", "customers"]
}

data "aws_iam_policy_document" "write" {
  statement {
    sid       = "List"
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.new.arn]
  }

  statement {
    sid       = "Write"
    actions   = ["s3:PutObject", "s3:DeleteObject"]
    resources = ["${aws_s3_bucket.new.arn}/*"]

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["true"]
    }
  }

  dynamic "statement" {
    for_each = var.prefixes

    content {
      sid       = "Read${title(statement.value)}"
      actions   = ["s3:GetObject"]
      resources = ["${aws_s3_bucket.new.arn}/${statement.value}/*"]
    }
  }
}

resource "aws_iam_role_policy" "write" {
  name   = "write"
  role   = aws_iam_role.job.id
  policy = data.aws_iam_policy_document.write.json
}
