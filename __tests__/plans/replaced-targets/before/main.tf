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

module "keys" {
  source = "./keys"
}

resource "aws_kms_key" "lake" {
  description = "of the lake"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_kms_key" "each" {
  for_each = toset(["raw", "clean"])

  description = each.key
}

resource "aws_s3_bucket" "raw" {
  bucket_prefix = "data-lake-test-raw-"
}

resource "aws_secretsmanager_secret" "login" {
  name_prefix = "data-lake-test-login-"
}

resource "aws_iam_role" "job" {
  name = "data-lake-test-job-role"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "glue.amazonaws.com" } }]
  })
}

data "aws_iam_policy_document" "read" {
  statement {
    sid       = "Keys"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [aws_kms_key.lake.arn, aws_kms_key.each["raw"].arn, aws_kms_key.each["clean"].arn]
  }

  statement {
    sid       = "ModuleKey"
    actions   = ["kms:Decrypt"]
    resources = [module.keys.key_arn]
  }

  statement {
    sid       = "List"
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.raw.arn]
  }

  statement {
    sid       = "Objects"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.raw.arn}/orders/*", "${aws_s3_bucket.raw.arn}/customers/*"]
  }

  statement {
    sid       = "Login"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [aws_secretsmanager_secret.login.arn]
  }

  statement {
    sid       = "NoDeletes"
    effect    = "Deny"
    actions   = ["s3:DeleteObject"]
    resources = ["${aws_s3_bucket.raw.arn}/*"]
  }
}

resource "aws_iam_role_policy" "read" {
  name   = "read"
  role   = aws_iam_role.job.id
  policy = data.aws_iam_policy_document.read.json
}

data "aws_iam_policy_document" "other" {
  statement {
    sid       = "Key"
    actions   = ["kms:Decrypt"]
    resources = [aws_kms_key.each["clean"].arn]
  }
}

resource "aws_iam_role" "other" {
  name               = "data-lake-test-other-role"
  assume_role_policy = aws_iam_role.job.assume_role_policy
}

resource "aws_iam_role_policy" "other" {
  name   = "other"
  role   = aws_iam_role.other.id
  policy = data.aws_iam_policy_document.other.json
}
