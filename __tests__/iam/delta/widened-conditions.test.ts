/** A condition that is lost while the statement becomes wider. */
import { type Delta, permissionDelta } from "../../../src/iam/delta";
import { allow, identity, type TestStatement } from "./delta-support";

const RAW = "arn:aws:s3:::raw/*";
const MFA = { Bool: { "aws:MultiFactorAuthPresent": "true" } };
const ORG = { StringEquals: { "aws:PrincipalOrgID": "o-1" } };

const under = (statement: TestStatement, Condition: TestStatement["Condition"]): TestStatement => ({
  ...statement,
  Condition,
});

function conditionsOf({ conditions }: Delta): readonly string[] {
  return conditions.map(({ direction, actions, resources }) => `${direction} ${actions.join()} on ${resources.join()}`);
}

test.each<[name: string, before: readonly TestStatement[], after: readonly TestStatement[], want: readonly string[]]>([
  [
    "a wildcard of actions",
    [under(allow("s3:GetObject", RAW), MFA)],
    [allow("s3:*", RAW)],
    ["dropped s3:GetObject on arn:aws:s3:::raw/*"],
  ],
  [
    "more resources",
    [under(allow("s3:GetObject", RAW), MFA)],
    [allow("s3:GetObject", "arn:aws:s3:::*")],
    ["dropped s3:GetObject on arn:aws:s3:::raw/*"],
  ],
  [
    "everything",
    [under(allow("s3:GetObject", RAW), MFA)],
    [allow("*", "*")],
    ["dropped s3:GetObject on arn:aws:s3:::raw/*"],
  ],
  [
    "another condition instead",
    [under(allow("s3:GetObject", RAW), MFA)],
    [under(allow("s3:*", RAW), ORG)],
    ["changed s3:GetObject on arn:aws:s3:::raw/*"],
  ],
  ["the same condition", [under(allow("s3:GetObject", RAW), MFA)], [under(allow("s3:*", RAW), MFA)], []],
  [
    "the statement stays, and a wider one comes",
    [under(allow("s3:GetObject", RAW), MFA)],
    [under(allow("s3:GetObject", RAW), MFA), allow("s3:*", RAW)],
    [],
  ],
  [
    "it was allowed without it already",
    [under(allow("s3:GetObject", RAW), MFA), allow("s3:Get*", RAW)],
    [allow("s3:*", RAW)],
    [],
  ],
  ["no condition before", [allow("s3:GetObject", RAW)], [allow("s3:*", RAW)], []],
  ["all that was is lost", [under(allow("s3:GetObject", RAW), MFA)], [allow("s3:PutObject", RAW)], []],
])("%s", (_name, before, after, want) => {
  expect(conditionsOf(permissionDelta(identity(...before), identity(...after)))).toEqual(want);
  const back = permissionDelta(identity(...after), identity(...before));
  expect(conditionsOf(back)).toEqual(want.map((text) => text.replace("dropped", "added")));
});
