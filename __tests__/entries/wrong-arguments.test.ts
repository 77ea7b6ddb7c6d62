/** Public functions that get a wrong argument: an error that names the function and the argument, and never a raw TypeError. */
import * as iam from "../../src/entries/iam";
import * as review from "../../src/entries/review";
import { TfwrightError } from "../../src/errors";

type AnyFunction = (...given: readonly unknown[]) => unknown;

const functions = [...Object.entries(iam), ...Object.entries(review)].flatMap(([name, value]) =>
  typeof value === "function" ? [[name, value as AnyFunction] as const] : [],
);

const wrong: readonly (readonly [what: string, value: unknown])[] = [
  ["nothing", undefined],
  ["null", null],
  ["a number", 5],
  ["an object", {}],
  ["a buffer", Buffer.from("{}")],
  ["a text", "x"],
  ["a list", [5]],
];

const errorOf = (call: () => unknown): unknown => {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
};

test.each(functions)("%s: a first argument of any type gives an answer or a TfwrightError", (...[, fn]) => {
  for (const [what, value] of wrong) {
    const error = errorOf(() => fn(value));
    expect([what, error instanceof TfwrightError ? undefined : error]).toEqual([what, undefined]);
  }
});

test.each<[call: () => unknown, told: string]>([
  [
    () => (review.readPlan as AnyFunction)(Buffer.from("{}"), "plan.json"),
    'readPlan(text): a text is expected, not an object of Buffer\n  give its text: `buffer.toString("utf8")`',
  ],
  [() => (review.readPlan as AnyFunction)("{}"), "readPlan(source): a text is expected, not undefined"],
  [
    () => (review.readPlan as AnyFunction)(Promise.resolve("{}"), "plan.json"),
    "readPlan(text): a text is expected, not an object of Promise\n  wait for it: `await` is missing",
  ],
  [() => (iam.lintText as AnyFunction)({ Statement: [] }), "lintText(text): a text is expected, not an object"],
  [() => (iam.lintText as AnyFunction)("{}", null), "lintText(options): an object is expected, not null"],
  [
    () => (iam.lintFiles as AnyFunction)({ path: "a", text: "" }),
    'lintFiles(files): a list is expected, not an object\n  write lintFiles([{ path: "iam.tf", text: readFileSync("iam.tf", "utf8") }])',
  ],
  [
    () => (review.reviewToText as AnyFunction)({}, {}),
    'reviewToText(plans): a list is expected, not an object\n  write readPlan(text, "plan.json") for each plan: the text of `terraform show -json`, and its name',
  ],
  [
    () => (review.reviewToText as AnyFunction)([]),
    'reviewToText(options): an object is expected, not undefined\n  write reviewToText(plans, { format: "markdown" })',
  ],
  [
    () => (iam.permissionDelta as AnyFunction)({}, { documents: [] }),
    "permissionDelta(before): an object with a list `documents` is expected, and this one has none",
  ],
  [() => (iam.parseArn as AnyFunction)(Symbol("arn")), "parseArn(text): a text is expected, not a symbol"],
])("the error of %#", (call, told) => {
  const error = errorOf(call);
  expect(error).toBeInstanceOf(TfwrightError);
  expect((error as TfwrightError).message).toBe(told);
});

test("right arguments are taken as before", () => {
  expect(iam.parseArn("arn:aws:s3:::raw")).toMatchObject({ service: "s3", resource: "raw" });
  expect(iam.lintText(new String("[]").toString())).toEqual(iam.lintText("[]"));
  expect(iam.findAction("s3:GetObject")?.id).toBe("s3:GetObject");
});

test("what would look like no change is an error: policies in place of named documents, and no plan", () => {
  const admin = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
  const [{ document }] = iam.readPolicyText(JSON.stringify(admin)).policies as unknown as [{ document: object }];
  const delta = iam.permissionDelta as AnyFunction;
  for (const given of [
    admin,
    document,
    { name: "a", document },
    { name: "a", layer: "Identity", document },
    { name: "a", layer: "identity", document: admin },
  ]) {
    const error = errorOf(() => delta({ documents: [] }, { documents: [given] }));
    expect(String(error)).toContain("permissionDelta(after).documents[0]");
  }
  expect(
    errorOf(() => delta({ documents: [] }, { documents: [{ name: "a", layer: "identity", document }] })),
  ).toBeUndefined();
  for (const name of ["reviewToText", "reviewToTextAndFailures"] as const)
    expect(
      String(errorOf(() => (review[name] as AnyFunction)([], { format: "text", failOn: ["data-loss"] }))),
    ).toContain("nothing to review");
});

const policy = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }] };
const place = { account: "123456789012", region: "eu-west-1" };

