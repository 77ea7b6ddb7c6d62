import { lintFiles } from "../../src/policy-files";

const TODAY = "2026-10-01";

/** What is found in a file: rule, line, pointer. */
function found(text: string, { path = "a.yaml", named = false } = {}) {
  const { findings, problems, unread } = lintFiles([{ path, text, named }], { today: TODAY });
  return {
    findings: findings.map(({ rule, line, column, pointer }) => `${line}:${column} ${rule} ${pointer}`),
    problems,
    unread,
  };
}

const POLICY = `Version: 2012-10-17
Statement:
  - Sid: List
    Effect: Allow
    Action:
      - s3:ListBucket
    Resource: arn:aws:s3:::raw/*
`;

test("a policy in YAML", () => {
  expect(found(POLICY)).toEqual({
    findings: ["6:9 resource-type-mismatch /Statement/0/Action/0"],
    problems: [],
    unread: [],
  });
});

test("an account ID is a text, with and without quotes", () => {
  const trust = (account: string) =>
    `Statement: { Effect: Allow, Principal: { AWS: ${account} }, Action: sts:AssumeRole }\nVersion: "2012-10-17"\n`;
  expect(found(trust("012345678901")).findings).toEqual(found(trust('"012345678901"')).findings);
});

test("policies as text in YAML, in one of several documents", () => {
  const text = `apiVersion: v1
---
spec:
  policy: |
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObjekt", "Resource": "*"}]}
---
kind: x
`;
  expect(found(text).findings).toContain("4:11 unknown-action /1/spec/policy/Statement/0/Action");
});

test("other YAML of a folder is passed over, a named file is not", () => {
  expect(found("a: b\n")).toEqual({ findings: [], problems: [], unread: [] });
  expect(found("a: Statement\nEffect: [\n").problems).toHaveLength(1);
  expect(found("a: Statement\nb: [\n")).toEqual({ findings: [], problems: [], unread: [] });
  expect(found("a: Statement\n")).toEqual({ findings: [], problems: [], unread: [] });
  expect(found("a: [\n")).toEqual({ findings: [], problems: [], unread: [] });
  expect(found("a: b\n", { named: true }).findings).toEqual(["1:1 not-json "]);
  expect(found("a: [\n", { named: true }).problems).toMatchObject([{ code: "not-yaml", file: "a.yaml", line: 2 }]);
});

test("a template of YAML in a folder is counted as not read", () => {
  const helm = `{{- if .Values.x }}\n${POLICY}{{- end }}\n`;
  expect(found(helm)).toMatchObject({ findings: [], problems: [], unread: [{ file: "a.yaml", line: 1 }] });
  expect(found(helm, { named: true }).problems).toMatchObject([{ code: "not-yaml" }]);
});

test("YAML that is too much: in a folder it is counted, named it is an error", () => {
  const large = `${POLICY}${"# Effect\n".repeat(200_000)}`;
  const deep = `${POLICY}x: ${"[".repeat(100_000)}\n`;
  for (const text of [large, deep]) {
    expect(found(text)).toMatchObject({ findings: [], problems: [], unread: [{ file: "a.yaml" }] });
    expect(found(text, { named: true }).problems).toMatchObject([{ code: "not-yaml", line: expect.any(Number) }]);
  }
});

test("YAML from standard input", () => {
  for (const text of [POLICY, `# A comment.\n${POLICY}`, `---\n${POLICY}`])
    expect(found(text, { path: "<stdin>", named: true }).findings).toMatchObject(
      [/resource-type-mismatch/].map((one) => expect.stringMatching(one)),
    );
});

test("a key twice is told where it is in a policy", () => {
  const text = `a:\n  b: 1\n  b: 2\npolicy:\n${POLICY.replace(/^(?=.)/gm, "  ")}`;
  expect(found(text).problems).toEqual([]);
  expect(found(text).findings).toHaveLength(1);
  expect(found(`${text}      Effect: Deny\n`).findings).toContain("12:7 not-json /policy/Statement/0/Effect");
});

describe("suppressions in comments", () => {
  const withComment = (sign: string, text: string) => found(POLICY.replace(sign, text)).findings;
  const ignore = "# tfwright:ignore resource-type-mismatch a test of ours";
  test.each([
    ["  - Sid", `  ${ignore}\n  - Sid`],
    ["  - Sid: List", `  - Sid: List ${ignore}`],
    ["    Resource", `    ${ignore}\n    Resource`],
    ["      - s3:ListBucket", `      - s3:ListBucket ${ignore}`],
    ["Statement:", `${ignore}\n# And more.\nStatement:`],
    ["Version", `${ignore}\nVersion`],
    ["    Effect: Allow", `    Effect: Allow ${ignore}`],
  ])("%j is %j", (sign, text) => expect(withComment(sign, text)).toEqual([]));

  test.each([
    ["    Effect", `    ${ignore.replace("tfwright:", "")}\n    Effect`],
    ["Statement:", `${ignore.replace("resource-type-mismatch", "missing-ancestor")}\nStatement:`],
    ["  - Sid: List", `  - Sid: ${JSON.stringify(ignore)}`],
    ["  - Sid: List", `  - Sid: a${ignore}`],
  ])("nothing else: %j as %j", (sign, text) =>
    expect(withComment(sign, text)).toContainEqual(expect.stringContaining("resource-type-mismatch")),
  );

  test("without a reason, and with a rule that is none", () => {
    const { problems } = found(POLICY.replace("Statement:", "# tfwright:ignore missing-ancestor\nStatement:"));
    expect(problems).toMatchObject([{ code: "suppression-without-reason", line: 2, column: 1 }]);
    expect(
      found(POLICY.replace("Statement:", "# tfwright:ignore missing-ancestr x\nStatement:")).problems,
    ).toMatchObject([{ code: "unknown-rule", line: 2 }]);
  });
});

describe("members of a tool beside the statements", () => {
  const STATEMENT = "Statement: [{ Effect: Allow, Action: s3:ListBucket, Resource: 'arn:aws:s3:::raw' }]\n";
  const rules = (text: string) => found(text, { path: "role.yaml" }).findings.map((one) => one.split(" ")[1]);

  test("AWS does not get the YAML, so that they are no elements", () => {
    expect(rules(`Name: dev\nTags: { Owner: data }\nVersion: 2012-10-17\n${STATEMENT}`)).toEqual([]);
  });

  test("an element that is mistyped, and members of statements, are told", () => {
    expect(rules(`Verison: 2012-10-17\n${STATEMENT}`)).toContain("invalid-element");
    expect(rules(`Version: 2012-10-17\n${STATEMENT.replace("Effect", "Comment: x, Effect")}`)).toEqual([
      "invalid-element",
    ]);
  });
});
