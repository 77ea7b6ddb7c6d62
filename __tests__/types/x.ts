import { GlueCatalogTable } from "@cdktf/provider-aws/lib/glue-catalog-table";
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import { blocks, type ExprsOf, list, number, object, optional, optionalBlock, resource, string } from "tfwright";
const variables = { l: list(object({ a: string(), n: list(number()) })), o: optional(object({ id: string() })) };
declare const v: ExprsOf<typeof variables>;
declare const scope: import("constructs").Construct;
// 1 nested in a written-out struct
resource(scope, GlueCatalogTable, "this", { name: "t", databaseName: "d", storageDescriptor: { columns: blocks(v.l, (c) => ({ name: c.a })) } });
// 2 nested in blocks
resource(scope, GlueCatalogTable, "this", { name: "t", databaseName: "d", storageDescriptor: optionalBlock(v.o, (o) => ({ location: o.id, columns: blocks(v.l, (c) => ({ name: c.a })) })) });
// 3 optional config parameter
resource(scope, DataAwsIamPolicyDocument, "this", { statement: blocks(v.l, (c) => ({ sid: c.a })) });
resource(scope, DataAwsIamPolicyDocument, "this", { statement: blocks(v.l, (c) => ({ sid: c.a, condition: blocks(c.n, () => ({ test: "a", variable: "b", values: ["x"] })) })) });
resource(scope, DataAwsIamPolicyDocument, "this", { statement: [{ sid: "a", condition: blocks(v.l, () => ({ test: "a", variable: "b", values: ["x"] })) }] });
const vis = { cloudwatchMetricsEnabled: true, metricName: "m", sampledRequestsEnabled: true };
resource(scope, Wafv2WebAcl, "this", { name: "w", scope: "R", visibilityConfig: vis, defaultAction: { allow: optionalBlock(v.o, () => ({ customRequestHandling: { insertHeader: [{ name: "a", value: "b" }] } })) } });
resource(scope, Wafv2WebAcl, "this", { name: "w", scope: "R", visibilityConfig: vis, defaultAction: { allow: { customRequestHandling: { insertHeader: blocks(v.l, (c) => ({ name: c.a, value: "b" })) } } } });
