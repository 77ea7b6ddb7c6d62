/** The policies of one principal in a template of CloudFormation or SAM are judged as one. */
import { lintFiles } from "../../src/policy-files";

const TABLE = statement("glue:GetTable", "table/sales/orders");
const ABOVE = statement("glue:GetTable", "catalog", "database/sales");
const AWS_GLUE = "!Sub 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSGlueServiceRole'";
const TRUST = document('{ Effect: Allow, Principal: { Service: glue.amazonaws.com }, Action: "sts:AssumeRole" }');

function statement(action: string, ...names: readonly string[]): string {
  const resources = names.map((name) => `"arn:aws:glue:eu-west-1:123456789012:${name}"`);
  return `{ Effect: Allow, Action: "${action}", Resource: [${resources.join(", ")}] }`;
}

function document(...statements: readonly string[]): string {
  return `{ Version: 2012-10-17, Statement: [${statements.join(", ")}] }`;
}

const inline = (name: string, ...statements: readonly string[]) =>
  `{ PolicyName: ${name}, PolicyDocument: ${document(...statements)} }`;
const role = (id: string, properties: string) =>
  `  ${id}: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: ${TRUST}, ${properties} } }`;
const resource = (id: string, type: string, properties: string) =>
  `  ${id}: { Type: "${type}", Properties: { ${properties} } }`;
const policyOf = (id: string, owner: string, ...statements: readonly string[]) =>
  resource(id, "AWS::IAM::Policy", `PolicyName: p, ${owner}, PolicyDocument: ${document(...statements)}`);
const managed = (id: string, more: string, ...statements: readonly string[]) =>
  resource(id, "AWS::IAM::ManagedPolicy", `${more} PolicyDocument: ${document(...statements)}`);

const ABOUT_ALL = ["missing-ancestor", "no-resource-of-type", "privilege-escalation", "policy-too-long"];

/** The findings about all policies of a principal. */
function found(...resources: readonly string[]) {
  const { findings, problems } = lintFiles([{ path: "a.yaml", text: `Resources:\n${resources.join("\n")}\n` }]);
  expect(problems).toEqual([]);
  return findings.filter(({ rule }) => ABOUT_ALL.includes(rule));
}

const codes = (...resources: readonly string[]) => found(...resources).map(({ rule, address }) => `${rule} ${address}`);

test.each<[string, readonly string[]]>([
  ["another inline policy", [role("R", `Policies: [${inline("a", TABLE)}, ${inline("b", ABOVE)}]`)]],
  ["a managed policy of AWS", [role("R", `Policies: [${inline("a", TABLE)}], ManagedPolicyArns: [${AWS_GLUE}]`)]],
  [
    "a managed policy of AWS in one case",
    [role("R", `Policies: [${inline("a", TABLE)}], ManagedPolicyArns: [!If [C, ${AWS_GLUE}, !Ref "AWS::NoValue"]]`)],
  ],
  [
    "a managed policy",
    [role("R", `Policies: [${inline("a", TABLE)}], ManagedPolicyArns: [!Ref M]`), managed("M", "", ABOVE)],
  ],
  [
    "a managed policy by its attribute",
    [role("R", `Policies: [${inline("a", TABLE)}], ManagedPolicyArns: [!GetAtt M.PolicyArn]`), managed("M", "", ABOVE)],
  ],
  [
    "a managed policy that names it",
    [role("R", `Policies: [${inline("a", TABLE)}]`), managed("M", "Roles: [!Ref R],", ABOVE)],
  ],
  [
    "AWS::IAM::Policy",
    [role("R", ""), policyOf("A", "Roles: [!Ref R]", TABLE), policyOf("B", "Roles: [!Ref R]", ABOVE)],
  ],
  [
    "its name",
    [role("R", "RoleName: etl"), policyOf("A", "Roles: [etl]", TABLE), policyOf("B", "Roles: [!Ref R]", ABOVE)],
  ],
  [
    "AWS::IAM::Policy with a condition around its roles",
    [
      role("R", `Policies: [${inline("a", TABLE)}]`),
      policyOf("B", 'Roles: !If [C, [!Ref R], !Ref "AWS::NoValue"]', ABOVE),
    ],
  ],
  [
    "AWS::IAM::Policy with conditions in conditions",
    [
      role("R", `Policies: [${inline("a", TABLE)}]`),
      policyOf("B", 'Roles: [!If [C, !If [D, !Ref R, !Ref "AWS::NoValue"], !Ref R]]', ABOVE),
    ],
  ],
  [
    "a condition around its policies",
    [role("R", `ManagedPolicyArns: !If [C, [${AWS_GLUE}], []], Policies: [${inline("a", TABLE)}]`)],
  ],
  [
    "a group with a condition",
    [
      resource("G", "AWS::IAM::Group", `ManagedPolicyArns: [${AWS_GLUE}]`),
      resource("U", "AWS::IAM::User", `Groups: !If [C, [!Ref G], []], Policies: [${inline("a", TABLE)}]`),
    ],
  ],
  [
    "AWS::IAM::RolePolicy",
    [
      role("R", `Policies: [${inline("a", TABLE)}]`),
      resource("P", "AWS::IAM::RolePolicy", `PolicyName: b, RoleName: !Ref R, PolicyDocument: ${document(ABOVE)}`),
    ],
  ],
  [
    "its group",
    [
      resource("G", "AWS::IAM::Group", `ManagedPolicyArns: [${AWS_GLUE}]`),
      resource("U", "AWS::IAM::User", `Groups: [!Ref G], Policies: [${inline("a", TABLE)}]`),
    ],
  ],
  [
    "a group that it is added to",
    [
      resource("G", "AWS::IAM::Group", `ManagedPolicyArns: [${AWS_GLUE}]`),
      resource("U", "AWS::IAM::User", `Policies: [${inline("a", TABLE)}]`),
      resource("A", "AWS::IAM::UserToGroupAddition", "GroupName: !Ref G, Users: [!Ref U]"),
    ],
  ],
  [
    "another document of a function",
    [resource("F", "AWS::Serverless::Function", `Policies: [${document(TABLE)}, ${document(ABOVE)}]`)],
  ],
  [
    "a managed policy of a function, by its name",
    [resource("F", "AWS::Serverless::Function", `Policies: [AWSGlueServiceRole, ${document(TABLE)}]`)],
  ],
])("what a policy lacks, its principal has by %s", (_name, resources) => {
  expect(codes(...resources)).toEqual([]);
});

