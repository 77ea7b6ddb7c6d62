import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Files, Project, type Ran } from "./support/project";

const QUEUE = '{"resource":{"aws_sqs_queue":{"q":{"name":"a"}}}}';
const NULL = '{"resource":{"null_resource":{"q":{}}}}';

/** What `terraform providers schema -json` says of a provider with one resource. */
function schemaOf(source: string, type: string, attributes: object): string {
  const block = { attributes };
  return JSON.stringify({
    format_version: "1.0",
    provider_schemas: {
      [`registry.terraform.io/${source}`]: {
        provider: { version: 0, block: {} },
        resource_schemas: { [type]: { version: 0, block } },
      },
    },
  });
}

function eject(project: Project, ...args: readonly string[]): Ran {
  return project.run(["eject", ...args]);
}

/** What is in a folder, relative to it. */
function filesIn(project: Project): readonly string[] {
  return readdirSync(project.folder, { recursive: true, encoding: "utf8" }).sort();
}

describe("bad input is told with its path, exit code 2, and nothing is written", () => {
  const cases: readonly [string, Files, readonly string[], readonly string[]][] = [
    ["nothing", {}, [], ["cdktf.out: there is no such file or folder", "run `cdktf synth` first"]],
    [
      "no stack",
      { "cdktf.out/manifest.json": "{}" },
      [],
      ["cdktf.out: has no stack: neither cdk.tf.json nor stacks/*/cdk.tf.json"],
    ],
    [
      "HCL of cdktf",
      { "cdktf.out/stacks/a/cdk.tf": "" },
      [],
      ["its stacks were written by `cdktf synth --hcl`", "without `--hcl`"],
    ],
    [
      "an app before its synthesis",
      { "cdktf.json": '{"language":"typescript"}', "main.ts": "" },
      ["."],
      [".: has no stack: neither cdk.tf.json nor stacks/*/cdk.tf.json\n  run `cdktf synth` first\n"],
    ],
    [
      "an app with another folder of output",
      { "app/cdktf.json": '{"output":"dist/cdk"}', "app/dist/x.js": "" },
      ["app"],
      ["run `cdktf synth` first, and give the folder that it writes: dist/cdk\n"],
    ],
    ["an app with broken settings", { "cdktf.json": "null" }, ["."], ["run `cdktf synth` first"]],
    ["HCL", { "main.tf": "locals {}\n" }, ["main.tf"], ["main.tf: is HCL already\n", "(cdktf.out)"]],
    ["a program", { "main.ts": "import x\n" }, ["main.ts"], ["main.ts: is no JSON", "(cdktf.out)"]],
    ["an empty file", { "a/cdk.tf.json": "" }, ["a"], ["a/cdk.tf.json:1:1: expected a value"]],
    ["broken JSON", { "a/cdk.tf.json": '{"resource": {' }, ["a"], ["a/cdk.tf.json:1:15: "]],
    [
      "a plan",
      { "plan.json": '{"format_version":"1.2"}' },
      ["plan.json"],
      ["plan.json: is a plan or a state of Terraform"],
    ],
    [
      "a package.json",
      { "package.json": '{"name":"x"}' },
      ["package.json"],
      ["package.json: is no stack: Terraform has no block `name`"],
    ],
    [
      "problems of all stacks",
      { "cdktf.out/stacks/a/cdk.tf.json": "[", "cdktf.out/stacks/b/cdk.tf.json": "{" },
      [],
      ["stacks/a/cdk.tf.json:1:2: ", "stacks/b/cdk.tf.json:1:2: "],
    ],
    [
      "a schema of another provider",
      { "a/cdk.tf.json": QUEUE, "s.json": schemaOf("hashicorp/null", "null_resource", {}) },
      ["a", "--schema", "s.json"],
      ["s.json: has no schema of `hashicorp/aws`"],
    ],
    [
      "a schema of another version",
      { "a/cdk.tf.json": QUEUE, "s.json": schemaOf("hashicorp/aws", "aws_sqs_queue", { id: { type: "string" } }) },
      ["a", "--schema", "s.json"],
      ["a/cdk.tf.json:1:36: the schema has no `resource.aws_sqs_queue.q.name`", "another version of the provider"],
    ],
    ["a schema that is none", { "a/cdk.tf.json": QUEUE }, ["a", "--schema", "a/cdk.tf.json"], ["a/cdk.tf.json"]],
    [
      "a schema that is not there",
      { "a/cdk.tf.json": QUEUE },
      ["a", "--schema", "s.json"],
      ["s.json: there is no such file"],
    ],
    [
      "the stack's own folder",
      { "a/cdk.tf.json": QUEUE },
      ["a", "--out", "a"],
      ["a/cdk.tf.json: would be beside what is ejected from it", "`--out`"],
    ],
    [
      "the folder of the stacks",
      { "cdktf.out/stacks/a/cdk.tf.json": QUEUE },
      ["--out", "cdktf.out/stacks"],
      ["would be beside what is ejected from it"],
    ],
    ["a file as folder", { "a/cdk.tf.json": QUEUE, out: "" }, ["a", "--out", "out"], ["it is a file, not a folder"]],
  ];

  test.each(cases)("%s", (_name, files, args, want) => {
    const project = new Project(files, { packages: false });
    const before = filesIn(project);
    const { code, stderr } = eject(project, ...args);
    for (const text of want) expect(stderr).toContain(text);
    expect(stderr).toContain("nothing was written");
    expect(stderr).not.toContain("    at ");
    expect(code).toBe(2);
    expect(filesIn(project)).toEqual(before);
  });

  test("bytes that are not UTF-8", () => {
    const project = new Project({}, { packages: false });
    mkdirSync(join(project.folder, "a"));
    writeFileSync(join(project.folder, "a/cdk.tf.json"), Buffer.from(QUEUE.replace('"a"', '"\u00e9"'), "latin1"));
    const { code, stderr } = eject(project, "a");
    expect(stderr).toContain("a/cdk.tf.json: is not UTF-8");
    expect(code).toBe(2);
  });

  test("a folder where the file should be", () => {
    const project = new Project({ "a/cdk.tf.json/x": "" }, { packages: false });
    const { code, stderr } = eject(project, "a");
    expect(stderr).toContain("a/cdk.tf.json: is a folder");
    expect(code).toBe(2);
  });
});

