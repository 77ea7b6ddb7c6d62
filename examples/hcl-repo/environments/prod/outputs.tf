output "lake" {
  description = "Where the orders are."
  value       = local.orders
}

output "database" {
  description = "Catalog database of the orders."
  value       = module.database.name
}

output "start" {
  description = "Trigger that starts the pipeline, also by hand: aws glue start-trigger --name NAME."
  value       = module.start.name
}
