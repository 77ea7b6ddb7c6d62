/** Over 400 lines because each kind of request has its case here. */
/** The policy compiler: the documented examples, the laws, and what it refuses. */
import fc from "fast-check";
import { TfwrightError } from "../../../src/errors";
import { type CompileOptions, compilePolicy, type Request } from "../../../src/iam/compile";
import { actionsMatching } from "../../../src/iam/data/authorization";
import { normalForm, samePolicy } from "../../../src/iam/document/normal-form";
import type { PlainPolicy, PlainStatement } from "../../../src/iam/document/plain-policy";
import { sizeOf } from "../../../src/iam/document/write-policy";
import { grantRole } from "../../../src/iam/grants";
import { documentOf, documentWith } from "../policies";

const PLACE = { region: "us-east-1", account: "123456789012" };
const GLUE = "arn:aws:glue:us-east-1:123456789012";
const glue = (...paths: string[]) => paths.map((path) => (path === "*" ? path : `${GLUE}:${path}`));
const actions = (...names: string[]) => names.map((name) => `glue:${name}`);

/** The one policy of some requests, as a list of statements. */
function statementsOf(requests: readonly Request[], options: CompileOptions = PLACE): readonly PlainStatement[] {
  const { policies } = compilePolicy(requests, options);
  expect(policies).toHaveLength(1);
  return policies[0]?.Statement as readonly PlainStatement[];
}

/** Codes and places of what is wrong. */
function problemsOf(requests: readonly Request[], options: CompileOptions = PLACE): readonly string[] {
  try {
    compilePolicy(requests, options);
  } catch (error) {
    if (error instanceof TfwrightError) return error.problems.map(({ code, path }) => `${code} ${path}`);
    throw error;
  }
  return [];
}

/** AWS Glue guide, "Specifying AWS Glue resource ARNs": the seven examples, with the real names of actions. */
const EXAMPLES: readonly (readonly [sid: string, names: readonly string[], paths: readonly string[]])[] = [
  [
    "GrantCreatePartitions",
    ["BatchCreatePartition"],
    ["table/PrivateDatabase/PrivateTable", "database/PrivateDatabase", "catalog"],
  ],
  [
    "GrantDeleteDatabase",
    ["DeleteDatabase"],
    ["table/PrivateDatabase/*", "userDefinedFunction/PrivateDatabase/*", "database/PrivateDatabase", "catalog"],
  ],
  ["MinimumPermissions", ["GetDevEndpoint"], ["devEndpoint/myDevEndpoint-1"]],
  ["PermissionWithWildcard", ["UpdateDevEndpoint"], ["devEndpoint/myDevEndpoint-*"]],
  ["CombinedPermissions", ["UpdateDevEndpoint", "GetDevEndpoint"], ["devEndpoint/A*"]],
  ["PluralAPIIncluded", ["GetDevEndpoints", "GetDevEndpoint", "CreateDevEndpoint", "UpdateDevEndpoint"], ["*"]],
  ["BatchGetAPIIncluded", ["BatchGetDevEndpoints"], ["devEndpoint/de1"]],
];

describe("the document's examples", () => {
  test.each(EXAMPLES)("%s, given what is printed", (sid, names, paths) => {
    const { policies, notes } = compilePolicy([{ sid, actions: actions(...names), resources: glue(...paths) }]);
    expect(policies).toHaveLength(1);
    const printed = documentWith({ Sid: sid, Effect: "Allow", Action: actions(...names), Resource: glue(...paths) });
    expect(samePolicy(documentOf(policies[0] as PlainPolicy), printed)).toBe(true);
    expect(policies).toMatchObject([{ Statement: [{ Sid: sid }] }]);
    expect(notes).toEqual([]);
  });

  test.each([
    ["GrantCreatePartitions", 0, ["table/PrivateDatabase/PrivateTable"]],
    ["GrantDeleteDatabase", 1, ["database/PrivateDatabase"]],
  ] as const)("%s, given the resource alone", (sid, index, paths) => {
    const [, names = [], printed = []] = EXAMPLES[index] ?? [];
    const [statement] = statementsOf([{ sid, actions: actions(...names), resources: glue(...paths) }]);
    expect(statement?.Resource).toEqual(glue(...printed).sort());
  });

  test("PluralAPIIncluded, asked for with devEndpoint/*, comes out split in two", () => {
    const [sid = "", names = []] = EXAMPLES[5] ?? [];
    const { policies, notes } = compilePolicy([{ sid, actions: actions(...names), resources: glue("devEndpoint/*") }]);
    expect(policies).toEqual([
      {
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "PluralAPIIncluded",
            Effect: "Allow",
            Action: actions("CreateDevEndpoint", "GetDevEndpoint", "UpdateDevEndpoint"),
            Resource: glue("devEndpoint/*"),
          },
          { Sid: "PluralAPIIncludedOnAll", Effect: "Allow", Action: ["glue:GetDevEndpoints"], Resource: ["*"] },
        ],
      },
    ]);
    expect(notes).toEqual(["`glue:GetDevEndpoints` accepts no ARN: it is granted on `*`"]);
  });
});