describe("texts in other clothes", () => {
  test.each([
    ["a byte order mark", Buffer.from(`\ufeff${QUEUE}`)],
    ["UTF-16", Buffer.from(`\ufeff${QUEUE}`, "utf16le")],
    ["line ends of Windows", Buffer.from(QUEUE.replaceAll(":", ":\r\n"))],
    [
      "the sign for a character that could not be read, where it is meant",
      Buffer.from(QUEUE.replace('"a"', '"a\ufffd"')),
    ],
  ])("%s", (_name, bytes) => {
    const project = new Project({}, { packages: false });
    mkdirSync(join(project.folder, "a"));
    writeFileSync(join(project.folder, "a/cdk.tf.json"), bytes);
    expect(eject(project, "a").code).toBe(0);
    expect(project.read("terraform/a/main.tf")).toMatch(
      /^resource "aws_sqs_queue" "q" \{\n {2}name = "a\ufffd?"\n\}\n$/,
    );
  });
});

describe("assets", () => {
  const given: Files = { "a/cdk.tf.json": QUEUE, "a/assets/x/1/f.zip": "F", "a/.terraform.lock.hcl": "" };

  test("are copied, through links too", () => {
    const project = new Project(given, { packages: false });
    symlinkSync("f.zip", join(project.folder, "a/assets/x/1/link.zip"));
    symlinkSync("1", join(project.folder, "a/assets/x/latest"));
    expect(eject(project, "a").code).toBe(0);
    for (const path of ["1/f.zip", "1/link.zip", "latest/f.zip", "latest/link.zip"])
      expect(project.read(`terraform/a/assets/x/${path}`)).toBe("F");
  });

  test("a link to nothing and one that has no end are told, and nothing is written", () => {
    const project = new Project(given, { packages: false });
    symlinkSync("nowhere", join(project.folder, "a/assets/dead"));
    symlinkSync(".", join(project.folder, "a/assets/loop"));
    const { code, stderr } = eject(project, "a");
    expect(stderr).toContain("a/assets/dead: is a link to nothing");
    expect(stderr).toContain("a/assets/loop: is a link to one of its own parent folders");
    expect(code).toBe(2);
    expect(filesIn(project)).not.toContain("terraform");
  });

  test("that the stack names and that are not there are told", () => {
    const stack = {
      resource: {
        aws_lambda_function: {
          there: { filename: "assets/x/1/f.zip" },
          gone: { filename: "assets/x/2/f.zip", source_code_hash: '${filebase64sha256("./assets/x/3/f.zip")}' },
        },
      },
    };
    const project = new Project({ ...given, "a/cdk.tf.json": JSON.stringify(stack) }, { packages: false });
    const { stderr } = eject(project, "a");
    expect(stderr).toContain("`resource.aws_lambda_function.gone.filename` is assets/x/2/f.zip, which is not in");
    expect(stderr).toContain("./assets/x/3/f.zip, which is not in the stack's folder: run `cdktf synth` again");
    expect(stderr).not.toContain("there.filename");
  });
});

