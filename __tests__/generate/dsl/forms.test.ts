/** Over 400 lines because each form of a definition has its case here. */
/** Each form of a definition, and the HCL it gives. */
import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import { GlueTrigger } from "@cdktf/provider-aws/lib/glue-trigger";
import {
  any,
  bool,
  each,
  fn,
  gt,
  list,
  local,
  lt,
  map,
  moduleCall,
  ne,
  nullOrValid,
  number,
  object,
  oneOf,
  optional,
  output,
  resource,
  set,
  string,
  toMap,
  tuple,
} from "tfwright";
import { AWS, defineOne, mainOf, textOf } from "../one-module";

/** `variables.tf` with one variable, without the line of its name. */
/** A message that names an element: `lists` are those of the sentences about the elements. */
const naming = (message: string, lists: readonly string[]) => {
  const showsValue = lists.some((line) => line.includes("jsonencode"));
  const [, loop] = /^ *\[\s*([\s\S]*?)\s*\],$/.exec(lists.join("\n")) ?? [];
  const told =
    loop === undefined
      ? ["      coalesce(flatten([", ...lists, '        "All elements are right.",', "      ])...),"]
      : [
          "      coalesce(concat([",
          ...loop.split("\n").map((line) => `        ${line.trim()}`),
          '      ], ["All elements are right."])...),',
        ];
  return [
    showsValue ? '    error_message = replace(replace(replace(join(" ", [' : '    error_message = join(" ", [',
    `      "${message}",`,
    ...told,
    showsValue ? String.raw`    ]), "\\u003c", "<"), "\\u003e", ">"), "\\u0026", "&")` : "    ])",
  ];
};

/** The rule that no element is null, and the empty line behind it. */
const notNull = (item: string, key: string, place: string) => [
  "  validation {",
  `    condition = alltrue([for ${item} in var.x : ${item} != null])`,
  ...naming("Elements of x must not be null.", [
    `        [for ${key}, ${item} in var.x : ${item} != null ? "" : "${place} is null."],`,
  ]),
  "  }",
];

function variableOf(x: unknown): string {
  const module = defineOne({
    variables: { x: x as ReturnType<typeof string> },
    build: (_scope, v) => ({
      x: output(v.x, { ephemeral: (x as ReturnType<typeof string>).options.ephemeral === true }),
    }),
  });
  return textOf(module, "variables.tf").slice('variable "x" {\n'.length, -"}\n".length);
}

