import { lintFiles } from "../../src/policy-files";
import { policiesInJsonTemplate } from "../../src/policy-files/cloudformation/cloudformation";
import { policiesInYaml } from "../../src/policy-files/yaml-file";

/** The policies of a template in YAML. */
const read = (resources: string) =>
  policiesInYaml(`Resources:\n${resources}`, { file: "a.yaml", named: false }).policies.map(
    ({ address, pointer, holder, document }) => ({ address, pointer, holder, type: document.type, document }),
  );

const POLICY = "{ Version: 2012-10-17, Statement: [{ Effect: Allow, Action: s3:GetObject, Resource: '*' }] }";

test.each<readonly [type: string, property: string, kind: string | undefined, holder: string | undefined]>([
  ["AWS::IAM::Role", `AssumeRolePolicyDocument: ${POLICY}`, "trust", undefined],
  ["AWS::IAM::Role", `Policies: [{ PolicyName: a, PolicyDocument: ${POLICY} }]`, "identity", "role"],
  ["AWS::IAM::Policy", `PolicyDocument: ${POLICY}`, "identity", "role"],
  ["AWS::IAM::ManagedPolicy", `PolicyDocument: ${POLICY}`, "identity", "managed-policy"],
  ["AWS::IAM::User", `Policies: [{ PolicyName: a, PolicyDocument: ${POLICY} }]`, "identity", "user"],
  ["AWS::SSO::PermissionSet", `InlinePolicy: ${POLICY}`, "permission-set", "permission-set"],
  ["AWS::SSO::PermissionSet", `InlinePolicy: '{"Statement": []}'`, "permission-set", "permission-set"],
  ["AWS::S3::BucketPolicy", `PolicyDocument: ${POLICY}`, "resource", undefined],
  ["AWS::SQS::QueuePolicy", `PolicyDocument: ${POLICY}`, "resource", undefined],
  ["AWS::KMS::Key", `KeyPolicy: ${POLICY}`, "resource", undefined],
  ["AWS::KMS::Key", `KeyPolicy: !If [IsProd, ${POLICY}, !Ref AWS::NoValue]`, "resource", undefined],
  ["AWS::DynamoDB::Table", `ResourcePolicy: { PolicyDocument: ${POLICY} }`, "resource", undefined],
  [
    "AWS::Logs::ResourcePolicy",
    `PolicyDocument: !Sub '{"Statement": [{"Resource": "\${X.Arn}"}]}'`,
    "resource",
    undefined,
  ],
  ["AWS::Logs::ResourcePolicy", `PolicyDocument: { Fn::ToJsonString: ${POLICY} }`, "resource", undefined],
  ["AWS::Logs::LogGroup", `ResourcePolicyDocument: ${POLICY}`, "resource", undefined],
  ["AWS::Events::EventBusPolicy", "Statement: { Effect: Allow, Action: events:PutEvents }", "resource", undefined],
  [
    "AWS::Serverless::Function",
    `Policies: [AWSLambdaExecute, { S3ReadPolicy: { BucketName: x } }, ${POLICY}]`,
    "identity",
    "role",
  ],
  ["AWS::Serverless::Function", `Policies: ${POLICY}`, "identity", "role"],
  [
    "AWS::Serverless::Api",
    "Auth: { ResourcePolicy: { CustomStatements: [{ Effect: Allow, Resource: execute-api:/* }] } }",
    "resource",
    undefined,
  ],
  ["AWS::S3Vectors::VectorBucketPolicy", `Policy: ${POLICY}`, "resource", undefined],
  ["AWS::MSK::ClusterPolicy", `Policy: ${POLICY}`, "resource", undefined],
  ["AWS::Oam::Sink", `Policy: ${POLICY}`, "resource", undefined],
  ["AWS::EventSchemas::RegistryPolicy", `Policy: ${POLICY}`, "resource", undefined],
  ["AWS::SageMaker::ModelPackageGroup", `ModelPackageGroupPolicy: ${POLICY}`, "resource", undefined],
  ["AWS::Bedrock::ResourcePolicy", `PolicyDocument: ${POLICY}`, "resource", undefined],
  ["AWS::FSx::S3AccessPointAttachment", `S3AccessPoint: { Policy: ${POLICY} }`, "resource", undefined],
  [
    "AWS::Logs::DeliveryDestination",
    `DeliveryDestinationPolicy: { DeliveryDestinationPolicy: ${POLICY} }`,
    "resource",
    undefined,
  ],
  ["AWS::RUM::AppMonitor", `ResourcePolicy: { PolicyDocument: '{"Statement": []}' }`, "resource", undefined],
  ["AWS::SSM::ResourcePolicy", `Policy: ${POLICY}`, "resource", undefined],
  ["AWS::EKS::PodIdentityAssociation", `Policy: '{"Statement": [{"Effect": "Deny"}]}'`, "session", undefined],
  ["AWS::IoT::Policy", `PolicyDocument: ${POLICY}`, "identity", undefined],
  ["AWS::EC2::VPCEndpoint", `PolicyDocument: ${POLICY}`, "vpc-endpoint", undefined],
  ["AWS::Organizations::Policy", `Content: ${POLICY}, Type: SERVICE_CONTROL_POLICY`, "scp", undefined],
  ["AWS::Organizations::Policy", `Content: ${POLICY}, Type: RESOURCE_CONTROL_POLICY`, "rcp", undefined],
  ["AWS::Transfer::User", `Policy: ${JSON.stringify('{"Statement": [{"Effect": "Deny"}]}')}`, "session", undefined],
  ["Custom::Thing", `AssumeRolePolicyDocument: ${POLICY}`, "trust", undefined],
  ["AWS::New::Thing", `Deep: { PolicyDocument: ${POLICY} }`, "identity", undefined],
])("%s with %s", (type, property, kind, holder) => {
  const name = property.slice(0, property.indexOf(":"));
  expect(read(`  X: { Type: "${type}", Properties: { ${property} } }\n`)).toMatchObject([
    { address: "X", type: kind, holder, pointer: expect.stringMatching(`^/Resources/X/Properties/${name}`) },
  ]);
});

