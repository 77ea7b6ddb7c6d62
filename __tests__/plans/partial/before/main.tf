resource "terraform_data" "one" {
  input = "v1"
}

resource "terraform_data" "two" {
  input = "v1"
}
