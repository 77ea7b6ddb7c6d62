variable "password" {
  type      = string
  default   = "correct-horse-battery"
  sensitive = true
}

resource "terraform_data" "job" {
  input = "new"
}

output "added" {
  value = "new"
}

output "changed" {
  value = "s3://data-lake-test-target-s3/v2/"
}

output "retyped" {
  value = ["orders", "customers"]
}

output "same" {
  value = "same"
}

output "secret" {
  value     = var.password
  sensitive = true
}

output "later" {
  value = terraform_data.job.id
}
