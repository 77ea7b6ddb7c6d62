resource "terraform_data" "job" {
  input = "v2"
}

resource "terraform_data" "table" {
  input            = "a"
  triggers_replace = "v2"
}

output "job" {
  value = terraform_data.job.output
}
