environment       = "prod"
account_id        = "222222222222"
region            = "eu-west-1"
export_bucket     = "example-shop-export-prod"
lake_bucket       = "example-lake-prod"
schedule          = "cron(0 2 * * ? *)"
number_of_workers = 10
