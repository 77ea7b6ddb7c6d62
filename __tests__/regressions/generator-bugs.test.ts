/** Over 400 lines because all cases of one corpus stand together: bugs of other generators, each as the case that we get right. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { GlueCatalogTable } from "@cdktf/provider-aws/lib/glue-catalog-table";
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import { GlueTrigger } from "@cdktf/provider-aws/lib/glue-trigger";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import {
  any,
  blocks,
  bool,
  checkBlock,
  each,
  eq,
  fn,
  list,
  local,
  map,
  moduleCall,
  moved,
  number,
  object,
  optional,
  optionalBlock,
  output,
  pathModule,
  removed,
  resource,
  string,
  when,
} from "tfwright";
import { modules } from "../../modules";
import { renderFiles } from "../../src/render";
import { AWS, defineOne, filesOf, mainOf, problemsOf, readBack, textOf } from "../generate/one-module";
import { removeFolders } from "../render/folders";

afterAll(removeFolders);

const COMMAND = { scriptLocation: "s3://scripts/run.py" };
const ROLE = "arn:aws:iam::111111111111:role/job";

/** The value of `locals { x = value }` after it was written and read. */
async function throughLocal(value: unknown): Promise<unknown> {
  const module = defineOne({
    build(scope) {
      local(scope, "x", value);
      return {};
    },
  });
  const { locals } = (await readBack(module)) as unknown as { locals: readonly [{ x: unknown }] };
  return locals[0].x;
}

const pack = new Map(
  modules.map((module) => [module.name, new Map(filesOf(module))] as [string, ReadonlyMap<string, string>]),
);
const NOT_MAIN = ["variables.tf", "outputs.tf", "versions.tf"];
/** What each module makes: `main.tf`, and the files that stand beside it in a large module. */
const packMain = new Map(
  [...pack].map(([name, files]) => [
    name,
    [...files]
      .flatMap(([file, text]) => (/^[^/]+\.tf$/.test(file) && !NOT_MAIN.includes(file) ? [text] : []))
      .join("\n"),
  ]),
);

