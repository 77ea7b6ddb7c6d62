resource "terraform_data" "job" {
  input = "v1"
}

resource "terraform_data" "table" {
  input            = "a"
  triggers_replace = "v1"
}

output "job" {
  value = terraform_data.job.output
}