test.each([
  [
    "AWS::WAFv2::WebACL",
    "Rules: [{ Name: a, Priority: 1, Statement: { GeoMatchStatement: {} }, Action: { Block: {} } }]",
  ],
  ["AWS::SNS::Topic", "DataProtectionPolicy: { Statement: [{ DataIdentifier: [a], Operation: { Audit: {} } }] }"],
  ["AWS::Organizations::Policy", `Type: TAG_POLICY, Content: ${POLICY}`],
  ["AWS::Lambda::Function", "Environment: { Variables: { A: '{not json' } }"],
  ["Custom::Thing", "VERSION: 1"],
  ["Custom::Thing", "Id: a"],
  ["AWS::IAM::Role", "ManagedPolicyArns: [x]"],
  ["AWS::IAM::Role", "AssumeRolePolicyDocument: !Ref Trust"],
])("no policy of the linter: %s with %s", (type, property) => {
  expect(read(`  X: { Type: "${type}", Properties: { ${property} } }\n`)).toEqual([]);
});

const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Resources:
  Queue:
    Type: AWS::SQS::Queue
  Fn::ForEach::Buckets:
    - Name
    - [A, B]
    - "Bucket\${Name}Policy":
        Type: AWS::S3::BucketPolicy
        Properties:
          Bucket: !Ref Name
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Deny
                Principal: "*"
                Action: s3:GetObjekt
                Resource: !Sub "arn:\${AWS::Partition}:s3:::\${Name}/*"
  Reader:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Action: [sqs:ReceiveMessage, s3:ListBuckets]
              Resource: !GetAtt Queue.Arn
            # tfwright:ignore unknown-action a test of ours
            - Effect: Allow
              Action: s3:GetBuckett
              Resource: !Join ["", ["arn:aws:s3:::", !Ref Name]]
