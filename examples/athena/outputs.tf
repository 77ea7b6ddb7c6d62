output "workgroup" {
  description = "Workgroup that runs the queries."
  value       = aws_athena_workgroup.orders.name
}

output "reader_policy_arn" {
  description = "Policy for the role of somebody who runs queries."
  value       = aws_iam_policy.reader.arn
}
