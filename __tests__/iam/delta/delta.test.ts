/** What changes in permissions, and above all what does not. */
import {
  type AccessCondition,
  type CannotTell,
  type Delta,
  givesMore,
  isEmptyDelta,
  isUncertain,
  type PrincipalPolicies,
  permissionDelta,
  takesSome,
} from "../../../src/iam/delta";
import { allow, identity, mirror, named, plain, type TestStatement } from "./delta-support";

const RAW = "arn:aws:s3:::raw/*";
const OUT = "arn:aws:s3:::out/*";
const TABLE = "arn:aws:glue:eu-west-1:111111111111:table/sales/orders";
const TABLES = "arn:aws:glue:eu-west-1:111111111111:table/sales/*";

const read = allow("s3:GetObject", RAW);
const ssl = { Bool: { "aws:SecureTransport": "true" } };

type Side = readonly TestStatement[] | PrincipalPolicies;

function policies(side: Side): PrincipalPolicies {
  return "documents" in side ? side : identity(...side);
}

function deltaOf(before: Side, after: Side): Delta {
  return permissionDelta(policies(before), policies(after));
}

const harmless: readonly (readonly [what: string, before: Side, after: Side])[] = [
  ["a renamed Sid", [{ ...read, Sid: "A" }], [{ ...read, Sid: "B" }]],
  ["another order", [read, allow("s3:PutObject", OUT)], [allow("s3:PutObject", OUT), read]],
  ["the case of an action", [read], [allow("S3:getobject", RAW)]],
  ["a list of one", [read], [allow(["s3:GetObject"], [RAW])]],
  ["a split statement", [allow(["s3:GetObject", "s3:PutObject"], [RAW, OUT])], split()],
  [
    "a statement that moves to another document",
    { documents: [named("a", "identity", read, allow("s3:PutObject", OUT)), named("b", "identity")] },
    { documents: [named("a", "identity", read), named("b", "identity", allow("s3:PutObject", OUT))] },
  ],
  ["an action that a wildcard covers", [allow("s3:Get*", RAW)], [allow(["s3:Get*", "s3:GetObject"], RAW)]],
  ["a resource that is covered", [allow("s3:GetObject", "*")], [allow("s3:GetObject", ["*", RAW])]],
  [
    "a resource that another wildcard covers",
    [allow("glue:GetTable", TABLES)],
    [allow("glue:GetTable", [TABLE, TABLES])],
  ],
  ["several stars", [allow("s3:Get*", RAW)], [allow("s3:Get**", "arn:aws:s3:::raw/**")]],
  ["the same statement under a condition", [read], [read, { ...read, Condition: ssl }]],
  [
    "fewer values where more are allowed",
    [{ ...read, Condition: { StringLike: { "aws:userid": ["a*", "b"] } } }],
    [
      { ...read, Condition: { StringLike: { "aws:userid": ["a*", "b"] } } },
      { ...read, Condition: { StringEquals: { "aws:userid": "abc" } } },
    ],
  ],
  [
    "something that is denied anyway",
    [{ ...allow("s3:*", "*"), Effect: "Deny" }],
    [{ ...allow("s3:*", "*"), Effect: "Deny" }, read],
  ],
  [
    "NotAction in another order",
    [{ NotAction: ["iam:*", "s3:*"], Resource: "*" }],
    [{ NotAction: ["S3:*", "iam:*"], Resource: "*" }],
  ],
  ["what NotAction holds", [{ NotAction: ["iam:*"], Resource: "*" }], [{ NotAction: ["iam:*"], Resource: "*" }, read]],
  [
    "a variable",
    [allow("s3:GetObject", "arn:aws:s3:::home/*")],
    [allow("s3:GetObject", ["arn:aws:s3:::home/*", "arn:aws:s3:::home/${aws:username}/*"])],
  ],
  [
    "a bucket that is not known yet",
    [allow("s3:GetObject", "arn:aws:s3:::*")],
    [allow("s3:GetObject", ["arn:aws:s3:::*", "${aws_s3_bucket.raw.arn}/*"])],
  ],
  ["the text of what cannot be read", unknown("p", "1"), unknown("p", "1")],
];

function split(): readonly TestStatement[] {
  return ["s3:PutObject", "s3:GetObject"].flatMap((action) => [allow(action, OUT), allow([action], [RAW])]);
}

function unknown(name: string, version?: string): PrincipalPolicies {
  return { documents: [{ name, layer: "identity", version }] };
}

test.each(harmless)("no change: %s", (_, before, after) => {
  expect(deltaOf(before, after)).toEqual(deltaOf([], []));
  expect(isEmptyDelta(deltaOf(before, after))).toBe(true);
});

