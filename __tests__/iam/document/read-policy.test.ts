/** Reads texts as policies: elements with their places, issues of elements, types. */
import { operatorName, parseOperator } from "../../../src/iam/document/condition-operator";
import type { Located, PolicyDocument } from "../../../src/iam/document/policy";
import { readPolicyText, readPolicyValue } from "../../../src/iam/document/read-policy";
import { growth, PROPORTIONAL } from "../../growth";
import { ARTICLE, ARTICLE_AS_PUBLISHED, documentOf, documentWith } from "../policies";

const values = <T>(list: readonly Located<T>[] | undefined) => list?.map(({ value }) => value);

/** The issues of elements anywhere in a document: kind, element and pointer. */
const issuesIn = (document: PolicyDocument) =>
  [document, ...document.statements]
    .flatMap(({ issues }) => issues)
    .map(({ kind, element, pointer }) => `${kind} ${element} ${pointer}`);

const ALLOW = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };

describe("a policy", () => {
  const text = `{
  "Version": "2012-10-17",
  "Id": "one",
  "Statement": {
    "Sid": "Read",
    "Effect": "Allow",
    "Principal": { "Service": "glue.amazonaws.com", "AWS": ["111111111111", "*"] },
    "Action": "s3:GetObject",
    "NotResource": ["a", "b"],
    "Condition": { "ForAnyValue:StringLikeIfExists": { "aws:ResourceTag/team": ["x", 5, true] } }
  }
}`;
  const document = documentOf(text);
  const [statement] = document.statements;

  test("has its elements with their places", () => {
    expect(document.version).toEqual({ value: "2012-10-17", pointer: "/Version", line: 2, column: 14 });
    expect(document.id).toMatchObject({ value: "one", pointer: "/Id" });
    expect(statement).toMatchObject({ index: 0, pointer: "/Statement", line: 4, column: 16 });
    expect(statement?.sid).toMatchObject({ value: "Read", pointer: "/Statement/Sid" });
    expect(statement?.effect).toMatchObject({ value: "Allow", line: 6, column: 15 });
    expect(statement?.actions).toEqual([{ value: "s3:GetObject", pointer: "/Statement/Action", line: 8, column: 15 }]);
    expect(statement?.notResources?.[1]).toEqual({
      value: "b",
      pointer: "/Statement/NotResource/1",
      line: 9,
      column: 26,
    });
    expect([statement?.resources, statement?.notActions, statement?.notPrincipals]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(issuesIn(document)).toEqual([]);
  });

  test("has its principals by kind, and everyone as the kind `*`", () => {
    const kinds = statement?.principals?.map(({ kind, values: list }) => [kind, values(list)]);
    expect(kinds).toEqual([
      ["Service", ["glue.amazonaws.com"]],
      ["AWS", ["111111111111", "*"]],
    ]);
    expect(statement?.principals?.[1]).toMatchObject({ pointer: "/Statement/Principal/AWS", line: 7, column: 53 });
    const everyone = documentWith({ ...ALLOW, Principal: "*" }).statements[0]?.principals;
    expect(everyone).toEqual([
      {
        kind: "*",
        values: [{ value: "*", pointer: "/Statement/0/Principal" }],
        pointer: "/Statement/0/Principal",
      },
    ]);
  });

  test("has its conditions taken apart", () => {
    expect(statement?.conditions).toHaveLength(1);
    expect(statement?.conditions[0]).toMatchObject({
      operator: "StringLike",
      set: "ForAnyValue",
      ifExists: true,
      key: "aws:ResourceTag/team",
      pointer: "/Statement/Condition/ForAnyValue:StringLikeIfExists/aws:ResourceTag~1team",
      line: 10,
      column: 56,
    });
    expect(values(statement?.conditions[0]?.values)).toEqual(["x", 5, true]);
  });

  test("has the size that AWS counts", () => {
    expect(document.size).toBe(JSON.stringify(JSON.parse(text)).length);
    expect(documentOf(JSON.parse(text)).size).toBe(document.size);
  });

  test("in memory has pointers only", () => {
    const { version, statements } = documentOf(JSON.parse(text));
    expect(version).toEqual({ value: "2012-10-17", pointer: "/Version" });
    expect(statements[0]?.effect).toEqual({ value: "Allow", pointer: "/Statement/Effect" });
  });
});

describe("condition operators", () => {
  test.each([
    ["StringEquals", { operator: "StringEquals", ifExists: false }],
    ["StringEqualsIfExists", { operator: "StringEquals", ifExists: true }],
    ["ForAllValues:ArnLike", { operator: "ArnLike", set: "ForAllValues", ifExists: false }],
    ["NullIfExists", { operator: "Null", ifExists: true }],
    ["Foo", { operator: "Foo", ifExists: false }],
    ["forallvalues:stringlike", { operator: "forallvalues:stringlike", ifExists: false }],
    ["IfExists", { operator: "IfExists", ifExists: false }],
    ["ForAnyValue:", { operator: "ForAnyValue:", ifExists: false }],
    ["", { operator: "", ifExists: false }],
  ])("%j", (name, parts) => {
    expect(parseOperator(name)).toEqual(parts);
    expect(operatorName(parseOperator(name))).toBe(name);
  });
});

describe("the issues of elements", () => {
  const cases: readonly (readonly [what: string, policy: object, issues: readonly string[]])[] = [
    [
      "unknown elements",
      { Statement: [{ ...ALLOW, Resources: "*" }], Foo: 1 },
      ["unknown Foo /Foo", "unknown Resources /Statement/0/Resources"],
    ],
    [
      "another case",
      { version: "2012-10-17", Statement: [{ ...ALLOW, sid: "A" }] },
      ["wrong-case Version /version", "wrong-case Sid /Statement/0/sid"],
    ],
    ["both cases", { Statement: [{ ...ALLOW, resource: "a" }] }, ["duplicate Resource /Statement/0/resource"]],
    [
      "both cases, turned round",
      { Statement: [{ resource: "a", ...ALLOW }] },
      ["duplicate Resource /Statement/0/resource"],
    ],
    [
      "two wrong cases",
      { Statement: [{ Effect: "Allow", action: "a", ACTION: "b" }] },
      ["duplicate Action /Statement/0/action", "wrong-case Action /Statement/0/ACTION"],
    ],
    [
      "wrong types",
      { Version: 2012, Statement: [{ Sid: 1, Effect: ["Allow"], Action: 5, Resource: ["a", null, ["b"]] }] },
      [
        "wrong-type Version /Version",
        "wrong-type Sid /Statement/0/Sid",
        "wrong-type Effect /Statement/0/Effect",
        "wrong-type Action /Statement/0/Action",
        "wrong-type Resource /Statement/0/Resource/1",
        "wrong-type Resource /Statement/0/Resource/2",
      ],
    ],
    [
      "statements that are none",
      { Statement: ["x", ALLOW, [ALLOW]] },
      ["wrong-type Statement /Statement/0", "wrong-type Statement /Statement/2"],
    ],
    ["a Statement that is none", { Statement: "x" }, ["wrong-type Statement /Statement"]],
    [
      "principals",
      {
        Statement: [
          { ...ALLOW, Principal: "arn:aws:iam::111111111111:root" },
          { ...ALLOW, NotPrincipal: { AWS: [1] } },
        ],
      },
      ["wrong-type Principal /Statement/0/Principal", "wrong-type NotPrincipal /Statement/1/NotPrincipal/AWS/0"],
    ],
    [
      "conditions",
      {
        Statement: [
          { ...ALLOW, Condition: { Bool: "x", StringEquals: { k: [{}, "v"] } } },
          { ...ALLOW, Condition: [] },
        ],
      },
      [
        "wrong-type Condition /Statement/0/Condition/Bool",
        "wrong-type Condition /Statement/0/Condition/StringEquals/k/0",
        "wrong-type Condition /Statement/1/Condition",
      ],
    ],
  ];

  test.each(cases)("%s", (_, policy, issues) => {
    expect([...issuesIn(documentOf(policy))].sort()).toEqual([...issues].sort());
  });

  test("tells what to write", () => {
    const { issues } = documentWith({ ...ALLOW, resource: "a", Actoin: "b", Sid: 5 }).statements[0]!;
    expect(issues.map(({ parts, ...issue }) => issue)).toEqual([
      {
        kind: "duplicate",
        element: "Resource",
        reason: "`resource` and `Resource` are the same element, and only `Resource` is read",
        hint: "write `Resource` once",
        pointer: "/Statement/0/resource",
      },
      {
        kind: "unknown",
        element: "Actoin",
        reason: "there is no such element here",
        hint: "did you mean `Action`?",
        pointer: "/Statement/0/Actoin",
      },
      {
        kind: "wrong-type",
        element: "Sid",
        reason: "a string is expected, not a number",
        pointer: "/Statement/0/Sid",
      },
    ]);
    expect(issues[0]?.parts).toEqual([
      { value: "resource" },
      " and ",
      { value: "Resource" },
      " are the same element, and only ",
      { value: "Resource" },
      " is read",
    ]);
  });

  test.each([
    [{ Statement: "x" }, "a list of statements is expected, not a string"],
    [{ Statement: ["x", ALLOW] }, "a statement, which is an object, is expected, not a string"],
    [{ Statement: 5 }, "a list of statements is expected, not a number"],
  ])("says what stands in place of a statement: %j", (policy, reason) => {
    expect(documentOf(policy).issues.map((issue) => issue.reason)).toEqual([reason]);
  });

  test("another case is read as meant; a list of a wrong type is there and empty", () => {
    const [statement] = documentWith({ effect: "Allow", ACTION: ["a"], Resource: 5 }).statements;
    expect([statement?.effect?.value, values(statement?.actions), statement?.resources]).toEqual(["Allow", ["a"], []]);
  });

  test("statements keep their place in the list", () => {
    const { statements } = documentOf({ Statement: [1, ALLOW] });
    expect(statements.map(({ index, pointer }) => [index, pointer])).toEqual([[1, "/Statement/1"]]);
  });
});

describe("the article's policy with curly quotes", () => {
  test("is one problem, and is read as meant", () => {
    const { policies, problems } = readPolicyText(ARTICLE_AS_PUBLISHED);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: "not-json", kind: "curly-quotes", line: 1, column: 2 });
    expect(problems[0]?.message).toContain("U+201C \u201c, U+201D \u201d");
    expect(policies.map(({ document }) => document)).toEqual([documentOf(ARTICLE)]);
  });
});

