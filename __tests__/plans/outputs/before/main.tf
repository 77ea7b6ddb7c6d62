output "removed" {
  value = "arn:aws:glue:ap-northeast-1:111111111111:job/data-lake-test-job"
}

output "changed" {
  value = "s3://data-lake-test-target-s3/v1/"
}

output "retyped" {
  value = "orders,customers"
}

output "same" {
  value = "same"
}

output "secret" {
  value     = "before-horse-battery"
  sensitive = true
}
