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

module "job_role" {
  source = "../../../generated/modules/glue-role"

  name       = "orders-job-role"
  account_id = "111111111111"
  read_s3    = ["s3://data-lake-snapshot-rds-test-s3", "s3://data-lake-test-logs-s3"]
  write_s3   = ["s3://data-lake-test-target-s3/orders/"]
}

module "job" {
  source   = "../../../generated/modules/glue-job"
  for_each = toset(["orders", "customers"])

  name              = each.key
  role_arn          = module.job_role.arn
  script_location   = "s3://data-lake-test-target-s3/scripts/${each.key}.py"
  glue_version      = "5.0"
  execution_class   = "STANDARD"
  number_of_workers = 4
  schedule          = "cron(0 18 * * ? *)"
}