`;

test("places, addresses and suppressions of a template in YAML", () => {
  const { findings, problems } = lintFiles([{ path: "t.yaml", text: TEMPLATE }], { today: "2026-09-26" });
  expect(problems).toEqual([]);
  expect(
    findings
      .filter(({ rule }) => rule === "unknown-action")
      .map(({ line, column, address, pointer }) => [line, column, address, pointer]),
  ).toEqual([
    [
      17,
      25,
      "Bucket${Name}Policy",
      expect.stringMatching(/^\/Resources\/Fn::ForEach::Buckets\/2\/.*PolicyDocument\/Statement\/0\/Action$/),
    ],
    [26, 44, "Reader", "/Resources/Reader/Properties/Policies/0/Statement/0/Action/1"],
  ]);
});

test("the same template in JSON, also where it has a comma too many", () => {
  const policy = { Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: { "Fn::Sub": "${A.Arn}/*" } }] };
  const text = JSON.stringify(
    { Resources: { P: { Type: "AWS::IAM::ManagedPolicy", Properties: { PolicyDocument: policy } } } },
    null,
    1,
  );
  for (const [given, count] of [
    [text, 0],
    [text.replace('"\n', '",\n'), 1],
  ] as const) {
    const reading = policiesInJsonTemplate(given, { file: "a.json" });
    expect(reading?.problems).toHaveLength(count);
    expect(reading?.policies).toMatchObject([
      {
        address: "P",
        holder: "managed-policy",
        pointer: "/Resources/P/Properties/PolicyDocument",
        document: { statements: [{ line: 8 }] },
      },
    ]);
  }
});

test("a template without policies is no fault, also where it is named", () => {
  const yaml = "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n";
  const json = '{ "Resources": { "Q": { "Type": "AWS::SQS::Queue" } } }';
  for (const [path, text] of [
    ["a.yaml", yaml],
    ["a.yml", yaml],
    ["a.json", json],
    ["a.template", yaml],
    ["b.template", json],
  ] as const)
    expect(lintFiles([{ path, text, named: true }])).toMatchObject({ findings: [], problems: [], unread: [] });
});

test("the ending .template: both languages, and nothing else in a folder", () => {
  const policy = { Statement: [{ Effect: "Allow", Action: "s3:GetObjekt", Resource: "*" }] };
  const json = JSON.stringify({
    Resources: { P: { Type: "AWS::IAM::Policy", Properties: { PolicyDocument: policy } } },
  });
  const rules = (text: string) => lintFiles([{ path: "a.template", text }]).findings.map(({ rule }) => rule);
  expect(rules(json)).toContain("unknown-action");
  expect(rules(TEMPLATE)).toContain("unknown-action");
  expect(rules('{ "Statement": [{ "Effect": "Allow", "Action": ${action} }] }')).toEqual([]);
});

test("a managed policy that is nothing but a boundary", () => {
  const managed = (rest: string) =>
    `  B: { Type: "AWS::IAM::ManagedPolicy", Properties: { PolicyDocument: ${POLICY} } }\n${rest}`;
  const role = (properties: string) => `  R: { Type: "AWS::IAM::Role", Properties: { ${properties} } }\n`;
  expect(read(managed(role("PermissionsBoundary: !Ref B")))).toMatchObject([{ type: "boundary" }]);
  expect(read(managed(role("ManagedPolicyArns: [!Ref B], PermissionsBoundary: !Ref B")))).toMatchObject([
    { type: "identity" },
  ]);
  const attached = managed(role("PermissionsBoundary: !Ref B")).replace("Properties: {", "Properties: { Roles: [x],");
  expect(read(attached)).toMatchObject([{ type: "identity" }]);
  expect(read(managed(role("ManagedPolicyArns: [!Ref B]")))).toMatchObject([{ type: "identity" }]);
});

describe("a managed policy that is called a boundary", () => {
  const managed = (id: string, rest = "") =>
    `  ${id}: { Type: "AWS::IAM::ManagedPolicy", Properties: { ${rest}PolicyDocument: ${POLICY} } }\n`;
  const typesOf = (resources: string) => read(resources).map(({ type }) => type);

  test.each([
    ["its logical id", managed("LogsBoundary")],
    ["its name", managed("B", 'ManagedPolicyName: "deploy-boundary", ')],
    ["its name, with a part that is not known", managed("B", 'ManagedPolicyName: !Sub "${Stage}-boundary", ')],
  ])("by %s", (_, resources) => {
    expect(typesOf(resources)).toEqual(["boundary"]);
  });

  test.each([
    ["another word", managed("Boundaryless")],
    ["only a part that is not known has the word", managed("B", 'ManagedPolicyName: !Sub "${Boundary}", ')],
    ["it is attached", managed("LogsBoundary", "Roles: [r], ")],
    [
      "a role has it",
      `${managed("LogsBoundary")}  R: { Type: "AWS::IAM::Role", Properties: { ManagedPolicyArns: [!Ref LogsBoundary] } }\n`,
    ],
  ])("not so: %s", (_, resources) => {
    expect(typesOf(resources)).toEqual(["identity"]);
  });
});

describe("attributes of resources of the template are ARNs of their types", () => {
  const template = (action: string, resource: string, more = "") => `
Resources:
  Raw: { Type: "AWS::S3::Bucket" }
  Orders: { Type: "AWS::SQS::Queue" }
  News: { Type: "AWS::SNS::Topic" }
  Other: { Type: "Custom::Bucket" }
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement: [{ Effect: Allow, Action: ${action}, Resource: ${resource} }]
${more}`;
  const named = `  Rows: { Type: AWS::DynamoDB::Table }
  Run: { Type: AWS::Serverless::Function }
  Lock: { Type: AWS::KMS::Key }
  Steps: { Type: AWS::StepFunctions::StateMachine }
