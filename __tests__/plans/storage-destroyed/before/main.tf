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

resource "aws_kms_key" "lake" {
  description             = "data lake"
  deletion_window_in_days = 7
}

resource "aws_s3_bucket" "raw" {
  bucket        = "data-lake-test-raw-s3"
  force_destroy = true
}

resource "aws_s3_bucket" "target" {
  bucket = "data-lake-test-target-s3"
}