test.each<[string, unknown, string]>([
  ["required text", string(), "  type     = string\n  nullable = false\n"],
  ["required, may be null", string({ nullable: true }), "  type     = string\n  nullable = true\n"],
  ["a default alone", string("a"), '  type     = string\n  default  = "a"\n  nullable = false\n'],
  ["default null", string({ default: null }), "  type    = string\n  default = null\n"],
  ["optional", optional(string()), "  type    = string\n  default = null\n"],
  ["optional with a default", optional(string(), "a"), '  type     = string\n  default  = "a"\n  nullable = false\n'],
  [
    "a default, and null stays null",
    string({ default: "a", nullable: true }),
    '  type     = string\n  default  = "a"\n  nullable = true\n',
  ],
  ["default false", bool(false), "  type     = bool\n  default  = false\n  nullable = false\n"],
  ["default 0", number(0), "  type     = number\n  default  = 0\n  nullable = false\n"],
  ["default of nothing", string(""), '  type     = string\n  default  = ""\n  nullable = false\n'],
  [
    "sensitive and ephemeral",
    string({ sensitive: true, ephemeral: true }),
    "  type      = string\n  nullable  = false\n  sensitive = true\n  ephemeral = true\n",
  ],
  ["a set", set(number(), { default: [1, 2] }), "  type     = set(number)\n  default  = [1, 2]\n  nullable = false\n"],
  [
    "a map of lists",
    map(list(bool())),
    ["  type     = map(list(bool))", "  nullable = false", "", ...notNull("value", "key", 'x[\\"${key}\\"]'), ""].join(
      "\n",
    ),
  ],
  [
    "a tuple",
    tuple([string(), number()], { default: ["a", 1] }),
    '  type     = tuple([string, number])\n  default  = ["a", 1]\n  nullable = false\n',
  ],
  [
    "anything",
    any({ default: { a: [1, null] } }),
    "  type     = any\n  default  = { a = [1, null] }\n  nullable = false\n",
  ],
  [
    "an object: its attributes are listed",
    object(
      {
        path: string({ description: "Where it is" }),
        depth: optional(number({ description: "How deep." })),
        inner: optional(object({ id: string(), on: optional(bool(), true) })),
        sizes: optional(list(number()), [1]),
      },
      { description: "A target." },
    ),
    [
      "  description = <<-EOT",
      "    A target.",
      "",
      "    Terraform ignores a key that is not in this list, without an error:",
      "",
      "    - `path`: Where it is. Required.",
      "    - `depth`: How deep.",
      "    - `inner`",
      "      - `id`: Required.",
      "      - `on`: Default: `true`.",
      "    - `sizes`: Default: `[1]`.",
      "  EOT",
      "  type = object({",
      "    path  = string",
      "    depth = optional(number)",
      "    inner = optional(object({",
      "      id = string",
      "      on = optional(bool, true)",
      "    }))",
      "    sizes = optional(list(number), [1])",
      "  })",
      "  nullable = false\n",
    ].join("\n"),
  ],
  [
    "validations, several",
    number({
      validate: [
        { condition: (x) => gt(x, 0), message: "x must be positive." },
        { condition: (x) => lt(x, 9), message: "x must be small." },
      ],
    }),
    [
      "  type     = number",
      "  nullable = false",
      "",
      "  validation {",
      "    condition     = var.x > 0",
      '    error_message = "x must be positive."',
      "  }",
      "",
      "  validation {",
      "    condition     = var.x < 9",
      '    error_message = "x must be small."',
      "  }\n",
    ].join("\n"),
  ],
  [
    "null passes the validations of what is optional",
    optional(string({ validate: [{ condition: (x) => ne(x, ""), message: "not empty." }] })),
    '  type    = string\n  default = null\n\n  validation {\n    condition     = var.x == null ? true : var.x != ""\n    error_message = "not empty."\n  }\n',
  ],
  [
    "one of",
    oneOf(["a", "b"]),
    '  type     = string\n  nullable = false\n\n  validation {\n    condition     = contains(["a", "b"], var.x)\n    error_message = "x must be one of a, b, in lower case."\n  }\n',
  ],
  [
    "one of capitals",
    oneOf(["A_B", "C-1"]),
    '  type     = string\n  nullable = false\n\n  validation {\n    condition     = contains(["A_B", "C-1"], var.x)\n    error_message = "x must be one of A_B, C-1, in capital letters."\n  }\n',
  ],
  [
    "one of both cases",
    oneOf(["a", "B"]),
    '  type     = string\n  nullable = false\n\n  validation {\n    condition     = contains(["a", "B"], var.x)\n    error_message = "x must be one of a, B."\n  }\n',
  ],
  [
    "one of numbers, or null",
    optional(oneOf([1, 2])),
    '  type    = number\n  default = null\n\n  validation {\n    condition     = var.x == null ? true : contains([1, 2], var.x)\n    error_message = "x must be one of 1, 2."\n  }\n',
  ],
  [
    "one of, open",
    oneOf(["1.0", "2.0"], { open: true, default: "3.0" }),
    '  type     = string\n  default  = "3.0"\n  nullable = false\n',
  ],
  [
    "one of, in the elements of a set",
    set(oneOf(["a", "b"])),
    [
      "  type     = set(string)",
      "  nullable = false",
      "",
      "  validation {",
      '    condition = alltrue([for item in var.x : contains(["a", "b"], item)])',
      ...naming("Each element of x must be one of a, b, in lower case.", [
        '        [for item in var.x : contains(["a", "b"], item) ? "" : format("An element of x is \\"%v\\".", item)],',
      ]),
      "  }\n",
    ].join("\n"),
  ],
  [
    "one of, in a list below an attribute",
    object({ kinds: list(oneOf(["a"])) }),
    [
      "  description = <<-EOT",
      "    Terraform ignores a key that is not in this list, without an error:",
      "",
      "    - `kinds`: Required.",
      "  EOT",
      "  type = object({",
      "    kinds = list(string)",
      "  })",
      "  nullable = false",
      "",
      "  validation {",
      "    condition     = var.x.kinds != null",
      '    error_message = "x.kinds must not be null."',
      "  }",
      "",
      "  validation {",
      '    condition = var.x.kinds == null ? true : alltrue([for kind in var.x.kinds : contains(["a"], kind)])',
      ...naming("Each element of x.kinds must be one of a, in lower case.", [
        "        var.x.kinds == null",
        "        ? []",
        "        : [",
        "          for index, kind in var.x.kinds :",
        '          contains(["a"], kind) ? "" : format("x.kinds[%v] is \\"%v\\".", index, kind)',
        "        ],",
      ]),
      "  }\n",
    ].join("\n"),
  ],
  [
    "one of, in the attributes of a list",
    list(object({ kind: oneOf(["a"]), more: optional(oneOf(["b"])) })),
    [
      "  description = <<-EOT",
      "    Terraform ignores a key that is not in this list, without an error:",
      "",
      "    - `kind`: Required.",
      "    - `more`",
      "  EOT",
      "  type = list(object({",
      "    kind = string",
      "    more = optional(string)",
      "  }))",
      "  nullable = false",
      "",
      ...notNull("item", "index", "x[${index}]"),
      "",
      "  validation {",
      '    condition = alltrue([for item in var.x : contains(["a"], item.kind) if item != null])',
      ...naming("x.kind must be one of a, in lower case.", [
        "        [",
        "          for index, item in var.x :",
        '          contains(["a"], item.kind) ? "" : format("x[%v].kind is \\"%v\\".", index, item.kind)',
        "          if item != null",
        "        ],",
      ]),
      "  }",
      "",
      "  validation {",
      "    condition = alltrue([",
      '      for item in var.x : item.more == null ? true : contains(["b"], item.more)',
      "      if item != null",
      "    ])",
      ...naming("x.more must be one of b, in lower case.", [
        "        [",
        "          for index, item in var.x :",
        "          item.more == null",
        '          ? ""',
        '          : contains(["b"], item.more) ? "" : format("x[%v].more is \\"%v\\".", index, item.more)',
        "          if item != null",
        "        ],",
      ]),
      "  }\n",
    ].join("\n"),
  ],
])("variable: %s", (_name, given, want) => {
  expect(variableOf(given)).toBe(want);
});