describe("schemas", () => {
  test("are asked for once, however many elements stay JSON", () => {
    const stack = { resource: { unheard_of: { a: { b: {} }, c: { d: {} }, e: { f: [{}] } } } };
    const { code, stderr } = eject(new Project({ "a/cdk.tf.json": JSON.stringify(stack) }, { packages: false }), "a");
    expect(stderr.match(/^stays JSON: /gm)).toHaveLength(3);
    expect(stderr.match(/--schema FILE/g)).toHaveLength(1);
    expect(stderr).toContain("(nothing is known of hashicorp/unheard)");
    expect(code).toBe(1);
  });

  test("are asked for once for all stacks of an app", () => {
    const stack = (provider: string) => JSON.stringify({ resource: { [`${provider}_of`]: { a: { b: {} } } } });
    const files = Object.fromEntries(
      ["unheard", "unseen", "null"].map((name) => [`cdktf.out/stacks/${name}/cdk.tf.json`, stack(name)]),
    );
    const { stderr } = eject(new Project(files, { packages: false }));
    expect(stderr.match(/--schema FILE/g)).toHaveLength(1);
    expect(stderr).toContain("(nothing is known of hashicorp/unheard, hashicorp/unseen)");
  });

  test("need to be of use to one stack of an app only", () => {
    const schema = schemaOf("hashicorp/null", "null_resource", { id: { type: "string" } });
    const files = { "cdktf.out/stacks/a/cdk.tf.json": QUEUE, "cdktf.out/stacks/b/cdk.tf.json": NULL, "s.json": schema };
    const { code, stdout } = eject(new Project(files, { packages: false }), "--schema", "s.json");
    expect(stdout).toContain("the schema of hashicorp/null in s.json");
    expect(code).toBe(0);
  });
});

