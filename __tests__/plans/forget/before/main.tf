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

resource "terraform_data" "kept" {
  input = "kept"
}

resource "terraform_data" "gone" {
  input = "gone"
}

resource "aws_glue_catalog_database" "lake" {
  name = "data_lake_test"
}
