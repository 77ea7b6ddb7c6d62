resource "terraform_data" "one" {
  input = "v2"
}

resource "terraform_data" "two" {
  input = "v2"
}
