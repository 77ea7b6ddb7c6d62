resource "terraform_data" "job" {
  input = "new"
}

resource "terraform_data" "tainted" {
  input = "same"
}
