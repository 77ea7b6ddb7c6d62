"""Writes the shop's orders to the lake: one row for each order, as Parquet, by day."""

import sys

from awsglue.context import GlueContext
from awsglue.job import Job
from awsglue.utils import getResolvedOptions
from pyspark.context import SparkContext

args = getResolvedOptions(sys.argv, ["JOB_NAME", "database", "source_table", "target"])
glue = GlueContext(SparkContext.getOrCreate())
job = Job(glue)
job.init(args["JOB_NAME"], args)

exported = glue.create_dynamic_frame.from_catalog(
    database=args["database"],
    table_name=args["source_table"],
    transformation_ctx="exported",
).toDF()

if exported.columns:
    orders = exported.dropDuplicates(["order_id"])
    orders.write.mode("append").partitionBy("order_date").parquet(args["target"])

job.commit()