/** As it was written, so that a key in another case is seen. */
function conditionText({ operator, key, values }: AccessCondition): string {
  return `${operator} ${key} ${JSON.stringify(values)}`;
}

function unclear({ allows, statement, from }: CannotTell): string {
  if (allows === undefined) return statement ?? from.document;
  const on = allows.resources.length > 0 ? ` on ${allows.resources.join(", ")}` : "";
  const whom = allows.principals.length > 0 ? ` for ${allows.principals.join(", ")}` : "";
  const where = allows.conditions.length > 0 ? ` where ${allows.conditions.map(conditionText).join(" and ")}` : "";
  return `Allow ${allows.actions.join(" ")}${on}${whom}${where}`;
}

/** What stands in a part of the delta, in short. */
function short(delta: Delta): readonly string[] {
  const rows: string[] = [];
  const list = (texts: readonly string[]) => texts.join(" ");
  for (const one of delta.gained)
    rows.push(`gained ${list(one.actions)} on ${list(one.resources)}${one.onlyFuture ? " later" : ""}`);
  for (const one of delta.lost)
    rows.push(`lost ${list(one.actions)} on ${list(one.resources)}${one.onlyFuture ? " later" : ""}`);
  for (const one of delta.rescoped)
    rows.push(`${one.direction} ${list(one.actions)}: ${list(one.before)} -> ${list(one.after)}`);
  for (const one of delta.conditions) {
    const sets = (given: typeof one.before) => given.map((set) => set.map(conditionText).join()).join(" or ");
    rows.push(`condition ${one.direction} ${list(one.actions)}: ${sets(one.before)} -> ${sets(one.after)}`);
  }
  for (const one of delta.denies) rows.push(`deny ${one.direction} ${list(one.actions)} on ${list(one.resources)}`);
  if (delta.boundary !== undefined) rows.push(`boundary ${delta.boundary.direction}`);
  for (const one of delta.cannotTell) rows.push(`cannot tell ${one.side}: ${unclear(one)}`);
  for (const one of delta.withoutEffect)
    rows.push(`idle ${one.direction} ${list(one.actions)} on ${list(one.resources)}`);
  return rows;
}

