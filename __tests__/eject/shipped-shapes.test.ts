import type { ShapeKind } from "../../src/eject/body-shape";
import { shippedShapes } from "../../src/eject/shipped-shapes";
import { memberAt } from "./member-at";

const STATEMENT = "rule.statement.and_statement.statement.or_statement.statement";

const SAMPLES: readonly [string, string, ShapeKind, string, string, string][] = [
  ["hashicorp/aws", "6.34.0", "resource", "aws_security_group", "ingress", "attribute, or blocks"],
  ["hashicorp/aws", "6.34.0", "resource", "aws_security_group", "ingress.cidr_blocks", "attribute"],
  ["hashicorp/aws", "6.34.0", "resource", "aws_security_group", "timeouts", "block"],
  ["hashicorp/aws", "6.34.0", "resource", "aws_security_group", "tags", "attribute"],
  ["hashicorp/aws", "6.34.0", "resource", "aws_wafv2_web_acl", STATEMENT, "block"],
  [
    "hashicorp/aws",
    "6.34.0",
    "resource",
    "aws_wafv2_web_acl",
    `${STATEMENT}.byte_match_statement.text_transformation`,
    "block",
  ],
  [
    "hashicorp/aws",
    "6.34.0",
    "resource",
    "aws_wafv2_web_acl",
    `${STATEMENT}.byte_match_statement.search_string`,
    "attribute",
  ],
  ["hashicorp/aws", "6.34.0", "provider", "", "assume_role", "block"],
  ["hashicorp/aws", "6.34.0", "provider", "", "region", "attribute"],
  ["hashicorp/aws", "6.34.0", "data", "aws_iam_policy_document", "statement.condition", "block"],
];

test.each(SAMPLES)("%s %s: %s %s: %s is: %s", (source, version, kind, type, path, want) => {
  expect(memberAt(shippedShapes(source, version)?.shape(kind, type), path)).toBe(want);
});
