resource "terraform_data" "delete_first" {
  input            = "a"
  triggers_replace = "v2"
}

resource "terraform_data" "create_first" {
  input            = "a"
  triggers_replace = "v2"

  lifecycle {
    create_before_destroy = true
  }
}

resource "terraform_data" "follows" {
  input = "a"

  lifecycle {
    replace_triggered_by = [terraform_data.delete_first]
  }
}

resource "terraform_data" "by_request" {
  input = "a"
}