test("outputs: description, sensitive, ephemeral, precondition, depends_on", () => {
  const module = defineOne({
    variables: { x: optional(string()) },
    build(scope, v) {
      const job = resource(scope, GlueJob, "this", { name: "a", roleArn: "r", command: { scriptLocation: "s" } });
      const call = moduleCall(scope, "inner", { source: "./inner" });
      return {
        arn: output(job.arn, {
          description: "First.\nSecond.\n",
          sensitive: true,
          ephemeral: true,
          preconditions: [
            { condition: nullOrValid(v.x, (x) => ne(x, "")), message: "not empty" },
            { condition: true, message: "always" },
          ],
          dependsOn: [job, call],
        }),
        null_one: output(null),
        text: output("a\nb\n"),
        object: output({ a: v.x, "b c": [1, 2] }),
      };
    },
  });
  expect(textOf(module, "outputs.tf")).toBe(`output "arn" {
  description = <<-EOT
    First.
    Second.
  EOT
  value       = aws_glue_job.this.arn
  sensitive   = true
  ephemeral   = true

  precondition {
    condition     = var.x == null ? true : var.x != ""
    error_message = "not empty"
  }

  depends_on = [aws_glue_job.this, module.inner]
}

output "null_one" {
  value = null
}

output "text" {
  value = <<-EOT
    a
    b
  EOT
}

output "object" {
  value = {
    a     = var.x
    "b c" = [1, 2]
  }
}
`);
});

test("resources: meta-arguments where people put them", () => {
  const module = defineOne({
    providers: { aws: { ...AWS.aws, configurationAliases: ["aws.west"] } },
    variables: { name: string(), size: number() },
    build(scope, v) {
      const region = resource(scope, DataAwsRegion, "current", {}, { comment: "Where we are.\nSecond line." });
      const trigger = resource(scope, GlueTrigger, "this", {
        name: "t",
        type: "ON_DEMAND",
        actions: [{ jobName: "j" }],
        timeouts: { create: "5m", delete: "6m" },
      });
      const job = resource(
        scope,
        GlueJob,
        "this",
        {
          name: v.name,
          roleArn: "r",
          description: null,
          maxRetries: undefined,
          command: { scriptLocation: "s", name: region.region },
          tags: { a: "b" },
        },
        {
          count: v.size,
          provider: "aws.west",
          dependsOn: [trigger],
          comment: "The job.",
          lifecycle: {
            createBeforeDestroy: true,
            preventDestroy: false,
            ignoreChanges: ["tags", "defaultArguments"],
            replaceTriggeredBy: [trigger, trigger.arn],
            preconditions: [
              { condition: gt(v.size, 0), message: `${v.name} is empty` },
              { condition: true, message: "dropped" },
            ],
            postconditions: [{ condition: (self) => ne(self.arn, ""), message: "no arn" }],
          },
        },
      );
      resource(
        scope,
        GlueJob,
        "all",
        { name: "b", roleArn: "r", command: { scriptLocation: "s" } },
        { lifecycle: { ignoreChanges: "all" } },
      );
      return { arns: output(job.all((one) => one.arn)) };
    },
  });
  expect(mainOf(module)).toBe(`# Where we are.
# Second line.
data "aws_region" "current" {}

resource "aws_glue_trigger" "this" {
  name = "t"
  type = "ON_DEMAND"

  actions {
    job_name = "j"
  }

  timeouts {
    create = "5m"
    delete = "6m"
  }
}

# The job.
resource "aws_glue_job" "this" {
  count    = var.size
  provider = aws.west

  name     = var.name
  role_arn = "r"
  tags     = { a = "b" }

  command {
    script_location = "s"
    name            = data.aws_region.current.region
  }

  lifecycle {
    create_before_destroy = true
    prevent_destroy       = false
    ignore_changes        = [tags, default_arguments]
    replace_triggered_by  = [aws_glue_trigger.this, aws_glue_trigger.this.arn]

    precondition {
      condition     = var.size > 0
      error_message = "\${var.name} is empty"
    }

    postcondition {
      condition     = self.arn != ""
      error_message = "no arn"
    }
  }

  depends_on = [aws_glue_trigger.this]
}

resource "aws_glue_job" "all" {
  name     = "b"
  role_arn = "r"

  command {
    script_location = "s"
  }

  lifecycle {
    ignore_changes = all
  }
}
`);
});

