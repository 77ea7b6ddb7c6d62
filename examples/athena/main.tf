# Names, so that a plan shows the whole policy: Terraform reads a policy document only at apply if it refers to a resource
# that is still to be created.
locals {
  database  = "orders"
  workgroup = "orders"
  catalog   = "arn:aws:glue:${var.region}:${var.account_id}"
}

module "database" {
  source = "../../generated/modules/glue-catalog-database"

  name        = local.database
  description = "Orders of the shop"

  tables = {
    items = {
      location = "s3://${var.lake_bucket}/orders/items/"
      format   = "parquet"
      columns = [
        { name = "id", type = "bigint" },
        { name = "price", type = "decimal(10,2)" },
      ]
      partition_keys = [{ name = "day", type = "date" }]

      # Athena computes the partitions, and nothing must add them to the catalog.
      parameters = {
        "projection.enabled"    = "true"
        "projection.day.type"   = "date"
        "projection.day.format" = "yyyy-MM-dd"
        "projection.day.range"  = "2026-01-01,NOW"
      }
    }
  }
}

# Where queries run, and what they may read and cost

resource "aws_s3_bucket" "results" {
  bucket = var.results_bucket
}

resource "aws_s3_bucket_public_access_block" "results" {
  bucket = aws_s3_bucket.results.bucket

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_lifecycle_configuration" "results" {
  bucket = aws_s3_bucket.results.bucket

  rule {
    id     = "old-results"
    status = "Enabled"

    filter {}

    expiration {
      days = 30
    }
  }
}

resource "aws_athena_workgroup" "orders" {
  name        = local.workgroup
  description = "Queries on the orders"

  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    bytes_scanned_cutoff_per_query     = 10 * 1024 * 1024 * 1024

    result_configuration {
      output_location       = "s3://${aws_s3_bucket.results.bucket}/orders/"
      expected_bucket_owner = var.account_id

      encryption_configuration {
        encryption_option = "SSE_S3"
      }
    }
  }
}

resource "aws_athena_named_query" "revenue" {
  name      = "revenue-by-day"
  workgroup = aws_athena_workgroup.orders.name
  database  = module.database.name
  query     = "SELECT day, sum(price) AS revenue FROM items GROUP BY day ORDER BY day DESC"
}

# What somebody needs who runs queries: the statements of `tfwright grant` (README.md), with names of this workspace

data "aws_iam_policy_document" "reader" {
  statement {
    sid       = "FindBucketOfResults"
    actions   = ["s3:GetBucketLocation"]
    resources = ["arn:aws:s3:::${var.results_bucket}"]
  }

  statement {
    sid       = "ListData"
    actions   = ["s3:ListBucket"]
    resources = ["arn:aws:s3:::${var.lake_bucket}"]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["orders/items/*"]
    }
  }

  statement {
    sid       = "ReadData"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::${var.lake_bucket}/orders/items/*"]
  }

  statement {
    sid       = "FindDatabase"
    actions   = ["glue:GetDatabase"]
    resources = ["${local.catalog}:catalog", "${local.catalog}:database/${local.database}"]
  }

  statement {
    sid = "ReadTable"
    actions = [
      "glue:BatchGetPartition",
      "glue:GetPartition",
      "glue:GetPartitions",
      "glue:GetTable",
      "glue:GetTables",
    ]
    resources = [
      "${local.catalog}:catalog",
      "${local.catalog}:database/${local.database}",
      "${local.catalog}:table/${local.database}/items",
    ]
  }

  statement {
    sid       = "ListResults"
    actions   = ["s3:ListBucket"]
    resources = ["arn:aws:s3:::${var.results_bucket}"]

    condition {
      test     = "StringLike"
      variable = "s3:prefix"
      values   = ["orders/*"]
    }
  }

  statement {
    sid       = "WriteResults"
    actions   = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"]
    resources = ["arn:aws:s3:::${var.results_bucket}/orders/*"]
  }

  statement {
    sid = "RunQueries"
    actions = [
      "athena:GetNamedQuery",
      "athena:GetQueryExecution",
      "athena:GetQueryResults",
      "athena:GetWorkGroup",
      "athena:StartQueryExecution",
      "athena:StopQueryExecution",
    ]
    resources = ["arn:aws:athena:${var.region}:${var.account_id}:workgroup/${local.workgroup}"]
  }
}

resource "aws_iam_policy" "reader" {
  name        = "orders-athena-reader"
  description = "Runs queries on the items of the orders"
  policy      = data.aws_iam_policy_document.reader.json
}
