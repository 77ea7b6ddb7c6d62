variable "environment" {
  description = "Name of the environment; part of every name."
  type        = string
}

variable "account_id" {
  description = "AWS account of the environment."
  type        = string
}

variable "region" {
  description = "AWS region of the environment."
  type        = string
}

variable "export_bucket" {
  description = "Bucket that the shop exports its orders to, below `orders/`."
  type        = string
}

variable "lake_bucket" {
  description = "Bucket that is made for the orders and the job's script."
  type        = string
}

variable "schedule" {
  description = "When the pipeline runs, in UTC. Started by hand when null."
  type        = string
  default     = null
}

variable "number_of_workers" {
  description = "Workers of the job."
  type        = number
  default     = 2
}