/** What is asked for, and each statement as `Sid: actions on resources`. */
const CASES: readonly (readonly [what: string, requests: readonly Request[], want: readonly string[]])[] = [
  [
    "actions on a table and its database need different things",
    [{ actions: actions("GetTable", "GetDatabase"), resources: glue("table/a/b") }],
    ["GetTable: GetTable on catalog database/a table/a/b", "GetDatabase: GetDatabase on catalog database/a"],
  ],
  [
    "what one request has in common with another is said once",
    [
      { actions: actions("GetTable"), resources: glue("table/a/b") },
      { actions: actions("UpdateTable"), resources: glue("table/a/b") },
      { actions: actions("GetTable"), resources: glue("table/c/d") },
    ],
    [
      "UseTable: GetTable UpdateTable on catalog database/a table/a/b",
      "GetTable: GetTable on catalog database/c table/c/d",
    ],
  ],
  [
    "a federated database lies in catalogs",
    [{ actions: actions("GetTables"), resources: glue("database/s3tablescatalog/b/ns") }],
    [
      "GetTables: GetTables on catalog catalog/s3tablescatalog catalog/s3tablescatalog/b database/s3tablescatalog/b/ns table/s3tablescatalog/b/ns/*",
    ],
  ],
  [
    "a database in place of its tables is all of them",
    [{ actions: actions("GetTables", "CreateUserDefinedFunction"), resources: glue("database/a") }],
    [
      "GetTables: GetTables on catalog database/a table/a/*",
      "CreateUserDefinedFunction: CreateUserDefinedFunction on catalog database/a userDefinedFunction/a/*",
    ],
  ],
  [
    "tables named beside their database stay those",
    [{ actions: actions("GetTables"), resources: glue("database/a", "table/a/b") }],
    ["GetTables: GetTables on catalog database/a table/a/b"],
  ],
  [
    "each database that is deleted goes with its children",
    [{ actions: actions("DeleteDatabase"), resources: glue("database/a", "table/a/*", "userDefinedFunction/a/f") }],
    ["DeleteDatabase: DeleteDatabase on catalog database/a table/a/* userDefinedFunction/a/*"],
  ],
  [
    "a schema has its registry above it, a registry its schemas below",
    [
      { actions: actions("DeleteSchema"), resources: glue("schema/r/s") },
      { actions: actions("GetSchema"), resources: glue("registry/r") },
    ],
    ["DeleteSchema: DeleteSchema on registry/r schema/r/s", "GetSchema: GetSchema on registry/r schema/r/*"],
  ],
  [
    "ARNs go where they fit, `*` to the rest",
    [{ actions: actions("GetJob", "GetJobs"), resources: glue("job/a", "*") }],
    ["GetJob: GetJob on job/a", "GetJobs: GetJobs on *"],
  ],
  [
    "what accepts only `*` needs no resource",
    [{ actions: actions("GetJobs", "ListCrawlers", "getjobbookmark") }],
    ["ReadAllGlue: GetJobBookmark GetJobs ListCrawlers on *"],
  ],
  [
    "deletes get one Sid each",
    [
      { actions: actions("DeleteJob", "BatchStopJobRun"), resources: glue("job/a") },
      { actions: actions("DeleteCrawler"), resources: glue("crawler/a") },
      { sid: "DeleteCrawler", actions: actions("StopCrawler"), resources: glue("crawler/a") },
    ],
    [
      "UseJob: BatchStopJobRun DeleteJob on job/a",
      "DeleteCrawler2: DeleteCrawler on crawler/a",
      "DeleteCrawler: StopCrawler on crawler/a",
    ],
  ],
  [
    "read a table",
    [{ read: "sales.orders" }],
    [
      "GetDatabase: GetDatabase on catalog database/sales",
      "ReadTable: BatchGetPartition GetPartition GetPartitions GetTable GetTables on catalog database/sales table/sales/orders",
    ],
  ],
  [
    "delete a database",
    [{ delete: "sales" }],
    ["DeleteDatabase: DeleteDatabase on catalog database/sales table/sales/* userDefinedFunction/sales/*"],
  ],
  [
    "write a connection",
    [{ write: "connection:db" }],
    ["UseConnection: CreateConnection GetConnection UpdateConnection on catalog connection/db"],
  ],
];

