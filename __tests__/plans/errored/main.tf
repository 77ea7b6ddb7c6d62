resource "terraform_data" "fine" {
  input = "v1"
}

resource "terraform_data" "wrong" {
  input = terraform_data.fine.input

  lifecycle {
    precondition {
      condition     = terraform_data.fine.input == "v2"
      error_message = "The version must be v2."
    }
  }
}
