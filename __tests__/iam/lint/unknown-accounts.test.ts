/** `role/*` is every role also where only a plan, or the stack, knows the account. */
import { codesOf, findingsIn } from "./field-support";

const ANY_ROLE = "security pass-role-wildcard";
const ESCALATION = "security privilege-escalation";
const ABOUT_REACH = [ANY_ROLE, ESCALATION];

const reachIn = (files: Readonly<Record<string, string>>) =>
  codesOf(findingsIn(files)).filter((code) => ABOUT_REACH.includes(code));

const terraform = (actions: readonly string[], resource: string) => ({
  "main.tf": `resource "aws_iam_policy" "p" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ${JSON.stringify(actions)}, Resource = "${resource}" }]
  })
}
`,
});

const template = (actions: readonly string[], resource: string) => ({
  "stack.yaml": `Resources:
  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement: [{ Effect: Allow, Action: [${actions.join(", ")}], Resource: !Sub "${resource}" }]
`,
});

const ACCOUNT = "${data.aws_caller_identity.current.account_id}";
const PARTITION = "${data.aws_partition.current.partition}";

test.each<readonly [name: string, actions: readonly string[], resource: string, codes: readonly string[]]>([
  ["any role is passed", ["iam:PassRole"], `arn:aws:iam::${ACCOUNT}:role/*`, [ANY_ROLE]],
  ["in any partition", ["iam:PassRole"], `arn:${PARTITION}:iam::\${var.account}:*`, [ANY_ROLE]],
  ["any role gets a policy", ["iam:PutRolePolicy"], `arn:${PARTITION}:iam::${ACCOUNT}:role/*`, [ESCALATION]],
  ["any user gets a key", ["iam:CreateAccessKey"], "arn:aws:iam::${local.account}:user/*", [ESCALATION]],
  [
    "any function gets other code",
    ["lambda:UpdateFunctionCode"],
    "arn:aws:lambda:${var.region}:${var.account}:function:*",
    [ESCALATION],
  ],
  ["roles with a prefix", ["iam:PassRole"], `arn:aws:iam::${ACCOUNT}:role/app-*`, []],
  ["roles with a prefix that is not known", ["iam:PassRole"], `arn:aws:iam::${ACCOUNT}:role/\${var.prefix}*`, []],
  ["a role that is not known", ["iam:PassRole"], `arn:aws:iam::${ACCOUNT}:role/\${var.name}`, []],
  ["a resource that is not known", ["iam:PutRolePolicy"], `arn:aws:iam::${ACCOUNT}:\${var.resource}`, []],
  ["an ARN that is not known", ["iam:PassRole"], "${var.role_arn}", []],
  ["a service that is not known", ["iam:PassRole"], "arn:aws:${var.service}::123456789012:role/*", []],
  ["one's own user", ["iam:CreateAccessKey"], `arn:aws:iam::${ACCOUNT}:user/$\${aws:username}`, []],
])("Terraform: %s", (_name, actions, resource, codes) => {
  expect(reachIn(terraform(actions, resource))).toEqual(codes);
});

test.each<readonly [name: string, actions: readonly string[], resource: string, codes: readonly string[]]>([
  ["any role is passed", ["iam:PassRole"], "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*", [ANY_ROLE]],
  ["any policy gets a version", ["iam:CreatePolicyVersion"], "arn:aws:iam::${AWS::AccountId}:policy/*", [ESCALATION]],
  [
    "any role is passed to a function",
    ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"],
    "arn:aws:*:*:${AWS::AccountId}:*",
    [ANY_ROLE, ESCALATION],
  ],
  ["a role of the stack", ["iam:PassRole"], "arn:aws:iam::${AWS::AccountId}:role/${AWS::StackName}-*", []],
  ["one role", ["iam:PutRolePolicy"], "arn:aws:iam::${AWS::AccountId}:role/${Role}", []],
])("CloudFormation: %s", (_name, actions, resource, codes) => {
  expect(reachIn(template(actions, resource))).toEqual(codes);
});