`;
  const told = (text: string) =>
    lintFiles([{ path: "a.yaml", text }], { today: "2026-09-26" }).findings.map(
      ({ rule, message }) => `${rule}: ${message}`,
    );

  test.each([
    ["s3:GetObject", '!Sub "${Raw.Arn}/*"'],
    ["s3:ListBucket", "!GetAtt Raw.Arn"],
    ["sqs:SendMessage", "!GetAtt [Orders, Arn]"],
    ["sns:Publish", "!GetAtt News.TopicArn"],
    ["s3:GetObject", "!GetAtt Other.Arn"],
    ["s3:GetObject", '!Sub ["${Raw.Arn}", { Raw.Arn: "arn:aws:s3:::raw/*" }]'],
    ["s3:GetObject", '!Sub "${Raw.Arn}${Rest}"'],
    ["sns:Publish", "!Ref News"],
  ])("%s on %s", (action, resource) => {
    expect(told(template(action, resource))).toEqual([]);
  });

  test.each([
    ["s3:ListBucket", '!Sub "${Raw.Arn}/*"', "`${Raw.Arn}/*`"],
    ["s3:GetObject", "!GetAtt Raw.Arn", "`${Raw.Arn}`"],
    ["s3:GetObject", '!Join ["", [!GetAtt Orders.Arn, "/*"]]', "`${Orders.Arn}/*`"],
    ["sqs:SendMessage", "!GetAtt News.TopicArn", "`${News.TopicArn}`"],
    ["s3:GetObject", '!Sub "arn:aws:s3:::${Raw}"', "`arn:aws:s3:::${Raw}`"],
    ["s3:ListBucket", '!Join ["", ["arn:aws:s3:::", !Ref Raw, "/*"]]', "`arn:aws:s3:::${Raw}/*`"],
  ])("%s on %s is of the wrong type, as it is written", (action, resource, shown) => {
    expect(told(template(action, resource))).toEqual([
      `resource-type-mismatch: \`${action}\` works on none of the resources here: ${shown}`,
    ]);
  });

  test.each([
    ["s3:ListBucket", "!Ref Raw", "Raw"],
    ["s3:GetObject", '!Sub "${Raw}/*"', "Raw"],
    ["dynamodb:GetItem", "[!Ref Rows]", "Rows"],
    ["lambda:InvokeFunction", "!Ref Run", "Run"],
    ["kms:Decrypt", "!Ref Lock", "Lock"],
  ])("%s on %s: `Ref` gives a name", (action, resource, id) => {
    expect(told(template(action, resource, named))).toEqual([`malformed-arn: \`\${${id}}\` is a name and no ARN`]);
  });

  test.each([
    ["s3:ListBucket", '!Sub "arn:aws:s3:::${Raw}"', "inside of an ARN"],
    ["s3:GetObject", '!Sub "arn:aws:s3:::${Raw}/*"', "inside of the ARN of objects"],
    ["s3:GetObject", '!Sub "arn:aws:s3:::${Somewhere}"', "of a parameter in an ARN"],
    ["states:StartExecution", "!Ref Steps", "of what gives its ARN"],
    ["s3:ListBucket", "!Ref Somewhere", "of a parameter"],
    ["s3:ListBucket", '!Sub ["${Raw}", { Raw: "arn:aws:s3:::raw" }]', "of a name of its own in `Fn::Sub`"],
  ])("%s on %s: nothing is told %s", (action, resource) => {
    expect(told(template(action, resource, named))).toEqual([]);
  });

  test("in a template in JSON", () => {
    const statement = { Effect: "Allow", Action: "s3:ListBucket", Resource: { "Fn::Sub": "${Raw.Arn}/*" } };
    const document = { Version: "2012-10-17", Statement: [statement] };
    const resources = {
      Raw: { Type: "AWS::S3::Bucket" },
      P: { Type: "AWS::IAM::ManagedPolicy", Properties: { PolicyDocument: document } },
    };
    const text = JSON.stringify({ Resources: resources });
    expect(lintFiles([{ path: "a.json", text }], { today: "2026-09-26" }).findings).toMatchObject([
      { rule: "resource-type-mismatch" },
    ]);
  });
});

test.each([
  [
    "AWS::Events::EventBusPolicy",
    "Statement: { Effect: Allow, Principal: { AWS: '123456789012' }, Action: events:PutEvents, Resource: 'arn:aws:events:eu-west-1:123456789012:event-bus/b' }",
  ],
  [
    "AWS::Serverless::Api",
    "Auth: { ResourcePolicy: { CustomStatements: [{ Effect: Allow, Principal: { AWS: '123456789012' }, Action: execute-api:Invoke, Resource: execute-api:/* }] } }",
  ],
])("%s takes statements: no version is missing there", (type, property) => {
  const text = `Resources:\n  X: { Type: "${type}", Properties: { ${property} } }\n`;
  const rulesIn = (given: string) => lintFiles([{ path: "a.yaml", text: given }]).findings.map(({ rule }) => rule);
  expect(rulesIn(text)).toEqual([]);
  expect(rulesIn(text.replace(/(execute-api:Invoke|events:PutEvents)/, "$1s"))).toEqual(["unknown-action"]);
});

describe("what the function of a custom resource gets", () => {
  const rulesIn = (type: string, statement: string) => {
    const document = `{ Version: 2012-10-17, Statement: [${statement}] }`;
    const text = `Resources:\n  Raw:\n    Type: ${type}\n    Properties: { Rules: ${document}, PolicyDocument: ${document} }\n`;
    const { findings } = lintFiles([{ path: "a.yaml", text }], { today: "2026-10-01" });
    return [...new Set(findings.map(({ rule, severity }) => `${severity} ${rule}`))];
  };
  const DENY =
    "{ Effect: Deny, Principal: '*', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }";
  test.each(["Custom::Bucket", "AWS::CloudFormation::CustomResource"])("%s may complete it", (type) => {
    expect(rulesIn(type, DENY)).toEqual([]);
  });
  test("other resources do not", () => {
    expect(rulesIn("AWS::S3::BucketPolicy", DENY)).toEqual(["error no-resource-element"]);
  });
  test("what stands there is still looked at", () => {
    expect(rulesIn("Custom::Bucket", "{ Effect: Allow, Action: 's3:GetObjekt', Resource: '{bucket_arn}/*' }")).toEqual([
      "error unknown-action",
      "info malformed-arn",
    ]);
  });
});

/** A template in which a loop makes all resources. */
function inLoop(...resources: readonly string[]): string {
  const body = resources.map((one) => `      ${one}\n`).join("");
  return `Resources:\n  Fn::ForEach::Teams:\n    - Team\n    - [Orders, Stock]\n    - ${body.trimStart()}`;
}

