/** Dates, names that the user knows, suppressions, baselines and the form of a finding. */

import { TfwrightError } from "../../../src/errors";
import { applyBaseline } from "../../../src/findings/baseline";
import { dataDate } from "../../../src/iam/data/authorization";
import {
  type Finding,
  findRule,
  fingerprintOf,
  type LintOptions,
  lintPolicy,
  lintText,
  plainFinding,
  suppressFindings,
} from "../../../src/iam/lint";
import { lintFiles } from "../../../src/policy-files";
import { documentWith } from "../policies";

const withoutBaseline = (...given: Parameters<typeof applyBaseline<Finding>>) => applyBaseline(...given).kept;

const TODAY = "2026-10-01";
const JOB = "arn:aws:glue:us-east-1:123456789012:job/a";
const statement = (Action: string | readonly string[], rest: object = {}) => ({
  Effect: "Allow",
  Action,
  Resource: JOB,
  ...rest,
});
const lint = (options: LintOptions, ...statements: object[]) => lintPolicy(documentWith(...statements), options);

describe("an unknown action", () => {
  const days = (count: number) => new Date(Date.parse(dataDate()) + count * 86_400_000).toISOString().slice(0, 10);
  const rows: readonly (readonly [string, string, string])[] = [
    [days(0), "glue:BrewTea", "error"],
    [days(60), "glue:BrewTea", "error"],
    [days(61), "glue:BrewTea", "warning"],
    [days(61), "glue:Brew*", "warning"],
    [days(-10), "glue:BrewTea", "error"],
    // One letter makes an action of it, or the name is known to be mistaken for one.
    [days(61), "glue:GetJobb", "error"],
    [days(3000), "glue:GetJbo", "error"],
    [days(3000), "quicksight:createdashbord", "error"],
    [days(3000), "s3:HeadObject", "error"],
    [days(3000), "glue:GetDag", "error"],
    // Two letters.
    [days(61), "glue:GetJobbb", "warning"],
  ];

  test.each(rows)("on %s %s is an %s, and the day of the data is named", (today, action, severity) => {
    const findings = lint({ today }, statement(action));
    expect(findings).toMatchObject([{ rule: "unknown-action", severity }]);
    expect(findings[0]?.message).toContain(dataDate());
  });

  test("once the data is old, says how to update", () => {
    const hintOf = (action: string) => lint({ today: days(100) }, statement(action))[0]?.hint;
    expect(hintOf("glue:BrewTea")).toBe(
      "the data is 100 days old: update tfwright, or give newer data with `--data`; take it out, or name it under `actions` if it is newer than the data",
    );
    expect(hintOf("glue:GetTabllle")).toMatch(/^did you mean `glue:GetTable`\? the data is 100 days old/);
    expect(hintOf("glue:GetJobb")).toBe("did you mean `glue:GetJob`?");
  });

  test("beside one that is certainly wrong is a finding of its own", () => {
    const both = statement(["glue:BrewTea", "glue:GetJobb"]);
    expect(lint({ today: days(61) }, both)).toMatchObject([
      { severity: "warning", message: expect.stringContaining("`glue:BrewTea` does not") },
      { severity: "error", message: expect.stringContaining("`glue:GetJobb` does not") },
    ]);
    expect(lint({}, both)).toMatchObject([{ severity: "error", message: expect.stringContaining(" do not ") }]);
  });

  test("that the user knows is fine, in any case and by a pattern", () => {
    expect(lint({ actions: ["GLUE:getjobb"] }, statement("glue:GetJobb"))).toEqual([]);
    expect(lint({ actions: ["glue:Brew*"] }, statement("glue:BrewTea"))).toEqual([]);
    expect(lint({ actions: ["tea:*"] }, statement("tea:Brew"))).toEqual([]);
  });

  test.each([
    ["tea:Brew", "warning"],
    ["dynamdb:GetItem", "error"],
    ["dynamdb:getitem", "error"],
    ["secretmanager:GetSecret*", "error"],
    // AWS added ecs-mcp when there was eks-mcp: one letter in the prefix alone says nothing.
    ["ekz:CallTool", "warning"],
    ["dynamdb:BrewTea", "error"],
    ["cognitoidp:*", "error"],
    ["servicequota:Get*", "error"],
    ["clowdfront:*", "warning"],
    ["scheduler2:*", "warning"],
    ["eks-mcpp:*", "error"],
    ["efs:ClientMount", "error"],
    ["GetObject", "error"],
  ])("of an unknown service: %s is an %s once the data is old", (action, severity) => {
    expect(lint({ today: days(1000) }, statement(action))).toMatchObject([{ rule: "unknown-service", severity }]);
    expect(lint({}, statement(action))).toMatchObject([{ severity: "error" }]);
  });

  test.each([
    ["glue:Tea", "warning"],
    ["glue:VpcIdz", "error"],
    ["aws:SourceAcount", "error"],
    ["glue:resourceTag/team", "error"],
  ])("of a condition key: %s is an %s once the data is old", (key, severity) => {
    const given = statement("glue:CreateJob", { Condition: { StringEquals: { [key]: "a" } } });
    const found = (options: LintOptions) => lint(options, given).filter(({ rule }) => rule === "unknown-condition-key");
    expect(found({ today: days(61) })).toMatchObject([{ severity }]);
    expect(found({})).toMatchObject([{ severity: "error" }]);
  });
});

