/** What was meant by a name that no service has. */
import { actionAliases, actionsMeantBy } from "../../../src/iam/data/action-aliases";
import { actionName, dataDate, findAction, isService } from "../../../src/iam/data/authorization";
import { allServices, serviceData } from "../../../src/iam/data/authorization-data";
import { suggestAction, suggestConditionKey, suggestService } from "../../../src/iam/data/authorization-suggest";
import { findGlobalKey } from "../../../src/iam/data/global-keys";
import { lintPolicy } from "../../../src/iam/lint";
import { documentWith } from "../policies";

describe("names that are not those of actions", () => {
  test("each means actions that there are, and is none itself", () => {
    expect(Object.keys(actionAliases).length).toBeGreaterThan(80);
    for (const [name, meant] of Object.entries(actionAliases)) {
      expect([name, actionName(name)]).toEqual([name, undefined]);
      expect(serviceData(name.split(":")[0]!)).toBeDefined();
      for (const id of meant) expect([name, actionName(id)]).toEqual([name, id]);
    }
  });

  test("one that reads means no action that deletes", () => {
    for (const [name, meant] of Object.entries(actionAliases)) {
      if (!/:(Get|List|Head|Describe)/.test(name)) continue;
      for (const id of meant) expect([name, /:(Delete|Put|Remove)/.test(id)]).toEqual([name, false]);
    }
  });

  test("in any case of letters", () => {
    expect(actionsMeantBy("S3:listobjectsv2")).toEqual(["s3:ListBucket"]);
    expect(actionsMeantBy("s3:ListBucket")).toBeUndefined();
  });
});

test.each([
  ["s3:ListObjectsV2", "s3:ListBucket"],
  ["s3api:ListObjectsV2", "s3:ListBucket"],
  ["s3:HeadObject", "s3:GetObject"],
  ["s3:PutBucketNotificationConfiguration", "s3:PutBucketNotification"],
  ["kms:ReEncrypt", "kms:ReEncryptFrom kms:ReEncryptTo"],
  ["lambda:Invoke", "lambda:InvokeFunction"],
  ["scheduler:TagSchedule", "scheduler:TagResource"],
  ["glue:BatchCreatePartitions", "glue:BatchCreatePartition"],
  ["glue:GetDag", ""],
  // The action of another service.
  ["cloudwatch:PutLogEvents", "logs:PutLogEvents"],
  ["opensearch:ESHttpGet", "es:ESHttpGet"],
  ["lambda:PassRole", "iam:PassRole"],
  ["cw:GetMetricData", "cloudwatch:GetMetricData"],
  // A letter.
  ["glue:GetTabel", "glue:GetTable"],
  ["glue:GteTable", "glue:GetTable"],
  ["glue:gettabel", "glue:GetTable"],
  ["gleu:GetTable", "glue:GetTable"],
  ["efs:ClientMount", "elasticfilesystem:ClientMount"],
  // Further: the verb stays.
  ["s3:GetObjektt", "s3:GetObject"],
  ["dynamodb:DescribeTabellle", "dynamodb:DescribeTable"],
  ["glue:BatchGetTable", ""],
  ["ds:DisconnectDirectory", ""],
  ["glue:FetchTable", ""],
  ["glue:RemoveTable", ""],
  ["glue:Xyzzyxyzzy", ""],
  ["GetTable", ""],
  // A name with words more.
  ["s3:GetBucketWebsiteConfiguration", "s3:GetBucketWebsite"],
  ["sns:PublishMessage", ""],
  ["logs:CreateLogGroupIfMissing", ""],
  // From reading never to writing, though it is one letter.
  ["sqs:GetQueueAttribute", "sqs:GetQueueAttributes"],
  ["kms:GetKeyRotationStatuss", "kms:GetKeyRotationStatus"],
])("%s: %s", (name, meant) => {
  expect(suggestAction(name).join(" ")).toBe(meant);
});

test.each([
  ["secretmanager", "secretsmanager"],
  ["efs", "elasticfilesystem"],
  ["elbv2", "elasticloadbalancing"],
  ["S3", "s3"],
  ["qqqqqqqq", undefined],
  // Short names are near to many others.
  ["cw", "cloudwatch"],
  ["cx", undefined],
  ["s2", undefined],
  ["s2:GetObject", "s3"],
  ["sn:PublishBatch", undefined],
  ["sn:ConfirmSubscription", "sns"],
  ["sn:Get*", undefined],
])("a service %s: %s", (name, meant) => {
  const [prefix = "", action] = name.split(":");
  expect(suggestService(prefix, action)).toBe(meant);
});