describe("the output folder", () => {
  const files = { "cdktf.out/stacks/a/cdk.tf.json": QUEUE };

  test("is written once, keeps foreign files, and does not lose what was edited", () => {
    const project = new Project(files, { packages: false });
    expect(eject(project).code).toBe(0);
    project.write({ "terraform/a/own.tf": "# mine\n" });
    const again = eject(project);
    expect(again.code).toBe(0);
    expect(again.stdout).not.toContain("wrote");
    project.write({ "terraform/a/main.tf": "# edited\n" });
    const edited = eject(project);
    expect(edited.stderr).toContain("a/main.tf: this file was edited after it was ejected");
    expect(edited.code).toBe(2);
    expect(project.read("terraform/a/main.tf")).toBe("# edited\n");
    expect(eject(project, "--check").code).toBe(1);
    expect(eject(project, "--force").code).toBe(0);
    expect(project.read("terraform/a/main.tf")).toContain("aws_sqs_queue");
    expect(project.read("terraform/a/own.tf")).toBe("# mine\n");
  });

  test("may be in the folder of the stack", () => {
    const project = new Project({ "a/cdk.tf.json": QUEUE }, { packages: false });
    expect(eject(project, "a", "--out", "a/hcl").code).toBe(0);
    expect(project.read("a/hcl/main.tf")).toContain("aws_sqs_queue");
  });
});

describe("notes", () => {
  test("name files of one machine and secrets, and end after ten", () => {
    const objects = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        `o${index}`,
        { bucket: "b", key: "k", source: `/Users/me/${index}.zip` },
      ]),
    );
    const stack = {
      terraform: { backend: { s3: { bucket: "b", key: "k", region: "r" } } },
      provider: { aws: { secret_key: "s", region: "${TfToken[TOKEN.4]}" } },
      resource: { aws_s3_object: objects },
    };
    const project = new Project({ "a/cdk.tf.json": JSON.stringify(stack), "a/other.tf": "" }, { packages: false });
    const { code, stderr } = eject(project, "a");
    expect(stderr).toContain("note: a/other.tf: was not written by `cdktf synth`");
    expect(stderr).toMatch(/^note: a\/cdk\.tf\.json:1:\d+: `provider\.aws\.secret_key` is a secret as text/m);
    expect(stderr).toContain("`provider.aws.region` has ${TfToken[TOKEN.4]}, a token that CDKTF did not replace");
    expect(stderr).toContain("`resource.aws_s3_object.o0.source` is a path of one machine: /Users/me/0.zip");
    expect(stderr.match(/^note: /gm)).toHaveLength(11);
    expect(stderr).toContain("note: 5 more notes: `--json` has all of them");
    expect(stderr).not.toContain(project.folder);
    expect(code).toBe(0);
  });
});

test("--verify tells each error of a plan once, and no warning", () => {
  const said = (severity: string, summary: string, detail?: string) =>
    JSON.stringify({
      type: "diagnostic",
      diagnostic: { severity, summary, ...(detail && { detail }), range, snippet },
    });
  const range = { filename: "cdk.tf.json", start: { line: 7 } };
  const snippet = { context: "resource.aws_sqs_queue.q" };
  const lines = [
    ...Array.from({ length: 9 }, () => said("warning", "Deprecated attribute", 'The attribute "name" is deprecated.')),
    ...Array.from({ length: 3 }, () => said("error", '"arn" (x) is an invalid ARN: ')),
    ...Array.from({ length: 6 }, (_, index) => said("error", "Invalid value", `number ${index}`)),
  ];
  const terraform = `#!/bin/sh
case "$1" in
  version) echo '{"terraform_version":"1.11.4","provider_selections":{}}' ;;
  validate) echo '{"diagnostics":[]}' ;;
  test) cat <<'END'
${lines.join("\n")}
END
  exit 1 ;;
esac
`;
  const project = new Project({ "a/cdk.tf.json": QUEUE, "bin/tf": terraform }, { packages: false });
  chmodSync(join(project.folder, "bin/tf"), 0o755);
  const { code, stderr } = eject(project, "a", "--verify", "--terraform", join(project.folder, "bin/tf"));
  expect(stderr).toContain(
    'with mocked providers failed: cdk.tf.json:7, resource.aws_sqs_queue.q: "arn" (x) is an invalid ARN; cdk.tf.json:7, resource.aws_sqs_queue.q: Invalid value: number 0; ',
  );
  expect(stderr).toContain("number 3; and 2 other errors\n");
  expect(stderr.match(/invalid ARN/g)).toHaveLength(1);
  expect(stderr).not.toContain("number 4");
  expect(stderr).not.toContain("Deprecated");
  expect(code).toBe(1);
});

