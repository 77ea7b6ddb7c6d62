output "host" {
  value     = "db.internal"
  sensitive = true
}

output "connection" {
  value     = { host = "db.internal", token = "correct-horse-battery" }
  sensitive = true
}

output "user" {
  value     = "orders"
  sensitive = true
}

output "port" {
  value = 5432
}
