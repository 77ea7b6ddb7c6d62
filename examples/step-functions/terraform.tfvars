account_id  = "111111111111"
region      = "eu-west-1"
lake_bucket = "example-lake"
