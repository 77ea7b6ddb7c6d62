/** Over 400 lines because it is one table: what is hard in a stack, and the HCL that must come out. */
import { ejected, filesOf, shapesOf } from "./eject-support";

/** The body of `aws_sqs_queue.q` with these arguments. */
function queue(args: object): string | undefined {
  const text = filesOf({ resource: { aws_sqs_queue: { q: args } } })["main.tf"];
  return text
    ?.replace(/^resource "aws_sqs_queue" "q" \{\n/, "")
    .replace(/\n?\}$/, "")
    .replace(/^ {2}/gm, "");
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

test.each<[string, object, string]>([
  ["quotes beside a hole", { p: '{"R":"${var.b}/*"}' }, 'p = "{\\"R\\":\\"${var.b}/*\\"}"'],
  [
    "JSON with an ARN",
    { p: '{"R":["${aws_s3_bucket.b.arn}/*"]}' },
    'p = jsonencode({ R = ["${aws_s3_bucket.b.arn}/*"] })',
  ],
  [
    "JSON that is an ARN",
    { p: '{"R":"${data.aws_sqs_queue.q.arn}"}' },
    "p = jsonencode({ R = data.aws_sqs_queue.q.arn })",
  ],
  [
    "JSON with an ARN in another order",
    { p: '{"R":"${a_b.c.arn}","A":1}' },
    'p = "{\\"R\\":\\"${a_b.c.arn}\\",\\"A\\":1}"',
  ],
  ["a text without a final newline", { x: 'a "q"\nb' }, 'x = "a \\"q\\"\\nb"'],
  ["a text of lines without one", { y: 'a "q"\nb\n c' }, 'y = chomp(<<-EOT\n  a "q"\n  b\n   c\nEOT\n)'],
  ["one with a hole", { y: "a\n${var.x}\nb" }, "y = chomp(<<-EOT\n  a\n  ${var.x}\n  b\nEOT\n)"],
  ["one that ends in a hole, which may end in a newline", { y: "a\nb\n${var.x}" }, 'y = "a\\nb\\n${var.x}"'],
  [
    "one in an object",
    {
      environment: {
        script: "set -e\ncd a\nmake",
        name: "long enough to break the line of the object for all that stands in it",
      },
    },
    'environment = {\n  script = chomp(<<-EOT\n    set -e\n    cd a\n    make\n  EOT\n  )\n  name = "long enough to break the line of the object for all that stands in it"\n}',
  ],
  [
    "a script in a function",
    { y: '${base64encode("set -e\\ncd ${var.x}\\nmake\\n")}', z: '${trimspace("a\\nb\\nc")}' },
    "y = base64encode(<<-EOT\n  set -e\n  cd ${var.x}\n  make\nEOT\n)\nz = trimspace(chomp(<<-EOT\n  a\n  b\n  c\nEOT\n))",
  ],
  [
    "quotes around a lone hole, wherever they stand",
    {
      y: '${yamlencode({"a" = [1, "${var.x}"], "${var.k}" = "${"${var.z}"}-"})}',
      z: '${[for a in var.l : { "${a}" = "${a}", c = "${a.b}" }]}',
    },
    'y = yamlencode({\n  a       = [1, var.x]\n  (var.k) = "${var.z}-"\n})\nz = [\n  for a in var.l : {\n    (a) = a\n    c   = a.b\n  }\n]',
  ],
  [
    "texts of a list",
    { values: ["a: 1\nb:\n  - ${var.x}\n", '${yamlencode({"c" = 1})}', "d: 1\ne: 2\nf: 3\n"], inline: ["a\nb\n", "c"] },
    'values = [\n  <<-EOT\n    a: 1\n    b:\n      - ${var.x}\n  EOT\n  ,\n  yamlencode({ c = 1 }),\n  <<-EOT\n    d: 1\n    e: 2\n    f: 3\n  EOT\n]\ninline = ["a\\nb\\n", "c"]',
  ],
  [
    "one in a list without a final newline",
    { values: ["a: 1\nb: 2\nc: 3"] },
    "values = [\n  chomp(<<-EOT\n    a: 1\n    b: 2\n    c: 3\n  EOT\n  ),\n]",
  ],
  [
    "one that the program itself ends otherwise",
    { y: '${chomp("a\\nb\\nc\\n")}', z: '${sha1(chomp("a\\nb\\nc"))}' },
    'y = chomp(<<-EOT\n  a\n  b\n  c\nEOT\n)\nz = sha1(chomp("a\\nb\\nc"))',
  ],
  [
    "a script that the program encoded",
    { user_data: base64("#!/bin/sh\nset -e\necho ${HOME}\n"), custom_data: base64("#cloud-config\npackages:\n  - jq") },
    "user_data = base64encode(<<-EOT\n  #!/bin/sh\n  set -e\n  echo $${HOME}\nEOT\n)\ncustom_data = base64encode(chomp(<<-EOT\n  #cloud-config\n  packages:\n    - jq\nEOT\n))",
  ],
  ["a short one", { user_data: base64("#!/bin/sh\nreboot") }, 'user_data = base64encode("#!/bin/sh\\nreboot")'],
  [
    "what is encoded and no script, not as Terraform encodes it, or with an accent that HCL would join to its letter",
    {
      a: base64("a secret\nof lines\n"),
      b: base64("#!/bin/sh\n\u0001"),
      c: base64("#!/bin/sh\na").replace(/=+$/, ""),
      d: base64("#!/bin/sh\necho e\u0301"),
    },
    `a = "${base64("a secret\nof lines\n")}"\nb = "${base64("#!/bin/sh\n\u0001")}"\nc = "${base64("#!/bin/sh\na").replace(/=+$/, "")}"\nd = "${base64("#!/bin/sh\necho e\u0301")}"`,
  ],
  ["a text with a final newline", { y: "a\nb\n" }, "y = <<-EOT\n  a\n  b\nEOT"],
  ["a text of one line with a newline", { y: "a\n" }, 'y = "a\\n"'],
  ["a hole in a text of lines", { y: "a ${var.x}\n  b\n" }, "y = <<-EOT\n  a ${var.x}\n    b\nEOT"],
  ["backslashes", { y: "\\d+\\.\\d" }, 'y = "\\\\d+\\\\.\\\\d"'],
  ["an escaped hole", { y: "$${x} %%{y}" }, 'y = "$${x} %%{y}"'],
  ["a dollar before a hole", { y: "$$${x}" }, 'y = "$$${x}"'],
  ["a lone hole", { y: "${var.x}" }, "y = var.x"],
  ["a lone hole around a text", { y: '${"a"}' }, 'y = "a"'],
  ["a line break in a lone hole", { y: '${true\n ? "x"\n : "y"}' }, 'y = true ? "x" : "y"'],
  ["a directive", { y: "%{ if var.x }a%{ endif }" }, 'y = "%{if var.x}a%{endif}"'],
  ["a splat of each form", { a: "${x.*.a[0]}", b: "${x[*].a[0]}" }, "a = (x[*].a)[0]\nb = x[*].a[0]"],
  [
    "a provider, what it waits for, and its lifecycle",
    {
      provider: "aws.west",
      depends_on: ["data.a.b", "module.m"],
      lifecycle: { ignore_changes: ['tags["x"]', "name"], replace_triggered_by: ["a_b.c", "${a_b.d.id}"] },
    },
    'provider = aws.west\n\ndepends_on = [data.a.b, module.m]\n\nlifecycle {\n  ignore_changes       = [tags["x"], name]\n  replace_triggered_by = [a_b.c, a_b.d.id]\n}',
  ],
  [
    "the language's own blocks, however the program's output has them sorted",
    {
      lifecycle: { prevent_destroy: true },
      provisioner: [{ "local-exec": { command: "a" } }, { file: { source: "b", destination: "c" } }],
      connection: { host: "h" },
    },
    'connection {\n  host = "h"\n}\n\nprovisioner "local-exec" {\n  command = "a"\n}\n\nprovisioner "file" {\n  source      = "b"\n  destination = "c"\n}\n\nlifecycle {\n  prevent_destroy = true\n}',
  ],
  [
    "and its arguments",
    { depends_on: ["a_b.c"], provider: "aws.west", for_each: "${var.m}", name: "n" },
    'for_each = var.m\nprovider = aws.west\n\nname = "n"\n\ndepends_on = [a_b.c]',
  ],
  ["all changes ignored", { lifecycle: { ignore_changes: "all" } }, "lifecycle {\n  ignore_changes = all\n}"],
  [
    "conditions",
    { lifecycle: { precondition: [{ condition: "${var.n > 0}", error_message: "n is ${var.n}" }] } },
    'lifecycle {\n  precondition {\n    condition     = var.n > 0\n    error_message = "n is ${var.n}"\n  }\n}',
  ],
  [
    "odd keys of a map",
    { tags: { "a:b": "x", "//": "y", "b-c": "1", null: "z", "${var.k}": "w" } },
    'tags = {\n  "a:b"   = "x"\n  "//"    = "y"\n  b-c     = "1"\n  "null"  = "z"\n  (var.k) = "w"\n}',
  ],
  ["a null", { name: null, delay_seconds: 0 }, "delay_seconds = 0"],
  [
    "falsy values and digits",
    { a: 0, b: false, c: "", d: "007", e: "[x", f: [] as string[], g: "1e3" },
    'a = 0\nb = false\nc = ""\nd = "007"\ne = "[x"\nf = []\ng = "1e3"',
  ],
  [
    "JSON as Terraform writes it",
    { p: '{"Statement":[{"Effect":"Allow"}],"Version":"2012-10-17"}' },
    'p = jsonencode({\n  Statement = [{ Effect = "Allow" }]\n  Version   = "2012-10-17"\n})',
  ],
  ["JSON in another order", { p: '{"b":1,"a":2}' }, 'p = "{\\"b\\":1,\\"a\\":2}"'],
  ["JSON with spaces", { p: '{ "a": 1 }' }, 'p = "{ \\"a\\": 1 }"'],
  ["JSON with what Terraform escapes", { p: '{"a":"<b>"}' }, 'p = "{\\"a\\":\\"<b>\\"}"'],
  ["JSON with those escapes", { p: '{"a":"\\u003cb\\u003e"}' }, 'p = jsonencode({ a = "<b>" })'],
  ["JSON with a number that may be printed otherwise", { p: '{"a":1.50}' }, 'p = "{\\"a\\":1.50}"'],
  ["JSON with a key twice", { p: '{"a":1,"a":1}' }, 'p = "{\\"a\\":1,\\"a\\":1}"'],
  ["timeouts", { timeouts: { create: "5m" } }, 'timeouts {\n  create = "5m"\n}'],
])("%s", (_name, args, want) => {
  expect(queue(args)).toBe(want);
});

test("numbers keep their digits", () => {
  const text = '{"locals":{"n":12345678901234567890,"z":0,"f":false,"s":"007","b":"[x","d":0.1,"e":-1.5e-7,"h":1E400}}';
  expect(filesOf(text)["main.tf"]).toBe(
    'locals {\n  n = 12345678901234567890\n  z = 0\n  f = false\n  s = "007"\n  b = "[x"\n  d = 0.1\n  e = -1.5e-7\n  h = 1E400\n}',
  );
});

test("a variable's default and description are no templates; its conditions are", () => {
  const v = { type: "string", default: "x-${foo}", description: "$${y}", nullable: false, sensitive: true };
  const validation = [{ condition: '${var.v != ""}', error_message: "${var.v} is empty" }];
  expect(filesOf({ variable: { v: { ...v, validation } } })["variables.tf"]).toBe(
    [
      'variable "v" {',
      '  description = "$$${y}"',
      "  type        = string",
      '  default     = "x-$${foo}"',
      "  sensitive   = true",
      "  nullable    = false",
      "",
      "  validation {",
      '    condition     = var.v != ""',
      '    error_message = "${var.v} is empty"',
      "  }",
      "}",
    ].join("\n"),
  );
});

test.each([
  ["list(object({a=string}))", "list(object({ a = string }))"],
  ["${map(string)}", "map(string)"],
  ["object({a=string,b=optional(number,1)})", "object({\n    a = string\n    b = optional(number, 1)\n  })"],
])("the type %s", (type, want) => {
  expect(filesOf({ variable: { v: { type } } })["variables.tf"]).toBe(`variable "v" {\n  type = ${want}\n}`);
});

test("an attribute that accepts blocks: empty it stays one, else it is blocks", () => {
  const group = (ingress: object[]) => filesOf({ resource: { aws_security_group: { g: { ingress } } } })["main.tf"];
  expect(group([])).toBe('resource "aws_security_group" "g" {\n  ingress = []\n}');
  expect(group([{ from_port: 1 }])).toBe('resource "aws_security_group" "g" {\n  ingress {\n    from_port = 1\n  }\n}');
});

test("empty and null blocks", () => {
  const waf = { default_action: { allow: {} }, visibility_config: null, rule: [] };
  expect(filesOf({ resource: { aws_wafv2_web_acl: { w: waf } } })["main.tf"]).toBe(
    'resource "aws_wafv2_web_acl" "w" {\n  default_action {\n    allow {}\n  }\n}',
  );
});

test("a block with a map, and a provider whose name is a word of the language", () => {
  const files = filesOf({
    terraform: { required_providers: { null: { source: "hashicorp/null", version: "3.2.0" } } },
    resource: { aws_lambda_function: { f: { environment: { variables: { "b-c": "1" } } } } },
  });
  expect(files["main.tf"]).toBe(
    'resource "aws_lambda_function" "f" {\n  environment {\n    variables = { b-c = "1" }\n  }\n}',
  );
  expect(files["versions.tf"]).toBe(
    'terraform {\n  required_providers {\n    null = {\n      source  = "hashicorp/null"\n      version = "3.2.0"\n    }\n  }\n}',
  );
});

describe("static and dynamic blocks of one type keep the order of their keys", () => {
  const dynamic = { disk: { for_each: "${var.d}", iterator: "it", content: { n: "${it.value}" } } };
  const disk = [{ n: "a" }];
  const written =
    'dynamic "disk" {\n    for_each = var.d\n    iterator = it\n\n    content {\n      n = it.value\n    }\n  }';
  test.each([
    [{ disk, dynamic }, `disk {\n    n = "a"\n  }\n\n  ${written}`],
    [{ dynamic, disk }, `${written}\n\n  disk {\n    n = "a"\n  }`],
  ])("%j", (args, want) => {
    expect(filesOf({ resource: { x_y: { i: args } } }, shapesOf(["disk"]))["main.tf"]).toBe(
      `resource "x_y" "i" {\n  ${want}\n}`,
    );
  });
});

test("provisioners in their order, and words of the language", () => {
  const provisioner = [
    { "local-exec": { command: "a", environment: { A: "1" } } },
    { "local-exec": { command: "b", when: "destroy", on_failure: "continue" } },
  ];
  const connection = { host: "${self.x}", timeout: "5m" };
  expect(filesOf({ resource: { null_resource: { n: { provisioner, connection } } } })["main.tf"]).toBe(
    [
      'resource "null_resource" "n" {',
      "  connection {",
      "    host    = self.x",
      '    timeout = "5m"',
      "  }",
      "",
      '  provisioner "local-exec" {',
      '    command     = "a"',
      '    environment = { A = "1" }',
      "  }",
      "",
      '  provisioner "local-exec" {',
      '    command    = "b"',
      "    when       = destroy",
      "    on_failure = continue",
      "  }",
      "}",
    ].join("\n"),
  );
});

test("a source without a namespace is one of HashiCorp's", () => {
  const versions = (required: object) => filesOf({ terraform: { required_providers: required } })["versions.tf"];
  expect(versions({ aws: { source: "aws", version: "6.25.0" }, x: { source: "a/x" } })).toBe(
    'terraform {\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = "6.25.0"\n    }\n    x = { source = "a/x" }\n  }\n}',
  );
  expect(versions({ google: { source: "google-beta" }, t: "~> 1.0" })).toBe(
    'terraform {\n  required_providers {\n    google = { source = "hashicorp/google-beta" }\n    t      = "~> 1.0"\n  }\n}',
  );
});

test("the arguments of the language come in the order in which people write them", () => {
  const m = { providers: { aws: "aws.b" }, for_each: "${var.m}", version: "1.0", source: "a/b/c", x: 1 };
  expect(filesOf({ module: { m } })["main.tf"]).toBe(
    'module "m" {\n  source    = "a/b/c"\n  version   = "1.0"\n  for_each  = var.m\n  providers = { aws = aws.b }\n\n  x = 1\n}',
  );
  const c = { assert: [{ condition: "${data.http.h.id}", error_message: "e" }], data: { http: { h: { url: "u" } } } };
  expect(filesOf({ check: { c } })["main.tf"]).toBe(
    'check "c" {\n  data "http" "h" {\n    url = "u"\n  }\n\n  assert {\n    condition     = data.http.h.id\n    error_message = "e"\n  }\n}',
  );
});

test("inputs of a module are never blocks, and null is a value of theirs", () => {
  const m = {
    source: "./m",
    providers: { "aws.src": "aws.west", aws: "aws" },
    c: [{ "${var.k}": [{ e: 1 }] }],
    d: {},
    n: null,
  };
  expect(filesOf({ module: { m } })["main.tf"]).toBe(
    [
      'module "m" {',
      '  source = "./m"',
      "  providers = {",
      "    aws.src = aws.west",
      "    aws     = aws",
      "  }",
      "",
      "  c = [{ (var.k) = [{ e = 1 }] }]",
      "  d = {}",
      "  n = null",
      "}",
    ].join("\n"),
  );
});

test("`workspaces` is a block of a backend and an attribute of a state's configuration", () => {
  const files = filesOf({
    terraform: { backend: { remote: { organization: "${o}", workspaces: { name: "w" } } } },
    data: { terraform_remote_state: { r: { backend: "remote", config: { workspaces: { name: "w" } } } } },
  });
  expect(files["backend.tf"]).toBe(
    'terraform {\n  backend "remote" {\n    organization = "$${o}"\n\n    workspaces {\n      name = "w"\n    }\n  }\n}',
  );
  expect(files["main.tf"]).toBe(
    'data "terraform_remote_state" "r" {\n  backend = "remote"\n  config  = { workspaces = { name = "w" } }\n}',
  );
});

test("extras of overrides", () => {
  const files = filesOf({
    "//": { metadata: { stackName: "s" } },
    terraform: { required_version: ">= 1.7" },
    removed: { from: "aws_x.y", lifecycle: { destroy: false } },
    moved: [{ from: "aws_x.a", to: 'aws_x.b["k"]' }],
    import: { to: "aws_x.c[0]", id: "${var.id}" },
    check: {
      health: {
        data: { http: { h: { url: "https://x" } } },
        assert: [{ condition: "${data.http.h.status_code == 200}", error_message: "no" }],
      },
    },
    output: {
      o: {
        value: "${var.x}",
        description: "${d}",
        depends_on: ["aws_x.c"],
        precondition: { condition: "${true}", error_message: "e" },
      },
    },
  });
  expect(files).toEqual({
    "main.tf": [
      'check "health" {',
      '  data "http" "h" {',
      '    url = "https://x"',
      "  }",
      "",
      "  assert {",
      "    condition     = data.http.h.status_code == 200",
      '    error_message = "no"',
      "  }",
      "}",
      "",
      "import {",
      "  to = aws_x.c[0]",
      "  id = var.id",
      "}",
      "",
      "moved {",
      "  from = aws_x.a",
      '  to   = aws_x.b["k"]',
      "}",
      "",
      "removed {",
      "  from = aws_x.y",
      "",
      "  lifecycle {",
      "    destroy = false",
      "  }",
      "}",
    ].join("\n"),
    "outputs.tf":
      'output "o" {\n  description = "$${d}"\n  value       = var.x\n\n  precondition {\n    condition     = true\n    error_message = "e"\n  }\n\n  depends_on = [aws_x.c]\n}',
    "versions.tf": 'terraform {\n  required_version = ">= 1.7"\n}',
  });
});

describe("comments", () => {
  const body = { "//": { metadata: { path: "app/stack/q", uniqueId: "q" } }, name: "n" };
  test("metadata goes", () => {
    expect(queue(body)).toBe('name = "n"');
  });
  test("with `comments` the path of the construct stays", () => {
    const text = filesOf({ resource: { aws_sqs_queue: { q: body } } }, { comments: true })["main.tf"];
    expect(text).toBe('# Construct: app/stack/q\nresource "aws_sqs_queue" "q" {\n  name = "n"\n}');
  });
  test("what a person wrote stays", () => {
    const text = filesOf({ resource: { aws_sqs_queue: { q: { "//": "why ${x}", name: "n" } } } })["main.tf"];
    expect(text).toBe('# why ${x}\nresource "aws_sqs_queue" "q" {\n  name = "n"\n}');
  });
});

describe("short names", () => {
  const stack = {
    resource: {
      aws_sqs_queue: {
        q_01234567: { name: "aws_sqs_queue.q_01234567 is text", policy: '{"Version":"2012-10-17"}' },
        plain: { name: "${aws_sqs_queue.q_01234567.name}-${aws_sqs_queue.q_01234567[0].arn}" },
      },
      aws_sns_topic: { "a_b-c_ABCDEF01": { depends_on: ["aws_sqs_queue.q_01234567", "module.m_00000000"] } },
    },
    data: { aws_region: { here_89ABCDEF: {} } },
    module: {
      m_00000000: {
        source: "./x",
        y: "${[for q_01234567 in aws_sqs_queue.q_01234567.list : q_01234567]}",
        z: "${data.aws_region.here_89ABCDEF.name}",
      },
    },
    output: { o_11111111: { value: "${module.m_00000000.z}" } },
    variable: { v_22222222: { default: 1 } },
    moved: { from: "aws_sqs_queue.older", to: "aws_sqs_queue.q_01234567" },
  };
  test("references change, text and the names of outputs and variables do not", () => {
    expect(filesOf(stack, { rename: true })).toEqual({
      "main.tf": [
        'data "aws_region" "here" {}',
        'resource "aws_sqs_queue" "q" {\n  name   = "aws_sqs_queue.q_01234567 is text"\n  policy = jsonencode({ Version = "2012-10-17" })\n}',
        'resource "aws_sqs_queue" "plain" {\n  name = "${aws_sqs_queue.q.name}-${aws_sqs_queue.q[0].arn}"\n}',
        'resource "aws_sns_topic" "a_b-c" {\n  depends_on = [aws_sqs_queue.q, module.m]\n}',
        'module "m" {\n  source = "./x"\n\n  y = [for q_01234567 in aws_sqs_queue.q.list : q_01234567]\n  z = data.aws_region.here.name\n}',
        "moved {\n  from = aws_sqs_queue.older\n  to   = aws_sqs_queue.q_01234567\n}",
      ].join("\n\n"),
      "moves.tf": [
        "moved {\n  from = aws_sqs_queue.q_01234567\n  to   = aws_sqs_queue.q\n}",
        "moved {\n  from = aws_sns_topic.a_b-c_ABCDEF01\n  to   = aws_sns_topic.a_b-c\n}",
        "moved {\n  from = module.m_00000000\n  to   = module.m\n}",
      ].join("\n\n"),
      "outputs.tf": 'output "o_11111111" {\n  value = module.m.z\n}',
      "variables.tf": 'variable "v_22222222" {\n  default = 1\n}',
    });
  });
  test("those that would be one keep their hashes, and what refers to them stays", () => {
    const same = {
      resource: {
        aws_sqs_queue: {
          a_01234567: {},
          a_89ABCDEF: { name: "${aws_sqs_queue.a_01234567.name}-${aws_sqs_queue.b_01234567.name}" },
          b_01234567: {},
        },
        aws_sns_topic: { a_01234567: {}, c_01234567: {}, c: {} },
      },
      data: { aws_sqs_queue: { a_01234567: { name: "x" } } },
    };
    const { files, renames, keptNames } = ejected(same, { rename: true });
    expect(renames.map(({ from, to }) => `${from} ${to}`)).toEqual([
      "aws_sqs_queue.b_01234567 aws_sqs_queue.b",
      "aws_sns_topic.a_01234567 aws_sns_topic.a",
      "data.aws_sqs_queue.a_01234567 data.aws_sqs_queue.a",
    ]);
    expect(keptNames).toEqual([
      {
        addresses: ["aws_sqs_queue.a_01234567", "aws_sqs_queue.a_89ABCDEF"],
        wanted: "aws_sqs_queue.a",
        place: "cdk.tf.json:4:7",
      },
      { addresses: ["aws_sns_topic.c_01234567"], wanted: "aws_sns_topic.c", place: "cdk.tf.json:12:7" },
    ]);
    expect(files.get("main.tf")).toContain('name = "${aws_sqs_queue.a_01234567.name}-${aws_sqs_queue.b.name}"');
    expect(ejected(same)).toMatchObject({ renames: [], keptNames: [] });
  });
  test("an address that the stack has moved from is not taken again", () => {
    const moved = {
      resource: { aws_sqs_queue: { a_01234567: {}, b_01234567: {} } },
      moved: [{ from: "aws_sqs_queue.a[0]", to: "aws_sqs_queue.a_01234567" }],
    };
    expect(ejected(moved, { rename: true })).toMatchObject({
      renames: [{ from: "aws_sqs_queue.b_01234567", to: "aws_sqs_queue.b" }],
      keptNames: [{ addresses: ["aws_sqs_queue.a_01234567"], wanted: "aws_sqs_queue.a" }],
    });
  });
  test("locals lose their hashes where they stay apart, and nothing is moved", () => {
    const locals = {
      locals: {
        member_01234567: "a",
        twice_01234567: 1,
        twice_89ABCDEF: 2,
        taken: 3,
        taken_01234567: 4,
        all_89ABCDEF: "${[local.member_01234567, local.twice_01234567]}",
      },
      resource: { unheard_of: { x: { tags: { m: "${local.member_01234567}-x" } } } },
      output: { o: { value: '${upper("${local.all_89ABCDEF[0]}")}-local.member_01234567' } },
    };
    const { files, renames } = ejected(locals, { rename: true });
    expect(files.get("main.tf")).toBe(
      'locals {\n  member         = "a"\n  twice_01234567 = 1\n  twice_89ABCDEF = 2\n  taken          = 3\n' +
        "  taken_01234567 = 4\n  all            = [local.member, local.twice_01234567]\n}\n",
    );
    expect(files.get("outputs.tf")).toContain('value = "${upper(local.all[0])}-local.member_01234567"');
    expect(files.get("remaining.tf.json")).toContain('"${local.member}-x"');
    expect(files.has("moves.tf")).toBe(false);
    expect(renames.map(({ from, to }) => `${from} ${to}`)).toEqual([
      "local.member_01234567 local.member",
      "local.all_89ABCDEF local.all",
    ]);
    expect(ejected(locals).files.get("main.tf")).toContain("member_01234567 = ");
  });
  test("locals of several blocks are one name space", () => {
    const two = { locals: [{ a_01234567: 1 }, { a_89ABCDEF: "${local.a_01234567}", b_01234567: 2 }] };
    expect(filesOf(two, { rename: true })["main.tf"]).toBe(
      "locals {\n  a_01234567 = 1\n  a_89ABCDEF = local.a_01234567\n  b          = 2\n}",
    );
  });
  test("what is left is a name, or the hash stays", () => {
    expect(ejected({ resource: { aws_sqs_queue: { _01234567: {} } } }, { rename: true }).renames).toEqual([]);
  });
});

describe("what is not known stays JSON", () => {
  const stack = {
    resource: {
      unheard_of: {
        thing_01234567: {
          name: "${aws_sqs_queue.q_89ABCDEF.name}",
          depends_on: ["aws_sqs_queue.q_89ABCDEF"],
          setting: { inner: [{}] },
          list: [],
          text: ["a"],
        },
        other: { name: "x", tags: null },
      },
      aws_sqs_queue: { q_89ABCDEF: {} },
    },
  };
  test("the element, with the names that are not decided", () => {
    const { files, remaining, unknownProviders } = ejected(stack);
    expect(remaining).toEqual([
      {
        address: "unheard_of.thing_01234567",
        names: [
          { path: "resource.unheard_of.thing_01234567.setting", place: "cdk.tf.json:9:9", reason: "unknown" },
          { path: "resource.unheard_of.thing_01234567.list", place: "cdk.tf.json:14:9", reason: "unknown" },
        ],
      },
    ]);
    expect(unknownProviders).toEqual([{ localName: "unheard", source: "hashicorp/unheard" }]);
    expect(JSON.parse(files.get("remaining.tf.json") ?? "")).toEqual({
      resource: [{ unheard_of: { thing_01234567: stack.resource.unheard_of.thing_01234567 } }],
    });
    expect(files.get("main.tf")).toContain('resource "unheard_of" "other" {\n  name = "x"\n}');
  });
  test("it follows the new names", () => {
    const { files } = ejected(stack, { rename: true });
    expect(JSON.parse(files.get("remaining.tf.json") ?? "").resource[0].unheard_of).toEqual({
      thing: {
        ...stack.resource.unheard_of.thing_01234567,
        name: "${aws_sqs_queue.q.name}",
        depends_on: ["aws_sqs_queue.q"],
      },
    });
  });
  test("a schema decides", () => {
    const { remaining, files } = ejected(stack, shapesOf(["setting", "inner"]));
    expect(remaining).toEqual([]);
    expect(files.get("main.tf")).toContain("  setting {\n    inner {}\n  }");
  });
});

test("a large stack is split by family", () => {
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`r${index}`, {}]));
  const files = filesOf({
    locals: { a: 1 },
    resource: {
      aws_sqs_queue: many(30),
      aws_iam_role: many(5),
      aws_iam_policy: many(4),
      random_id: many(2),
      aws_main_route: many(2),
    },
    data: { aws_iam_policy_document: many(1) },
    module: { m: { source: "./m" } },
  });
  expect(Object.keys(files)).toEqual(["iam.tf", "locals.tf", "main-resources.tf", "main.tf", "random.tf", "sqs.tf"]);
  expect(files["iam.tf"]).toMatch(/^data "aws_iam_policy_document" "r0" \{\}/);
  expect(files["main.tf"]).toBe('module "m" {\n  source = "./m"\n}');
});

