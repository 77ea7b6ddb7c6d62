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

resource "aws_glue_security_configuration" "lake" {
  name = "data-lake-test"

  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "DISABLED"
    }

    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "DISABLED"
    }

    s3_encryption {
      kms_key_arn        = "arn:aws:kms:ap-northeast-1:111111111111:key/00000000-1111-2222-3333-444444444444"
      s3_encryption_mode = "SSE-KMS"
    }
  }
}

resource "aws_cloudwatch_log_group" "jobs" {
  name              = "/aws-glue/jobs/data-lake-test"
  retention_in_days = 400
  kms_key_id        = "arn:aws:kms:ap-northeast-1:111111111111:key/00000000-1111-2222-3333-444444444444"
}

resource "aws_kms_key" "lake" {
  description         = "data lake"
  enable_key_rotation = true
}

resource "aws_s3_bucket" "target" {
  bucket = "data-lake-test-target-s3"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "target" {
  bucket = aws_s3_bucket.target.id

  rule {
    apply_server_side_encryption_by_default {
      kms_master_key_id = aws_kms_key.lake.arn
      sse_algorithm     = "aws:kms"
    }
  }
}

resource "aws_glue_job" "this" {
  name              = "data-lake-test-job"
  role_arn          = "arn:aws:iam::111111111111:role/data-lake-test-job-role"
  worker_type       = "G.1X"
  number_of_workers = 10
  timeout           = 120
  glue_version      = "5.0"
  execution_class   = "STANDARD"

  command {
    name            = "glueetl"
    python_version  = "3"
    script_location = "s3://data-lake-test-target-s3/scripts/data-lake-test-job.py"
  }

  default_arguments = {
    "--job-language"                     = "python"
    "--enable-continuous-cloudwatch-log" = "true"
    "--enable-metrics"                   = "true"
  }

  execution_property {
    max_concurrent_runs = 1
  }

  security_configuration = "data-lake-test"
}
