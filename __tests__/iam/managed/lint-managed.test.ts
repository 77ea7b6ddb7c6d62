/** The linter on all AWS managed policies: what it calls wrong there is AWS's own mistake, or of a service that is no more. */
import { lintPolicy } from "../../../src/iam/lint";
import { managedPolicyNamed, managedPolicyNames } from "../../../src/iam/managed";

/** Services that AWS has ended, or that its reference has never listed. */
const ENDED_SERVICES =
  "builderid datazonecontrol deepcomposer deeplens deepracer elastic-inference iot1click iotroborunner mobilehub sagemaker-groundtruth-synthetic zocalo";

/** Actions that AWS's policies name and its reference lacks, by policy. */
const UNLISTED_ACTIONS: Readonly<Record<string, string>> = {
  AWSCodeStarFullAccess: "cloud9",
  AWSIAMIdentityCenterAllowListForIdentityContext: "qapps",
  AWSManagedSettingsAdminAccess: "budgets organizations payments",
  AmazonRoute53RecoveryControlConfigReadOnlyAccess: "route53-recovery-control-config",
  MemoryDBServiceRolePolicy: "memorydb",
  RDSCloudHsmAuthorizationRole: "cloudhsm",
  SecurityAgentWebAppAPIPolicy: "securityagent",
};

/** ARNs of AWS's policies in which no resource can be meant. */
const WRONG_ARNS: Readonly<Record<string, string>> = {
  // `arn:aws:kms:*::key/*`: keys have an account.
  AWSRefactoringToolkitFullAccess: "arn:aws:kms:*::",
  // `arn:aws:organizations::*:`: nothing behind the account.
  AmazonDevOpsGuruOrganizationsAccess: "arn:aws:organizations::*:",
};

const findings = managedPolicyNames().flatMap((name) => {
  const { document } = managedPolicyNamed(name)!;
  return lintPolicy(document).map((finding) => ({ name, ...finding }));
});

test("they come to findings, and not to errors of ours", () => {
  expect(findings.length).toBeGreaterThan(1000);
  const rules = new Set(findings.map(({ rule }) => rule));
  for (const rule of ["not-json", "invalid-element", "invalid-effect", "missing-version"])
    expect([...rules]).not.toContain(rule);
});

test("an unknown service is one that AWS has ended", () => {
  const named = findings
    .filter(({ rule }) => rule === "unknown-service")
    .flatMap(({ message }) => [...message.matchAll(/`([a-z0-9-]+)`/g)].map(([, service]) => service));
  expect([...new Set(named)].sort()).toEqual(ENDED_SERVICES.split(" "));
});

test("an unknown action is one that AWS's own reference lacks", () => {
  const found = new Map<string, Set<string>>();
  for (const { name, message } of findings.filter(({ rule }) => rule === "unknown-action"))
    for (const [, service = ""] of message.matchAll(/`([a-z0-9-]+):\w+`/g))
      found.set(name, (found.get(name) ?? new Set()).add(service));
  expect(Object.fromEntries([...found].map(([name, services]) => [name, [...services].sort().join(" ")]))).toEqual(
    UNLISTED_ACTIONS,
  );
});

test("an ARN that is wrong is wrong", () => {
  const wrong = findings.filter(({ rule }) => rule === "malformed-arn");
  expect([...new Set(wrong.map(({ name }) => name))]).toEqual(Object.keys(WRONG_ARNS));
  for (const { name, statement } of wrong) {
    const { document } = managedPolicyNamed(name)!;
    const resources = document.statements.find(({ index }) => index === statement?.index)?.resources ?? [];
    expect(resources.some(({ value }) => value.startsWith(WRONG_ARNS[name]!))).toBe(true);
  }
});
