/** Where findings stand that are of a whole policy, or of a text in another file. */
import { lintFiles } from "../../src/policy-files";

function places(files: Readonly<Record<string, string>>, rule: string) {
  const given = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { findings, problems } = lintFiles(given, { today: "2026-09-26" });
  expect(problems).toEqual([]);
  return findings.filter((one) => one.rule === rule).map(({ file, line, column }) => `${file}:${line}:${column}`);
}

describe("policy-too-long has the place of the policy", () => {
  const names = Array.from({ length: 400 }, (_, at) => `arn:aws:s3:::bucket-of-the-sales-${at}/*`);
  const policy = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Deny", Action: "s3:PutObject", Resource: names }],
  });

  test.each([
    ["JSON", "a.json", `\n${policy}`, "a.json:2:1"],
    ["an object around it", "a.json", `{\n  "PolicyDocument":\n    ${policy}\n}`, "a.json:3:5"],
    ["YAML", "a.yaml", `# a policy\n${policy}`, "a.yaml:2:1"],
    [
      "a template",
      "a.yaml",
      `Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: ${policy}\n`,
      "a.yaml:5:23",
    ],
    [
      "a document",
      "main.tf",
      `\ndata "aws_iam_policy_document" "d" {\n  statement {\n    effect = "Deny"\n    actions = ["s3:PutObject"]\n    resources = ${JSON.stringify(names)}\n  }\n}\n`,
      "main.tf:2:1",
    ],
  ])("in %s", (_name, path, text, place) => {
    expect(places({ [path]: text }, "policy-too-long")).toEqual([place]);
  });
});
