/** `lint --fix --write` changes values where they stand, and nothing else of a file. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fixInPlace } from "../../../src/cli/lint/fix-in-place";
import type { Finding } from "../../../src/iam/lint";
import { type LintedFiles, lintFiles } from "../../../src/policy-files";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tfwright-fix-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Texts = Readonly<Record<string, string>>;

function write(texts: Texts) {
  return Object.entries(texts).map(([name, text]) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return { path, text };
  });
}

const textOf = (path: string) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
};

/** Corrects files, of which those in `given` are named. */
function fix(texts: Texts, given = Object.keys(texts)) {
  const files = write(texts).filter(({ path }) => given.some((name) => path === join(folder, name)));
  const lint = (changed: ReadonlyMap<string, string>) =>
    lintFiles(
      files.map(({ path, text }) => ({ path, text: changed.get(path) ?? text })),
      { today: "2026-09-26", textOf: (path) => changed.get(path) ?? textOf(path) },
    );
  const { left, notes } = fixInPlace({ files, textOf, lint });
  const now = Object.fromEntries(Object.keys(texts).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  return {
    left: left.findings.map(({ rule }) => rule),
    notes: notes.map((note) => note.replaceAll(`${folder}/`, "")),
    now,
  };
}

const HCL = `locals {
  actions = ["s3:GetObjet", "s3:\${"Put"}Objekt"] # a comment
}

resource "aws_iam_policy" "a" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "read it"
      Effect   = "allow"
      Action   = ["s3:GetObjet", "s3:PutObjekt"]
      Resource = ["arn:aws:s3::my-bucket/*", "\${aws_s3_bucket.b.arn}/*"]
      Condition = {
        "ForAnyValue:StringEqualIfExists" = { "aws:TagKeys" = ["a"] }
      }
    }]
  })
}

data "aws_iam_policy_document" "d" {
  version = "2012-10-07"

  statement {
    effect    = "Alow"
    actions   = local.actions
    resources = ["arn:aws:s3:::b/*"]

    condition {
      test     = "StringLik"
      variable = "aws:PrincipalTag/team"
      values   = ["x*"]
    }
  }
}

resource "aws_iam_policy" "c" {
  policy = <<-EOT
    { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sqs:SendMesage", "Resource": "\${aws_sqs_queue.q.arn}" }] }
  EOT
}
`;

const MENDED: readonly (readonly [from: string, to: string])[] = [
  ['["s3:GetObjet", "s3:${', '["s3:GetObject", "s3:${'],
  ['"read it"', '"readit"'],
  ['"allow"', '"Allow"'],
  ['["s3:GetObjet", "s3:PutObjekt"]', '["s3:GetObject", "s3:PutObject"]'],
  ["arn:aws:s3::my-bucket", "arn:aws:s3:::my-bucket"],
  ["ForAnyValue:StringEqualIfExists", "ForAnyValue:StringEqualsIfExists"],
  ["2012-10-07", "2012-10-17"],
  ['"Alow"', '"Allow"'],
  ['"StringLik"', '"StringLike"'],
  ["sqs:SendMesage", "sqs:SendMessage"],
];

test("HCL: jsonencode, a document with its locals, a heredoc", () => {
  const { now, notes, left } = fix({ "main.tf": HCL.replace('s3:${"Put"}Objekt', "s3:PutObject") });
  const want = MENDED.reduce((text, [from, to]) => text.replace(from, to), HCL);
  expect(now["main.tf"]).toBe(
    want.replace('["s3:GetObject", "s3:${"Put"}Objekt"]', '["s3:GetObject", "s3:PutObject"]'),
  );
  expect(notes[0]).toBe("corrected: main.tf:2:14: `s3:GetObjet` is `s3:GetObject` now");
  expect(notes.at(-1)).toBe("11 values in 1 file corrected; `terraform fmt` aligns what stands beside longer names");
  expect(left).not.toContain("unknown-action");
  expect(fix({ "main.tf": want }).now["main.tf"]).toBe(want);
});

test("what is put together of parts stays, and with it the finding", () => {
  const { now, left } = fix({ "main.tf": HCL });
  expect(now["main.tf"]).toContain('["s3:GetObjet", "s3:${"Put"}Objekt"]');
  expect(left).toContain("unknown-action");
});

const yaml = (effect: string, actions: string, operator: string) =>
  `# roles\r\nResources:\r\n  P:\r\n    Type: AWS::IAM::ManagedPolicy\r\n    Properties:\r\n      PolicyDocument:\r\n        Version: 2012-10-17\r\n        Statement:\r\n          - Effect: ${effect}\r\n            Action: ${actions}\r\n            Resource: arn:aws:s3:::b/*\r\n            Condition:\r\n              ${operator}:\r\n                aws:PrincipalTag/team: x`;

test("YAML: with and without quotes, line ends and the missing last one stay", () => {
  const { now, left, notes } = fix({ "t.yaml": yaml("allow", "[s3:GetObjet, 's3:PutObjekt']", "StringEqual") });
  expect(now["t.yaml"]).toBe(yaml("Allow", "[s3:GetObject, 's3:PutObject']", "StringEquals"));
  expect(left).toEqual([]);
  expect(notes.at(-1)).toBe("4 values in 1 file corrected");
});

const json = (action: string) =>
  `\ufeff{"Version":"2012-10-17",\n\t"Statement":[{"Effect":"Allow","Action":["${action}"],"Resource":"arn:aws:s3:::b/*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}]}`;

test("JSON keeps its layout and its byte order mark", () => {
  expect(fix({ "a.json": json("s3:GetObjet") }).now["a.json"]).toBe(json("s3:GetObject"));
  expect(fix({ "a.json": json("s3:GetObjet").replaceAll("\n\t", "") }).now["a.json"]).toBe(
    json("s3:GetObject").replaceAll("\n\t", ""),
  );
});

test("an operator that AWS has is left to a person", () => {
  const text = json("s3:GetObject").replace(
    '"Bool":{"aws:SecureTransport":"true"}',
    '"StringLike":{"aws:SourceArn":"arn:*:a:b"}',
  );
  const { now, left } = fix({ "a.json": text });
  expect(now["a.json"]).toBe(text);
  expect(left).toContain("string-like-on-arn-key");
});

test("a file that a Terraform file reads, through links, with its mode", () => {
  const texts = {
    "main.tf": 'resource "aws_iam_policy" "p" {\n  policy = file("${path.module}/p.json.tpl")\n}\n',
    "real/p.txt": json("s3:GetObjet").slice(1),
  };
  write(texts);
  symlinkSync(join("real", "p.txt"), join(folder, "p.json.tpl"));
  chmodSync(join(folder, "real", "p.txt"), 0o640);
  const { now, notes } = fix(texts, ["main.tf"]);
  expect(now["real/p.txt"]).toBe(json("s3:GetObject").slice(1));
  expect(notes[0]).toMatch(/^corrected: p\.json\.tpl:2:/);
  expect(statSync(join(folder, "real", "p.txt")).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder).sort()).toEqual(["main.tf", "p.json.tpl", "real"]);
});