describe("the type", () => {
  const trust = { Effect: "Allow", Principal: { Service: "glue.amazonaws.com" }, Action: "sts:AssumeRole" };
  const cases: readonly (readonly [what: string, type: string, statements: readonly object[]])[] = [
    ["no principal", "identity", [ALLOW]],
    ["sts:AssumeRole without a principal", "identity", [{ ...ALLOW, Action: "sts:AssumeRole" }]],
    ["sts:AssumeRole and a principal", "trust", [trust]],
    ["other actions of STS too", "trust", [{ ...trust, Action: ["STS:AssumeRoleWithSAML", "sts:TagSession"] }]],
    ["a Resource by mistake", "trust", [{ ...trust, Resource: "*" }]],
    ["a principal", "resource", [{ ...ALLOW, Principal: "*" }]],
    ["a NotPrincipal", "resource", [{ ...ALLOW, NotPrincipal: { AWS: "1" } }]],
    ["other actions", "resource", [trust, { ...ALLOW, Principal: "*" }]],
    ["no statements", "identity", []],
  ];

  test.each(cases)("%s: %s", (_, type, statements) => {
    expect(documentWith(...statements).type).toBe(type);
  });

  test("is what the caller says", () => {
    expect(documentOf({ Statement: [trust] }, "resource").type).toBe("resource");
    expect(
      readPolicyValue({ AssumeRolePolicyDocument: { Statement: [] } }, { type: "identity" }).policies[0],
    ).toMatchObject({
      document: { type: "identity" },
    });
  });
});

