import { defineRule } from "../rule";
import { dataStoreTypes } from "./resources/data-stores";
import { matchLoss } from "./resources/destruction";

/** Reports an S3 bucket that is destroyed or replaced. */
export const bucketDestroyed = defineRule({
  code: "bucket-destroyed",
  section: "data-loss",
  level: "danger",
  title: "bucket destroyed",
  what: "A bucket that is destroyed or replaced.",
  why: "The next apply does not bring its content back.",
  bad: "`aws_s3_bucket.raw` is replaced, because its `bucket` changes.",
  good: "Its `tags` are updated in place.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html",
  looksAt: "resource",
  types: dataStoreTypes("bucket-destroyed"),
  check: matchLoss,
});
