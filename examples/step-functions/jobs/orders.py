"""Writes the orders of one day from the export to the lake."""

import sys

from awsglue.context import GlueContext
from awsglue.utils import getResolvedOptions
from pyspark.context import SparkContext

arguments = getResolvedOptions(sys.argv, ["day", "source", "target"])
spark = GlueContext(SparkContext.getOrCreate()).spark_session

orders = spark.read.json(f"{arguments['source']}day={arguments['day']}/")
orders.write.mode("overwrite").parquet(f"{arguments['target']}day={arguments['day']}/")