it("a provider requirement makes neither a provider nor a backend block", () => {
  const module = defineOne({
    build: (scope) => ({
      arn: output(resource(scope, GlueJob, "this", { name: "a", roleArn: ROLE, command: COMMAND }).arn),
    }),
  });
  for (const [name, text] of filesOf(module))
    expect([name, text]).toEqual([name, expect.not.stringMatching(/^\s*(?:provider|backend) "/m)]);
  expect(textOf(module, "versions.tf")).toContain(
    'aws = {\n      source  = "hashicorp/aws"\n      version = ">= 6.0"\n    }',
  );
});

it("defaults that JavaScript takes for nothing stay, and keep null out", async () => {
  const variables = {
    flag: bool({ default: false, nullable: false }),
    count_of: number({ default: 0 }),
    text: string({ default: "" }),
  };
  const module = defineOne({ variables, build: (_scope, v) => ({ a: output([v.flag, v.count_of, v.text]) }) });
  const read = (await readBack(module)) as unknown as { variable: unknown };
  expect(read.variable).toEqual({
    flag: [{ type: "${bool}", default: false, nullable: false }],
    count_of: [{ type: "${number}", default: 0, nullable: false }],
    text: [{ type: "${string}", default: "", nullable: false }],
  });
});

it("null defaults, nested nulls and an output that is null", () => {
  const nested = object({ a: optional(string()), b: optional(list(string())) }, { default: { a: null, b: [] } });
  const variables = { plain: optional(string()), nested, loose: any({ default: { a: null } }) };
  const module = defineOne({
    variables,
    build: (_scope, v) => ({ nothing: output(null), rest: output([v.plain, v.nested, v.loose]) }),
  });
  const text = textOf(module, "variables.tf");
  expect(text).toContain("  type    = string\n  default = null\n");
  expect(text).toContain("  default = {\n    a = null\n    b = []\n  }\n  nullable = false\n");
  expect(text).toContain("  default  = { a = null }\n");
  expect(textOf(module, "outputs.tf")).toContain('output "nothing" {\n  value = null\n}');
});

it("map keys stay as they are written", async () => {
  const arguments_ = { "--job-language": "python", DatabaseName: "x", "c/d": "e" };
  const variables = { arguments: map(string(), { default: arguments_ }) };
  const module = defineOne({ variables, build: (_scope, v) => ({ a: output(v.arguments) }) });
  expect(textOf(module, "variables.tf")).toContain(
    '  default = {\n    "--job-language" = "python"\n    DatabaseName     = "x"\n    "c/d"            = "e"\n  }\n',
  );
  expect(await throughLocal(arguments_)).toEqual(arguments_);
});

it("keys are quoted and escaped where HCL needs it", async () => {
  const value = { "--job-language": 1, 'a"b': 2, "1x": 3, "with space": 4, 日本: 5, "${x}": 6, null: 7, for: 8, _x: 9 };
  const module = defineOne({
    build(scope) {
      local(scope, "x", value);
      return {};
    },
  });
  expect(mainOf(module).match(/^ {4}\S.*?(?= +=)/gm)).toEqual(
    ['"--job-language"', '"a\\"b"', '"1x"', '"with space"', "日本", '"$${x}"', '"null"', '"for"', "_x"].map(
      (key) => `    ${key}`,
    ),
  );
  expect(await throughLocal(value)).toEqual(value);
});

it("text that holds quotes and a reference", () => {
  const module = defineOne({
    variables: { bucket: string() },
    build(scope, v) {
      const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: `arn:aws:s3:::${v.bucket}/*` };
      resource(scope, IamPolicy, "text", { policy: JSON.stringify({ Statement: [statement] }) });
      resource(scope, IamPolicy, "json", { policy: fn.jsonencode({ Statement: [statement] }) });
      return {};
    },
  });
  expect(mainOf(module)).toContain(
    'policy = "{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"s3:GetObject\\",\\"Resource\\":\\"arn:aws:s3:::${var.bucket}/*\\"}]}"',
  );
  expect(mainOf(module)).toContain(
    'policy = jsonencode({\n    Statement = [{\n      Effect   = "Allow"\n      Action   = "s3:GetObject"\n      Resource = "arn:aws:s3:::${var.bucket}/*"\n    }]\n  })',
  );
});

it("the precondition of an output is emitted", () => {
  const module = defineOne({
    variables: { name: string() },
    build: (_scope, v) => ({
      name: output(v.name, { preconditions: [{ condition: eq(v.name, "a"), message: `not ${v.name}` }] }),
    }),
  });
  expect(textOf(module, "outputs.tf")).toBe(
    'output "name" {\n  value = var.name\n\n  precondition {\n    condition     = var.name == "a"\n    error_message = "not ${var.name}"\n  }\n}\n',
  );
});

it("required_version, check, removed, moved", () => {
  const module = defineOne({
    terraform: ">= 1.7",
    build(scope) {
      const job = resource(scope, GlueJob, "this", { name: "a", roleArn: ROLE, command: COMMAND });
      checkBlock(scope, "named", [{ condition: eq(job.name, "a"), message: "not a" }]);
      moved(scope, "aws_glue_job.old", "aws_glue_job.this");
      removed(scope, "aws_glue_job.gone");
      return {};
    },
  });
  expect(textOf(module, "versions.tf")).toContain('required_version = ">= 1.7"');
  expect(mainOf(module)).toContain(
    [
      'check "named" {\n  assert {\n    condition     = aws_glue_job.this.name == "a"\n    error_message = "not a"\n  }\n}',
      "moved {\n  from = aws_glue_job.old\n  to   = aws_glue_job.this\n}",
      "removed {\n  from = aws_glue_job.gone\n\n  lifecycle {\n    destroy = false\n  }\n}\n",
    ].join("\n\n"),
  );
});

it("backslashes and template markers in text are text", async () => {
  const value = ["C:\\new", "a\\b", "${aws:username}", "%{if}", "$${x}", "$$$", "%%{"];
  const module = defineOne({
    build(scope) {
      local(scope, "x", value);
      return {};
    },
  });
  expect(mainOf(module)).toContain('["C:\\\\new", "a\\\\b", "$${aws:username}", "%%{if}", "$$${x}", "$$$", "%%%{"]');
  expect((await throughLocal(value.slice(0, 4))) as string[]).toEqual(value.slice(0, 4));
});

it("newlines and heredoc markers read back as they were", async () => {
  const texts = [
    "line1\nEOF\nline3",
    "line1\nEOT\nline3\n",
    "a\nb\n",
    "\na\n",
    "  a\n b\n",
    "a\n\n\n",
    "a\r\nb\n",
    "a\n\tb\n",
  ];
  const variables = {
    text: string({ description: "First.\nEOT\nThird.", default: "line1\nEOT\nline3\n" }),
    texts: map(string(), { default: Object.fromEntries(texts.map((text, index) => [`k${index}`, text])) }),
  };
  const module = defineOne({ variables, build: (_scope, v) => ({ a: output([v.text, v.texts]) }) });
  const { variable } = (await readBack(module)) as unknown as { variable: Record<string, [Record<string, unknown>]> };
  expect(variable.text?.[0]).toMatchObject({ description: "First.\nEOT\nThird.", default: "line1\nEOT\nline3\n" });
  expect(Object.values(variable.texts?.[0].default as object)).toEqual(texts);
});

it("strings that look like something else stay strings", async () => {
  const texts = ["42", "[x", "{x}", '{"a":1}', "true", "null", "var.x", "1e3", ""];
  expect(await throughLocal(texts)).toEqual(texts);
  const variables = { text: string({ default: "42" }) };
  const module = defineOne({ variables, build: (_scope, v) => ({ a: output(v.text) }) });
  expect(textOf(module, "variables.tf")).toContain('default  = "42"');
});

it("depends_on of a module call, aliases and timeouts are references and blocks", () => {
  const module = defineOne({
    providers: { aws: { ...AWS.aws, configurationAliases: ["aws.west"] } },
    build(scope) {
      const first = moduleCall(scope, "first", {
        source: "./first",
        providers: { aws: "aws.west", "aws.east": "aws" },
      });
      const second = moduleCall(scope, "second", {
        source: "./second",
        dependsOn: [first],
        inputs: { id: first.output("id") },
      });
      const config = { name: "t", databaseName: "d" };
      resource(scope, GlueCatalogTable, "this", config, { provider: "aws.west", dependsOn: [second] });
      resource(scope, GlueTrigger, "this", {
        name: "t",
        type: "ON_DEMAND",
        actions: [{ jobName: "j" }],
        timeouts: { create: "5m" },
      });
      return {};
    },
  });
  const main = mainOf(module);
  expect(main).toContain(
    'module "first" {\n  source = "./first"\n\n  providers = {\n    aws      = aws.west\n    aws.east = aws\n  }\n}',
  );
  expect(main).toContain("  id = module.first.id\n\n  depends_on = [module.first]\n}");
  expect(main).toContain("  provider = aws.west\n");
  expect(main).toContain("  depends_on = [module.second]\n}");
  expect(main).toContain('  timeouts {\n    create = "5m"\n  }');
  expect(textOf(module, "versions.tf")).toContain("configuration_aliases = [aws.west]");
});

it("outputs of what may not exist are null, not an invalid index", () => {
  const module = defineOne({
    variables: { create: bool(true) },
    build(scope, v) {
      const job = resource(
        scope,
        GlueJob,
        "this",
        { name: "a", roleArn: ROLE, command: COMMAND },
        { count: when(v.create, 1, 0) },
      );
      const none = resource(scope, GlueJob, "none", { name: "a", roleArn: ROLE, command: COMMAND }, { count: 0 });
      return { arn: output(job.one((one) => one.arn)), none: output(none.one((one) => one.arn)) };
    },
  });
  expect(mainOf(module)).toContain("count = var.create ? 1 : 0");
  expect(mainOf(module)).not.toContain("none");
  expect(textOf(module, "outputs.tf")).toBe(
    'output "arn" {\n  value = one(aws_glue_job.this[*].arn)\n}\n\noutput "none" {\n  value = null\n}\n',
  );
});

it("exactly the providers that are used, with full source and lower bounds", () => {
  const time = { source: "hashicorp/time", version: ">= 0.9" };
  const build = (scope: Construct) => ({
    arn: output(resource(scope, GlueJob, "this", { name: "a", roleArn: ROLE, command: COMMAND }).arn),
  });
  const versions = textOf(defineOne({ providers: { ...AWS, time }, build }), "versions.tf");
  expect(versions).toContain('source  = "hashicorp/aws"');
  expect(versions).not.toContain("time");
  expect(problemsOf(defineOne({ providers: { time }, build }))).toEqual([
    expect.objectContaining({
      code: "provider-not-declared",
      path: "sample.providers.aws",
      message: expect.stringContaining("aws_glue_job.this"),
    }),
  ]);
  for (const [name, files] of pack) {
    const bounds = files.get("versions.tf")?.match(/version += ".*"/g) ?? [];
    expect([name, bounds]).toEqual([name, bounds.map(() => expect.stringMatching(/"(?:>= [\d.]+)"$/))]);
  }
});

it("the order of a list is kept", () => {
  const columns = ["year", "month", "day", "account"].map((name) => ({ name, type: "string" }));
  const module = defineOne({
    variables: { more: list(object({ name: string(), type: string() }), { default: columns }) },
    build(scope, v) {
      resource(scope, GlueCatalogTable, "this", {
        name: "t",
        databaseName: "d",
        partitionKeys: columns,
      });
      resource(scope, GlueCatalogTable, "more", {
        name: "t",
        databaseName: "d",
        partitionKeys: blocks(v.more, (key) => ({ name: key.name, type: key.type })),
      });
      return {};
    },
  });
  const names = (text: string) => [...text.matchAll(/name += "(\w{3,})"/g)].map(([, name]) => name);
  expect(names(mainOf(module))).toEqual(["year", "month", "day", "account"]);
  expect(names(textOf(module, "variables.tf"))).toEqual(["year", "month", "day", "account"]);
  expect(mainOf(module)).toContain("for_each = var.more\n");
});

it("list(any) is refused with the typed form; objects of different shape are optional attributes", () => {
  const module = defineOne({ variables: { items: list(any()) }, build: (_scope, v) => ({ a: output(v.items) }) });
  expect(problemsOf(module)).toEqual([
    expect.objectContaining({
      code: "any-in-collection",
      path: "sample.variables.items",
      hint: expect.stringContaining("list(object({ name: string(), size: optional(number()) }))"),
    }),
  ]);
  const typed = defineOne({
    variables: {
      items: list(object({ name: string(), size: optional(number()) }), {
        default: [{ name: "a" }, { name: "b", size: 1 }],
      }),
    },
    build: (_scope, v) => ({ a: output(v.items) }),
  });
  expect(textOf(typed, "variables.tf")).toContain(
    "type = list(object({\n    name = string\n    size = optional(number)\n  }))",
  );
});

it("no fixed names, no changed names, no settings of the account", () => {
  for (const [name, main] of packMain) {
    const named = [...main.matchAll(/^resource "\w+" "\w+" \{\n(?:.+\n|\n(?!\}))*?\}/gm)]
      .flatMap(([block]) => [...block.matchAll(/^ {2}(?:name|name_prefix) += (.*)$/gm)])
      .map(([, value]) => value);
    for (const value of named)
      expect([name, value]).toEqual([name, expect.stringMatching(/^(?:var\.|"\$\{var\.|each\.(?:key|value)|local\.)/)]);
    // What it is for is the settings of the account.
    if (name === "glue-account") continue;
    expect([name, main]).toEqual([
      name,
      expect.not.stringMatching(
        /"example"|\blower\(var\.|aws_glue_resource_policy|_encryption_settings|account_public_access/,
      ),
    ]);
  }
});

it("the partition is never written out", () => {
  for (const [name, main] of packMain)
    expect([name, main]).toEqual([name, expect.not.stringMatching(/arn:aws[a-z-]*:/)]);
  expect(packMain.get("glue-role")).toContain("arn:${local.partition}:glue:");
});

it("a grant on a table names the catalog and the database too", () => {
  const main = packMain.get("glue-role") ?? "";
  for (const [sid, variable] of [
    ["ReadCatalog", "read_tables"],
    ["WriteCatalog", "write_tables"],
  ]) {
    const statement = main.split(`"${sid}"`)[1]?.split("dynamic")[0] ?? "";
    expect(statement).toContain('"${local.glue_arn}:catalog"');
    expect(statement).toContain(
      `[for table in var.${variable} : "\${local.glue_arn}:database/\${split(".", table)[0]}"]`,
    );
    expect(statement).toContain(
      `[for table in var.${variable} : "\${local.glue_arn}:table/\${replace(table, ".", "/")}"]`,
    );
  }
});

it("addresses are those of the definition, also from a nested construct", () => {
  const module = defineOne({
    build(scope) {
      const nested = new Construct(new Construct(scope, "jobs"), "role");
      const role = new IamRole(nested, "job", { name: "r", assumeRolePolicy: "{}" });
      const job = resource(nested, GlueJob, "this", { name: "a", roleArn: role.arn, command: COMMAND });
      return { arn: output(job.arn), role: output(Fn.upper(role.name)) };
    },
  });
  expect(mainOf(module).match(/^resource .*$/gm)).toEqual([
    'resource "aws_glue_job" "this" {',
    'resource "aws_iam_role" "job" {',
  ]);
  expect(mainOf(module)).toContain("role_arn = aws_iam_role.job.arn");
  expect(textOf(module, "outputs.tf")).toContain("aws_glue_job.this.arn");
  expect(textOf(module, "outputs.tf")).toContain("upper(aws_iam_role.job.name)");
});

it("a file of the module is addressed from the module's folder", () => {
  const module = defineOne({
    build(scope) {
      const source = `${pathModule()}/scripts/job.py`;
      resource(scope, S3Object, "this", { bucket: "b", key: "job.py", source, etag: fn.filemd5(source) });
      return {};
    },
  });
  expect(mainOf(module)).toContain('source = "${path.module}/scripts/job.py"');
  expect(mainOf(module)).toContain('etag   = filemd5("${path.module}/scripts/job.py")');
});

it("an optional single block becomes dynamic", () => {
  const notification = object({ delay: number(), reason: optional(string()) });
  const module = defineOne({
    variables: { notification: optional(notification) },
    build(scope, v) {
      resource(scope, GlueJob, "this", {
        name: "a",
        roleArn: ROLE,
        command: COMMAND,
        notificationProperty: optionalBlock(v.notification, (n) => ({ notifyDelayAfter: n.delay })),
      });
      return {};
    },
  });
  expect(mainOf(module)).toContain(
    '  dynamic "notification_property" {\n    for_each = var.notification[*]\n\n    content {\n      notify_delay_after = notification_property.value.delay\n    }\n  }\n',
  );
});

it("a loop over objects and a string with a hole in it", () => {
  const module = defineOne({
    variables: { targets: list(object({ path: string() })) },
    build: (_scope, v) => ({ paths: output(each(v.targets, (target) => `${target.path}/*`)) }),
  });
  expect(textOf(module, "outputs.tf")).toBe(
    'output "paths" {\n  value = [for target in var.targets : "${target.path}/*"]\n}\n',
  );
});

it("the same bytes from any folder and in any order", () => {
  const render = (order: typeof modules) => [...renderFiles(order.map((module) => module.generate()))].sort();
  const here = render(modules);
  const [cwd, other] = [process.cwd(), mkdtempSync(`${tmpdir()}/tfwright-b24-`)];
  try {
    process.chdir(other);
    expect(render([...modules].reverse())).toEqual(here);
  } finally {
    process.chdir(cwd);
    rmSync(other, { recursive: true });
  }
  for (const [path, text] of here) expect([path, text]).toEqual([path, expect.not.stringContaining(cwd)]);
});
