/** From reading, writing and deleting to actions. */
import type { Problems } from "../../errors";
import type { PlainConditions } from "../document/plain-policy";
import { s3ObjectActions } from "../grants/s3-actions";
import type { WordedLocation } from "./aws-location";
import type { ActionRequest, Intent, IntentRequest } from "./request";
import { readTarget, type Target } from "./target";

/** Actions on resources under a condition. */
type ActionsOnResources = readonly [
  actions: readonly string[],
  resources: readonly string[],
  condition?: PlainConditions,
];

/** For each intent the names of actions; what is missing is not offered. */
type Actions = Readonly<Record<Intent, readonly string[] | undefined>>;

const of = (service: string, names: string) => names.split(" ").map((name) => `${service}:${name}`);

// facts: "Job role for", points 1 to 9 of the AWS Glue guide's pages; write includes read.
const READ_TABLE = of("glue", "BatchGetPartition GetPartition GetPartitions GetTable GetTables");
const WRITE_TABLE = of(
  "glue",
  "BatchCreatePartition BatchUpdatePartition CreatePartition CreateTable UpdatePartition UpdateTable",
);
const READ_DATABASE = of("glue", "GetDatabase");
const READ_LOGS = of("logs", "DescribeLogStreams FilterLogEvents GetLogEvents");

const simple: Readonly<Record<Exclude<Target["kind"], "s3" | "network">, Actions>> = {
  database: {
    read: READ_DATABASE,
    write: [...READ_DATABASE, ...of("glue", "CreateDatabase UpdateDatabase")],
    delete: of("glue", "DeleteDatabase"),
  },
  table: {
    read: [...READ_DATABASE, ...READ_TABLE],
    write: [...READ_DATABASE, ...READ_TABLE, ...WRITE_TABLE],
    delete: of("glue", "BatchDeletePartition DeletePartition DeleteTable"),
  },
  connection: {
    read: of("glue", "GetConnection"),
    write: of("glue", "CreateConnection GetConnection UpdateConnection"),
    delete: of("glue", "DeleteConnection"),
  },
  key: {
    read: of("kms", "Decrypt"),
    write: of("kms", "Decrypt Encrypt GenerateDataKey"),
    delete: undefined,
  },
  secret: {
    read: of("secretsmanager", "GetSecretValue"),
    write: of("secretsmanager", "GetSecretValue PutSecretValue"),
    delete: of("secretsmanager", "DeleteSecret"),
  },
  "log-group": {
    read: READ_LOGS,
    write: of("logs", "CreateLogGroup CreateLogStream PutLogEvents"),
    delete: of("logs", "DeleteLogGroup"),
  },
};

/** The requests that result from an intention. */
export function requestsOfIntent(
  request: IntentRequest,
  where: WordedLocation,
  problems: Problems,
): readonly ActionRequest[] {
  const { sid, condition, reason } = request;
  const wanted = (["read", "write", "delete"] as const).flatMap((intent) =>
    [request[intent] ?? []].flat().map((text) => [intent, text] as const),
  );
  if (wanted.length === 0) {
    problems.add({
      code: "empty-request",
      path: "",
      message: "a request names neither actions nor a resource",
      hint: 'write { read: "s3://bucket/folder/" }, { write: "database.table" }, or { actions: ["glue:GetJob"], resources: ["*"] }',
    });
  }
  return wanted.flatMap(([intent, text]) => {
    const target = readTarget(text, where, problems);
    const parts = target === undefined ? [] : partsOf({ intent, text }, target, where, problems);
    return parts.map(([actions, resources, own]) => ({
      actions,
      resources,
      sid,
      condition: bothConditions(text, own, condition, problems),
      reason: reason ?? `${intent} ${text}`,
    }));
  });
}

/** What is wanted, and the resource as it was given. */
interface Wanted {
  readonly intent: Intent;
  readonly text: string;
}

function partsOf(
  { intent, text }: Wanted,
  target: Target,
  { wording }: WordedLocation,
  problems: Problems,
): readonly ActionsOnResources[] {
  if (target.kind === "s3") return partsOfS3(intent, target);
  if (target.kind === "network") return partsOfNetwork(intent, target);
  const actions = simple[target.kind][intent];
  if (actions === undefined) {
    const hint = `the action is kms:ScheduleKeyDeletion: ${wording.actions("kms:ScheduleKeyDeletion", "ARN")}`;
    problems.add({ code: "no-such-intent", path: text, message: "the data of a key cannot be deleted", hint });
    return [];
  }
  if (target.kind !== "log-group") return [[actions, [target.arn]]];
  // Streams have ARNs of their own below the group's; CreateLogGroup and DeleteLogGroup are checked on the group's.
  const streams = target.arn.endsWith("*") ? [] : [`${target.arn}:*`];
  return [[actions, [target.arn, ...streams]]];
}

function partsOfS3(
  intent: Intent,
  { bucket, objects, folder }: Target & { kind: "s3" },
): readonly ActionsOnResources[] {
  const actions = s3ObjectActions[intent];
  // `folder/*`, not `folder*`: that prefix lists `folder-secret` too.
  const onlyThere = folder === "" ? undefined : { StringLike: { "s3:prefix": [`${folder}/*`] } };
  // One object is read or written by its name: nothing need be listed.
  if (!objects.endsWith("*")) return [[actions, [objects]]];
  return [
    [of("s3", "ListBucket"), [bucket], onlyThere],
    [actions, [objects]],
  ];
}

function partsOfNetwork(
  intent: Intent,
  { interfaces, vpcs, parts }: Target & { kind: "network" },
): readonly ActionsOnResources[] {
  const describe: readonly ActionsOnResources[] = [
    [
      of(
        "ec2",
        "DescribeNetworkInterfaces DescribeRouteTables DescribeSecurityGroups DescribeSubnets DescribeVpcEndpoints",
      ),
      [],
    ],
    [of("ec2", "DescribeVpcAttribute"), [vpcs]],
  ];
  // Glue tags the interfaces that it makes.
  const ours = { Null: { "aws:ResourceTag/aws-glue-service-resource": ["false"] } };
  const tags = {
    "ForAllValues:StringEquals": { "aws:TagKeys": ["aws-glue-service-resource"] },
    Null: { "aws:TagKeys": ["false"] },
  };
  const create: readonly ActionsOnResources[] = [
    [of("ec2", "CreateNetworkInterface"), [interfaces, ...parts]],
    [of("ec2", "CreateTags DeleteTags"), [interfaces], tags],
  ];
  const remove: readonly ActionsOnResources[] = [[of("ec2", "DeleteNetworkInterface"), [interfaces], ours]];
  return { read: describe, write: [...describe, ...create, ...remove], delete: remove }[intent];
}

/**
 * Combines two conditions. It is a problem if both have the same key with the same operator, because a condition block has a key
 * once.
 */
function bothConditions(
  text: string,
  a: PlainConditions | undefined,
  b: PlainConditions | undefined,
  problems: Problems,
): PlainConditions | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const operators = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  for (const operator of operators) {
    const twice = Object.keys(a[operator] ?? {}).find((key) => b[operator]?.[key] !== undefined);
    if (twice === undefined) continue;
    const message = `the condition on \`${twice}\` is set already: \`${text}\` limits it to ${JSON.stringify(a[operator]?.[twice])}`;
    problems.add({ code: "condition-twice", path: text, message, hint: "name the actions and resources instead" });
  }
  return Object.fromEntries(operators.map((operator) => [operator, { ...a[operator], ...b[operator] }]));
}