test("names that --rename would join keep their hashes, and are told", () => {
  const queues = { q_AAAAAAAA: {}, q_BBBBBBBB: {}, p_CCCCCCCC: {}, p: {}, o_DDDDDDDD: {} };
  const stack = JSON.stringify({ resource: { aws_sqs_queue: queues } });
  const { code, stderr } = eject(new Project({ "a/cdk.tf.json": stack }, { packages: false }), "a", "--rename");
  expect(stderr).toContain(
    "note: a/cdk.tf.json:1:31: `aws_sqs_queue.q_AAAAAAAA` and `aws_sqs_queue.q_BBBBBBBB` keep their hashes, because each would be `aws_sqs_queue.q`\n",
  );
  expect(stderr).toContain("`aws_sqs_queue.p_CCCCCCCC` keeps its hash, because `aws_sqs_queue.p` is taken\n");
  expect(stderr).not.toContain("o_DDDDDDDD");
  expect(code).toBe(0);
});

test("a stack in a file of another name is ejected by itself", () => {
  const project = new Project({ "stack/main.tf.json": QUEUE });
  const { code, stderr } = eject(project, "stack/main.tf.json", "--out", "hcl");
  expect([code, stderr.includes("was not written by")]).toEqual([0, false]);
  expect(project.read("hcl/main.tf")).toBe('resource "aws_sqs_queue" "q" {\n  name = "a"\n}\n');
});

test("without the Terraform that --verify needs, nothing is written", () => {
  const project = new Project({ "a/cdk.tf.json": QUEUE }, { packages: false });
  const { code, stderr } = eject(project, "a", "--verify", "--terraform", "no-such-terraform");
  expect(stderr).toContain("error: no-such-terraform: this command cannot be run\n");
  expect(stderr).toContain("nothing was written\n");
  expect([code, existsSync(join(project.folder, "terraform"))]).toEqual([2, false]);
});

describe("--confirm", () => {
  const plan = (...names: readonly string[]) =>
    JSON.stringify({
      format_version: "1.2",
      terraform_version: "1.11.4",
      planned_values: { root_module: {} },
      configuration: { root_module: {} },
      resource_changes: names.map((name) => ({
        address: `x_y.${name}`,
        mode: "managed",
        type: "x_y",
        name,
        provider_name: "registry.terraform.io/hashicorp/x",
        change: { actions: ["no-op"], before: { a: 1 }, after: { a: 1 }, after_unknown: {} },
      })),
    });
  const project = new Project({ "a.json": plan("q"), "b.json": plan("q"), "c.json": plan("r") }, { packages: false });

  test("one file twice is refused", () => {
    const { code, stderr } = eject(project, "--confirm", "a.json", "./a.json");
    expect(stderr).toContain("error: ./a.json: is given twice, and a plan is always the same as itself\n");
    expect(code).toBe(2);
  });

  test("two files with the same changes are the same", () => {
    const { code, stdout } = eject(project, "--confirm", "a.json", "b.json");
    expect(stdout).toContain("The move to HCL changes nothing: 1 without a change");
    expect(code).toBe(0);
  });

  test("plans of two states are not", () => {
    const { code, stderr } = eject(project, "--confirm", "a.json", "c.json");
    expect(stderr).toContain(
      "different: x_y.r: only the plan of what was ejected has it: was it made on the same state? (no-op)\n",
    );
    expect(stderr).toContain(
      "different: x_y.q: only the plan of the stack has it: was it made on the same state? (no-op)\n",
    );
    expect(code).toBe(1);
  });
});
