/** The mends of findings: they say what was meant, and the mended policy has the findings no more. */
import { type PlainStatement, plainPolicy } from "../../../src/iam/document/plain-policy";
import { readPolicyText, readPolicyValue } from "../../../src/iam/document/read-policy";
import { writePolicy } from "../../../src/iam/document/write-policy";
import { fixPolicy, type LintOptions, lintPolicy, lintText } from "../../../src/iam/lint";
import { ARTICLE_AS_PUBLISHED, documentOf, documentWith } from "../policies";

const TODAY = "2026-10-01";
const SOURCE = "arn:aws:s3:::data-lake-snapshot-rds-test-s3";
const TARGET = "arn:aws:s3:::data-lake-test-target-s3";
const glue = (resource: string) => `arn:aws:glue:us-east-1:123456789012:${resource}`;

const codes = (findings: readonly { readonly rule: string }[]) => findings.map(({ rule }) => rule).sort();

/** The mended text of a text, with what the linter says of it before and after. */
function mend(text: string, options: LintOptions = {}) {
  const before = lintText(text, { today: TODAY, ...options });
  const { policies } = readPolicyText(text);
  const { document } = policies[0]!;
  const mended = fixPolicy(document, before);
  const after = writePolicy(mended.policy);
  return { before, after, mended, left: lintText(after, { today: TODAY, ...options }) };
}

describe("the policy of the article", () => {
  const readsOnly = [SOURCE];

  test("its findings with the wiring", () => {
    expect(codes(lintText(ARTICLE_AS_PUBLISHED, { today: TODAY, readsOnly }))).toEqual([
      "malformed-arn",
      "not-json",
      "resource-type-mismatch",
      "write-on-read-only",
    ]);
  });

  test("its findings without", () => {
    const findings = lintText(ARTICLE_AS_PUBLISHED, { today: TODAY });
    expect(codes(findings)).toEqual(["malformed-arn", "not-json", "resource-type-mismatch"]);
    expect(findings.every(({ line, column }) => line !== undefined && column !== undefined)).toBe(true);
  });

  test("its mend with the wiring", () => {
    const { after, left } = mend(ARTICLE_AS_PUBLISHED, { readsOnly });
    expect(JSON.parse(after)).toEqual({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: "s3:ListBucket", Resource: [SOURCE, TARGET] },
        { Effect: "Allow", Action: "s3:GetObject", Resource: `${SOURCE}/*` },
        { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: `${TARGET}/*` },
      ],
    });
    expect(left).toEqual([]);
  });

  test("its mend without", () => {
    expect(JSON.parse(mend(ARTICLE_AS_PUBLISHED).after).Statement).toEqual([
      { Effect: "Allow", Action: "s3:ListBucket", Resource: [SOURCE, TARGET] },
      { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: [`${SOURCE}/*`, `${TARGET}/*`] },
    ]);
  });

  test("the source as an URI of S3", () => {
    const findings = lintText(ARTICLE_AS_PUBLISHED, {
      today: TODAY,
      readsOnly: ["s3://data-lake-snapshot-rds-test-s3"],
    });
    expect(codes(findings)).toContain("write-on-read-only");
  });
});

const allow = (Action: string | readonly string[], Resource: string | readonly string[], rest: object = {}) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...rest,
});