test("several actions with one fault are one finding that names them", () => {
  const findings = lint({}, statement(["glue:GetJobb", "glue:GetJobbs", "glue:GetJob"]));
  expect(findings).toHaveLength(1);
  expect(findings[0]?.message).toMatch(/`glue:GetJobb` and `glue:GetJobbs` do not exist/);
  expect(findings[0]).toMatchObject({ pointer: "/Statement/0/Action/0", statement: { index: 0 } });
});

test("a finding in JSON has every key", () => {
  const text = `{"Version":"2012-10-17",\n"Statement":[{"Sid":"A","Effect":"Allow","Action":"tea:Brew","Resource":"${JOB}"}]}`;
  const [finding] = lintText(text, { today: TODAY, file: "policy.json" });
  expect(finding && plainFinding(finding)).toEqual({
    rule: "unknown-service",
    severity: "error",
    message: "the data of 2026-09-26 knows no service `tea`",
    file: "policy.json",
    pointer: "/Statement/0/Action",
    line: 2,
    column: 51,
    statement: "A",
    statementNumber: 1,
    address: null,
    hint: expect.any(String),
  });
});

test("policies in a wrapper have pointers into the whole", () => {
  const text = JSON.stringify({
    PolicyVersion: { Document: { Version: "2012-10-17", Statement: [statement("tea:Brew")] } },
  });
  expect(lintText(text)).toMatchObject([{ pointer: "/PolicyVersion/Document/Statement/0/Action" }]);
});

test("a severity can be changed", () => {
  expect(lint({ severities: { "unknown-service": "info" } }, statement("tea:Brew"))).toMatchObject([
    { severity: "info" },
  ]);
});

describe("suppressions", () => {
  const given = [statement("tea:Brew", { Sid: "Tea" }), statement("coffee:Brew", { Sid: "Coffee" })];
  const suppression = { rule: "unknown-service", reason: "ours" };

  test("everywhere, in one statement, in one file, until a day", () => {
    const count = (one: object, file?: string) =>
      lint({ today: TODAY, file, suppressions: [{ ...suppression, ...one }] }, ...given).length;
    expect(count({})).toBe(0);
    expect(count({ statement: "Tea" })).toBe(1);
    expect(count({ statement: "Milk" })).toBe(2);
    expect(count({ file: "a.json" }, "a.json")).toBe(0);
    expect(count({ file: "a.json" }, "b.json")).toBe(2);
    expect(count({ until: TODAY })).toBe(0);
    expect(count({ until: "2026-09-30" })).toBe(2);
    expect(count({ rule: "unknown-action" })).toBe(2);
  });

  test("what was suppressed, what has expired and what nobody needs", () => {
    const findings = lint({ today: TODAY }, ...given);
    const old = { ...suppression, until: "2026-01-01" };
    const unused = { ...suppression, rule: "full-admin" };
    const sifted = suppressFindings(findings, [old, unused, { ...suppression, statement: "Tea" }], TODAY);
    expect(sifted).toMatchObject({
      kept: [{}],
      suppressed: [{ suppression: { reason: "ours" } }],
      expired: [old],
      unused: [unused],
    });
  });

  const wrong: readonly (readonly [string, LintOptions])[] = [
    ["suppression-without-reason", { suppressions: [{ rule: "full-admin", reason: " " }] }],
    ["unknown-rule", { suppressions: [{ rule: "full-admins", reason: "x" }] }],
    ["unknown-rule", { severities: { nothing: "info" } }],
    ["unknown-severity", { severities: { "full-admin": "bad" as "info" } }],
    ["not-a-date", { suppressions: [{ rule: "full-admin", reason: "x", until: "soon" }] }],
    ["not-a-date", { today: "today" }],
  ];

  test.each(wrong)("%s", (code, options) => {
    const codeOf = () => {
      try {
        lint(options, ...given);
        return undefined;
      } catch (error) {
        return error instanceof TfwrightError ? error.code : error;
      }
    };
    expect(codeOf()).toBe(code);
  });
});

