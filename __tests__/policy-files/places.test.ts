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

describe("a text in another file has the place where it stands", () => {
  const document = (resources: string, comment = "") => `data "aws_iam_policy_document" "d" {
  ${comment}
  statement {
    actions   = ["athena:GetDataCatalog"]
    resources = ${resources}
  }
}
`;
  const wrong = "arn:aws:athena::123456789012:datacatalog/a";
  const locals = (comment = "") => `locals {\n  ${comment}\n  arns = ["${wrong}"]\n}\n`;

  test.each([
    ["a local", { "main.tf": document("local.arns"), "locals.tf": locals() }, "locals.tf:3:11"],
    [
      "a local of objects",
      {
        "main.tf": document("[for one in local.all : one.arn]"),
        "locals.tf": `locals {\n  all = { a = { arn = "${wrong}" } }\n}\n`,
      },
      "locals.tf:2:23",
    ],
    [
      "a text of a local",
      { "main.tf": document("[local.arn]"), "locals.tf": `locals {\n  arn = "${wrong}"\n}\n` },
      "locals.tf:2:9",
    ],
    [
      "a file of JSON",
      { "main.tf": document('jsondecode(file("arns.json"))'), "arns.json": `[\n  "${wrong}"\n]\n` },
      "arns.json:2:3",
    ],
    ["the same file", { "main.tf": document(`["${wrong}"]`) }, "main.tf:5:18"],
  ])("%s", (_name, files, place) => {
    expect(places(files, "malformed-arn")).toEqual([place]);
  });

  test("a comment at either place is about it", () => {
    const comment = "# tfwright:ignore malformed-arn these are examples";
    const rule = "malformed-arn";
    expect(places({ "main.tf": document("local.arns", comment), "locals.tf": locals() }, rule)).toEqual([]);
    expect(places({ "main.tf": document("local.arns"), "locals.tf": locals(comment) }, rule)).toEqual([]);
    const other = document("local.arns", comment.replace(rule, "wildcard-resource"));
    expect(places({ "main.tf": other, "locals.tf": locals() }, rule)).toHaveLength(1);
  });
});

describe("missing-version and a policy without statements have the place of the policy", () => {
  const policy = '{ "Statement": [{ "Effect": "Deny", "Action": "s3:PutObject", "Resource": "*", "Foo": 1 }] }';
  const template = (document: string) =>
    `Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: ${document}\n`;
  const terraform = (document: string) => `\nresource "aws_iam_policy" "p" {\n  policy = jsonencode(${document})\n}\n`;

  test.each([
    ["a.json", `\n\n${policy}`, "a.json:3:1"],
    ["a.json", `[\n  {},\n  ${policy}\n]`, "a.json:3:3"],
    ["a.yaml", `# a policy\n${policy}`, "a.yaml:2:1"],
    ["a.yaml", template(policy), "a.yaml:5:23"],
    ["main.tf", terraform(policy.replaceAll('": ', '" = ')), "main.tf:3:23"],
    ["main.tf", `\nresource "aws_iam_policy" "p" {\n  policy = <<EOF\n\n${policy}\nEOF\n}\n`, "main.tf:5:1"],
    ["main.tf", `locals {\n  p = ${policy.replaceAll('": ', '" = ')}\n}\n${terraform("local.p")}`, "main.tf:2:7"],
  ])("%s: %s", (path, text, place) => {
    expect(places({ [path]: text }, "missing-version")).toEqual([place]);
    expect(places({ [path]: text }, "invalid-element").map((one) => one.split(":")[1])).toEqual([place.split(":")[1]]);
  });

  test.each([
    ["a.json", '\n{ "Version": "2012-10-17", "Statement": [] }', "a.json:2:1"],
    ["a.yaml", template('{ Version: "2012-10-17", Statement: [] }'), "a.yaml:5:23"],
  ])("%s without statements", (path, text, place) => {
    expect(places({ [path]: text }, "invalid-element")).toEqual([place]);
  });
});
