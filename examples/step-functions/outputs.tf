output "state_machine_arn" {
  description = "State machine that runs the job: aws stepfunctions start-execution --state-machine-arn ARN --input '{\"day\": \"2026-01-01\"}'."
  value       = aws_sfn_state_machine.orders.arn
}
