resource "terraform_data" "delete_first" {
  input            = "a"
  triggers_replace = "v1"
}

resource "terraform_data" "create_first" {
  input            = "a"
  triggers_replace = "v1"

  lifecycle {
    create_before_destroy = true
  }
}

resource "terraform_data" "follows" {
  input = "a"
}

resource "terraform_data" "by_request" {
  input = "a"
}