test.each<[string, readonly string[], string]>([
  ["alone", [role("R", `Policies: [${inline("a", TABLE)}]`)], "R"],
  [
    "of another role",
    [role("R", `Policies: [${inline("a", TABLE)}]`), role("S", `ManagedPolicyArns: [${AWS_GLUE}]`)],
    "R",
  ],
  [
    "that is attached to another role",
    [role("R", ""), role("S", `ManagedPolicyArns: [${AWS_GLUE}]`), policyOf("A", "Roles: [!Ref R]", TABLE)],
    "A",
  ],
  ["of a boundary", [role("R", `Policies: [${inline("a", TABLE)}], PermissionsBoundary: ${AWS_GLUE}`)], "R"],
])("the finding stays: %s", (_name, resources, address) => {
  const [first] = found(...resources);
  expect([first?.rule, first?.address]).toEqual(["missing-ancestor", address]);
  expect(first?.hint).not.toContain("another policy");
});

test.each<[string, readonly string[]]>([
  ["a role of another stack", [policyOf("A", "Roles: [!ImportValue etl]", TABLE)]],
  ["a parameter", [role("R", `Policies: [${inline("a", TABLE)}], ManagedPolicyArns: !Ref Arns`)]],
  [
    "a policy of the account",
    [role("R", `Policies: [${inline("a", TABLE)}], ManagedPolicyArns: ["arn:aws:iam::123456789012:policy/x"]`)],
  ],
  [
    "a template of SAM",
    [resource("F", "AWS::Serverless::Function", `Policies: [S3ReadPolicy: { BucketName: b }, ${document(TABLE)}]`)],
  ],
  [
    "a policy whose document is a parameter",
    [
      role("R", `Policies: [${inline("a", TABLE)}]`),
      resource("P", "AWS::IAM::Policy", "PolicyName: p, Roles: [!Ref R], PolicyDocument: !Ref Document"),
    ],
  ],
  [
    "a policy of the account that its group has",
    [
      resource("G", "AWS::IAM::Group", 'ManagedPolicyArns: ["arn:aws:iam::123456789012:policy/x"]'),
      resource("U", "AWS::IAM::User", `Groups: [!Ref G], Policies: [${inline("a", TABLE)}]`),
    ],
  ],
])("the finding says that another policy may allow it: %s", (_name, resources) => {
  const [first] = found(...resources);
  expect(first?.rule).toBe("missing-ancestor");
  expect(first?.hint).toContain("another policy");
});

test("of more policies than are judged together, another may allow it", () => {
  const harmless = (at: number) =>
    inline(
      `p${at}`,
      `{ Effect: Allow, Action: "sqs:SendMessage", Resource: "arn:aws:sqs:eu-west-1:123456789012:q${at}" }`,
    );
  const hint = (others: number) => {
    const all = Array.from({ length: others }, (_, at) => harmless(at));
    return found(role("R", `Policies: [${[inline("a", TABLE), ...all].join(", ")}]`)).find(
      ({ rule }) => rule === "missing-ancestor",
    )?.hint;
  };
  expect(hint(60)).not.toContain("another policy");
  expect(hint(61)).toContain("another policy");
});

test("an escalation of two policies is told once, and names the other", () => {
  const pass = '{ Effect: Allow, Action: "iam:PassRole", Resource: !Sub "arn:aws:iam::${AWS::AccountId}:role/*" }';
  const functions =
    '{ Effect: Allow, Action: ["lambda:CreateFunction", "lambda:InvokeFunction"], Resource: "arn:aws:lambda:*:*:function:*" }';
  const both = found(role("R", `Policies: [${inline("pass", pass)}]`), managed("M", "Roles: [!Ref R],", functions));
  expect(both.map(({ rule }) => rule)).toEqual(["privilege-escalation"]);
  expect(both[0]?.message).toMatch(/together with `(pass|M)`/);
  expect(codes(role("R", `Policies: [${inline("pass", pass)}]`), managed("M", "", functions))).toEqual([]);
});

test("the inline policies of a role have one limit", () => {
  const long = (letter: string) =>
    `{ Effect: Allow, Action: "s3:GetObject", Resource: [${Array.from({ length: 130 }, (_, at) => `"arn:aws:s3:::${letter}-bucket-with-a-long-name-${at}/*"`).join(", ")}] }`;
  const two = `Policies: [${inline("a", long("a"))}, ${inline("b", long("b"))}]`;
  expect(new Set(codes(role("R", two)))).toEqual(new Set(["policy-too-long R"]));
  expect(codes(role("R", `Policies: [${inline("a", long("a"))}]`))).toEqual([]);
  expect(
    codes(role("R", `Policies: [${inline("a", long("a"))}]`), role("S", `Policies: [${inline("b", long("b"))}]`)),
  ).toEqual([]);
});
