variable "account_id" {
  description = "AWS account."
  type        = string
}

variable "region" {
  description = "AWS region."
  type        = string
}

variable "lake_bucket" {
  description = "Bucket with the data of the orders, below `orders/`."
  type        = string
}

variable "results_bucket" {
  description = "Bucket that is made for the results of queries."
  type        = string
}
