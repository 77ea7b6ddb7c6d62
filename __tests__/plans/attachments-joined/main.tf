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
  teams = {
    orders    = "s3:GetObject"
    customers = "s3:PutObject"
  }
}

resource "aws_iam_role" "team" {
  for_each = local.teams

  name = "${each.key}-role"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "glue.amazonaws.com" } }]
  })
}

resource "aws_iam_policy" "team" {
  for_each = local.teams

  name = "${each.key}-policy"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = each.value, Resource = "arn:aws:s3:::data-lake-test-target-s3/${each.key}/*" }]
  })
}

resource "aws_iam_role_policy_attachment" "team" {
  for_each = local.teams

  role       = aws_iam_role.team[each.key].name
  policy_arn = aws_iam_policy.team[each.key].arn
}

resource "aws_iam_policy" "shared" {
  name = "shared-policy"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "glue:GetTable", Resource = "*" }]
  })
}

module "attach" {
  source = "./attach"

  role       = aws_iam_role.team["orders"].name
  policy_arn = aws_iam_policy.shared.arn
}

resource "aws_iam_instance_profile" "team" {
  name = "orders-profile"
  role = aws_iam_role.team["orders"].name
}
