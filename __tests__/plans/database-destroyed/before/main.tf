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

resource "aws_glue_catalog_database" "lake" {
  name = "data_lake_test"
}

resource "aws_glue_catalog_table" "orders" {
  name          = "orders"
  database_name = aws_glue_catalog_database.lake.name
  table_type    = "EXTERNAL_TABLE"

  storage_descriptor {
    location      = "s3://data-lake-test-target-s3/orders/"
    input_format  = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat"
    output_format = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat"

    columns {
      name = "order_id"
      type = "bigint"
    }

    columns {
      name = "customer_id"
      type = "bigint"
    }

    columns {
      name = "amount"
      type = "decimal(10,2)"
    }

    columns {
      name = "note"
      type = "string"
    }
  }

  partition_keys {
    name = "day"
    type = "date"
  }
}

resource "aws_glue_crawler" "lake" {
  name          = "data-lake-test-crawler"
  role          = "arn:aws:iam::111111111111:role/data-lake-test-crawler-role"
  database_name = "data_lake_test"

  s3_target {
    path = "s3://data-lake-snapshot-rds-test-s3/"
  }
}