test("what a loop makes is a resource of the template, also where there is nothing else", () => {
  const [found, ...others] = policiesInYaml(
    inLoop(`"Reader\${Team}": { Type: AWS::IAM::Policy, Properties: { PolicyDocument: ${POLICY} } }`),
    { file: "a.yaml", named: false },
  ).policies;
  expect(others).toEqual([]);
  expect(found).toMatchObject({ address: "Reader${Team}", holder: "role", document: { type: "identity" } });
});

test.each([
  ["by its logical id", '"DeployBoundary${Team}": { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: '],
  [
    "by its name",
    '"Deploy${Team}": { Type: AWS::IAM::ManagedPolicy, Properties: { ManagedPolicyName: deploy-boundary, PolicyDocument: ',
  ],
])("a boundary that a loop makes is known %s", (_name, start) => {
  const { policies } = policiesInYaml(inLoop(`${start}${POLICY} } }`), { file: "a.yaml", named: false });
  expect(policies.map(({ document }) => document.type)).toEqual(["boundary"]);
});

test.each([
  ["glue.amazonaws.com", []],
  ["[glue.amazonaws.com, lambda.amazonaws.com]", ["pass-role-without-service"]],
])("a role that a loop makes is trusted by %s", (service, rules) => {
  const trust = `{ Version: 2012-10-17, Statement: [{ Effect: Allow, Principal: { Service: ${service} }, Action: "sts:AssumeRole" }] }`;
  const pass =
    '{ Version: 2012-10-17, Statement: [{ Effect: Allow, Action: "iam:PassRole", Resource: !Sub "arn:aws:iam::${AWS::AccountId}:role/etl-${Team}" }] }';
  const text = inLoop(
    `"Role\${Team}": { Type: AWS::IAM::Role, Properties: { RoleName: !Sub "etl-\${Team}", AssumeRolePolicyDocument: ${trust} } }`,
    `"Deployer\${Team}": { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: ${pass} } }`,
  );
  const { findings } = lintFiles([{ path: "a.yaml", text }]);
  expect(findings.map(({ rule }) => rule).filter((rule) => rule.startsWith("pass-role"))).toEqual(rules);
});