describe("hostile policies", () => {
  const shapes: readonly (readonly [string, (size: number) => string])[] = [
    [
      "statements",
      (size) => `{"Statement":[${'{"Effect":"Allow","Action":["a","b"],"Resource":"*"},'.repeat(size)}{}]}`,
    ],
    ["actions", (size) => JSON.stringify({ Statement: { Action: Array(size * 4).fill("s3:*") } })],
    ["unknown elements", (size) => `{"Statement":{${Array.from({ length: size }, (_, i) => `"k${i}":1`).join()}}}`],
    ["wrong types", (size) => `{"Statement":[${"5,".repeat(size)}5]}`],
    ["texts", (size) => JSON.stringify(Array(size).fill('{"Statement":[]}'))],
    ["a long key", (size) => `{"${"k".repeat(8 * size)}":[${'{"Statement":[{"Sid":"a"}]},'.repeat(size / 2)}0]}`],
  ];

  test.each(shapes)("twice the input takes twice the time: %s", (_, shape) => {
    expect(growth(shape, readPolicyText, 4_000)).toBeLessThan(PROPORTIONAL);
  });

  test("NUL, lone surrogates and a million stars are text", () => {
    const action = `s3:\u0000\ud800${"*".repeat(1_000_000)}`;
    expect(values(documentWith({ Action: action }).statements[0]?.actions)).toEqual([action]);
  });
});

