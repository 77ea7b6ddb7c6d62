locals {
  name   = "orders-${var.environment}"
  export = "s3://${var.export_bucket}/orders/"
  orders = "s3://${aws_s3_bucket.lake.bucket}/orders/"
  script = "s3://${aws_s3_object.script.bucket}/${aws_s3_object.script.key}"
  tables = "${module.database.name}.*"
}

resource "aws_s3_bucket" "lake" {
  bucket = var.lake_bucket
}

resource "aws_s3_bucket_public_access_block" "lake" {
  bucket = aws_s3_bucket.lake.bucket

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_object" "script" {
  bucket      = aws_s3_bucket.lake.bucket
  key         = "scripts/orders.py"
  source      = "${path.module}/../../jobs/orders.py"
  source_hash = filemd5("${path.module}/../../jobs/orders.py")
}

module "database" {
  source = "git::https://example.com/your/repository.git//generated/modules/glue-catalog-database?ref=v1.0.0"

  name        = replace(local.name, "-", "_")
  description = "Orders of the shop"
}

# The crawler: from the export to tables of the database

module "crawler_role" {
  source = "git::https://example.com/your/repository.git//generated/modules/glue-role?ref=v1.0.0"

  name         = "${local.name}-crawler"
  used_by      = ["crawler"]
  account_id   = var.account_id
  read_s3      = [local.export]
  write_tables = [local.tables]
}

module "crawler" {
  source = "git::https://example.com/your/repository.git//generated/modules/glue-crawler?ref=v1.0.0"

  name          = local.name
  role_arn      = module.crawler_role.arn
  database_name = module.database.name
  table_prefix  = "export_"

  s3_targets = [
    { path = local.export, exclusions = ["**/_temporary/**"] },
  ]
}

# The job: from the tables to the lake

module "job_role" {
  source = "git::https://example.com/your/repository.git//generated/modules/glue-role?ref=v1.0.0"

  name        = "${local.name}-job"
  account_id  = var.account_id
  read_s3     = [local.export, local.script]
  write_s3    = [local.orders]
  read_tables = [local.tables]
}

module "job" {
  source = "git::https://example.com/your/repository.git//generated/modules/glue-job?ref=v1.0.0"

  name              = local.name
  description       = "Writes the shop's orders to the lake"
  role_arn          = module.job_role.arn
  script_location   = local.script
  glue_version      = "5.0"
  number_of_workers = var.number_of_workers
  timeout           = 60
  bookmarks         = "enable"

  default_arguments = {
    "--database"     = module.database.name
    "--source_table" = "export_orders"
    "--target"       = local.orders
  }
}

# Both in turn. Glue waits only for a crawler that a trigger has started, so the crawler has no schedule of its own.

module "start" {
  source = "git::https://example.com/your/repository.git//generated/modules/glue-trigger?ref=v1.0.0"

  name     = "${local.name}-start"
  schedule = var.schedule
  starts   = [{ crawler = module.crawler.name }]
}

module "after_crawl" {
  source = "git::https://example.com/your/repository.git//generated/modules/glue-trigger?ref=v1.0.0"

  name   = "${local.name}-after-crawl"
  after  = [{ crawler = module.crawler.name }]
  starts = [{ job = module.job.name }]
}