/** A call of each function that takes options, with an option that it does not have. */
test.each<[name: string, args: readonly unknown[]]>([
  ["lintPolicy", [policy]],
  ["lintText", ["{}"]],
  ["createTextLinter", []],
  ["lintFiles", [[]]],
  ["fixPolicy", [policy, []]],
  ["comparePolicies", [policy, policy]],
  ["permissionDelta", [{ documents: [] }, { documents: [] }]],
  ["writePolicy", [policy]],
  ["sizeOf", [policy]],
  ["readPolicyText", ["{}"]],
  ["readPolicyValue", [policy]],
  ["policiesInPlan", [{}]],
  ["policiesInTerraform", [new Map()]],
  ["compilePolicy", [[]]],
  ["grantRole", []],
  ["grantSessionClient", []],
  ["grantDeployer", []],
  ["review", [[]]],
  ["reviewToText", [[]]],
  ["reviewToTextAndFailures", [[]]],
  ["createRedactor", [[]]],
])("%s refuses an option that it does not have", (name, args) => {
  const call = { ...iam, ...review }[name as "lintPolicy"] as unknown as AnyFunction;
  const error = errorOf(() => call(...args, { ...place, noSuchOption: true }));
  expect(error).toBeInstanceOf(TfwrightError);
  expect((error as TfwrightError).message).toMatch(
    /\(options\)\.noSuchOption: there is no option `noSuchOption`\n {2}known options: \w+/,
  );
});

test("an option `type` of the type of a policy is said as each function takes it", () => {
  const lint = iam.lintPolicy as AnyFunction;
  for (const name of ["type", "kind", "policyType"])
    expect(String(errorOf(() => lint(policy, { [name]: "trust" })))).toContain(
      `there is no option \`${name}\`\n  read the policy with its type: \`const [found] = readPolicyValue(policy, { type }).policies\``,
    );
  expect(String(errorOf(() => (iam.lintText as AnyFunction)("{}", { policyType: "trust" })))).toContain(
    "did you mean `type`?",
  );
  const [found] = iam.readPolicyValue({ ...policy }, { type: "scp" }).policies;
  expect(found && iam.lintPolicy(found.document)).toEqual(
    iam.lintText(JSON.stringify(policy), { type: "scp" }).map((one) => expect.objectContaining({ rule: one.rule })),
  );
});

test.each<[what: string, call: () => unknown, told: readonly string[]]>([
  [
    "no second policy",
    () => (iam.comparePolicies as AnyFunction)(policy),
    ["comparePolicies(after): an object is expected, not undefined", "write a policy: its JSON text"],
  ],
  [
    "no policy at all",
    () => (iam.lintPolicy as AnyFunction)(undefined),
    ["policy: an object is expected, not undefined", "write a policy"],
  ],
  [
    "a file without its text",
    () => (iam.lintFiles as AnyFunction)([{ path: "a.tf" }]),
    ["lintFiles(files)[0].text: a text is expected, not undefined", "readFileSync"],
  ],
  [
    "a text in place of a file",
    () => (iam.lintFiles as AnyFunction)(["a.tf"]),
    ["lintFiles(files)[0]: an object is expected, not a text", "readFileSync"],
  ],
  [
    "a text in place of a plan",
    () => (review.reviewToText as AnyFunction)(["{}"], { format: "text" }),
    ["reviewToText(plans)[0]: an object is expected, not a text", "readPlan(text"],
  ],
  [
    "the JSON in place of a plan",
    () => (review.review as AnyFunction)([{ format_version: "1.2" }], {}),
    ["review(plans)[0]: an object with a list `resources`", "readPlan(text"],
  ],
  [
    "no redactor",
    () => (review.review as AnyFunction)([], { today: "2026-01-01" }),
    ["review(options).redactor: an object is expected, not undefined", "createRedactor(plans)"],
  ],
  [
    "another redactor",
    () => (review.review as AnyFunction)([], { today: "2026-01-01", redactor: {} }),
    ["review(options).redactor.show: a function is expected"],
  ],
  [
    "a text in place of a list",
    () => (iam.lintPolicy as AnyFunction)(policy, { readsOnly: "s3://raw" }),
    ["lintPolicy(options).readsOnly: a list is expected, not a text", "write readsOnly: [...]"],
  ],
  [
    "a policy beside without a name",
    () => (iam.lintPolicy as AnyFunction)(policy, { beside: [policy] }),
    ["beside[0].name: a text is expected, not undefined", '{ name: "read", document }'],
  ],
  [
    "a policy beside that was not read",
    () => (iam.lintPolicy as AnyFunction)(policy, { beside: [{ name: "a", document: policy }] }),
    ["beside[0].document: an object with a list `statements`"],
  ],
  [
    "a role without services",
    () => (iam.lintPolicy as AnyFunction)(policy, { roles: [{ name: "a" }] }),
    ["roles[0]: an object with a list `services`"],
  ],
])("%s: what was given, what is expected, and an example", (_, call, told) => {
  const error = errorOf(call);
  expect(error).toBeInstanceOf(TfwrightError);
  for (const part of told) expect((error as TfwrightError).message).toContain(part);
});