describe("functions of CloudFormation", () => {
  const read = (statement: object) =>
    documentWith({ Effect: "Allow", Action: "s3:GetObject", ...statement }).statements;
  const given: readonly (readonly [Resource: unknown, want: readonly string[]])[] = [
    [{ "Fn::Sub": "arn:aws:s3:::${Raw}/${!aws:username}/*" }, ["arn:aws:s3:::${Raw}/${aws:username}/*"]],
    [{ "Fn::Sub": ["${Raw}/*", { Raw: { Ref: "Raw" } }] }, ["${Raw}/*"]],
    [
      [{ "Fn::GetAtt": ["Raw", "Arn"] }, { "Fn::GetAtt": "Raw.Arn" }],
      ["${Raw.Arn}", "${Raw.Arn}"],
    ],
    [{ "Fn::Join": ["", ["arn:", { Ref: "AWS::Partition" }, ":s3:::a/*"]] }, ["arn:${AWS::Partition}:s3:::a/*"]],
    [{ "Fn::ImportValue": "a" }, ["${...}"]],
  ];
  test.each(given)("%j", (Resource, want) => {
    const [statement] = read({ Resource });
    expect(values(statement?.resources)).toEqual(want);
    expect(statement?.issues).toEqual([]);
  });

  test("in principals, conditions and lists of statements", () => {
    const If = (...cases: readonly unknown[]) => ({ "Fn::If": ["IsProd", ...cases] });
    const none = { Ref: "AWS::NoValue" };
    const [statement] = read({
      Principal: If({ AWS: { Ref: "Account" } }, none),
      Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } }, ...If({}, none) },
    });
    expect(statement?.principals).toMatchObject([{ kind: "AWS", values: [{ value: "${Account}" }] }]);
    expect(statement?.conditions).toMatchObject([
      { key: "aws:SourceAccount", values: [{ value: "${AWS::AccountId}" }] },
      { key: "${...}" },
    ]);
    const chosen = documentWith(If(none, { Sid: "B", Effect: "Allow", Action: "s3:GetObject", Resource: "*" }));
    expect(chosen.statements).toMatchObject([{ sid: { value: "B" }, issues: [] }]);
    expect(chosen.issues).toEqual([]);
  });

  test("another object is no text", () => {
    expect(issuesIn(documentWith({ ...ALLOW, Resource: { Foo: "a" } }))).toEqual([
      "wrong-type Resource /Statement/0/Resource",
    ]);
  });
});

test.each([
  [
    "data protection",
    { Sid: "a", DataIdentifier: ["arn:aws:dataprotection::aws:data-identifier/Name"], Operation: {} },
  ],
  ["a stack's policy", { Effect: "Deny", Principal: "*", Action: "Update:Delete", Resource: "LogicalResourceId/A" }],
])("%s is in another language", (_, statement) => {
  expect(readPolicyValue({ Version: "2012-10-17", Statement: [statement] })).toEqual({ policies: [], problems: [] });
});
