/** The known ways to more permissions, from the table, over all statements of a policy. */
import { acceptedTypes, findAction } from "../../../src/iam/data/authorization";
import { type Finding, lintPolicy } from "../../../src/iam/lint";
import { ESCALATION_PATHS } from "../../../src/iam/lint/escalation/escalation-table";
import { documentOf } from "../policies";

type Given = Readonly<Record<string, unknown>>;

function found(...statements: readonly Given[]): readonly Finding[] {
  const policy = { Version: "2012-10-17", Statement: statements.map((one) => ({ Effect: "Allow", ...one })) };
  return lintPolicy(documentOf(policy, "identity"), { today: "2026-10-01" }).filter(
    ({ rule }) => rule === "privilege-escalation",
  );
}

const named = (type: string) => `arn:aws:iam::123456789012:${type}/one`;
const all = (type: string) => `arn:aws:iam::123456789012:${type}/*`;
const PASS = { Action: "iam:PassRole", Resource: all("role") };

test("the table: over 100 ways, each once and with its source; actions and types are those of AWS", () => {
  expect(ESCALATION_PATHS.length).toBeGreaterThan(100);
  expect(new Set(ESCALATION_PATHS.map(({ id }) => id)).size).toBe(ESCALATION_PATHS.length);
  for (const { id, source, actions, onAll = [], how } of ESCALATION_PATHS) {
    expect([id, source]).toEqual([id, expect.stringMatching(/^https:\/\//)]);
    expect([id, how]).toEqual([id, expect.stringMatching(/^[a-z].*[^.]$/)]);
    const infos = actions.map((action) => findAction(action.toLowerCase()));
    expect([id, infos.map((info) => info?.id)]).toEqual([id, actions]);
    const types = infos.flatMap((info) => (info === undefined ? [] : acceptedTypes(info))).map(({ name }) => name);
    expect([id, types]).toEqual([id, expect.arrayContaining([...onAll])]);
  }
});

test.each(ESCALATION_PATHS.map((path) => [path.id, path] as const))("%s, together and spread", (_, path) => {
  const { actions, passTo } = path;
  const names = passTo === undefined ? actions : ["iam:PassRole", ...actions];
  const [finding] = found({ Action: names, Resource: "*" });
  // A shorter way is told in place of one that has all its actions.
  expect(finding?.severity).toBe("security");
  expect(actions.some((action) => finding?.message.includes(`\`${action}\``))).toBe(true);
  expect(found(...names.map((Action) => ({ Action, Resource: "*" })))).not.toEqual([]);
  const denied = { Effect: "Deny", Action: names, Resource: "*" };
  expect(found({ Action: names, Resource: "*" }, denied)).toEqual([]);
  const without = found({ Action: actions, Resource: "*" });
  if (passTo !== undefined) expect(without.map(({ message }) => message).join()).not.toMatch(/PassRole/);
});

const takenOver = ESCALATION_PATHS.filter(({ onAll, passTo }) => onAll !== undefined && passTo === undefined);

test.each(takenOver.map((path) => [path.id, path] as const))("%s: silent on one resource of each type", (_, path) => {
  const resources = path.actions.flatMap((action) => {
    const info = findAction(action.toLowerCase());
    return info === undefined ? [] : acceptedTypes(info).map(({ arn }) => arn.replace(/\$\{\w*\}/g, "one"));
  });
  expect(found({ Action: path.actions, Resource: resources })).toEqual([]);
});

test("what needs no role to be passed is told without one", () => {
  const actions = ["cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"];
  const [finding] = found({ Action: [...actions, "iam:PassRole"], Resource: "*" });
  expect(finding?.message).toContain("changes anything with the role of a stack");
  expect(finding?.message).not.toContain("with any role");
  const stack = "arn:aws:cloudformation:eu-west-1:123456789012:stack/one/*";
  const [passed] = found({ Action: actions, Resource: stack }, { Action: "iam:PassRole", Resource: "*" });
  expect(passed?.message).toContain("changes anything with any role");
});

test("a job on EKS: silent where a condition names the execution role", () => {
  const run = { Action: "emr-containers:StartJobRun", Resource: "*" };
  expect(found(run)).toHaveLength(1);
  const Condition = { StringEquals: { "emr-containers:ExecutionRoleArn": named("role") } };
  expect(found({ ...run, Condition })).toEqual([]);
});

describe("actions of IAM", () => {
  const ROWS = [
    ["iam:CreatePolicyVersion", "policy"],
    ["iam:SetDefaultPolicyVersion", "policy"],
    ["iam:PutUserPolicy", "user"],
    ["iam:CreateAccessKey", "user"],
    ["iam:UpdateLoginProfile", "user"],
    ["iam:UpdateAssumeRolePolicy", "role"],
    ["iam:AttachRolePolicy", "role"],
    ["iam:PutRolePolicy", "role"],
    ["iam:AddUserToGroup", "group"],
  ] as const;

  test.each(ROWS)("%s on all of %s", (Action, type) => {
    for (const Resource of ["*", all(type), `arn:aws:iam::*:${type}/*`, "arn:aws:iam::123456789012:*"])
      expect(found({ Action, Resource })).toHaveLength(1);
    expect(found({ Action, NotResource: named(type) })).toHaveLength(1);
  });

  test.each(ROWS)("%s: silent where it is narrowed", (Action, type) => {
    for (const Resource of [
      named(type),
      `arn:aws:iam::123456789012:${type}/app-*`,
      `arn:aws:iam::*:${type}/\${aws:username}`,
    ])
      expect(found({ Action, Resource })).toEqual([]);
    const boundary = { StringEquals: { "iam:PermissionsBoundary": named("policy") } };
    expect(found({ Action, Resource: "*", Condition: boundary })).toEqual([]);
    const tag = { StringEquals: { "aws:ResourceTag/team": "a" } };
    expect(found({ Action, Resource: "*", Condition: tag })).toEqual([]);
    expect(found({ Effect: "Deny", Action, Resource: "*" })).toEqual([]);
  });

  test.each([
    [
      "iam:PutRolePolicy",
      "name what may be changed, and require a boundary by a condition on `iam:PermissionsBoundary`",
    ],
    ["ssm:StartSession", "name the resources that are meant"],
    ["glue:UpdateDevEndpoint", "leave `glue:UpdateDevEndpoint` out: few need it"],
  ])("the hint for %s on all resources", (Action, hint) => {
    expect(found({ Action, Resource: "*" })[0]?.hint).toBe(hint);
  });

  test("a condition about the caller narrows nothing", () => {
    const Condition = { Bool: { "aws:MultiFactorAuthPresent": "true" } };
    expect(found({ Action: "iam:PutRolePolicy", Resource: "*", Condition })).toHaveLength(1);
  });

  test("patterns allow it too", () => {
    expect(found({ Action: "iam:Put*", Resource: "*" })[0]?.message).toMatch(
      /`iam:PutRolePolicy` gives a role any permissions/,
    );
    expect(found({ Action: "iam:*", Resource: "*" })[0]?.message).toMatch(/and \d+ more$/);
  });

  test("five ways are told, and of more their number", () => {
    const five = ["AttachRolePolicy", "PutRolePolicy", "PutUserPolicy", "CreateAccessKey", "AddUserToGroup"];
    const messageOf = (names: readonly string[]) =>
      found({ Action: names.map((name) => `iam:${name}`), Resource: "*" })[0]?.message ?? "";
    for (const name of five) expect(messageOf(five)).toContain(`\`iam:${name}\``);
    expect(messageOf(five)).not.toMatch(/more/);
    expect(messageOf([...five, "UpdateLoginProfile"])).toMatch(/; and 1 more$/);
  });

  test("of two ways of which one is a part of the other, the shorter is told", () => {
    const [finding] = found({ Action: ["iam:AttachRolePolicy", "sts:AssumeRole"], Resource: all("role") });
    expect(finding?.message).toMatch(/`iam:AttachRolePolicy` attaches any policy to a role; `sts:AssumeRole` assumes/);
  });
});

describe("a role that is passed", () => {
  const LAMBDA = { Action: ["lambda:CreateFunction", "lambda:InvokeFunction"], Resource: "*" };
  const to = (service: string, operator = "StringEquals") => ({
    ...PASS,
    Condition: { [operator]: { "iam:PassedToService": service } },
  });

  test.each([
    ["any service", PASS],
    ["Lambda", to("lambda.amazonaws.com")],
    ["Lambda by a pattern", to("lambda.*", "StringLike")],
    ["all but another service", to("ec2.amazonaws.com", "StringNotEquals")],
    ["what is not known yet", to("${var.service}")],
  ])("any role to %s", (_, pass) => {
    expect(found(LAMBDA, pass)).toHaveLength(1);
  });

  test.each([
    ["another service", to("ec2.amazonaws.com")],
    ["all but Lambda", to("lambda.amazonaws.com", "StringNotEquals")],
  ])("silent: any role to %s", (_, pass) => {
    expect(found(LAMBDA, pass)).toEqual([]);
  });

  test("silent for a role that is named: it is meant to be used", () => {
    expect(found(LAMBDA, { ...PASS, Resource: named("role") })).toEqual([]);
    expect(found({ Action: "ec2:RunInstances", Resource: "*" }, { ...PASS, Resource: named("role") })).toEqual([]);
    expect(
      found(
        { Action: ["ecs:RegisterTaskDefinition", "ecs:RunTask"], Resource: "*" },
        { ...PASS, Resource: `${named("role")}-*` },
      ),
    ).toEqual([]);
  });

  test("a part of the actions is no way", () => {
    expect(found({ Action: "lambda:CreateFunction", Resource: "*" }, PASS)).toEqual([]);
  });
});

describe("what has a role already", () => {
  test.each([
    ["lambda:UpdateFunctionCode", "arn:aws:lambda:eu-west-1:123456789012:function"],
    ["ssm:StartSession", "arn:aws:ec2:eu-west-1:123456789012:instance"],
  ])("%s on all, and silent on one", (Action, type) => {
    const separator = type.endsWith("function") ? ":" : "/";
    expect(found({ Action, Resource: `${type}${separator}*` })).toHaveLength(1);
    expect(found({ Action, Resource: `${type}${separator}one` })).toEqual([]);
    expect(found({ Action, Resource: `${type}${separator}app-*` })).toEqual([]);
  });

  test("commands on a named instance by any document", () => {
    const Resource = ["arn:aws:ssm:*:*:document/*", "arn:aws:ec2:eu-west-1:123456789012:instance/i-0123456789abcdef0"];
    expect(found({ Action: "ssm:SendCommand", Resource })).toEqual([]);
    // As AWSBackupServiceRolePolicyForBackup has it.
    const one = ["arn:aws:ssm:*:*:document/AWSEC2-CreateVssSnapshot", "arn:aws:ec2:*:*:instance/*"];
    expect(found({ Action: "ssm:SendCommand", Resource: one })).toEqual([]);
    const all = ["arn:aws:ssm:*:*:document/*", "arn:aws:ec2:*:*:instance/*"];
    expect(found({ Action: "ssm:SendCommand", Resource: all })).toHaveLength(1);
  });

  test.each([
    "arn:aws:ssm:*::document/AWS-RunShellScript",
    "arn:aws:ssm:eu-west-1:123456789012:document/AWS-RunPowerShellScript",
    "arn:aws:ssm:*:*:document/AWS-Run*",
    "arn:aws:ssm:*:*:document/AWS-ApplyAnsiblePlaybooks",
  ])("commands on all instances by %s, which runs what the caller says", (document) => {
    const instances = "arn:aws:ec2:*:*:instance/*";
    const [finding] = found({ Action: "ssm:SendCommand", Resource: [document, instances] });
    expect(finding?.message).toBe("whoever has `ssm:SendCommand` runs commands on an instance with its role");
    expect(
      found(
        { Action: "ssm:SendCommand", Resource: document },
        { Action: ["ssm:SendCommand", "ssm:GetCommandInvocation"], Resource: instances },
      ),
    ).not.toEqual([]);
    const tagged = { Condition: { StringEquals: { "ssm:resourceTag/team": "data" } } };
    const one = "arn:aws:ec2:eu-west-1:123456789012:instance/i-0123456789abcdef0";
    expect(found({ Action: "ssm:SendCommand", Resource: [document, one] })).toEqual([]);
    expect(
      found(
        { Action: "ssm:SendCommand", Resource: document },
        { Action: "ssm:SendCommand", Resource: instances, ...tagged },
      ),
    ).toEqual([]);
  });

  test.each(["AWS-UpdateSSMAgent", "AWS-RunPatchBaseline", "AmazonCloudWatch-ManageAgent"])(
    "commands on all instances by %s, which does one thing",
    (name) => {
      const Resource = [`arn:aws:ssm:*:*:document/${name}`, "arn:aws:ec2:*:*:instance/*"];
      expect(found({ Action: "ssm:SendCommand", Resource })).toEqual([]);
    },
  );
});
