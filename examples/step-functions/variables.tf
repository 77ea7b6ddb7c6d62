variable "account_id" {
  description = "AWS account."
  type        = string
}

variable "region" {
  description = "AWS region."
  type        = string
}

variable "lake_bucket" {
  description = "Bucket with the scripts, the export and the orders."
  type        = string
}
