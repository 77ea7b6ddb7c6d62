import { ejectStack } from "../../src/eject/eject-stack";

const OPTIONS = { exact: () => undefined, locked: new Map<string, string>() };

function filesOf(stack: object): ReadonlyMap<string, string> {
  return ejectStack("cdk.tf.json", JSON.stringify(stack), OPTIONS).files;
}

/** So many of a type, each with its own name. */
function many(count: number, body: object = {}): object {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${index}`, body]));
}

describe("the order of arguments", () => {
  test("of a variable and an output is that of people, not of the alphabet", () => {
    const files = filesOf({
      variable: {
        v: {
          default: "a",
          description: "A.",
          nullable: false,
          sensitive: true,
          type: "string",
          validation: { condition: "${true}", error_message: "No." },
        },
      },
      output: { o: { depends_on: ["aws_a.b"], description: "A.", sensitive: true, value: 1 } },
    });
    expect(files.get("variables.tf")).toBe(`variable "v" {
  description = "A."
  type        = string
  default     = "a"
  sensitive   = true
  nullable    = false

  validation {
    condition     = true
    error_message = "No."
  }
}
`);
    expect(files.get("outputs.tf")).toBe(`output "o" {
  description = "A."
  value       = 1
  sensitive   = true

  depends_on = [aws_a.b]
}
`);
  });

  test("what the language calls `source`, `version`, `count` and `provider` is a provider's own name elsewhere", () => {
    const files = filesOf({
      resource: {
        aws_s3_object: { o: { bucket: "b", key: "k", source: "assets/x", version: "1", provider: "aws.a" } },
        aws_autoscaling_group: { g: { launch_template: { id: "x", version: "1" }, max_size: 1 } },
      },
      module: { m: { a: 1, source: "x/y/z", version: "1.0.0", for_each: [] } },
    });
    expect(files.get("main.tf")).toBe(`resource "aws_s3_object" "o" {
  provider = aws.a

  bucket  = "b"
  key     = "k"
  source  = "assets/x"
  version = "1"
}

resource "aws_autoscaling_group" "g" {
  max_size = 1

  launch_template {
    id      = "x"
    version = "1"
  }
}

module "m" {
  source   = "x/y/z"
  version  = "1.0.0"
  for_each = []

  a = 1
}
`);
  });

  test("an alias is the first argument of a provider, beside the others", () => {
    const files = filesOf({ provider: { aws: [{ allowed_account_ids: ["1"], alias: "west", region: "us-west-2" }] } });
    expect(files.get("providers.tf")).toBe(`provider "aws" {
  alias               = "west"
  allowed_account_ids = ["1"]
  region              = "us-west-2"
}
`);
  });
});

describe("the files of a large stack", () => {
  const large = filesOf({
    data: { aws_caller_identity: { me: {} }, aws_region: { here: {} } },
    resource: {
      aws_subnet: many(10),
      aws_vpc: many(1),
      aws_security_group: many(3),
      aws_instance: many(2),
      aws_iam_role: many(20),
      aws_iam_policy: many(10),
      aws_lb: many(1),
      aws_alb: many(1),
      aws_sqs_queue: many(1),
      null_resource: many(2),
    },
  });

  test("are the services, and what belongs to none, or stands alone, is in main.tf", () => {
    expect([...large.keys()]).toEqual([
      "ec2.tf",
      "iam.tf",
      "lb.tf",
      "main.tf",
      "network.tf",
      "null.tf",
      "outputs.tf",
      "variables.tf",
    ]);
    const main = large.get("main.tf") ?? "";
    expect(main.match(/^\w+ "\w+"/gm)).toEqual([
      'data "aws_caller_identity"',
      'data "aws_region"',
      'resource "aws_sqs_queue"',
    ]);
  });

  test("an empty main.tf says where the resources are", () => {
    expect(filesOf({ resource: { aws_iam_role: many(41) } }).get("main.tf")).toBe(
      "# The resources are in files by service, such as iam.tf.\n",
    );
    expect(filesOf({ resource: { strange_thing: { a: { b: { c: 1 } } } } }).get("main.tf")).toBe(
      "# The resources are in remaining.tf.json.\n",
    );
    expect(filesOf({}).get("main.tf")).toBe("# This stack has no resources.\n");
  });
});
