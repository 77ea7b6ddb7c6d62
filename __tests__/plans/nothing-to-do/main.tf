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

resource "aws_iam_role_policy" "write" {
  name = "write"
  role = aws_iam_role.job.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Write"
        Effect   = "Allow"
        Action   = ["s3:PutObject"]
        Resource = "arn:aws:s3:::data-lake-test-target-s3/*"
      }
    ]
  })
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
