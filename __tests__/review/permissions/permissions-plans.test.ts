/** Permissions in plans that Terraform made: the scenarios in `__tests__/plans`. */
import { isEmptyDelta, isUncertain } from "../../../src/iam/delta";
import { type PrincipalReview, reviewPermissions } from "../../../src/review/permissions";
import { readable, readScenario } from "../../terraform/plan/fixtures";

function review(name: string): readonly PrincipalReview[] {
  return reviewPermissions([readScenario(name)]);
}

function codes(name: string): readonly string[] {
  return review(name).flatMap(({ escalations }) => escalations.map(({ code }) => code));
}

test("harmless edits change nothing", () => {
  expect(review("harmless-policy-edits")).toEqual([]);
  for (const name of ["nothing-to-do", "empty", "forget"]) expect(review(name)).toEqual([]);
});

test("attachments of unknown ARNs are joined", () => {
  const gained = review("attachments-joined").map(({ name, delta }) => [
    name,
    delta.gained.filter(({ layer }) => layer === "identity").flatMap(({ actions }) => actions),
    delta.cannotTell,
  ]);
  expect(gained).toEqual([
    ["customers-role", ["s3:PutObject"], []],
    ["orders-role", ["glue:GetTable", "s3:GetObject"], []],
  ]);
});

test("a policy that is known only after apply is read from its document", () => {
  const [only] = review("policy-after-apply");
  expect(only?.delta.gained.flatMap(({ actions }) => actions)).toEqual(
    expect.arrayContaining(["s3:DeleteObject", "s3:GetObject", "s3:ListBucket", "s3:PutObject"]),
  );
  expect(only?.delta.gained.flatMap(({ from }) => from.map(({ sid }) => sid))).toContain("ReadOrders");
  expect(only?.delta.cannotTell).toEqual([]);
});

test.each([
  ["trust-opened", "trust-opened-to-account"],
  ["boundary-removed", "boundary-removed"],
  ["deny-removed", "deny-removed"],
  ["pass-role", "pass-role-to-glue"],
  ["managed-policies-attached", "gains-everything"],
  ["resource-policies", "opened-to-anyone"],
])("%s: %s", (name, code) => {
  expect(codes(name)).toContain(code);
});

test("what cannot be told, and what is lost", () => {
  const [less] = review("not-action");
  expect(less?.delta.gained.map(({ actions }) => actions)).toEqual([["kms:*"]]);
  expect(review("policy-in-any-attribute").some(({ delta }) => isUncertain(delta))).toBe(true);
  const [dropped] = review("condition-dropped");
  expect(dropped?.delta.conditions.map(({ direction }) => direction)).toEqual(["dropped", "dropped"]);
  expect(review("permission-lost").flatMap(({ delta }) => delta.lost).length).toBeGreaterThan(0);
});

test("every scenario is read, and every entry says something", () => {
  for (const name of readable) {
    for (const one of review(name)) {
      expect(one.changes.length).toBeGreaterThan(0);
      const { delta, findings, followed } = one;
      expect(isEmptyDelta(delta) && [...findings, ...delta.withoutEffect, ...followed].length === 0).toBe(false);
    }
  }
});
