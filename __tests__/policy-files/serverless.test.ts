/** Files of the Serverless Framework: their statements, templates and variables. */
import { lintFiles } from "../../src/policy-files";

function lint(text: string, path = "serverless.yml") {
  const { findings, policies, problems } = lintFiles([{ path, text }], { today: "2026-10-01" });
  expect(problems).toEqual([]);
  return { policies, told: findings.map(({ rule, line, address }) => `${rule} ${line} ${address}`).sort() };
}

const SERVICE = `service: orders
provider:
  name: aws
  iam:
    role:
      managedPolicies:
        - arn:aws:iam::aws:policy/AdministratorAccess
      statements:
        - Effect: Allow
          Action: s3:GetObjekt
          Resource: arn:aws:s3:::\${self:custom.bucket}/*
        - \${file(more.yml):statements}
functions:
  ship:
    handler: ship.handler
    iamRoleStatements:
      - Effect: Allow
        Action: [sqs:SendMessage]
        Resource: "*"
resources:
  Resources:
    Role:
      Type: AWS::IAM::Role
      Properties:
        AssumeRolePolicyDocument:
          Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Principal: { AWS: "arn:aws:iam::\${self:custom.account}:root" }
              Action: sts:AssumeRole
`;

test("the role of all functions, that of one, and the template", () => {
  expect(lint(SERVICE)).toEqual({
    policies: 4,
    told: ["attached-admin 7 provider", "unknown-action 10 provider", "wildcard-resource 19 ship"],
  });
});

test("the same, called and written otherwise", () => {
  const old = SERVICE.replace(/ {2}iam:\n {4}role:\n {6}managedPolicies:\n.*\n {6}statements:/, "  iamRoleStatements:");
  expect(lint(old, "deploy/service.yaml").told).toEqual(["unknown-action 6 provider", "wildcard-resource 15 ship"]);
});

const service = (provider: string, rest = "") => `service: a\nprovider:\n  name: aws\n${provider}${rest}`;

test.each<readonly [string, string, readonly string[]]>([
  ["Fn::Sub", '!Sub "arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess"', ["attached-admin 7 provider"]],
  [
    "Fn::Join",
    '{ Fn::Join: ["", ["arn:aws:iam::aws:policy/", "AdministratorAccess"]] }',
    ["attached-admin 7 provider"],
  ],
  ["Fn::If", '!If [Prod, "arn:aws:iam::aws:policy/IAMFullAccess", !Ref AWS::NoValue]', ["attached-admin 7 provider"]],
  ["a policy of the template", "!Ref Own", []],
  ["nothing", "", []],
])("a managed policy by %s", (_, item, told) => {
  const text = service(`  iam:\n    role:\n      managedPolicies:\n        - ${item}\n`);
  expect(lint(text.replace("service: a", "service: a # arn:aws:iam::aws:policy/")).told).toEqual(told);
});

test("the statements of the API and of state machines", () => {
  const statement = (action: string, rest = "") =>
    `\n        - Effect: Allow\n          Action: ${action}\n          Resource: "*"\n${rest}`;
  const api = service(
    `  apiGateway:\n    resourcePolicy:${statement("execute-api:Invok", '          Principal: "*"\n')}`,
  );
  expect(lint(api)).toEqual({ policies: 1, told: ["open-resource 9 provider", "unknown-action 7 provider"] });
  const machine = `stepFunctions:\n  stateMachines:\n    ship:\n      iamRoleStatements:${statement("sqs:SendMesage")}`;
  expect(lint(service("", machine))).toEqual({ policies: 1, told: ["unknown-action 9 ship"] });
});

test.each<readonly [string, string, readonly string[]]>([
  [
    "a list",
    "- Effect: Allow\n  Action: s3:GetObjct\n  Resource: arn:aws:s3:::${self:custom.b}/*\n- Effect: Deny\n  Action: s3:PutObject\n  Resource: '*'\n",
    ["unknown-action 2 undefined"],
  ],
  [
    "lists by name",
    "read:\n  - Effect: Allow\n    Action: sqs:SendMesage\n    Resource: !GetAtt Queue.Arn\nwrite:\n  - Effect: Allow\n    NotAction: iam:*\n    Resource: '*'\n",
    ["allow-not-action 7 undefined", "unknown-action 3 undefined"],
  ],
  [
    "with principals",
    "- Effect: Allow\n  Principal: '*'\n  Action: execute-api:Invok\n  Resource: execute-api:/*\n",
    ["open-resource 2 undefined", "unknown-action 3 undefined"],
  ],
  ["no whole statements", "- Effect: Allow\n  Action: s3:GetObjct\n- name: x\n", []],
  ["taints of Kubernetes", "taints:\n  - Effect: NoSchedule\n    Action: s3:GetObjct\n", []],
])("statements that a service includes: %s", (_, text, told) => {
  expect(lint(text, "iam.yml").told).toEqual(told);
});

