import { sarifFix } from "../../../src/cli/lint/sarif-fix";
import { lintFiles } from "../../../src/policy-files";

/** The text with the fixes of a rule, each made in the text as it was given. */
function fixed(path: string, text: string, rule: string): readonly string[] {
  const { findings } = lintFiles([{ path, text, named: true }], {
    today: "2026-09-26",
    readsOnly: ["arn:aws:s3:::in"],
  });
  return findings
    .filter((finding) => finding.rule === rule)
    .flatMap((finding) => {
      const fix = sarifFix(finding, text, path);
      if (fix === undefined) return [];
      const [{ artifactLocation, replacements }] = fix.artifactChanges;
      expect(artifactLocation.uri).toBe(path);
      const lines = text.split(/(?<=\n)/);
      const offset = (line: number, column: number) => lines.slice(0, line - 1).join("").length + column - 1;
      return [
        [...replacements].reverse().reduce((done, { deletedRegion: region, insertedContent }) => {
          const start = offset(region.startLine, region.startColumn);
          const end = offset(region.endLine, region.endColumn);
          return done.slice(0, start) + insertedContent.text + done.slice(end);
        }, text),
      ];
    });
}

const json = (action: string, resource: string, rest = '"Version": "2012-10-17", ') =>
  `{\n  ${rest}"Statement": [\n    { "Effect": "Allow", "Action": ["s3:GetObject", ${action}], "Resource": ${resource} }\n  ]\n}\n`;
const RAW = '"arn:aws:s3:::raw/*"';

test.each([
  ["a.json", json(RAW.replace("arn:aws:s3:::raw/*", "s3:ListObjectsV2"), RAW), json('"s3:ListBucket"', RAW)],
  [
    "a.tf",
    'resource "aws_iam_policy" "p" {\n  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:ListObjectsV2", Resource = "*" }] })\n}\n',
    'resource "aws_iam_policy" "p" {\n  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:ListBucket", Resource = "*" }] })\n}\n',
  ],
  ...[
    ["", ""],
    ["'", "'"],
    ['"', '"'],
    ["", " # why"],
  ].map(([quote, end]): [string, string, string] => {
    const yaml = (action: string) =>
      `Version: 2012-10-17\r\nStatement:\r\n  - Effect: Allow\r\n    Resource: "*"\r\n    Action: ${quote}${action}${end}\r\n`;
    return ["a.yaml", yaml("s3:ListObjectsV2"), yaml("s3:ListBucket")];
  }),
])("a value where it stands: %s", (path, text, want) => {
  expect(fixed(path, text, "unknown-action")).toEqual([want]);
});

test("an ARN with a colon too few", () => {
  expect(fixed("a.json", json('"s3:PutObject"', '"arn:aws:s3::raw/*"'), "malformed-arn")).toEqual([
    json('"s3:PutObject"', RAW),
  ]);
});

test("more than a value: the policy, where the file is nothing else", () => {
  const [version] = fixed("a.json", `\n${json('"s3:PutObject"', RAW, "")}`, "missing-version");
  expect(version?.startsWith("\n{\n")).toBe(true);
  expect(version?.endsWith("}\n")).toBe(true);
  expect(JSON.parse(version ?? "")).toMatchObject({
    Version: "2012-10-17",
    Statement: [{ Resource: "arn:aws:s3:::raw/*" }],
  });
  const [wide] = fixed("a.json", json('"s3:PutObject"', RAW, "").replaceAll("  ", "    "), "missing-version");
  expect(wide).toContain('\n    "Version"');
});

test.each([
  ["in a list of policies", "a.json", `[${json('"s3:PutObject"', RAW, "")}]`],
  ["in an answer of the CLI", "a.json", `{ "PolicyDocument": ${json('"s3:PutObject"', RAW, "")} }`],
  ["with an element that would be lost", "a.json", json('"s3:PutObject"', RAW, '"Comment": "x", ')],
  ["with a comma too many", "a.json", json('"s3:PutObject"', `${RAW},`, "")],
  ["in YAML", "a.yaml", "Statement:\n  - Effect: Allow\n    Action: s3:GetObject\n    Resource: '*'\n"],
])("no fix %s", (_name, path, text) => {
  expect(fixed(path, text, "missing-version")).toEqual([]);
});
