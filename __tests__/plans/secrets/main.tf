terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0"
    }
  }
}

provider "aws" {
  region = "ap-northeast-1"
}

variable "password" {
  type      = string
  default   = "Tr0ub4dor & <3> \"quotes\""
  sensitive = true
}

variable "pin" {
  type      = string
  default   = "4711"
  sensitive = true
}

variable "number" {
  type      = number
  default   = 73911846
  sensitive = true
}

variable "user" {
  type      = string
  default   = "lake_admin"
  sensitive = true
}

variable "key" {
  type      = string
  default   = "-----BEGIN PRIVATE KEY-----\nMIIBVgIBADANBgkqhkiG9w0BAQEFAASCAUAwggE8AgEAAkEA7exampleexample\n-----END PRIVATE KEY-----\n"
  sensitive = true
}

resource "terraform_data" "marked" {
  input = { password = var.password, pin = var.pin, number = var.number, key = var.key, open = "open" }
}

# The same values without their marks, as they turn up elsewhere
resource "terraform_data" "unmarked" {
  input = {
    plain     = nonsensitive("the password is ${var.password}!")
    json      = nonsensitive(jsonencode({ deep = jsonencode([var.password]) }))
    base64    = nonsensitive(base64encode(var.password))
    basic     = nonsensitive("Basic ${base64encode("user:${var.password}")}")
    shifted   = nonsensitive("prefix-${base64encode("x${var.password}y")}")
    url       = nonsensitive("https://example.com/?q=${urlencode(var.password)}")
    number    = nonsensitive("code ${var.number}")
    numeric   = nonsensitive(var.number)
    key       = nonsensitive("a ${var.key} b")
    short     = nonsensitive("pin ${var.pin}")
    user      = nonsensitive("user ${var.user}")
    encoded   = nonsensitive(base64encode(jsonencode({ a = var.password })))
    multiline = nonsensitive("first\n  ${var.password}\nlast")
  }
}

# Its name is one of the secrets: addresses stay
resource "terraform_data" "lake_admin" {
  input = "x"
}

resource "terraform_data" "by_key" {
  for_each = toset([nonsensitive(var.password)])

  input = "x"
}

resource "aws_glue_job" "this" {
  name     = "data-lake-test-job"
  role_arn = "arn:aws:iam::111111111111:role/data-lake-test-job-role"

  command {
    script_location = "s3://data-lake-test-target-s3/scripts/job.py"
  }

  default_arguments = {
    "--password"      = "Gl4e-argument"
    "--DB_SECRET"     = "Gl4e-secret"
    "--api-token"     = "Gl4e-token"
    "--KEY"           = "Gl4e-key"
    "--aws-key"       = "AKIAIOSFODNN7EXAMPLE"
    "--random"        = "q8Zr2LmX7vKp3NwTy6BsHd4Jc9Gf"
    "--jdbc"          = "jdbc:postgresql://db.example.com:5432/lake?user=etl&password=Jdbc4pass"
    "--url"           = "mysql://etl:Url4pass@db.example.com/lake"
    "--conf"          = "spark.a=1 --conf spark.hadoop.fs.s3a.secret.key=Conf4pass"
    "--partition_key" = "customer_id"
    "--secret_arn"    = "arn:aws:secretsmanager:ap-northeast-1:111111111111:secret:db-AbCdEf"
    "--TempDir"       = "s3://data-lake-test-target-s3/temp/"
  }
}

resource "aws_glue_connection" "db" {
  name = "lake-db"

  connection_properties = {
    JDBC_CONNECTION_URL = "jdbc:mysql://db.example.com:3306/lake"
    USERNAME            = "etl"
    PASSWORD            = "C0nnection-pass"
  }
}

resource "terraform_data" "shapes" {
  input = {
    echo   = "the job gets Gl4e-argument and C0nnection-pass"
    script = "export TOKEN='Sh3ll-token'\ncurl -H 'Authorization: Bearer H3ader-token' --password Fl4g-pass x"
    pairs  = jsonencode([{ name = "DB_PASSWORD", value = "p4ired" }])
  }
}

output "secret" {
  value     = var.password
  sensitive = true
}