describe("statements", () => {
  const short = (text: string) => text.replace(`${GLUE}:`, "").replace("glue:", "");
  const list = (value: unknown) => [value].flat().map(String).map(short).join(" ");
  test.each(CASES)("%s", (_what, requests, want) => {
    const got = statementsOf(requests).map(
      ({ Sid, Action, Resource }) => `${Sid}: ${list(Action)} on ${list(Resource)}`,
    );
    expect(got).toEqual(want);
  });

  test("S3: the bucket is listed below the prefix, objects are read and written", () => {
    expect(
      statementsOf([{ read: "s3://aaa/in/" }, { write: "s3://bbb" }, { delete: "arn:aws-cn:s3:::ccc/k" }], {}),
    ).toEqual([
      {
        Sid: "ListBucket",
        Effect: "Allow",
        Action: ["s3:ListBucket"],
        Resource: ["arn:aws:s3:::aaa"],
        Condition: { StringLike: { "s3:prefix": ["in/*"] } },
      },
      { Sid: "GetObject", Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::aaa/in/*"] },
      { Sid: "ListBucket2", Effect: "Allow", Action: ["s3:ListBucket"], Resource: ["arn:aws:s3:::bbb"] },
      {
        Sid: "UseObject",
        Effect: "Allow",
        Action: ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
        Resource: ["arn:aws:s3:::bbb/*"],
      },
      { Sid: "DeleteObject", Effect: "Allow", Action: ["s3:DeleteObject"], Resource: ["arn:aws-cn:s3:::ccc/k"] },
    ]);
  });

  test.each(["s3://bucket", "s3://bucket/out/", "s3://bucket/out.txt"])(
    "writing to %s is the same set of actions as for a role that writes there",
    (uri) => {
      const place = { region: "us-east-1", account: "123456789012" };
      const actionsOf = (statements: readonly { readonly Action?: unknown; readonly Sid?: unknown }[]) =>
        [...new Set(statements.flatMap(({ Action }) => Action))].filter((name) => name !== "s3:ListBucket").sort();
      const role = grantRole({ ...place, writeS3: [uri] }).s3?.Statement ?? [];
      expect(actionsOf(statementsOf([{ write: uri }], place))).toEqual(actionsOf([role].flat()));
      expect(actionsOf([role].flat())).toContain("s3:DeleteObject");
    },
  );

  test("keys, secrets and log groups", () => {
    const want = [
      ["kms:Decrypt", "arn:aws:kms:us-east-1:123456789012:key/k"],
      ["secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-??????"],
      [
        "logs:CreateLogGroup",
        "arn:aws:logs:us-east-1:123456789012:log-group:/g",
        "arn:aws:logs:us-east-1:123456789012:log-group:/g:*",
      ],
      ["logs:CreateLogStream", "arn:aws:logs:us-east-1:123456789012:log-group:/g:*"],
    ];
    const got = statementsOf([{ read: ["key:k", "secret:db"] }, { write: "log-group:/g" }]);
    expect(got.map(({ Action, Resource }) => [[Action].flat()[0], ...[Resource].flat()])).toEqual(want);
  });

  test("a network: describing on `*` alone, interfaces in the subnet, deletes of Glue's own", () => {
    const got = statementsOf([{ write: "network:subnet-1+sg-1+sg-2" }]);
    expect(got.map(({ Resource }) => [Resource].flat().map((text) => String(text).replace(/^.*:/, "")))).toEqual([
      ["vpc/*"],
      ["network-interface/*", "security-group/sg-1", "security-group/sg-2", "subnet/subnet-1"],
      ["network-interface/*"],
      ["network-interface/*"],
      ["*"],
    ]);
  });

  test("the partition is that of the region", () => {
    const [list] = statementsOf([{ read: ["s3://aaa"] }], { region: "cn-north-1" });
    expect(list?.Resource).toEqual(["arn:aws-cn:s3:::aaa"]);
  });

  test("each statement says why, also where several became one", () => {
    const { reasons } = compilePolicy([{ read: "a.b" }, { read: "a.c", reason: "reports" }], PLACE);
    expect(reasons).toEqual([
      { sid: "GetDatabase", reason: "read a.b; reports" },
      { sid: "ReadTable", reason: "read a.b; reports" },
    ]);
  });

  test("children of a catalog only for those who ask", () => {
    const asked = [{ actions: actions("DeleteCatalog"), resources: glue("catalog/c") }];
    const resources = (options: CompileOptions) => statementsOf(asked, options)[0]?.Resource;
    expect(resources({})).toEqual(glue("catalog", "catalog/c"));
    expect(resources({ disputedChildren: true })).toEqual(
      glue("catalog", "catalog/c", "database/c/*", "table/c/*", "userDefinedFunction/c/*"),
    );
  });
});

describe("what is refused", () => {
  const table = glue("table/a/b");
  type Refusal = readonly [requests: readonly Request[], want: readonly string[], options?: CompileOptions];
  const refusals: readonly Refusal[] = [
    [[], ["empty-request "]],
    [[{}], ["empty-request "]],
    [[{ actions: [], resources: table }], [`empty-request ${table[0]}`]],
    [
      [{ actions: ["glue:BatchCreatePartitions", "gleu:GetTable", "GetTable"], resources: table }],
      ["unknown-action glue:BatchCreatePartitions", "unknown-service gleu:GetTable", "unknown-action GetTable"],
    ],
    [[{ actions: ["glue:Get*"], resources: table }], ["wildcard-action glue:Get*"]],
    [
      [{ actions: actions("GetTable"), resources: [...table, "arn:aws:s3:::b"] }],
      ["no-action-for-resource arn:aws:s3:::b"],
    ],
    [[{ actions: actions("GetJobs"), resources: ["arn:aws:s3:::b"] }], ["no-action-for-resource arn:aws:s3:::b"]],
    [[{ actions: actions("GetTable") }], ["no-resource-for-action glue:GetTable"]],
    [[{ actions: actions("GetTable"), resources: glue("catalog") }], ["no-resource-for-action glue:GetTable"]],
    [
      [{ actions: actions("GetDataQualityModel"), resources: glue("job/a") }],
      ["no-resource-for-action glue:GetDataQualityModel"],
    ],
    [[{ actions: ["s3:GetObject"], resources: ["arn:aws:s3::b/*"] }], ["malformed-arn arn:aws:s3::b/*"]],
    [[{ sid: "No spaces", actions: actions("GetTable"), resources: table }], ["invalid-sid No spaces"]],
    [[{ read: "a.b" }], ["no-account a.b", "no-region a.b"], {}],
    [
      [{ read: "arn:aws:kms:us-east-1:123456789012:alias/a" }],
      ["not-a-resource arn:aws:kms:us-east-1:123456789012:alias/a"],
    ],
    [[{ read: "arn:aws:s3::b" }], ["malformed-arn arn:aws:s3::b"]],
    [
      [{ read: ["*.b", "s3://B/", "s3://bucket/*", "network:sg-1", "job:a", "secret:a*"] }],
      [
        "not-a-resource *.b",
        "not-a-resource s3://B/",
        "not-a-resource s3://bucket/*",
        "not-a-resource network:sg-1",
        "not-a-resource job:a",
        "not-a-resource secret:a*",
      ],
    ],
    [[{ delete: "key:k" }], ["no-such-intent key:k"]],
    [
      [{ actions: actions("GetTable"), resources: table, condition: { StringEquals: { "aws:RequestTag/a": "b" } } }],
      ["unsupported-condition-key glue:GetTable"],
    ],
    [
      [{ read: "s3://bucket/in/", condition: { StringLike: { "s3:prefix": "x" } } }],
      ["condition-twice s3://bucket/in/"],
    ],
  ];

  test.each(refusals.map(([requests, want, options = PLACE]) => [requests, want, options] as const))(
    "%j",
    (requests, want, options) => {
      expect(problemsOf(requests, options)).toEqual(want);
    },
  );

  test.each([
    ["table/db.t", /write `db\.t`$/],
    ["table/db/t", /write `db\.t`$/],
    ["database/db", /write `db`$/],
    // No name of a table is in these.
    ["table/db/*/t", /write s3:\/\/bucket\/folder\//],
    ["crawler/c", /write s3:\/\/bucket\/folder\//],
  ])("the form for %s", (read, message) => {
    expect(() => compilePolicy([{ read }], PLACE)).toThrow(message);
  });

  test("a suggestion, and all that is wrong at once", () => {
    expect(() =>
      compilePolicy([
        { actions: ["glue:BatchCreatePartitions"], resources: table },
        { actions: ["s3:ListObjectsV2"], resources: ["arn:aws:s3:::b"] },
      ]),
    ).toThrow(/did you mean `glue:BatchCreatePartition`[\s\S]*did you mean `s3:ListBucket`/);
  });
});

describe("an action without a resource that it works on", () => {
  test.each([
    ["none is given", "glue:GetJob", [], "the action needs a resource: job"],
    ["one is given", "glue:GetJob", ["arn:aws:s3:::b"], "a resource of type job, and `arn:aws:s3:::b` is not one"],
    [
      "several are given",
      "s3:GetObject",
      ["arn:aws:s3:::b", "arn:aws:s3:::c"],
      "of type accesspointobject, object or multiregionaccesspoint, and none of the given resources is one",
    ],
    ["it has one of three", "glue:GetTable", glue("catalog"), "also needs a resource of type database and table"],
  ])("%s", (_, action, resources, message) => {
    const compile = () => compilePolicy([{ actions: [action], resources }]);
    expect(compile).toThrow(message);
  });
});

describe("laws", () => {
  const all = actionsMatching("glue:*");
  const someTables = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("x", "y", "z", "*")), {
    minLength: 1,
    maxLength: 6,
  });
  const someActions = fc.subarray(["GetTable", "GetTables", "DeleteTable", "CreatePartition", "GetDatabase"], {
    minLength: 1,
  });

  test("the order of actions and resources makes no difference, to the byte", () => {
    fc.assert(
      fc.property(someTables, someActions, (tables, names) => {
        const resources = glue(...tables.map(([database, table]) => `table/${database}/${table}`));
        const there = compilePolicy([{ actions: actions(...names), resources }]);
        const back = compilePolicy([
          { actions: actions(...[...names].reverse()), resources: [...resources].reverse() },
        ]);
        const sorted = ({ policies }: typeof there) =>
          policies
            .flatMap(({ Statement }) => Statement as PlainStatement[])
            .map((one) => JSON.stringify(one))
            .sort();
        expect(sorted(back)).toEqual(sorted(there));
      }),
    );
  });

  test("compiling what came out changes nothing", () => {
    fc.assert(
      fc.property(someTables, someActions, (tables, names) => {
        const resources = glue(...tables.map(([database, table]) => `table/${database}/${table}`));
        const first = statementsOf([{ actions: actions(...names), resources }]);
        const again = statementsOf(
          first.map(({ Sid, Action, Resource }) => ({
            sid: Sid,
            actions: Action as string[],
            resources: Resource as string[],
          })),
        );
        expect(again).toEqual(first);
      }),
    );
  });

  test("policies that are too long are cut, grant the same, and each part works by itself", () => {
    const tables = Array.from({ length: 400 }, (_, index) => `database${index % 7}.table_with_a_long_name_${index}`);
    const requests: readonly Request[] = [
      { read: tables },
      { write: ["s3://bucket/out/", "key:k"] },
      { actions: all.filter((id) => /List.*s$/.test(id)), resources: ["*"] },
    ];
    const whole = compilePolicy(requests, { ...PLACE, maxSize: 1_000_000 });
    const { policies } = compilePolicy(requests, PLACE);
    expect(whole.policies).toHaveLength(1);
    expect(policies.length).toBeGreaterThan(5);
    for (const policy of policies) expect(sizeOf(policy)).toBeLessThanOrEqual(6144);
    const statements = policies.flatMap(({ Statement }) => Statement as PlainStatement[]);
    expect(normalForm(documentWith(...statements))).toEqual(normalForm(documentOf(whole.policies[0] as PlainPolicy)));
    expect(new Set(statements.map(({ Sid }) => Sid)).size).toBe(statements.length);
    for (const { Action, Resource } of statements.filter(({ Action }) => [Action].flat().includes("glue:GetTable"))) {
      const [alone] = statementsOf([{ actions: Action as string[], resources: Resource as string[] }]);
      expect(alone?.Resource).toEqual(Resource);
    }
    expect(compilePolicy(requests, PLACE).policies).toEqual(policies);
    expect(problemsOf(requests, { ...PLACE, maxSize: 150 })).toContain("statement-too-long ReadTable");
  });
});
