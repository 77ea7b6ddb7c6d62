/** Variables of the Serverless Framework in templates and other files that a service includes. */
import { lintFiles } from "../../src/policy-files";

function found(path: string, text: string) {
  const { findings, problems } = lintFiles([{ path, text }], { today: "2026-09-26" });
  expect(problems).toEqual([]);
  return findings.map(({ rule, severity }) => `${severity} ${rule}`);
}

const template = (principal: string, action = "sts:AssumeRole", version = "2012-10-17") => `Resources:
  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "${version}"
        Statement:
          - Effect: Allow
            Principal:
              AWS: ${principal}
            Action: ${action}
`;

test.each([
  ["a principal", template("'arn:aws:iam::${self:custom.account}:root'")],
  ["a whole principal", template("'${self:custom.settings.roleArn}'")],
  ["an option", template("'arn:aws:iam::123456789012:role/${opt:stage, self:provider.stage}'")],
  ["in Fn::Sub", template("!Sub 'arn:${AWS::Partition}:iam::${self:custom.account}:root'")],
  ["of another file", template("'${file(./accounts.yml):prod}'")],
  ["of another stack", template("'${cf(eu-west-1):roles.Reader}'")],
  ["an inner variable", template("'arn:aws:iam::${self:custom.accounts.${opt:stage}}:root'")],
  ["the language of 2008", template("'${env:ROLE}'", "sts:AssumeRole", "2008-10-17")],
])("%s is no policy variable", (_, text) => {
  expect(found("infra/cloudformation.yml", text)).toEqual([]);
});

test("a template in JSON", () => {
  const role = (AWS: string) => ({
    Resources: {
      R: {
        Type: "AWS::IAM::Role",
        Properties: {
          AssumeRolePolicyDocument: {
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Principal: { AWS }, Action: "sts:AssumeRole" }],
          },
        },
      },
    },
  });
  expect(found("infra/roles.json", JSON.stringify(role("${self:custom.roleArn}")))).toEqual([]);
  expect(found("infra/roles.json", JSON.stringify(role("arn:aws:iam::${aws:PrincipalAccount}:root")))).toContain(
    "error invalid-policy-variable",
  );
});

test("variables of policies stay beside them", () => {
  const policy = (resource: string) => `Resources:
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - { Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::\${self:custom.bucket}/${resource}" }
`;
  expect(found("a.yml", policy("${aws:username}/*"))).toEqual([]);
  expect(found("a.yml", policy("${aws: username}/*"))).toEqual(["error invalid-policy-variable"]);
  expect(found("a.yml", policy("${aws:usrname}/*"))).toEqual(["error invalid-policy-variable"]);
  expect(found("a.yml", template("'arn:aws:iam::${aws:PrincipalAccount}:root'"))).toEqual([
    "error invalid-policy-variable",
  ]);
});

test("YAML that Python fills in is a template, and no broken file", () => {
  const made = "policies:\n  Effect: Allow\n{more_policies}\n  Statement: []\nname: a\n";
  const { problems, unread } = lintFiles([{ path: "config.yaml", text: made }]);
  expect({ problems, unread }).toMatchObject({ problems: [], unread: [{ code: "unread-policy" }] });
  const broken = lintFiles([{ path: "config.yaml", text: made.replace("{more_policies}", "more policies") }]);
  expect(broken).toMatchObject({ problems: [{ code: "not-yaml" }], unread: [] });
});
