import { arn } from "../../../src/iam/arn/arn-build";
import { glueAncestors, glueChildren } from "../../../src/iam/arn/catalog-tree";
import { resourceType } from "../../../src/iam/data/authorization";

const at = (resource: string) => `arn:aws:glue:us-east-1:123456789012:${resource}`;
const above = (resource: string) => glueAncestors(at(resource)).map((node) => node.arn.slice(at("").length));
const below = (resource: string) => glueChildren(at(resource)).map((node) => node.arn.slice(at("").length));

test.each([
  ["table/sales/orders", ["database/sales", "catalog"]],
  ["table/sales/*", ["database/sales", "catalog"]],
  ["table/*/orders", ["database/*", "catalog"]],
  ["table/*", ["database/*", "catalog"]],
  ["table/stag*", ["database/stag*", "catalog"]],
  ["table/${var.db}/${each.value/x}", ["database/${var.db}", "catalog"]],
  ["tableVersion/sales/orders/3", ["database/sales", "catalog"]],
  ["userDefinedFunction/sales/mask", ["database/sales", "catalog"]],
  ["database/sales", ["catalog"]],
  ["database/*", ["catalog"]],
  ["connection/redshift", ["catalog"]],
  ["catalog/lake", ["catalog"]],
  ["catalog", []],
  ["job/a", []],
  ["*", []],
  ["schema/events/order", ["registry/events"]],
  [
    "table/s3tablescatalog/bucket/ns/orders",
    ["database/s3tablescatalog/bucket/ns", "catalog/s3tablescatalog/bucket", "catalog/s3tablescatalog", "catalog"],
  ],
  ["database/s3tablescatalog/bucket/ns", ["catalog/s3tablescatalog/bucket", "catalog/s3tablescatalog", "catalog"]],
  ["database/s3tablescatalog/*", ["catalog/s3tablescatalog/*", "catalog/s3tablescatalog", "catalog"]],
  ["catalog/s3tablescatalog/bucket", ["catalog/s3tablescatalog", "catalog"]],
])("above %s", (resource, expected) => expect(above(resource)).toEqual(expected));

test("below a database are tables and functions, below a nested catalog all of it", () => {
  expect(below("database/sales")).toEqual(["table/sales/*", "userDefinedFunction/sales/*"]);
  expect(below("catalog/lake")).toEqual(["database/lake/*", "table/lake/*", "userDefinedFunction/lake/*"]);
  expect(below("table/sales/orders")).toEqual([]);
  expect(below("catalog")).toEqual([]);
});

test("types are those of the data; tokens stay; other services have no tree", () => {
  const token = "arn:${local.p}:glue:${var.region}:${var.account}:table/${var.db}/*";
  expect(glueAncestors(token)).toEqual([
    { type: "database", arn: "arn:${local.p}:glue:${var.region}:${var.account}:database/${var.db}" },
    { type: "rootcatalog", arn: "arn:${local.p}:glue:${var.region}:${var.account}:catalog" },
  ]);
  for (const node of [...glueAncestors(at("table/a/b/c/d")), ...glueChildren(at("database/a"))]) {
    expect(resourceType("glue", node.type)?.name).toBe(node.type);
  }
  expect(glueAncestors("arn:aws:s3:::raw/a/b")).toEqual([]);
  expect(glueAncestors("table/sales/orders")).toEqual([]);
});

test("an ARN of a builder", () => {
  const values = { partition: "aws", region: "us-east-1", account: "123456789012", database: "a", table: "b" };
  expect(glueAncestors(arn.glue.table(values)).map((node) => node.type)).toEqual(["database", "rootcatalog"]);
});
