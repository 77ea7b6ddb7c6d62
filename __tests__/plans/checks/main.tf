variable "retention_days" {
  type    = number
  default = 7

  validation {
    condition     = var.retention_days > 0
    error_message = "The retention must be positive."
  }
}

resource "terraform_data" "logs" {
  for_each = toset(["jobs", "crawlers"])

  input = var.retention_days

  lifecycle {
    postcondition {
      condition     = self.output != 0
      error_message = "No retention."
    }
  }
}

check "retention" {
  assert {
    condition     = var.retention_days >= 30
    error_message = "Logs are kept for ${var.retention_days} days only; the rule is 30 | <b>at least</b>."
  }

  assert {
    condition     = length(terraform_data.logs) == 3
    error_message = "Logs of `tables` are missing."
  }
}

check "after_apply" {
  assert {
    condition     = terraform_data.logs["jobs"].output == var.retention_days
    error_message = "The retention was not set."
  }
}