const changes: readonly (readonly [what: string, before: Side, after: Side, want: readonly string[]])[] = [
  ["a new action", [read], [allow(["s3:GetObject", "s3:PutObject"], RAW)], [`gained s3:PutObject on ${RAW}`]],
  ["a new resource", [read], [allow("s3:GetObject", [RAW, OUT])], [`gained s3:GetObject on ${OUT}`]],
  [
    "a wider resource",
    [allow("glue:GetTable", TABLE)],
    [allow("glue:GetTable", TABLES)],
    [`wider glue:GetTable: ${TABLE} -> ${TABLES}`],
  ],
  [
    "a narrower resource",
    [allow("glue:GetTable", "*")],
    [allow("glue:GetTable", TABLE)],
    [`narrower glue:GetTable: * -> ${TABLE}`],
  ],
  ["another resource", [read], [allow("s3:GetObject", OUT)], [`other s3:GetObject: ${RAW} -> ${OUT}`]],
  [
    "a wildcard over all that is there today",
    [allow(["databrew:StartJobRun", "databrew:StartProjectSession"], "*")],
    [allow("databrew:Start*", "*")],
    ["gained databrew:Start* on * later"],
  ],
  [
    "a wildcard of which a part was there",
    [allow("databrew:StartJobRun", "*")],
    [allow("databrew:start*", "*")],
    ["gained databrew:StartProjectSession on *"],
  ],
  ["a wildcard of which nothing was there", [read], [read, allow("glue:get*", "*")], ["gained glue:Get* on *"]],
  [
    "a condition dropped",
    [{ ...read, Condition: ssl }],
    [read],
    ['condition dropped s3:GetObject: Bool aws:SecureTransport ["true"] -> '],
  ],
  [
    "a condition added",
    [read],
    [{ ...read, Condition: ssl }],
    ['condition added s3:GetObject:  -> Bool aws:SecureTransport ["true"]'],
  ],
  [
    "one more value",
    [{ ...read, Condition: { StringEquals: { "aws:userid": "a" } } }],
    [{ ...read, Condition: { StringEquals: { "aws:userid": ["a", "b"] } } }],
    ['condition dropped s3:GetObject: StringEquals aws:userid ["a"] -> StringEquals aws:userid ["a","b"]'],
  ],
  [
    "another condition",
    [{ ...read, Condition: { StringEquals: { "aws:userid": "a" } } }],
    [{ ...read, Condition: { StringEquals: { "aws:userid": "b" } } }],
    ['condition changed s3:GetObject: StringEquals aws:userid ["a"] -> StringEquals aws:userid ["b"]'],
  ],
  ["a Deny that is gone", [{ ...read, Effect: "Deny" }], [], [`deny removed s3:GetObject on ${RAW}`]],
  [
    "a Deny with NotAction that is gone",
    [{ Effect: "Deny", NotAction: "iam:*", Resource: "*" }],
    [],
    ['deny removed NotAction ["iam:*"] on *'],
  ],
  [
    "a Deny that denies less",
    [{ ...allow("s3:*", "*"), Effect: "Deny" }],
    [{ ...allow("s3:*", RAW), Effect: "Deny" }],
    ["deny removed s3:* on *"],
  ],
  ["NotAction", [], [{ NotAction: "iam:*", Resource: "*" }], ['cannot tell after: Allow NotAction ["iam:*"] on *']],
  [
    "NotResource",
    [],
    [{ Action: "s3:GetObject", NotResource: RAW }],
    [`cannot tell after: Allow s3:GetObject on NotResource ["${RAW}"]`],
  ],
  [
    "a document outside of the plan",
    [],
    unknown("arn:aws:iam::111111111111:policy/x"),
    ["cannot tell after: arn:aws:iam::111111111111:policy/x"],
  ],
  [
    "a document that cannot be read, and changes",
    unknown("p", "1"),
    unknown("p", "2"),
    ["cannot tell before: p", "cannot tell after: p"],
  ],
  [
    "an action on what it does not work on",
    [],
    [allow("s3:GetObject", "arn:aws:s3:::raw")],
    ["idle gained s3:GetObject on arn:aws:s3:::raw"],
  ],
  [
    "a bucket and its objects, apart",
    [allow(["s3:ListBucket", "s3:GetObject"], ["arn:aws:s3:::raw", RAW])],
    [read, allow("s3:ListBucket", "arn:aws:s3:::raw")],
    [`idle lost s3:GetObject on arn:aws:s3:::raw`, `idle lost s3:ListBucket on ${RAW}`],
  ],
  [
    "a resource that is not known yet",
    [read],
    [allow("s3:GetObject", "${aws_s3_bucket.raw.arn}/*")],
    [`other s3:GetObject: ${RAW} -> \${aws_s3_bucket.raw.arn}/*`],
  ],
  [
    "two resources that are not known yet",
    [allow("s3:GetObject", "${a}")],
    [allow("s3:GetObject", ["${a}", "${b}"])],
    ["gained s3:GetObject on ${b}"],
  ],
  [
    "an action that is not known yet",
    [],
    [allow("${var.action}", "*")],
    ["cannot tell after: Allow ${var.action} on *"],
  ],
  [
    "an effect that is none",
    [],
    [{ ...read, Effect: "Permit" as "Allow" }],
    [`cannot tell after: {"Effect":"Permit","Action":["s3:GetObject"],"Resource":["${RAW}"]}`],
  ],
  [
    "question marks against what is not known",
    [allow("s3:GetObject", "arn:aws:s3:::a/????")],
    [allow("s3:GetObject", "arn:aws:s3:::a/${x}")],
    ["other s3:GetObject: arn:aws:s3:::a/???? -> arn:aws:s3:::a/${x}"],
  ],
];

test.each(changes)("a change: %s", (_, before, after, want) => {
  expect(short(deltaOf(before, after))).toEqual(want);
  expect(plain(deltaOf(after, before))).toEqual(plain(mirror(deltaOf(before, after))));
});

test("a boundary taken off, put on, and changed", () => {
  const bounded = (...statements: readonly TestStatement[]) => ({
    documents: [named("limit", "boundary", ...statements), named("policy", "identity", read)],
  });
  const free = identity(read);
  expect(short(deltaOf(bounded(read), free))).toEqual(["boundary removed"]);
  expect(givesMore(deltaOf(bounded(read), free))).toBe(true);
  expect(short(deltaOf(free, bounded(read)))).toEqual(["boundary added"]);
  expect(givesMore(deltaOf(free, bounded(read)))).toBe(false);
  expect(takesSome(deltaOf(free, bounded(read)))).toBe(true);
  expect(deltaOf(bounded(read), bounded(read, allow("s3:PutObject", OUT))).gained).toMatchObject([
    { layer: "boundary", actions: ["s3:PutObject"] },
  ]);
});

