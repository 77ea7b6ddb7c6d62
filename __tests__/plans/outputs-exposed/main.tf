output "host" {
  value = "db.internal"
}

output "connection" {
  value = { host = "db.internal", token = "correct-horse-battery" }
}

output "user" {
  value     = "orders-2"
  sensitive = true
}

output "port" {
  value     = 5432
  sensitive = true
}