const rows: readonly (readonly [name: string, given: object, ...want: object[]])[] = [
  [
    "a misnomer",
    allow("glue:BatchCreatePartitions", [glue("catalog"), glue("database/a"), glue("table/a/b")]),
    allow("glue:BatchCreatePartition", [glue("catalog"), glue("database/a"), glue("table/a/b")]),
  ],
  [
    "a misnomer of two actions",
    allow(["s3:CopyObject"], "arn:aws:s3:::a/*"),
    allow(["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::a/*"),
  ],
  [
    "ancestors",
    allow("glue:GetTable", glue("table/a/b")),
    allow("glue:GetTable", [glue("table/a/b"), glue("database/a"), glue("catalog")]),
  ],
  [
    "children",
    allow("glue:DeleteDatabase", [glue("catalog"), glue("database/a")]),
    allow("glue:DeleteDatabase", [
      glue("catalog"),
      glue("database/a"),
      glue("table/a/*"),
      glue("userDefinedFunction/a/*"),
    ]),
  ],
  [
    "children, without what they cover",
    allow("glue:DeleteDatabase", [
      glue("catalog"),
      glue("database/a"),
      glue("table/a/tmp_*"),
      glue("userDefinedFunction/a/*"),
    ]),
    allow("glue:DeleteDatabase", [
      glue("catalog"),
      glue("database/a"),
      glue("userDefinedFunction/a/*"),
      glue("table/a/*"),
    ]),
  ],
  [
    "actions that take only *",
    allow(["glue:GetJob", "glue:GetJobs"], glue("job/*"), { Sid: "Jobs" }),
    allow("glue:GetJob", glue("job/*"), { Sid: "Jobs" }),
    allow("glue:GetJobs", "*", { Sid: "Jobs2" }),
  ],
  [
    "objects on a bucket",
    allow(["s3:ListBucket", "s3:GetObject"], "arn:aws:s3:::a"),
    allow("s3:GetObject", "arn:aws:s3:::a/*"),
    allow("s3:ListBucket", "arn:aws:s3:::a"),
  ],
  [
    "a Sid",
    allow("glue:GetJob", glue("job/a"), { Sid: "read-job" }),
    allow("glue:GetJob", glue("job/a"), { Sid: "readjob" }),
  ],
  [
    "a secret",
    allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-east-1:123456789012:secret:glue/jdbc"),
    allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-east-1:123456789012:secret:glue/jdbc-??????"),
  ],
  [
    "a Region in a bucket's ARN",
    allow("s3:GetObject", "arn:aws:s3:us-east-1:123456789012:a/*"),
    allow("s3:GetObject", "arn:aws:s3:::a/*"),
  ],
  [
    "what is there twice or covered",
    allow(["s3:GetObject", "s3:GetObject", "s3:Get*"], ["arn:aws:s3:::a/*", "arn:aws:s3:::a*", "arn:aws:s3:::a*"]),
    allow("s3:Get*", "arn:aws:s3:::a*"),
  ],
  [
    "operators",
    allow("glue:GetTrigger", glue("trigger/a"), {
      Condition: { StringLike: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/a*", "aws:ResourceTag/a": "*" } },
    }),
    allow("glue:GetTrigger", glue("trigger/a"), {
      Condition: {
        ArnLike: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/a*" },
        Null: { "aws:ResourceTag/a": "false" },
      },
    }),
  ],
];

test.each(rows.map(([name, given, ...want]) => ({ name, given, want })))("mends $name", ({ given, want }) => {
  const { after, left } = mend(JSON.stringify({ Version: "2012-10-17", Statement: [given] }));
  expect(JSON.parse(after).Statement).toEqual(want);
  expect(left).toEqual([]);
});

const untouched: readonly (readonly [name: string, statement: object])[] = [
  ["a guess at a name", allow("glue:GetTabelz", "*")],
  ["a Region that is missing", allow("glue:GetJob", "arn:aws:glue::123456789012:job/a")],
  [
    "ancestors under a condition",
    allow("glue:GetTable", glue("table/a/b"), { Condition: { StringEquals: { "aws:RequestedRegion": "us-east-1" } } }),
  ],
  ["an alias of a key", allow("kms:Decrypt", "arn:aws:kms:us-east-1:123456789012:alias/a")],
  ["what is too broad", allow("s3:*", "*")],
];

test.each(untouched)("leaves alone %s", (_, statement) => {
  const document = documentOf({ Version: "2012-10-17", Statement: [statement] });
  const findings = lintPolicy(document, { today: TODAY });
  expect(findings.length).toBeGreaterThan(0);
  expect(fixPolicy(document, findings).policy).toEqual(plainPolicy(document));
});

test("the version is added", () => {
  const { after, left } = mend(JSON.stringify({ Statement: [allow("glue:GetJob", glue("job/a"))] }));
  expect(JSON.parse(after).Version).toBe("2012-10-17");
  expect(left).toEqual([]);
});

test("a trust policy loses its resource", () => {
  const Principal = { Service: "glue.amazonaws.com" };
  const { after } = mend(
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal, Action: "sts:AssumeRole", Resource: "*" }],
    }),
  );
  expect(JSON.parse(after).Statement).toEqual([{ Effect: "Allow", Principal, Action: "sts:AssumeRole" }]);
});

test("only the rules that are asked for", () => {
  const statement: PlainStatement = {
    Sid: "a-b",
    Effect: "Allow",
    Action: "glue:GetTable",
    Resource: glue("table/a/b"),
  };
  const document = documentOf({ Statement: [statement] });
  const { policy, mended } = fixPolicy(document, lintPolicy(document), { rules: ["invalid-sid"] });
  expect(policy).toMatchObject({ Statement: [{ Sid: "ab", Resource: [glue("table/a/b")] }] });
  expect(codes(mended)).toEqual(["invalid-sid"]);
});

