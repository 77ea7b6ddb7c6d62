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

variable "snapshot_kms_keys" {
  description = "ARNs of the KMS keys that the snapshot is encrypted with."
  type        = list(string)
  default     = []
}

module "database" {
  source = "../../../generated/modules/glue-catalog-database"

  name = "data-lake-test-data-catalog"
}

module "job_role" {
  source = "../../../generated/modules/glue-role"

  name                 = "data-lake-test-job-role"
  account_id           = "111111111111"
  read_s3              = ["s3://data-lake-snapshot-rds-test-s3", "s3://data-lake-test-target-s3/scripts/data-lake-test-job.py"]
  write_s3             = ["s3://data-lake-test-target-s3"]
  read_tables          = ["${module.database.name}.*"]
  read_kms_keys        = var.snapshot_kms_keys
  aws_managed_policies = ["service-role/AWSGlueServiceRole"]
}

module "crawler_role" {
  source = "../../../generated/modules/glue-role"

  name          = "data-lake-test-crawler-role"
  account_id    = "111111111111"
  used_by       = ["crawler"]
  read_s3       = ["s3://data-lake-snapshot-rds-test-s3"]
  write_tables  = ["${module.database.name}.*"]
  read_kms_keys = var.snapshot_kms_keys
}

module "crawler" {
  source = "../../../generated/modules/glue-crawler"

  name          = "data-lake-test-crawler"
  role_arn      = module.crawler_role.arn
  database_name = module.database.name
  s3_targets    = [{ path = "s3://data-lake-snapshot-rds-test-s3/export/" }]
}

module "job" {
  source = "../../../generated/modules/glue-job"

  name              = "data-lake-test-job"
  role_arn          = module.job_role.arn
  script_location   = "s3://data-lake-test-target-s3/scripts/data-lake-test-job.py"
  glue_version      = "5.0"
  execution_class   = "STANDARD"
  worker_type       = "G.2X"
  number_of_workers = 20
  schedule          = "cron(0 18 * * ? *)"
}

output "job_role_arn" {
  value = module.job_role.arn
}
