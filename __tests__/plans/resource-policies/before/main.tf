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

resource "aws_s3_bucket" "target" {
  bucket = "data-lake-test-target-s3"
}

resource "aws_s3_bucket_policy" "target" {
  bucket = aws_s3_bucket.target.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "Job", Effect = "Allow", Principal = { AWS = "arn:aws:iam::111111111111:role/data-lake-test-job-role" }, Action = "s3:GetObject", Resource = "arn:aws:s3:::data-lake-test-target-s3/*" }]
  })
}

resource "aws_glue_resource_policy" "catalog" {
  enable_hybrid = "TRUE"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111111111111:root" }, Action = "glue:GetTable", Resource = "arn:aws:glue:ap-northeast-1:111111111111:*" }]
  })
}
