terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0"
    }
  }
}

resource "aws_kms_key" "this" {
  description = "of the module"
}

output "key_arn" {
  value = aws_kms_key.this.arn
}
