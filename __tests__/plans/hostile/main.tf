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
  hostile = {
    backticks = "`code` ``` more"
    pipes     = "a | b || c"
    html      = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    details   = "</details></summary></td></tr></table>"
    mention   = "@octocat @my-org/admins #1 GH-1 hashicorp/terraform#1"
    link      = "[click](https://example.com/evil) ![x](https://example.com/pixel.png) https://example.com <https://example.com>"
    lines     = "first\n\n# Heading\n\n- [x] approved\n\n---\n\n```\nfence\n```\n~~~\n> quote"
    carriage  = "first\rsecond\r\nthird\u2028fourth\u2029fifth\u0085sixth"
    escapes   = "\u001b[31mred\u001b[0m \u001b]8;;https://example.com\u0007link\u001b]8;;\u0007 \u0008\u0000\u007f \u009b31m"
    marks     = "\u202etxt.exe\u202c \u200bzero \ufeffwidth \u2066isolate\u2069"
    emphasis  = "*bold* _it_ ~~gone~~ \\ backslash & &amp; &lt; $x$ $${a} %%{b}"
    command   = "::error file=a::text\n::set-output name=a::b\n##[error]text\n/approve"
    comment   = "--> <!-- hidden -->"
    long      = join("", [for number in range(300) : "0123456789"])
  }
}

resource "terraform_data" "value" {
  for_each = local.hostile

  input = each.value
}

resource "terraform_data" "key" {
  for_each = { for name, text in local.hostile : text => name if name != "long" }

  input = each.value
}

resource "aws_glue_catalog_table" "orders" {
  name          = "orders"
  database_name = "data_lake_test"
  description   = local.hostile.details

  storage_descriptor {
    columns {
      name    = "a|b` </details> @octocat"
      type    = "string"
      comment = local.hostile.lines
    }
  }
}

resource "aws_iam_role_policy" "hostile" {
  name = "hostile"
  role = "data-lake-test-job-role"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "</details> ``` | @octocat", Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::bucket/`|</td> [x](https://example.com)\n# heading*" }
    ]
  })
}

output "hostile" {
  value = local.hostile
}
