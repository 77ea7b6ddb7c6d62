/** How long a policy may be, and what counts. */
import { codesOf, findingsIn, findingsOf, policyOf } from "./field-support";

const QUEUE = "arn:aws:sqs:eu-west-1:123456789012:orders-";
const queues = (count: number) =>
  policyOf({ Action: "sqs:SendMessage", Resource: Array.from({ length: count }, (_, at) => QUEUE + at) });
/** Characters: 7,000, 12,000 and 4,000. */
const [MIDDLE, LONG, SHORT] = [queues(150), queues(250), queues(80)];
const TOO_LONG = ["error policy-too-long"];
const AWS = "arn:aws:iam::aws:policy/AWSGlueConsoleFullAccess";

test.each([
  ["an inline policy of a role", { RoleName: "r", PolicyName: "p", PolicyDocument: MIDDLE }],
  [
    "the same in URL encoding",
    { RoleName: "r", PolicyName: "p", PolicyDocument: encodeURIComponent(JSON.stringify(MIDDLE)) },
  ],
  [
    "all details of a role",
    {
      RoleDetailList: [
        {
          RoleName: "r",
          Arn: "arn:aws:iam::123456789012:role/r",
          RolePolicyList: [{ PolicyName: "p", PolicyDocument: MIDDLE }],
        },
      ],
    },
  ],
  ["an inline policy of a group", { GroupName: "g", PolicyName: "p", PolicyDocument: SHORT }],
  ["a managed policy of AWS", { Arn: AWS, PolicyDocument: LONG }],
  [
    "the answers of two calls beside each other",
    { Policy: { Arn: AWS, DefaultVersionId: "v1" }, PolicyVersion: { Document: LONG } },
  ],
  [
    "a list of managed policies of AWS",
    [{ PolicyName: "a", Arn: "arn:aws-cn:iam::aws:policy/service-role/A", PolicyVersionList: [{ Document: LONG }] }],
  ],
])("not too long: %s", (_, answer) => {
  expect(codesOf(findingsIn({ "a.json": JSON.stringify(answer) }))).toEqual([]);
});

test.each([
  ["a policy that nobody tells more about", LONG],
  ["a managed policy of one's own", { Arn: "arn:aws:iam::123456789012:policy/p", PolicyDocument: MIDDLE }],
  ["an inline policy of a role", { RoleName: "r", PolicyName: "p", PolicyDocument: LONG }],
  ["an inline policy of a user", { UserName: "u", PolicyName: "p", PolicyDocument: SHORT }],
  [
    "a policy beside one of AWS",
    [
      { Arn: AWS, PolicyDocument: SHORT },
      { PolicyName: "p", PolicyDocument: LONG },
    ],
  ],
])("too long: %s", (_, answer) => {
  expect(codesOf(findingsIn({ "a.json": JSON.stringify(answer) }))).toEqual(TOO_LONG);
});

describe("aws_iam_policy_document", () => {
  const document = (resources: readonly string[]) => `data "aws_iam_policy_document" "a" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = ${JSON.stringify(resources)}
  }
}
resource "aws_iam_policy" "a" {
  policy = data.aws_iam_policy_document.a.json
}
`;
  const names = (count: number) => Array.from({ length: count }, (_, at) => QUEUE + at);

  test("the provider writes what is repeated once", () => {
    const findings = findingsIn({ "main.tf": document([...names(100), ...names(100)]) });
    expect(codesOf(findings)).toEqual(["info redundant-resource"]);
  });

  test("and a list of one as a text", () => {
    const statement = (at: number) =>
      `  statement {\n    actions   = ["sqs:SendMessage"]\n    resources = ["${QUEUE}${at}"]\n  }\n`;
    const text = (count: number) =>
      `data "aws_iam_policy_document" "a" {\n${Array.from({ length: count }, (_, at) => statement(at)).join("")}}\nresource "aws_iam_policy" "a" {\n  policy = data.aws_iam_policy_document.a.json\n}\n`;
    // A statement has 102 characters, and would have 106 with its lists.
    expect(codesOf(findingsIn({ "main.tf": text(58) }))).toEqual([]);
    expect(codesOf(findingsIn({ "main.tf": text(70) }))).toEqual(TOO_LONG);
  });

  test("what is too long without repetitions is told", () => {
    expect(codesOf(findingsIn({ "main.tf": document(names(200)) }))).toEqual(TOO_LONG);
    expect(codesOf(findingsOf(queues(250)))).toEqual(TOO_LONG);
  });
});

describe("what AWS may still take is a warning", () => {
  const WARNING = ["warning policy-too-long"];
  const trust = (count: number) =>
    policyOf({
      Principal: { AWS: Array.from({ length: count }, (_, at) => `arn:aws:iam::123456789012:role/orders-${100 + at}`) },
      Action: "sts:AssumeRole",
    });

  test("a policy of which nothing tells where it goes, up to the longest inline policy", () => {
    expect(codesOf(findingsOf(MIDDLE))).toEqual(WARNING);
    expect(findingsOf(MIDDLE)[0]?.hint).toContain("an inline policy of a role may have 10240");
    expect(codesOf(findingsOf(LONG))).toEqual(TOO_LONG);
  });

  test("a managed policy in Terraform is an error", () => {
    const text = `resource "aws_iam_policy" "a" {\n  policy = ${JSON.stringify(JSON.stringify(MIDDLE))}\n}\n`;
    expect(codesOf(findingsIn({ "main.tf": text }))).toEqual(TOO_LONG);
  });

  test("a trust policy, up to the highest quota", () => {
    expect(codesOf(findingsOf(trust(20), "trust"))).toEqual([]);
    expect(codesOf(findingsOf(trust(60), "trust"))).toEqual(WARNING);
    expect(codesOf(findingsOf(trust(120), "trust"))).toEqual(TOO_LONG);
  });
});
