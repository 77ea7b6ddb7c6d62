resource "terraform_data" "order" {
  input = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "Catalog", Effect = "Allow", Action = ["glue:GetTable", "glue:GetDatabase"], Resource = "*" }, { Sid = "Objects", Effect = "Allow", Action = ["s3:PutObject", "s3:GetObject"], Resource = "arn:aws:s3:::data-lake-test-target-s3/*" }]
  })
}

resource "terraform_data" "form" {
  input = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "Objects", Effect = "Allow", Action = ["s3:GetObject"], Resource = ["arn:aws:s3:::data-lake-test-target-s3/*"] }]
  })
}

resource "terraform_data" "gained" {
  input = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "Objects", Effect = "Allow", Action = ["s3:GetObject", "s3:DeleteObject"], Resource = "arn:aws:s3:::data-lake-test-target-s3/*" }]
  })
}
