/** Names of a template: those that only `Fn::Sub` replaces, and those of the resources on which policies are set. */
import { lintFiles } from "../../src/policy-files";

const told = (path: string, text: string) => {
  const { findings, problems } = lintFiles([{ path, text }], { today: "2026-10-01" });
  expect(problems).toEqual([]);
  return findings.map(({ severity, rule }) => `${severity} ${rule}`);
};

const READER = (resource: string, action = "s3:GetObject") =>
  `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"${action}","Resource":"${resource}"}]}`;
const OBJECTS = "arn:${AWS::Partition}:s3:::${B}/*";

describe("policies in JSON that is a text of a template", () => {
  const template = (property: string) => `Resources:
  B: { Type: AWS::S3::Bucket }
  P:
    Type: AWS::SSM::Parameter
    Properties:
      Value: ${property}
`;

  test.each([
    ["the text is the policy", `!Sub '${READER(OBJECTS)}'`],
    ["the text has lists of policies", `!Sub '{"Docs": [${READER(OBJECTS)}]}'`],
    ["the text comes with a map", `!Sub ['{"Docs": [${READER("arn:aws:s3:::${Raw}/*")}]}', { Raw: a }]`],
    ["the map gives a name of the template another meaning", `!Sub ['${READER("arn:aws:s3:::${B}/*")}', { B: a }]`],
    ["a variable of IAM is escaped", `!Sub '${READER("arn:aws:s3:::homes/${!aws:username}/*")}'`],
  ])("Fn::Sub replaces the names: %s", (_, property) => {
    expect(told("a.yaml", template(property))).toEqual([]);
  });

  test("nothing replaces the names of a plain text", () => {
    expect(told("a.yaml", template(`'${READER(OBJECTS)}'`))).toEqual(["error invalid-policy-variable"]);
    expect(told("a.yaml", template(`'{"Docs": [${READER(OBJECTS)}]}'`))).toEqual(["error invalid-policy-variable"]);
  });

  test("other mistakes in the text of Fn::Sub are found", () => {
    expect(told("a.yaml", template(`!Sub '${READER(OBJECTS, "s3:GetObjekt")}'`))).toEqual(["error unknown-action"]);
  });
});

describe("on what a template sets a policy", () => {
  const set = (type: string, properties: string, resource: string, action: string) => `Resources:
  Raw: { Type: AWS::S3::Bucket }
  Other: { Type: AWS::S3::Bucket }
  Queue: { Type: AWS::SQS::Queue }
  Spare: { Type: AWS::SQS::Queue }
  Topic: { Type: AWS::SNS::Topic }
  Second: { Type: AWS::SNS::Topic }
  P:
    Type: ${type}
    Properties:
      ${properties}
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          - { Effect: Allow, Principal: { AWS: "111122223333" }, Action: "${action}", Resource: ${resource} }
`;

  test.each([
    ["AWS::S3::BucketPolicy", "Bucket: !Ref Raw", '!Sub "${Other.Arn}/*"', "s3:GetObject"],
    ["AWS::SQS::QueuePolicy", "Queues: [!Ref Queue]", "!GetAtt Spare.Arn", "sqs:SendMessage"],
    ["AWS::SNS::TopicPolicy", "Topics: [!Ref Topic]", "!Ref Second", "sns:Publish"],
  ])("another one than %s names", (...given) => {
    expect(told("a.yaml", set(...given))).toEqual(["error other-resource"]);
  });

  test.each([
    ["AWS::S3::BucketPolicy", "Bucket: !Ref Raw", '!Sub "${Raw.Arn}/*"', "s3:GetObject"],
    ["AWS::S3::BucketPolicy", "Bucket: !Ref Raw", '!Sub "arn:aws:s3:::${Raw}/*"', "s3:GetObject"],
    ["AWS::S3::BucketPolicy", "Bucket: !Ref Raw", '[!Sub "${Raw.Arn}/*", !Sub "${Other.Arn}/*"]', "s3:GetObject"],
    ["AWS::S3::BucketPolicy", "Bucket: !Ref Parameter", '!Sub "${Other.Arn}/*"', "s3:GetObject"],
    ["AWS::SQS::QueuePolicy", "Queues: [!Ref Queue, !Ref Spare]", "!GetAtt Spare.Arn", "sqs:SendMessage"],
    ["AWS::SNS::TopicPolicy", "Topics: [!Ref Topic]", "!Ref Topic", "sns:Publish"],
  ])("the same, or what may be it: %s, %s, %s", (...given) => {
    expect(told("a.yaml", set(...given))).toEqual([]);
  });

  test("the message has the names of the template", () => {
    const text = set("AWS::SQS::QueuePolicy", "Queues: [!Ref Queue]", "!GetAtt Spare.Arn", "sqs:SendMessage");
    const [finding] = lintFiles([{ path: "a.yaml", text }], { today: "2026-10-01" }).findings;
    expect(finding?.message).toBe("`${Spare.Arn}` is not of `Queue`, on which the policy is set");
  });
});

describe("the policy of a gateway endpoint that stands in a resource of its own", () => {
  const endpoint = (service: string) => `resource "aws_vpc_endpoint" "a" {
  vpc_id       = "vpc-0a1b2c3d"
  service_name = "${service}"
}
resource "aws_vpc_endpoint_policy" "a" {
  vpc_endpoint_id = aws_vpc_endpoint.a.id
  policy          = jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/app" }
      Action    = "s3:GetObject"
      Resource  = "*"
    }]
  })
}
`;

  test("Amazon S3 takes no principal but `*`, other services do", () => {
    expect(told("main.tf", endpoint("com.amazonaws.eu-west-1.s3"))).toEqual(["error invalid-principal"]);
    expect(told("main.tf", endpoint("com.amazonaws.eu-west-1.execute-api"))).toEqual([]);
    expect(told("main.tf", endpoint("com.amazonaws.eu-west-1.s3").replace("_endpoint.a.id", "_endpoint.b.id"))).toEqual(
      [],
    );
  });
});