test("a service in JSON", () => {
  const role = { statements: [{ Effect: "Allow", Action: "s3:GetObjct", Resource: "arn:aws:s3:::a/*" }] };
  const text = JSON.stringify({ service: "a", provider: { name: "aws", iam: { role } } }, null, "\t");
  expect(lint(text, "serverless.json").told).toEqual(["unknown-action 10 provider"]);
  expect(lint(text, "deploy/serverless.json").policies).toBe(1);
  expect(lint(text, "package.json").policies).toBe(0);
});

test("a list of templates, one of which is a variable", () => {
  const text = `service: a
provider: { name: aws }
resources:
  - \${file(queues.yml)}
  - Resources:
      Role:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement:
              - { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: st:AssumeRole }
`;
  expect(lint(text)).toEqual({ policies: 1, told: ["unknown-service 12 Role"] });
});

test("variables of the framework are values, and no policy variables", () => {
  const resources = [
    "arn:aws:sqs:${opt:region, self:provider.region}:${aws:accountId}:queue",
    "arn:aws:sqs:${aws:region}:${env:ACCOUNT}:${self:service}-${self:custom.${sls:stage}.queue}",
    "${ssm:/orders/queue-arn}",
    "${cf:orders.QueueArn}",
  ];
  const text = `service: a
provider:
  name: aws
  iam: { role: { statements: [{ Effect: Allow, Action: sqs:SendMessage, Resource: ${JSON.stringify(resources)} }] } }
`;
  expect(lint(text)).toEqual({ policies: 1, told: [] });
  const other = text.replace(JSON.stringify(resources), '"arn:aws:s3:::${self:custom.bucket}"');
  expect(lint(other).told).toEqual(["resource-type-mismatch 4 provider"]);
});

test("what is another's stays as it is", () => {
  const variable = `Version: "2012-10-17"
Statement: [{ Effect: Allow, Action: sqs:SendMessage, Resource: "arn:aws:sqs:eu-west-1:\${aws:accountId}:queue" }]
`;
  expect(lint(variable, "policy.yml").told).toEqual(["invalid-policy-variable 2 undefined"]);
});

test("policies elsewhere in the file are found", () => {
  const text = `service: a
provider: aws
custom:
  logs:
    policy:
      Version: "2012-10-17"
      Statement: [{ Effect: Allow, Action: "*", Resource: "*" }]
`;
  expect(lint(text).told).toEqual(["full-admin 7 undefined"]);
});

describe("variables are told as they are written", () => {
  const told = (path: string, text: string) =>
    lintFiles([{ path, text }], { today: "2026-10-01" }).findings.map(
      ({ message, hint = "", parts }) => `${message} | ${hint} | ${JSON.stringify(parts)}`,
    );
  const statement = (resource: string) => `- { Effect: Allow, Action: "sqs:SendMessage", Resource: "${resource}" }\n`;
  const inService = (resource: string) =>
    `service: a\nprovider:\n  name: aws\n  iam:\n    role:\n      statements:\n        ${statement(resource)}`;

  test.each([
    ["its own", "${self:custom.queue}"],
    ["of an option, with a default", "${opt:stage, self:provider.stage}"],
    ["of a file", "${file(env.yml):${opt:stage}.queue}"],
    ["of AWS", "${aws:accountId}"],
  ])("%s", (_, variable) => {
    const [text = ""] = told("serverless.yml", inService(`arn:aws:sqs:::${variable}-a`));
    expect(text).toContain(`write \`arn:aws:sqs:*:*:${variable}-a\``);
    const [mismatch = ""] = told("serverless.yml", inService(`arn:aws:s3:::${variable}`));
    expect(mismatch).toContain(`on none of the resources here: \`arn:aws:s3:::${variable}\``);
    expect(mismatch).toContain(`{"value":"arn:aws:s3:::${variable}"}`);
  });

  test("pseudo parameters of the plugin are values, and names in braces are to be filled in", () => {
    const table = (name: string) => inService(name).replace("sqs:SendMessage", "dynamodb:GetItem");
    const arn = "arn:aws:dynamodb:#{AWS::Region}:#{AWS::AccountId}:table/#{Table}-${self:provider.stage}";
    expect(told("serverless.yml", table(arn))).toEqual([]);
    expect(told("serverless.yml", table(arn.replace("#{AWS::Region}", "{region}")))).toEqual([
      expect.stringContaining("must still be filled in"),
    ]);
  });

  test("in a file that a service includes, and in a template of JSON", () => {
    const [included = ""] = told("iam.yml", statement("arn:aws:s3:::${self:custom.queue}"));
    expect(included).toContain("`arn:aws:s3:::${self:custom.queue}`");
    const template = JSON.stringify({
      Resources: {
        A: {
          Type: "AWS::IAM::Policy",
          Properties: {
            PolicyDocument: {
              Version: "2012-10-17",
              Statement: [{ Effect: "Allow", Action: "sqs:SendMessage", Resource: "arn:aws:s3:::${self:service}" }],
            },
          },
        },
      },
    });
    expect(told("template.json", template)[0]).toContain("`arn:aws:s3:::${self:service}`");
  });
});