describe("a text of lines without a final newline where no function may be called", () => {
  const lines = "a\n b\nc";
  const quoted = '"a\\n b\\nc"';
  test.each<[string, object, string, string]>([
    ["the default of a variable", { variable: { v: { default: lines } } }, "variables.tf", `default = ${quoted}`],
    ["one in a list", { variable: { v: { default: [lines] } } }, "variables.tf", `default = [${quoted}]`],
    ["one in an object", { variable: { v: { default: { k: lines } } } }, "variables.tf", `default = { k = ${quoted} }`],
    ["the description of an output", { output: { o: { description: lines, value: 1 } } }, "outputs.tf", quoted],
    ["an argument of a backend", { terraform: { backend: { s3: { kms_key_id: lines } } } }, "backend.tf", quoted],
    [
      "the default as a heredoc",
      { variable: { v: { default: "a\nb\n" } } },
      "variables.tf",
      "default = <<-EOT\n    a\n    b\n",
    ],
  ])("%s", (_name, stack, name, want) => {
    expect(filesOf(stack)[name]).toContain(want);
  });
});

test.each(["\u65e5\u672c", "${x}", "A b"])("the source of a provider that is none stays: %s", (source) => {
  const { "versions.tf": versions = "" } = filesOf({ terraform: { required_providers: { aws: { source } } } });
  expect(versions).toContain(source === "${x}" ? '"$${x}"' : `"${source}"`);
});

describe("the table that ships", () => {
  const origins = (version: string) =>
    ejected({
      terraform: { required_providers: { aws: { source: "aws", version } } },
      resource: { aws_sqs_queue: { q: { name: "x" } } },
    }).origins;
  test.each(["6.25.0", "~> 6.0", ">= 6.40.0", "6.66.0"])("%s is not newer", (version) => {
    expect(origins(version)).toEqual([
      expect.stringMatching(/^the table of hashicorp\/aws 6\.\d+\.\d+ that ships with tfwright$/),
    ]);
  });
  test.each(["6.999.0", ">= 6.999.0, < 7.0.0", "~> 6.999"])("%s is newer, and is told", (version) => {
    expect(origins(version)).toEqual([
      expect.stringContaining("(older than what the stack requires: let Terraform validate"),
    ]);
  });
  test("tables of several providers are told together, in order", () => {
    const resource = { random_id: { r: {} }, aws_sqs_queue: { q: {} }, null_resource: { n: {} } };
    expect(ejected({ resource }).origins).toEqual([
      expect.stringMatching(
        /^the tables of hashicorp\/aws [\d.]+, hashicorp\/null [\d.]+ and hashicorp\/random [\d.]+ that ship with tfwright$/,
      ),
    ]);
  });
});