test.each([
  ["aws:SourceVPCEndpoint", "aws:SourceVpce"],
  ["aws:VpcId", "aws:SourceVpc"],
  ["aws:Region", "aws:RequestedRegion"],
  ["aws:mfa", "aws:MultiFactorAuthPresent"],
  ["aws:PrincipalOrganizationID", "aws:PrincipalOrgID"],
  ["aws:SourceIpAddress", "aws:SourceIp"],
  ["aws:Tag/team", "aws:ResourceTag/team"],
  ["s3:ObjectTag/team", "s3:ExistingObjectTag/team"],
  // Near names, and none where the words before are the same alone.
  ["aws:PrincipalTags/team", "aws:PrincipalTag/team"],
  ["aws:PrincipalArns", "aws:PrincipalArn"],
  ["aws:RequestTags", undefined],
  ["aws:SourceNetwork", undefined],
  ["aws:PrincipalName", undefined],
  ["s3:Prefx", "s3:prefix"],
  ["kms:EncryptionContxt:team", undefined],
])("a condition key %s: %s", (name, meant) => {
  expect(suggestConditionKey(name)).toBe(meant);
});

test("no other name of a condition key is a key", () => {
  for (const name of ["aws:VpcId", "aws:Region", "aws:MFA", "aws:OrgId", "aws:SourceIpAddress", "aws:Tag/team"])
    expect([name, findGlobalKey(name)]).toEqual([name, undefined]);
});

/** A generator of numbers below a bound, the same in each run. */
function randomNumbers(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % bound;
  };
}

const ids = allServices().flatMap((service) => serviceData(service)!.actionNames.map((name) => `${service}:${name}`));

/** A name with one letter put in, taken out or changed, or two neighbours swapped. */
function withOneEdit(name: string, random: (bound: number) => number): string {
  const at = random(name.length);
  const letter = "abcdefghijklmnopqrstuvwxyz"[random(26)]!;
  const [before, after] = [name.slice(0, at), name.slice(at)];
  if (random(4) === 0) return before + letter + after;
  if (random(3) === 0) return before + after.slice(1);
  if (random(2) === 0) return before + letter + after.slice(1);
  return before + (after[1] ?? "") + (after[0] ?? "") + after.slice(2);
}

describe("what nobody wrote on purpose", () => {
  const random = randomNumbers(20261128);
  const chosen = Array.from({ length: 500 }, () => ids[random(ids.length)]!.split(":"));
  const mistyped = chosen.map(([service, name = ""]) => ({
    id: `${service}:${name}`,
    typo: `${service}:${withOneEdit(name, random)}`,
  }));
  const severitiesOf = (action: string, today: string) =>
    lintPolicy(documentWith({ Effect: "Allow", Action: action, Resource: "*" }), { today })
      .filter(({ rule }) => rule === "unknown-action" || rule === "unknown-service")
      .map(({ severity }) => severity)
      .join();

  test.each([dataDate(), "2040-01-01"])("on %s one edit of an action is another action or an error", (today) => {
    const wrong = mistyped.filter(({ typo }) => actionName(typo) === undefined);
    expect(wrong.length).toBeGreaterThan(450);
    expect(wrong.filter(({ typo }) => severitiesOf(typo, today) !== "error")).toEqual([]);
  });

  test.each([dataDate(), "2040-01-01"])("on %s one edit of a service is another service or an error", (today) => {
    const typos = chosen.map(([service = "", name]) => `${withOneEdit(service, random)}:${name}`);
    const wrong = typos.filter((typo) => !isService(typo.split(":")[0]!));
    expect(wrong.length).toBeGreaterThan(350);
    expect(wrong.filter((typo) => severitiesOf(typo, today) !== "error")).toEqual([]);
  });

  test("a suggestion leads from no action that reads to one that does more", () => {
    const reads = (id: string) => findAction(id)!.access.every((level) => level === "Read" || level === "List");
    const wrong = mistyped.filter(({ id, typo }) => {
      const isReading = /^(Get|List|Describe)[A-Z]/.test(typo.split(":")[1]!) && reads(id);
      return isReading && suggestAction(typo).some((meant) => !reads(meant));
    });
    expect(wrong).toEqual([]);
    const found = mistyped.filter(({ id, typo }) => suggestAction(typo).includes(id));
    expect(found.length).toBeGreaterThan(400);
  });
});
