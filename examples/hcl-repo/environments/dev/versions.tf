terraform {
  required_version = ">= 1.5.7"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }

  # The state is a local file until this names a bucket of yours.
  # backend "s3" {
  #   bucket       = "example-terraform-state"
  #   key          = "orders/dev.tfstate"
  #   region       = "eu-west-1"
  #   use_lockfile = true
  # }
}