describe("baselines", () => {
  const faulty = statement("tea:Brew");
  const sound = statement("glue:GetJob");

  test("moving a statement and its lines changes nothing", () => {
    const before = lintText(JSON.stringify({ Version: "2012-10-17", Statement: [faulty, sound] }));
    const after = lintText(
      JSON.stringify(
        { Version: "2012-10-17", Statement: [{ ...sound, Action: "glue:GetJobRun" }, sound, faulty] },
        null,
        4,
      ),
    );
    expect(after).not.toEqual(before);
    expect(withoutBaseline(after, before.map(fingerprintOf), fingerprintOf)).toEqual([]);
  });

  test("another fault, another statement and a second one are new", () => {
    const baseline = lint({}, faulty).map(fingerprintOf);
    expect(withoutBaseline(lint({}, statement("milk:Pour")), baseline, fingerprintOf)).toHaveLength(1);
    expect(withoutBaseline(lint({}, faulty, faulty), baseline, fingerprintOf).map(({ rule }) => rule)).toEqual([
      "unknown-service",
      "duplicate-statement",
    ]);
    expect(withoutBaseline(lint({ file: "other.json" }, faulty), baseline, fingerprintOf)).toHaveLength(1);
  });

  test.each([
    ["other resources", { Resource: "*" }],
    ["another condition", { Condition: { StringLike: { "iam:PassedToService": "*" } } }],
  ])("a security finding of a statement with a Sid is new with %s", (_, rest) => {
    const pass = (more: object = {}) =>
      lint({}, statement("iam:PassRole", { Sid: "Pass", Resource: "arn:aws:iam::123456789012:role/a", ...more }));
    const baseline = pass().map(fingerprintOf);
    expect(withoutBaseline(pass(), baseline, fingerprintOf)).toEqual([]);
    expect(withoutBaseline(pass(rest), baseline, fingerprintOf).map(({ rule }) => rule)).toContain(
      "pass-role-without-service",
    );
  });

  test("a statement with a Sid may change in what is not at fault", () => {
    const baseline = lint({}, { ...faulty, Sid: "Tea" }).map(fingerprintOf);
    expect(
      withoutBaseline(lint({}, statement(["tea:Brew", "glue:GetJob"], { Sid: "Tea" })), baseline, fingerprintOf),
    ).toEqual([]);
  });
});

test("rules are found by their code", () => {
  expect(findRule("missing-ancestor")).toMatchObject({ severity: "error" });
  expect(findRule("nothing")).toBeUndefined();
});

describe("what holds a policy decides its length", () => {
  const document = (size: number) => {
    const resources = Array.from(
      { length: Math.ceil(size / 100) },
      (_, index) => `arn:aws:s3:::${index}${"x".repeat(80)}/*`,
    );
    return documentWith({ Effect: "Allow", Action: "s3:GetObject", Resource: resources });
  };
  test.each([
    [undefined, 7000, /a managed policy has at most 6144$/],
    ["managed-policy", 7000, /a managed policy has at most 6144$/],
    ["role", 7000, undefined],
    ["role", 12_000, /an inline policy of a role has at most 10240$/],
    ["user", 3000, /an inline policy of a user has at most 2048$/],
    ["group", 5000, undefined],
    ["permission-set", 25_000, undefined],
  ] as const)("%s with %i", (holder, size, message) => {
    const found = lintPolicy(document(size), { holder }).filter(({ rule }) => rule === "policy-too-long");
    if (message === undefined) expect(found).toEqual([]);
    else expect(found[0]?.message).toMatch(message);
  });
});

describe("options that are wrong are refused, and not passed over", () => {
  test.each<[options: object, message: string]>([
    [{ account: "111" }, "account: `111` is not an account\n  write its twelve digits"],
    [{ account: "*" }, "account: `*` is not an account"],
    [{ readsOnly: ["s3://raw", "raw"] }, "readsOnly[1]: `raw` is not a resource"],
    [{ actions: ["glue:New*", "GetObject"] }, "actions[1]: `GetObject` is not an action"],
    [{ type: "role" }, "type: there is no policy type `role`"],
    [{ type: "identiy" }, "did you mean `identity`?"],
  ])("%j", (options, message) => {
    expect(() => lintText("{}", options)).toThrow(message);
    expect(() => lintFiles([{ path: "a.tf", text: "" }], options)).toThrow(message);
  });

  test("all at once", () => {
    const options = { account: "1", today: "soon", severities: { "unknown-actoin": "info" as const } };
    expect(() => lintText("{}", options)).toThrow(/severities: [\s\S]*today: [\s\S]*account: /);
  });

  test("right ones are taken", () => {
    const readsOnly = ["arn:aws:s3:::raw/*", "s3://raw/in", "arn:aws:glue:*:*:table/a/*", "*"];
    const options = { account: "123456789012", readsOnly, actions: ["glue:New*", "s3-object-lambda:Get?"] };
    expect(lint({ ...options, readsOnly: readsOnly.slice(0, 3) }, statement("glue:GetJob"))).toEqual([]);
    expect(() => lint(options, statement("glue:GetJob"))).not.toThrow();
  });
});
