/** Keys of instances, `dynamic` blocks that make nothing, and which instance a finding is of. */
import { lintFiles } from "../../src/policy-files";

function lint(main: string, others: Readonly<Record<string, string>> = {}) {
  const files = Object.entries({ "main.tf": main, ...others }).map(([path, text]) => ({ path, text }));
  const { findings, problems } = lintFiles(files, { today: "2026-09-26" });
  expect(problems).toEqual([]);
  return findings.filter(({ rule }) => rule !== "wildcard-resource");
}

const codes = (main: string, others?: Readonly<Record<string, string>>) =>
  lint(main, others).map(({ rule, line }) => `${line} ${rule}`);

const document = (forEach: string, resource: string) => `data "aws_iam_policy_document" "d" {
  for_each = ${forEach}
  statement {
    actions   = ["kms:Decrypt"]
    resources = ["${resource}"]
  }
}
`;
const KEY = "arn:aws:kms:${each.key}:123456789012:key/a";

describe("the key of an element of a set is its value", () => {
  test.each([
    ["an element that is not known", document("toset([var.h])", KEY)],
    ["a set that is not known", document("toset(var.r)", KEY)],
    ["what is united with it", document('setunion(var.r, ["eu-west-1"])', KEY)],
    [
      "a local of several",
      `locals { all = toset(distinct(concat([var.home], var.linked, local.more))) }\n${document("local.all", KEY)}`,
    ],
    ["a map that is not known", document("var.m", KEY)],
    ["a map that is made of it", document("{ for r in var.r : r => r }", KEY)],
    [
      "a `for` over a set",
      document('toset(["a"])', "arn:aws:kms:*:*:key/x").replace(
        '["arn:aws:kms:*:*:key/x"]',
        '[for k, v in toset([var.h, var.g]) : "arn:aws:kms:${k}:123456789012:key/a"]',
      ),
    ],
    [
      "a `dynamic` block over a set",
      `data "aws_iam_policy_document" "d" {
  dynamic "statement" {
    for_each = toset(var.r)
    content {
      actions   = ["sqs:SendMessage"]
      resources = ["arn:aws:sqs:\${statement.key}:123456789012:q"]
    }
  }
}
`,
    ],
  ])("%s", (_name, text) => {
    expect(codes(text)).toEqual([]);
  });

  test.each([
    ["an element that is no Region", document('toset(["0"])', KEY), ["5 malformed-arn"]],
    ["a number in a set", document("toset([7])", KEY), ["5 malformed-arn"]],
    [
      "the index of a list",
      document('toset(["a"])', "x").replace('["x"]', '[for i, v in ["a"] : "arn:aws:kms:${i}:123456789012:key/a"]'),
      ["5 malformed-arn"],
    ],
    [
      "the index of a set that became a list",
      document('toset(["a"])', "x").replace(
        '["x"]',
        '[for i, v in sort(toset(["eu-west-1"])) : "arn:aws:kms:${i}:123456789012:key/a"]',
      ),
      ["5 malformed-arn"],
    ],
  ])("still told: %s", (_name, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});

/** A policy whose dynamic statement has no resources for an instance without targets. */
const roles = (forEach: string, head = 'for_each = { a = { targets = ["x"] }, b = { targets = [] } }') => `
data "aws_iam_policy_document" "d" {
  ${head}
  statement {
    actions   = ["s3:ListAllMyBuckets"]
    resources = ["*"]
  }
  dynamic "statement" {
    for_each = ${forEach}
    content {
      actions   = ["sts:AssumeRole"]
      resources = flatten([for target in each.value.targets : ["arn:aws:iam::123456789012:role/\${target}"]])
    }
  }
}
`;

describe("a dynamic block that makes nothing is not there", () => {
  test.each([
    ["by a length", "length(each.value.targets) > 0 ? [1] : []"],
    ["by a length that is not 0", "length(each.value.targets) != 0 ? { a = 1 } : {}"],
    ["by several conditions", "!(length(each.value.targets) == 0) && true ? toset([1]) : toset([])"],
    ["by its key", 'contains(["b"], each.key) ? [] : ["x"]'],
    ["by the list itself", "each.value.targets"],
    ["by a condition that is not known", "can(each.value.targets[0]) ? [1] : []"],
    ["by a variable", "var.on ? [1] : []"],
  ])("%s", (_name, forEach) => {
    expect(codes(roles(forEach))).toEqual([]);
  });

  test("of a file", () => {
    const head = 'for_each = jsondecode(file("${path.module}/roles.json"))';
    const file = { "roles.json": '{ "a": { "targets": ["x"] }, "b": { "targets": [] } }' };
    expect(codes(roles("length(each.value.targets) > 0 ? [1] : []", head), file)).toEqual([]);
  });

  test.each([
    ["a condition that holds", "length(each.value.targets) == 0 ? [1] : []"],
    ["no condition", "[1]"],
    ["another instance's condition", 'each.key == "b" ? [1] : []'],
  ])("still told: %s", (_name, forEach) => {
    expect(codes(roles(forEach))).toContain("10 no-resource-element");
  });

  test("conditions in a statement", () => {
    const text = (forEach: string) => `locals { conditions = [] }
data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::a/b"]
    dynamic "condition" {
      for_each = ${forEach}
      content {
        test     = "StringEqals"
        variable = "aws:PrincipalTag/a"
        values   = ["b"]
      }
    }
  }
}
`;
    expect(codes(text("length(local.conditions) > 0 ? [1] : []"))).toEqual([]);
    expect(codes(text("length(local.conditions) >= 0 ? [1] : []"))).toEqual(["8 invalid-operator"]);
  });

  test("a list of a number of elements that nobody knows decides nothing", () => {
    const text = (list: string) => roles(`length(${list}) == 1 ? [1] : []`);
    // Taken for a length of one, the statement would be there, with a list that is known to be empty.
    expect(codes(text("concat(var.a)"))).toEqual([]);
    expect(codes(text("[for x in var.a : x]"))).toEqual([]);
    expect(codes(text("flatten([for x in var.a : [x.b]])"))).toEqual([]);
    expect(codes(text('["a"]'))).toContain("10 no-resource-element");
  });
});

describe("a finding of some instances names them", () => {
  const bucket = (forEach: string) => `resource "aws_iam_role_policy" "p" {
  for_each = ${forEach}
  policy = jsonencode({ Version = "2012-10-17", Statement = [
    { Effect = "Allow", Action = "s3:ListBucket", Resource = each.value }] })
}`;

  test.each([
    ["one of two", '{ raw = "arn:aws:s3:::raw", in = "arn:aws:s3:::raw/*" }', /this is so for the `each\.key` "in"$/],
    ["of a set", 'toset(["arn:aws:s3:::a", "arn:aws:s3:::a/b"])', /`each\.key` "arn:aws:s3:::a\/b"$/],
    [
      "of many",
      `{ ok = "arn:aws:s3:::raw", ${["a", "b", "c", "d", "e"].map((key) => `${key} = "arn:aws:s3:::${key}/x"`).join(", ")} }`,
      /`each\.key` "a", "b", "c" and 2 more$/,
    ],
  ])("%s", (_name, forEach, hint) => {
    expect(lint(bucket(forEach))).toMatchObject([
      { rule: "resource-type-mismatch", hint: expect.stringMatching(hint) },
    ]);
  });

  test.each([
    ["all", '{ a = "arn:aws:s3:::raw/a", b = "arn:aws:s3:::raw/*" }'],
    ["the only one", '{ a = "arn:aws:s3:::raw/a" }'],
  ])("not where it is of %s", (_name, forEach) => {
    const [finding] = lint(bucket(forEach));
    expect(finding?.rule).toBe("resource-type-mismatch");
    expect(finding?.hint).not.toMatch(/each\.key/);
  });
});