test.each<[name: string, file: string, text: string, reason: RegExp]>([
  ["what another program writes", "cdk.out/a.template.json", json("s3:GetObjet").slice(1), /another program writes it/],
  [
    "a state",
    "terraform.tfstate.json",
    `{"version": 4, "terraform_version": "1.11.0", "policy": ${json("s3:GetObjet").slice(1)}}`,
    /a plan or a state is not a source/,
  ],
])("%s is not changed", (_name, file, text, reason) => {
  const finding = lintFiles([{ path: join(folder, file), text: json("s3:GetObjet").slice(1) }]).findings[0] as Finding;
  const files = write({ [file]: text });
  const at = text.indexOf('"s3:GetObjet"');
  const lines = text.slice(0, at).split("\n");
  const place = { pointer: "", line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
  const moved = {
    ...finding,
    ...place,
    fix: { kind: "action" as const, replacements: [{ from: "s3:GetObjet", at: place, to: ["s3:GetObject"] }] },
  };
  const { notes } = fixInPlace({ files, textOf, lint: () => linted([moved]) });
  expect(notes[0]).toMatch(reason);
  expect(readFileSync(join(folder, file), "utf8")).toBe(text);
});

const linted = (findings: readonly Finding[], problems: LintedFiles["problems"] = []): LintedFiles => ({
  findings,
  problems,
  unread: [],
  unusedComments: [],
  unusedSuppressions: [],
  policies: 1,
});

/** A finding that corrects `"a"` at the start of a file. */
const correcting = (to: string): Finding => ({
  rule: "invalid-effect",
  severity: "error",
  title: "",
  message: "",
  parts: [],
  subject: "",
  file: join(folder, "a.tf"),
  pointer: "",
  line: 1,
  column: 1,
  fix: { kind: "effect", from: "a", to },
});

test("two findings that want other values in one place change nothing", () => {
  const files = write({ "a.tf": '"a"' });
  const { notes } = fixInPlace({ files, textOf, lint: () => linted([correcting("b"), correcting("c")]) });
  expect(notes).toEqual(["nothing was corrected: no finding is mended by another value in one place"]);
  expect(
    fixInPlace({
      files,
      textOf,
      lint: (texts) => linted(texts.size > 0 ? [] : [correcting("b"), correcting("b")]),
    }).notes.at(-1),
  ).toBe("1 value in 1 file corrected");
  expect(readFileSync(join(folder, "a.tf"), "utf8")).toBe('"b"');
});

test.each<[name: string, text: string, change: Partial<Finding>]>([
  [
    "a value without quotes that YAML would read as something else",
    "a",
    { fix: { kind: "effect", from: "a", to: "*" } },
  ],
  ["a value without quotes that is only the start of one", "ab", { fix: { kind: "effect", from: "a", to: "b" } }],
  [
    "an action that stands for two",
    '"a"',
    { fix: { kind: "action", replacements: [{ from: "a", at: { pointer: "", line: 1, column: 1 }, to: ["b", "c"] }] } },
  ],
  [
    "an action of which one stands in a file that was not given",
    '"a"',
    {
      fix: {
        kind: "action",
        replacements: [
          { from: "a", at: { pointer: "", line: 1, column: 1 }, to: ["b"] },
          { from: "a", at: { pointer: "", line: 1, column: 1, file: "other.tf" }, to: ["b"] },
        ],
      },
    },
  ],
])("%s is not changed", (_name, text, change) => {
  const files = write({ "a.tf": text });
  const { notes } = fixInPlace({
    files,
    textOf: (path) => (path === "other.tf" ? '"a"' : textOf(path)),
    lint: (texts) => linted(texts.size > 0 ? [] : [{ ...correcting("b"), ...change }]),
  });
  expect(notes).toEqual(["nothing was corrected: no finding is mended by another value in one place"]);
  expect(readFileSync(join(folder, "a.tf"), "utf8")).toBe(text);
});

test("a file that could then not be read stays as it was", () => {
  const files = write({ "a.tf": '"a"' });
  const broken = { code: "not-hcl", message: "", file: join(folder, "a.tf") };
  const { notes, left } = fixInPlace({
    files,
    textOf,
    lint: (texts) => (texts.size > 0 ? linted([], [broken]) : linted([correcting("b")])),
  });
  expect(notes[0]).toContain("not changed: corrected, it would have another fault, `not-hcl`");
  expect(left.findings).toHaveLength(1);
  expect(readFileSync(join(folder, "a.tf"), "utf8")).toBe('"a"');
});

const withSids = (...sids: readonly string[]) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: sids.map((Sid) => ({
      Sid,
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: `arn:aws:s3:::${Sid.length}/*`,
    })),
  });

test("a Sid that is there already is not written twice", () => {
  const text = withSids("a b", "ab", "c d");
  expect(fix({ "a.json": text }).now["a.json"]).toBe(text.replace("c d", "cd"));
});

test("two Sids that would become one stay, with all of their file", () => {
  const text = withSids("a b", "a-b");
  const { now, notes } = fix({ "a.json": text, "b.json": withSids("c d") });
  expect(now).toEqual({ "a.json": text, "b.json": withSids("cd").replace("::2/", "::3/") });
  expect(notes).toContain("a.json: not changed: corrected, it would have another fault, `duplicate-sid`");
});
