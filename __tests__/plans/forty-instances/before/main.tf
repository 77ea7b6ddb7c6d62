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

locals {
  teams = [for number in range(40) : format("team-%02d", number)]
}

resource "aws_iam_policy" "team" {
  for_each = toset(local.teams)

  name   = each.key
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "arn:aws:s3:::data-lake/${each.key}/*" }] })
}
