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
    "--job-language"        = "python"
    "--job-bookmark-option" = "job-bookmark-enable"
  }

  execution_property {
    max_concurrent_runs = 1
  }
}

resource "aws_glue_job" "flex" {
  name              = "data-lake-test-flex"
  role_arn          = "arn:aws:iam::111111111111:role/data-lake-test-job-role"
  worker_type       = "G.1X"
  number_of_workers = 10
  timeout           = 120
  glue_version      = "4.0"
  execution_class   = "STANDARD"

  command {
    name            = "glueetl"
    python_version  = "3"
    script_location = "s3://data-lake-test-target-s3/scripts/data-lake-test-flex.py"
  }

  default_arguments = {
    "--job-language"        = "python"
    "--job-bookmark-option" = "job-bookmark-enable"
  }

  execution_property {
    max_concurrent_runs = 1
  }
}

resource "aws_glue_trigger" "nightly" {
  name     = "nightly"
  type     = "SCHEDULED"
  schedule = "cron(0 18 * * ? *)"

  actions {
    job_name = "data-lake-test-job"
  }
}