test("locals first, module calls with everything", () => {
  const module = defineOne({
    providers: { aws: { ...AWS.aws, configurationAliases: ["aws.west"] } },
    variables: { names: map(string()), size: number() },
    build(scope, v) {
      const first = moduleCall(scope, "first", {
        source: "hashicorp/x/aws",
        version: "~> 1.0",
        comment: "Called.",
        forEach: v.names,
        providers: { aws: "aws.west" },
        inputs: { name: v.names, left_out: undefined, nothing: null },
      });
      moduleCall(scope, "second", { source: "./second", count: v.size, dependsOn: [first] });
      const size = local(scope, "size", fn.length(v.names), { comment: "how many" });
      return { one: output(first.at("a").output("id")), size: output(size) };
    },
  });
  expect(mainOf(module)).toBe(`locals {
  # how many
  size = length(var.names)
}

# Called.
module "first" {
  source   = "hashicorp/x/aws"
  version  = "~> 1.0"
  for_each = var.names

  providers = {
    aws = aws.west
  }

  name    = var.names
  nothing = null
}

module "second" {
  source = "./second"
  count  = var.size

  depends_on = [module.first]
}
`);
  expect(textOf(module, "outputs.tf")).toContain('value = module.first["a"].id');
  expect(module.generate().calls.map(({ name, source }) => [name, source])).toEqual([
    ["first", "hashicorp/x/aws"],
    ["second", "./second"],
  ]);
});

test("what folds is not there: count 0, conditions that hold, null", () => {
  const module = defineOne({
    build(scope) {
      const config = { name: "a", roleArn: "r", command: { scriptLocation: "s" } };
      const none = resource(scope, GlueJob, "none", config, { count: fn.length([]) });
      const one = resource(scope, GlueJob, "one", config, { count: fn.length(["a"]) });
      return {
        none: output(none.all((job) => job.arn)),
        one: output(one.all((job) => job.arn)),
        map: output(none.toMap("k", (job) => job.arn)),
      };
    },
  });
  expect(mainOf(module)).toBe(
    'resource "aws_glue_job" "one" {\n  name     = "a"\n  role_arn = "r"\n\n  command {\n    script_location = "s"\n  }\n}\n',
  );
  expect(textOf(module, "outputs.tf")).toBe(
    'output "none" {\n  value = []\n}\n\noutput "one" {\n  value = [aws_glue_job.one.arn]\n}\n\noutput "map" {\n  value = {}\n}\n',
  );
});

test("lists of objects that a resource tells are walked by the class's own names", () => {
  const module = defineOne({
    variables: { zone: string() },
    build(scope, v) {
      const cert = resource(scope, AcmCertificate, "this", { domainName: "example.com", validationMethod: "DNS" });
      const names = each(cert.domainValidationOptions, (option) => option.resourceRecordName, { as: "option" });
      const records = toMap(
        cert.domainValidationOptions,
        (option) => [option.domainName, { type: option.resourceRecordType, value: option.resourceRecordValue }],
        { as: "option" },
      );
      return { names: output(names), records: output(records), zone: output(v.zone) };
    },
  });
  const outputs = textOf(module, "outputs.tf");
  expect(outputs).toContain(
    "in tolist(aws_acm_certificate.this.domain_validation_options) : option.resource_record_name",
  );
  expect(outputs).toContain("value = option.resource_record_value");
});
