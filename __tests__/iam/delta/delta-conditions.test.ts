/** Which conditions demand all that others demand: a yes must be sure. */
import { constraintsOf, impliesAll } from "../../../src/iam/delta/conditions";
import { documentWith } from "../policies";

type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

function demands(Condition: Conditions | undefined) {
  const [statement] = documentWith({
    Effect: "Allow",
    Action: "s3:*",
    Resource: "*",
    Condition: Condition ?? {},
  }).statements;
  return constraintsOf(statement?.conditions ?? []);
}

const user = (operator: string, ...values: string[]): Conditions => ({ [operator]: { "aws:username": values } });

const from = (operator: string, ...values: string[]): Conditions => ({ [operator]: { "aws:SourceIp": values } });

const rows: readonly (readonly [
  strong: Conditions | undefined,
  weak: Conditions | undefined,
  forth: boolean,
  back: boolean,
])[] = [
  [user("StringEquals", "a"), undefined, true, false],
  [user("StringEquals", "a"), user("StringEquals", "a", "b"), true, false],
  [user("StringEquals", "a"), { StringEquals: { "AWS:UserName": "a" } }, true, true],
  [user("StringEquals", "a"), user("StringEquals", "A"), false, false],
  [user("StringEqualsIgnoreCase", "a"), user("StringEqualsIgnoreCase", "A"), true, true],
  [user("StringEquals", "a"), user("StringEqualsIfExists", "a"), true, false],
  [user("StringEquals", "ann"), user("StringLike", "an*"), true, false],
  [user("StringLike", "ann*"), user("StringLike", "an*", "b"), true, false],
  [user("StringEquals", "an*"), user("StringEquals", "ann"), false, false],
  [user("StringNotEquals", "a", "b"), user("StringNotEquals", "a"), true, false],
  [user("StringNotLike", "an*"), user("StringNotEquals", "ann"), true, false],
  [user("StringNotEquals", "ann"), user("StringEquals", "ann"), false, false],
  [user("ForAllValues:StringEquals", "a"), user("ForAllValues:StringEquals", "a", "b"), true, false],
  [user("ForAllValues:StringEquals", "a"), user("ForAnyValue:StringEquals", "a"), false, false],
  [user("StringEquals", "a"), user("ForAllValues:StringEquals", "a"), false, false],
  [
    { ArnEquals: { "aws:SourceArn": "arn:aws:s3:::a" } },
    { ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" } },
    true,
    false,
  ],
  [{ NumericLessThan: { "s3:max-keys": "5" } }, { NumericLessThan: { "s3:max-keys": "10" } }, true, false],
  [{ NumericLessThan: { "s3:max-keys": "5" } }, { NumericGreaterThan: { "s3:max-keys": "10" } }, false, false],
  [{ NumericLessThan: { "s3:max-keys": "${a}" } }, { NumericLessThan: { "s3:max-keys": "10" } }, false, false],
  [from("IpAddress", "198.51.100.16/28"), from("IpAddress", "198.51.100.0/24", "10.0.0.0/8"), true, false],
  [from("IpAddress", "198.51.100.7"), from("IpAddress", "198.51.100.7/32"), true, true],
  [from("IpAddress", "198.51.101.0/24"), from("IpAddress", "198.51.100.0/24"), false, false],
  [from("IpAddress", "198.51.100.0/24", "10.0.0.0/8"), from("IpAddress", "198.51.100.0/24"), false, true],
  [from("NotIpAddress", "198.51.100.0/24"), from("NotIpAddress", "198.51.100.7/32"), true, false],
  [from("IpAddress", "2001:db8::/48"), from("IpAddress", "2001:db8::/32"), false, false],
  [from("IpAddress", "${a}"), from("IpAddress", "0.0.0.0/0"), false, false],
  [{ Bool: { "aws:SecureTransport": "TRUE" } }, { Bool: { "aws:SecureTransport": "true" } }, true, true],
  [{ Null: { "aws:TokenIssueTime": "true" } }, { Null: { "aws:TokenIssueTime": "false" } }, false, false],
  [{ ...user("StringEquals", "a"), Bool: { "aws:SecureTransport": "true" } }, user("StringEquals", "a"), true, false],
  [user("StringLike", "${aws:PrincipalTag/team}"), user("StringLike", "x*"), false, false],
  [user("StringLike", "${known after apply}"), user("StringLike", "*"), true, false],
];

test.each(rows)("%j and %j", (strong, weak, forth, back) => {
  expect([impliesAll(demands(strong), demands(weak)), impliesAll(demands(weak), demands(strong))]).toEqual([
    forth,
    back,
  ]);
});
