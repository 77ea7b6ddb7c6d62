/** Blocks that hold themselves, for which cdktf takes any value: the statements of a web ACL. */
import { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import { blockIf, blocks, bool, type Expr, fn, list, optional, optionalBlock, resource, string } from "tfwright";
import { defineOne, mainOf, problemsOf } from "../one-module";

const visibilityConfig = { cloudwatchMetricsEnabled: true, metricName: "m", sampledRequestsEnabled: false };

interface Given {
  readonly sets: Expr<readonly string[]>;
  readonly label: Expr<string | null>;
  readonly on: Expr<boolean>;
}

const moduleWith = (statement: (v: never) => unknown) =>
  defineOne({
    variables: { sets: list(string()), label: optional(string()), on: bool() },
    build(scope, v) {
      resource(scope, Wafv2WebAcl, "this", {
        name: "a",
        scope: "REGIONAL",
        description: fn.jsonencode([v.sets, v.label, v.on]),
        defaultAction: { allow: {} },
        visibilityConfig,
        rule: [{ name: "r", priority: 1, statement: statement(v as never), visibilityConfig }],
      });
      return {};
    },
  });

/** The statement of the rule, in one line. */
const statementOf = (statement: (v: never) => unknown) =>
  / {4}statement \{\n([\s\S]*?)\n {4}\}/
    .exec(mainOf(moduleWith(statement)))?.[1]
    ?.replace(/\s+/g, " ")
    .trim();

test.each<[string, (v: never) => unknown, string]>([
  [
    "objects are blocks, and lists of texts are arguments",
    () => ({ geo_match_statement: { country_codes: ["NL", "BE"] } }),
    'geo_match_statement { country_codes = ["NL", "BE"] }',
  ],
  [
    "names as in TypeScript",
    () => ({ managedRuleGroupStatement: { name: "a", vendorName: "AWS" } }),
    'managed_rule_group_statement { name = "a" vendor_name = "AWS" }',
  ],
  [
    "several, and empty ones",
    () => ({
      and_statement: { statement: [{ a_statement: { field_to_match: { body: {} } } }, { b_statement: { limit: 2 } }] },
    }),
    "and_statement { statement { a_statement { field_to_match { body {} } } } statement { b_statement { limit = 2 } } }",
  ],
  [
    "loops and conditions",
    (v: Given) => ({
      or_statement: { statement: blocks(v.sets as never, (arn) => ({ ip_set_reference_statement: { arn } })) },
      label_match_statement: optionalBlock(v.label as never, (key) => ({ scope: "LABEL", key })),
      not_statement: blockIf(v.on, () => ({ statement: { geo_match_statement: { country_codes: v.sets } } })),
    }),
    'or_statement { dynamic "statement" { for_each = var.sets content { ip_set_reference_statement { arn = statement.value } } } } ' +
      'dynamic "label_match_statement" { for_each = var.label[*] content { scope = "LABEL" key = label_match_statement.value } } ' +
      'dynamic "not_statement" { for_each = var.on ? [1] : [] content { statement { geo_match_statement { country_codes = var.sets } } } }',
  ],
])("%s", (_, statement, want) => {
  expect(statementOf(statement)).toBe(want);
});

test("an expression in the place of a block is told", () => {
  expect(problemsOf(moduleWith((v: Given) => v.sets))).toEqual([
    expect.objectContaining({ code: "not-a-block", path: "sample.aws_wafv2_web_acl.this.rule[0].statement" }),
  ]);
});
