/** The order in which arguments are written, and that nothing stands in quotes that need not. */
import { ejectStack } from "../../src/eject/eject-stack";

function mainOf(stack: object): string {
  const { files } = ejectStack("cdk.tf.json", JSON.stringify(stack), { exact: () => undefined, locked: new Map() });
  return files.get("main.tf") ?? "";
}

const AWS = { terraform: { required_providers: { aws: { source: "aws", version: "~> 6.0" } } } };

test("a dynamic block says first what it goes through", () => {
  const dynamic = { tag: { content: { key: "${one.key}" }, iterator: "one", for_each: ["x"] } };
  expect(mainOf({ ...AWS, resource: { aws_autoscaling_group: { a: { dynamic, max_size: 1 } } } })).toBe(
    `resource "aws_autoscaling_group" "a" {
  max_size = 1

  dynamic "tag" {
    for_each = ["x"]
    iterator = one

    content {
      key = one.key
    }
  }
}
`,
  );
});

test("`source` and `version` come first in a module, and where they are of the language", () => {
  const resource = {
    aws_eks_cluster: { e: { name: "x", version: "1.30" } },
    terraform_data: { t: { provisioner: [{ file: { destination: "/x", source: "y" } }] } },
  };
  const module = { m: { a: 1, count: 2, version: "1.0.0", source: "a/b/c" } };
  expect(mainOf({ ...AWS, resource, module })).toBe(
    `resource "aws_eks_cluster" "e" {
  name    = "x"
  version = "1.30"
}

resource "terraform_data" "t" {
  provisioner "file" {
    destination = "/x"
    source      = "y"
  }
}

module "m" {
  source  = "a/b/c"
  version = "1.0.0"
  count   = 2

  a = 1
}
`,
  );
});

test.each([
  ['${"${var.x}"}', "var.x"],
  ['${"${"${var.x}"}"}', "var.x"],
  ['${"${"x"}"}', '"x"'],
  ['${"${var.x}-"}', '"${var.x}-"'],
  ['-${"${var.x}"}', '"-${var.x}"'],
])("%s", (value, want) => {
  expect(mainOf({ locals: { a: value } })).toBe(`locals {\n  a = ${want}\n}\n`);
});

test("an import says first what it is of", () => {
  const stack = {
    ...AWS,
    import: [
      { id: "z", provider: "aws.west", to: "aws_s3_bucket.b" },
      { for_each: ["a"], id: "${each.key}", to: "aws_s3_bucket.c[each.key]" },
    ],
  };
  expect(mainOf(stack)).toBe(
    `import {
  to       = aws_s3_bucket.b
  id       = "z"
  provider = aws.west
}

import {
  for_each = ["a"]
  to       = aws_s3_bucket.c[each.key]
  id       = each.key
}
`,
  );
});

test("a provider that Terraform takes for the type in any case is not named", () => {
  const stack = {
    terraform: {
      required_providers: {
        aws: { source: "aws", version: "~> 6.0" },
        "google-beta": { source: "google-beta", version: "~> 6.0" },
      },
    },
    data: { aws_region: { r: { provider: "aws" } } },
    resource: {
      aws_sqs_queue: { a: { provider: "aws", name: "a" }, b: { provider: "aws.west", name: "b" } },
      google_pubsub_topic: { t: { provider: "google-beta", name: "t" } },
    },
    module: { m: { source: "a/b/c", provider: "aws", providers: { aws: "aws" } } },
  };
  expect(mainOf(stack)).toBe(
    `data "aws_region" "r" {}

resource "aws_sqs_queue" "a" {
  name = "a"
}

resource "aws_sqs_queue" "b" {
  provider = aws.west

  name = "b"
}

resource "google_pubsub_topic" "t" {
  provider = google-beta

  name = "t"
}

module "m" {
  source    = "a/b/c"
  providers = { aws = aws }

  provider = "aws"
}
`,
  );
});

test.each([
  ["${toset(toset(var.a))}", "toset(var.a)"],
  ["${toset(toset(toset([var.a])))}", "toset([var.a])"],
  ["${toset(sort(toset(var.a)))}", "toset(sort(toset(var.a)))"],
  ["${tolist(toset(var.a))}", "tolist(toset(var.a))"],
])("%s", (value, want) => {
  const stack = { ...AWS, resource: { aws_sqs_queue: { q: { for_each: value, name: "${each.value}" } } } };
  expect(mainOf(stack)).toBe(`resource "aws_sqs_queue" "q" {\n  for_each = ${want}\n\n  name = each.value\n}\n`);
});
