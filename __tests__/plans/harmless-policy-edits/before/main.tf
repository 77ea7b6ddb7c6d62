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

resource "aws_iam_role" "team" {
  for_each = toset(["case", "covered", "form", "moved", "order", "sid", "split"])

  name = "role-${each.key}"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "glue.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "sid" {
  name = "sid"
  role = aws_iam_role.team["sid"].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Objects"
        Effect   = "Allow"
        Action   = ["s3:GetObject"]
        Resource = "arn:aws:s3:::data-lake-test-target-s3/*"
      }
    ]
  })
}

resource "aws_iam_role_policy" "order" {
  name = "order"
  role = aws_iam_role.team["order"].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Objects"
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject"]
        Resource = "arn:aws:s3:::data-lake-test-target-s3/*"
      },
      {
        Sid      = "Catalog"
        Effect   = "Allow"
        Action   = ["glue:GetDatabase", "glue:GetTable"]
        Resource = "*"
      }
    ]
  })
}

resource "aws_iam_role_policy" "case" {
  name = "case"
  role = aws_iam_role.team["case"].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Write"
        Effect   = "Allow"
        Action   = ["s3:GetObject"]
        Resource = "arn:aws:s3:::data-lake-test-target-s3/*"
      }
    ]
  })
}

resource "aws_iam_role_policy" "form" {
  name = "form"
  role = aws_iam_role.team["form"].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Write"
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "arn:aws:s3:::data-lake-test-target-s3/*"
      }
    ]
  })
}

resource "aws_iam_role_policy" "split" {
  name = "split"
  role = aws_iam_role.team["split"].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Objects"
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject"]
        Resource = "arn:aws:s3:::data-lake-test-target-s3/*"
      }
    ]
  })
}

resource "aws_iam_role_policy" "moved_one" {
  name = "moved_one"
  role = aws_iam_role.team["moved"].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Read"
        Effect   = "Allow"
        Action   = ["s3:GetObject"]
        Resource = "arn:aws:s3:::data-lake-test-target-s3/*"
      },
      {
        Sid      = "Write"
        Effect   = "Allow"
        Action   = ["s3:PutObject"]
        Resource = "arn:aws:s3:::data-lake-test-target-s3/*"
      }
    ]
  })
}

resource "aws_iam_role_policy" "moved_two" {
  name = "moved_two"
  role = aws_iam_role.team["moved"].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Catalog"
        Effect   = "Allow"
        Action   = ["glue:GetTable"]
        Resource = "*"
      }
    ]
  })
}

resource "aws_iam_role_policy" "covered" {
  name = "covered"
  role = aws_iam_role.team["covered"].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Write"
        Effect   = "Allow"
        Action   = ["s3:Get*"]
        Resource = "arn:aws:s3:::data-lake-test-target-s3/*"
      }
    ]
  })
}