test("trust and resource policies tell whom they let in", () => {
  const trust = (AWS: string | string[]) => ({
    documents: [named("role", "trust", { Principal: { AWS }, Action: "sts:AssumeRole" })],
  });
  const root = "arn:aws:iam::111111111111:root";
  const { gained, lost } = deltaOf(trust(root), trust(["111111111111", "arn:aws:iam::222222222222:role/x"]));
  expect(gained).toMatchObject([
    { layer: "trust", principals: ["AWS arn:aws:iam::222222222222:role/x"], resources: [] },
  ]);
  expect(lost).toEqual([]);
  expect(deltaOf(trust("*"), trust(["*", root]))).toEqual(deltaOf([], []));
});

test("where it comes from", () => {
  const [gained] = deltaOf([], [{ ...read, Sid: "Read" }]).gained;
  expect(gained).toEqual({
    layer: "identity",
    actions: ["s3:GetObject"],
    resources: [RAW],
    principals: [],
    conditions: [],
    from: [{ document: "policy", sid: "Read" }],
    wildcards: [],
    onlyFuture: false,
  });
  expect(deltaOf([allow("databrew:StartJobRun", "*")], [allow("databrew:Start*", "*")]).gained[0]?.wildcards).toEqual([
    "databrew:Start*",
  ]);
});

test("a Deny under a condition hides nothing", () => {
  const deny: TestStatement = { ...allow("s3:*", "*"), Effect: "Deny", Condition: ssl };
  expect(short(deltaOf([deny], [deny, read]))).toEqual([`gained s3:GetObject on ${RAW}`]);
});

test("a wildcard of which much is new is told as it stands", () => {
  const [gained, ...rest] = deltaOf([allow("glue:GetTable", "*")], [allow("glue:*", "*")]).gained;
  expect(rest).toEqual([]);
  expect(gained).toMatchObject({ actions: ["glue:*"], partly: true });
});

test("what a wider statement gives is not told once more", () => {
  const wide = [allow("*", "*"), allow("s3:*", RAW), { ...read, Condition: ssl }];
  expect(short(deltaOf([], wide))).toEqual(["gained * on *"]);
  expect(short(deltaOf(wide, []))).toEqual(["lost * on *"]);
});

test("of two statements whose conditions mean the same one is told", () => {
  const from = (...vpcs: readonly string[]) => ({ ...read, Condition: { StringLike: { "aws:SourceVpc": vpcs } } });
  const alike = [from("vpc-*"), from("vpc-*", "vpc-1")];
  for (const given of [alike, [...alike].reverse()]) {
    expect(deltaOf([], given).gained).toHaveLength(1);
    expect(deltaOf(given, []).lost).toHaveLength(1);
  }
});

test("a Deny of what AWS may add later is told without the parts that stay denied", () => {
  const wide = { Effect: "Deny", Action: "databrew:Start*", Resource: "*" } as const;
  const each = { ...wide, Action: ["databrew:StartJobRun", "databrew:StartProjectSession"] };
  const [removed, ...rest] = deltaOf([allow("*", "*"), wide], [allow("*", "*"), each]).denies;
  expect(rest).toEqual([]);
  expect(removed).toMatchObject({ direction: "removed", actions: ["databrew:Start*"], onlyFuture: true });
  expect(removed).not.toHaveProperty("parts");
});

test("what cannot be told is never safe", () => {
  expect(isUncertain(deltaOf([], [{ NotAction: "iam:*", Resource: "*" }]))).toBe(true);
  expect(isUncertain(deltaOf(unknown("p"), []))).toBe(true);
  expect(isUncertain(deltaOf([{ NotAction: "iam:*", Resource: "*" }], []))).toBe(false);
});

test("a principal with more than can be compared", () => {
  const numbers = Array.from({ length: 700 }, (_, index) => String(index));
  const large = [
    allow(
      numbers.map((n) => `s3:Get${n}`),
      numbers.map((n) => `arn:aws:s3:::b${n}/*`),
    ),
  ];
  expect(short(deltaOf([], large))).toEqual(["cannot tell before: policy", "cannot tell after: policy"]);
  expect(isUncertain(deltaOf([], large))).toBe(true);
  expect(isEmptyDelta(deltaOf(large, large))).toBe(true);
});

test("what AWS may add later is gained, whatever the condition is under which it was allowed", () => {
  const each = ["execute-api:InvalidateCache", "execute-api:Invoke", "execute-api:ManageConnections"];
  const limited = { ...allow("execute-api:*", "*"), Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } };
  const delta = deltaOf([allow(each, "*"), limited], [allow("execute-api:*", "*")]);
  expect(short(delta)).toEqual(["gained execute-api:* on * later"]);
  expect(short(deltaOf([limited], [allow("execute-api:*", "*")]))).toEqual([
    'condition dropped execute-api:*: Bool aws:MultiFactorAuthPresent ["true"] -> ',
  ]);
});
