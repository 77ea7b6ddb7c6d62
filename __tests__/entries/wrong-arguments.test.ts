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
  [() => (iam.lintText as AnyFunction)("{}", null), "options: an object is expected, not null"],
  [
    () => (iam.lintFiles as AnyFunction)({ path: "a", text: "" }),
    "lintFiles(files): a list is expected, not an object",
  ],
  [() => (review.reviewToText as AnyFunction)({}, {}), "reviewToText(plans): a list is expected, not an object"],
  [() => (review.reviewToText as AnyFunction)([]), "reviewToText(options): an object is expected, not undefined"],
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
