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

resource "aws_glue_crawler" "lake" {
  name          = "data-lake-test-crawler"
  role          = "arn:aws:iam::111111111111:role/data-lake-test-crawler-role"
  database_name = "data_lake_test"
  schedule      = "cron(0 * * * ? *)"
  s3_target {
    path = "s3://data-lake-snapshot-rds-test-s3/"
  }

  schema_change_policy {
    delete_behavior = "DELETE_FROM_DATABASE"
    update_behavior = "UPDATE_IN_DATABASE"
  }
}