test("what cannot be written is told", () => {
  const { policies } = readPolicyValue({
    Version: "2012-10-17",
    Statement: [{ ...allow("glue:GetJob", glue("job/a")), Comment: "x" }],
  });
  const { document } = policies[0]!;
  expect(fixPolicy(document, lintPolicy(document)).lost).toMatchObject([{ element: "Comment" }]);
});

describe("what only writes to what is read", () => {
  const table = [glue("catalog"), glue("database/a"), glue("table/a/b")];
  const fix = (readsOnly: string, ...statements: readonly object[]) => {
    const document = documentWith(...statements);
    return fixPolicy(document, lintPolicy(document, { readsOnly: [readsOnly] })).policy.Statement;
  };

  test("loses an action to which nothing is left that it needs", () => {
    const given = allow(["glue:GetTable", "glue:UpdateTable"], table);
    expect(fix(glue("table/a/b"), given)).toEqual([allow(["glue:GetTable"], table)]);
  });

  test("keeps one that another resource of its kind needs", () => {
    const given = allow(["glue:GetTable", "glue:UpdateTable"], [...table, glue("table/a/c")]);
    expect(fix(glue("table/a/b"), given)).toEqual([
      allow(["glue:GetTable", "glue:UpdateTable"], [glue("catalog"), glue("database/a"), glue("table/a/c")]),
      allow(["glue:GetTable"], [glue("table/a/b")]),
    ]);
  });

  test("leaves no object's action on a bucket", () => {
    const given = allow(["s3:ListBucket", "s3:DeleteObject"], ["arn:aws:s3:::a", "arn:aws:s3:::a/*"]);
    expect(fix("s3://a", given)).toEqual([allow(["s3:ListBucket"], ["arn:aws:s3:::a", "arn:aws:s3:::a/*"])]);
  });
});

describe("what is mistyped by one letter", () => {
  const fixed = (statement: object) => {
    const { after, left } = mend(JSON.stringify({ Version: "2012-10-17", Statement: [statement] }));
    return { statement: JSON.parse(after).Statement[0], left: codes(left) };
  };
  const OBJECTS = "arn:aws:s3:::a/*";

  test.each([
    ["an action", allow("s3:GetObjet", OBJECTS), allow("s3:GetObject", OBJECTS)],
    ["a swap", allow(["sqs:SendMessgae"], "arn:aws:sqs:us-east-1:123456789012:a"), { Action: "sqs:SendMessage" }],
    ["an effect in lower case", { ...allow("s3:GetObject", OBJECTS), Effect: "allow" }, { Effect: "Allow" }],
    ["an effect", { ...allow("s3:GetObject", OBJECTS), Effect: "Dney" }, { Effect: "Deny" }],
    [
      "an operator",
      allow("s3:GetObject", OBJECTS, { Condition: { StringEqual: { "aws:RequestedRegion": "us-east-1" } } }),
      { Condition: { StringEquals: { "aws:RequestedRegion": "us-east-1" } } },
    ],
    [
      "an operator with a prefix and a suffix",
      allow("s3:GetObject", OBJECTS, {
        Condition: { "ForAnyValue:StringLikesIfExists": { "aws:CalledVia": "athena.amazonaws.com" } },
      }),
      { Condition: { "ForAnyValue:StringLikeIfExists": { "aws:CalledVia": "athena.amazonaws.com" } } },
    ],
  ])("%s", (_name, given, want) => {
    const { statement, left } = fixed(given);
    expect(statement).toMatchObject(want);
    expect(left).toEqual([]);
  });

  test.each([
    ["two actions are as near", allow("glue:GetTablez", glue("table/a/b")), "unknown-action"],
    ["a letter leads from reading to writing", allow("elasticloadbalancing:GetSecurityGroups", "*"), "unknown-action"],
    ["an effect that is another word", { ...allow("s3:GetObject", OBJECTS), Effect: "Permit" }, "invalid-effect"],
    [
      "an operator that is another word",
      allow("s3:GetObject", OBJECTS, { Condition: { Equals: { "aws:RequestedRegion": "us-east-1" } } }),
      "invalid-operator",
    ],
  ])("not where %s", (_name, given, code) => {
    const { statement, left } = fixed(given);
    expect(statement).toEqual(given);
    expect(left).toContain(code);
  });
});
