/** Every action of every service of AWS: what the data says of its ARNs is what the rules say of a policy. */
import { matchesType } from "../../../src/iam/arn/arn-match";
import {
  type ActionInfo,
  type AwsResourceType,
  acceptedTypes,
  findAction,
  resourceType,
  resourceTypes,
} from "../../../src/iam/data/authorization";
import { allServices, serviceData } from "../../../src/iam/data/authorization-data";
import { lintPolicy } from "../../../src/iam/lint";
import { documentWith } from "../policies";

const VALUES: Readonly<Record<string, string>> = {
  Partition: "aws",
  Region: "us-east-1",
  // The ARN of a recovery point is that of another service's resource.
  Vendor: "ec2",
  // The ID of a user pool begins with its Region.
  UserPoolId: "us-east-1_a",
  DbiResourceId: "db-A",
  // IDs of Amazon EC2 and Amazon EFS begin with what they are of.
  FileSystemId: "fs-1",
  ImageId: "ami-1",
  InstanceId: "i-1",
  NetworkInterfaceId: "eni-1",
  SecurityGroupId: "sg-1",
  SnapshotId: "snap-1",
  SubnetId: "subnet-1",
  VolumeId: "vol-1",
  VpcId: "vpc-1",
};

/** Rules about what an action does, or about a whole policy, and not about the ARNs that fit an action. */
const OF_THE_ACTION = [
  "missing-dependent-action",
  "permissions-management",
  "privilege-escalation",
  "pass-role-without-service",
  "secret-suffix",
];

const actions = allServices().flatMap((service) =>
  serviceData(service)!.actionNames.map((name) => findAction(`${service}:${name}`)!),
);

/** An ARN of a type. A `*` in its format stands for any text, as in `task:*` of AWS DMS. */
function arnOf({ arn }: AwsResourceType): string {
  const named = arn.replace(/\$\{(\w+)\}/g, (_, name: string) =>
    /account/i.test(name) ? "123456789012" : (VALUES[name] ?? "one"),
  );
  const [prefix, partition, service, region, account, ...resource] = named.split(":");
  const whose = [region === "*" ? "us-east-1" : region, account === "*" ? "123456789012" : account];
  return [prefix, partition, service, ...whose, resource.join(":").replaceAll("*", "one")].join(":");
}

/** How many statements one policy has: a policy each would take twice the time. */
const STATEMENTS = 25;

/** What is said of each action on its resources, by the action; none of it depends on the statements beside it. */
function rulesFor(
  given: readonly (readonly [action: ActionInfo, resources: readonly string[]])[],
): ReadonlyMap<ActionInfo, readonly string[]> {
  const told = new Map<ActionInfo, readonly string[]>();
  for (let from = 0; from < given.length; from += STATEMENTS) {
    const part = given.slice(from, from + STATEMENTS);
    const statements = part.map(([{ id }, resources]) => ({ Effect: "Allow", Action: id, Resource: resources }));
    const findings = lintPolicy(documentWith(...statements), {}).filter(
      ({ severity, rule }) => severity !== "info" && !OF_THE_ACTION.includes(rule) && rule !== "policy-too-long",
    );
    part.forEach(([action], index) => {
      const own = findings.filter(({ statement = { index } }) => statement.index === index);
      told.set(
        action,
        own.map(({ rule, message }) => `${action.id}: ${rule}: ${message}`),
      );
    });
  }
  return told;
}

/** The actions of which a rule says nothing. */
function quietOf(given: Parameters<typeof rulesFor>[0], rule: string): readonly ActionInfo[] {
  return [...rulesFor(given)].flatMap(([action, told]) =>
    told.some((text) => text.includes(`: ${rule}: `)) ? [] : [action],
  );
}

function fitting(action: ActionInfo): readonly string[] {
  const named = (names: readonly string[]) => names.flatMap((name) => resourceType(action.service, name) ?? []);
  const below = named(action.children).map((type) => arnOf(type).replace(/[^/]+$/, "*"));
  return [...new Set([...named([...action.grant, ...action.requires]).map(arnOf), ...below])];
}

test("ARNs of the types that an action requires are clean", () => {
  /** Actions with the reason why what the data says of them is not. */
  const exceptions: Readonly<Record<string, string>> = {
    "mediaconnect:DescribeOffering": "the format of its type has a text where an ARN has the account",
  };
  const requiring = actions.filter(({ requires }) => requires.length > 0);
  expect(requiring.length).toBeGreaterThan(12_000);
  const told = rulesFor(requiring.map((action) => [action, fitting(action)]));
  const loud = requiring.filter((action) => told.get(action)!.length > 0);
  expect(loud.map(({ id }) => id)).toEqual(Object.keys(exceptions));
});

test("an ARN of another service is of the wrong type", () => {
  const others = ["arn:aws:sqs:us-east-1:123456789012:orders", "arn:aws:s3:::raw-zone/orders"];
  /** Types of which the data says that ARNs of any service may be of them. */
  const exceptions: Readonly<Record<string, string>> = {
    backup: "a recovery point has the ARN of a resource of whatever service it was made of",
  };
  const given = actions
    .filter(({ onlyWildcard }) => onlyWildcard === false)
    .map((action) => {
      const other = others.find((arn) => !acceptedTypes(action).some((type) => matchesType(arn, type)))!;
      return [action, [other]] as const;
    });
  const quiet = quietOf(given, "resource-type-mismatch");
  expect([...new Set(quiet.map(({ service }) => service))]).toEqual(Object.keys(exceptions));
});

test("an action without types takes no ARN", () => {
  /** Services of which the data has no type: whether their actions take ARNs nobody knows. */
  const withoutTypes = allServices().filter((service) => resourceTypes(service).length === 0);
  expect(withoutTypes).toHaveLength(71);
  const only = actions.filter(({ onlyWildcard }) => onlyWildcard !== false);
  expect(only.length).toBeGreaterThan(6000);
  const arn = "arn:aws:sqs:us-east-1:123456789012:orders";
  const quiet = quietOf(
    only.map((action) => [action, [arn]]),
    "action-takes-only-wildcard",
  );
  // The Lake Formation guide says of its actions that they take none.
  const expected = withoutTypes.filter((service) => service !== "lakeformation");
  expect([...new Set(quiet.map(({ service }) => service))]).toEqual(expected);
  // An ARN of the action's own service, where it has one, is none either.
  const own = only
    .filter(({ service }) => !expected.includes(service))
    .flatMap((action) => {
      const type = resourceTypes(action.service).find((one) => one.arn.includes(`:${action.service}:`));
      return type === undefined || action.checkedOn !== undefined ? [] : [[action, [arnOf(type)]] as const];
    });
  expect(quietOf(own, "action-takes-only-wildcard").map(({ id }) => id)).toEqual([]);
});
