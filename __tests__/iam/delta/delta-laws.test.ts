/** The laws of the permission delta, and that nothing is newly allowed in silence. */
import fc from "fast-check";
import {
  type Delta,
  isEmptyDelta,
  type NamedDocument,
  type PrincipalPolicies,
  permissionDelta,
} from "../../../src/iam/delta";
import { allows, mirror, named, plain, type Request, type TestStatement } from "./delta-support";

/** More of them with `DELTA_RUNS=20`. */
const runs = (count: number) => ({ numRuns: count * Number(process.env.DELTA_RUNS ?? 1) });

const ACTIONS = [
  "glue:GetTable",
  "glue:GetTables",
  "glue:GetJob",
  "glue:DeleteTable",
  "glue:StartJobRun",
  "s3:GetObject",
  "s3:PutObject",
  "s3:ListBucket",
  "iam:PassRole",
  "nosuch:Thing",
];
const ACTION_PATTERNS = [
  ...ACTIONS,
  "glue:*",
  "glue:Get*",
  "glue:GetTable*",
  "glue:Get?ob",
  "s3:*Object",
  "*",
  "*:Get*",
  "s3:Get*",
];
const GLUE = "arn:aws:glue:eu-west-1:111111111111";
const RESOURCES = [
  `${GLUE}:table/a/b`,
  `${GLUE}:table/a/c`,
  `${GLUE}:table/x/b`,
  `${GLUE}:job/a`,
  `${GLUE}:catalog`,
  "arn:aws:s3:::raw",
  "arn:aws:s3:::raw/in/1",
  "arn:aws:s3:::out/1",
  "arn:aws:iam::111111111111:role/r",
];
const RESOURCE_PATTERNS = [
  ...RESOURCES,
  "*",
  `${GLUE}:table/a/*`,
  `${GLUE}:table/*/b`,
  `${GLUE}:table/?/b`,
  `${GLUE}:*`,
  "arn:aws:glue:*:*:table/a/b",
  "arn:aws:s3:::raw/*",
  "arn:aws:s3:::*",
  "arn:aws:s3:::raw*",
  "arn:aws:s3:::*/1",
];
const USERS = ["ann", "anna", "bob"];
const PRINCIPALS = ["*", "arn:aws:iam::111111111111:role/r", "arn:aws:iam::222222222222:role/s"];

const some = <T>(items: readonly T[], maxLength = 3) =>
  fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength });

const condition = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  fc.record({
    operator: fc.constantFrom(
      "StringEquals",
      "StringLike",
      "StringNotEquals",
      "StringNotLike",
      "StringEqualsIfExists",
      "StringLikeIfExists",
    ),
    key: fc.constantFrom("aws:username", "aws:username", "AWS:UserName"),
    values: some([...USERS, "an*", "*"]),
  }),
);

const statement: fc.Arbitrary<TestStatement> = fc
  .record({
    Effect: fc.constantFrom<"Allow" | "Deny">("Allow", "Allow", "Allow", "Deny"),
    notAction: fc.constantFrom(false, false, false, false, true),
    actions: some(ACTION_PATTERNS),
    notResource: fc.constantFrom(false, false, false, false, true),
    resources: some(RESOURCE_PATTERNS),
    condition,
  })
  .map(({ Effect, notAction, actions, notResource, resources, condition: given }) => ({
    Effect,
    ...(notAction ? { NotAction: actions } : { Action: actions }),
    ...(notResource ? { NotResource: resources } : { Resource: resources }),
    ...(given === undefined ? {} : { Condition: { [given.operator]: { [given.key]: given.values } } }),
  }));

const statements = fc.array(statement, { maxLength: 4 });

interface Case {
  readonly identity: readonly TestStatement[];
  readonly boundary?: readonly TestStatement[];
}

/** Half of the sides share statements, so that changes are small as in life. */
const cases: fc.Arbitrary<readonly [Case, Case]> = fc
  .record({
    shared: statements,
    one: fc.array(statement, { maxLength: 2 }),
    other: fc.array(statement, { maxLength: 2 }),
    limits: fc.tuple(fc.option(statements, { nil: undefined }), fc.option(statements, { nil: undefined })),
    bounded: fc.constantFrom("none", "same", "two"),
  })
  .map(({ shared, one, other, limits, bounded }) => {
    const [first, second] = bounded === "none" ? [] : bounded === "same" ? [limits[0], limits[0]] : limits;
    return [
      { identity: [...shared, ...one], boundary: first },
      { identity: [...other, ...shared], boundary: second },
    ];
  });

function policies({ identity, boundary }: Case): PrincipalPolicies {
  const documents: NamedDocument[] = [named("policy", "identity", ...identity)];
  if (boundary !== undefined) documents.push(named("limit", "boundary", ...boundary));
  return { documents };
}

const request: fc.Arbitrary<Request> = fc.record({
  action: fc.constantFrom(...ACTIONS),
  resource: fc.constantFrom(...RESOURCES),
  context: fc.oneof(
    fc.constant({}),
    fc.constantFrom(...USERS).map((user) => ({ "aws:username": user })),
  ),
});

function may({ identity, boundary }: Case, what: Request): boolean {
  return allows(identity, what) && (boundary === undefined || allows(boundary, what));
}

test("nothing changes between a side and itself", () => {
  fc.assert(
    fc.property(cases, ([one]) => {
      const delta = permissionDelta(policies(one), policies(one));
      expect(isEmptyDelta(delta)).toBe(true);
      expect(delta.withoutEffect).toEqual([]);
    }),
    runs(100),
  );
});

test("what one way gains, the other way loses", () => {
  fc.assert(
    fc.property(cases, ([one, other]) => {
      const there = permissionDelta(policies(one), policies(other));
      const back = permissionDelta(policies(other), policies(one));
      expect(plain(back)).toEqual(plain(mirror(there)));
    }),
    runs(150),
  );
});

test("a boundary that differs in what has no effect mirrors too", () => {
  const resource = "arn:aws:glue:eu-west-1:111111111111:table/a/b";
  const one: Case = { identity: [], boundary: [] };
  const other: Case = {
    identity: [{ Effect: "Allow", Action: ["s3:Get*"], Resource: [resource] }],
    boundary: [{ Effect: "Allow", Action: ["s3:*Object"], Resource: [resource] }],
  };
  const there = permissionDelta(policies(one), policies(other));
  expect(plain(permissionDelta(policies(other), policies(one)))).toEqual(plain(mirror(there)));
});

test("order and form change nothing", () => {
  fc.assert(
    fc.property(cases, fc.infiniteStream(fc.nat(1000)), ([one, other], numbers) => {
      const next = () => numbers.next().value as number;
      const there = permissionDelta(policies(one), policies(other));
      const again = permissionDelta(reform(policies(one), one, next), reform(policies(other), other, next));
      expect(plain(again)).toEqual(plain(there));
      expect(isEmptyDelta(permissionDelta(policies(one), reform(policies(one), one, next)))).toBe(true);
    }),
    runs(200),
  );
});

/** The same policies, written otherwise: shuffled, cut up, with other Sids and cases, over several documents. */
function reform({ documents }: PrincipalPolicies, { identity, boundary }: Case, next: () => number): PrincipalPolicies {
  const shuffled = <T>(items: readonly T[]) =>
    items
      .map((item) => ({ item, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  const cut = (statement: TestStatement): TestStatement[] => {
    if (!Array.isArray(statement.Action) || next() % 2 === 0) return [statement];
    return shuffled(statement.Action as string[]).map((Action) => ({
      ...statement,
      Action: next() % 2 ? Action : [Action],
    }));
  };
  const write = (list: readonly TestStatement[]) =>
    shuffled(list.flatMap(cut)).map((one, index) => {
      const names = Array.isArray(one.Action) ? shuffled(one.Action as string[]) : one.Action;
      const cased =
        typeof names === "string"
          ? names.toUpperCase()
          : (names as string[] | undefined)?.map((name) => name.toLowerCase());
      const Resource = Array.isArray(one.Resource) ? shuffled(one.Resource as string[]) : one.Resource;
      return {
        ...one,
        Sid: `S${next()}x${index}`,
        ...(cased === undefined ? {} : { Action: cased }),
        ...(Resource === undefined ? {} : { Resource }),
      };
    });
  const all = write(identity);
  const half = next() % (all.length + 1);
  return {
    documents: shuffled([
      named("one", "identity", ...all.slice(0, half)),
      named("two", "identity", ...all.slice(half)),
      ...(boundary === undefined ? [] : [named(documents[1]?.name ?? "", "boundary", ...write(boundary))]),
    ]),
  };
}

/** Whether some entry of the delta speaks of the request. */
function tells(delta: Delta, what: Request): boolean {
  const named = (actions: readonly string[], resources: readonly string[]) =>
    actions.some((Action) => resources.some((Resource) => allows([entry(Action, Resource)], { ...what, context: {} })));
  return (
    delta.boundary?.direction === "removed" ||
    delta.gained.some(({ actions, resources }) => named(actions, resources)) ||
    delta.rescoped.some(({ direction, actions, after }) => direction !== "narrower" && named(actions, after)) ||
    delta.conditions.some(({ direction, actions, resources }) => direction !== "added" && named(actions, resources)) ||
    delta.denies.some(({ direction, actions, resources }) => direction === "removed" && named(actions, resources)) ||
    delta.withoutEffect.some(
      ({ direction, actions, resources }) => direction === "gained" && named(actions, resources),
    ) ||
    delta.cannotTell.length > 0
  );
}

function entry(action: string, resource: string): TestStatement {
  const listOf = (text: string, name: string) => JSON.parse(text.slice(name.length)) as string[];
  return {
    ...(action.startsWith("NotAction") ? { NotAction: listOf(action, "NotAction") } : { Action: action }),
    ...(resource.startsWith("NotResource") ? { NotResource: listOf(resource, "NotResource") } : { Resource: resource }),
  };
}

test("whatever is newly allowed is told", () => {
  let news = 0;
  fc.assert(
    fc.property(cases, fc.array(request, { minLength: 12, maxLength: 12 }), ([one, other], requests) => {
      const delta = permissionDelta(policies(one), policies(other));
      for (const what of requests) {
        if (may(one, what) || !may(other, what)) continue;
        news++;
        expect({ what, told: tells(delta, what) }).toEqual({ what, told: true });
      }
    }),
    runs(300),
  );
  expect(news).toBeGreaterThan(150);
});

const exactStatement: fc.Arbitrary<TestStatement> = fc
  .record({ actions: some(ACTION_PATTERNS), resources: some(RESOURCE_PATTERNS) })
  .map(({ actions, resources }) => ({ Action: actions, Resource: resources }));

test("what is told to be gained was not allowed before", () => {
  fc.assert(
    fc.property(
      fc.array(exactStatement, { maxLength: 3 }),
      fc.array(exactStatement, { maxLength: 3 }),
      request,
      (one, other, what) => {
        const { gained } = permissionDelta(policies({ identity: one }), policies({ identity: other }));
        const exact = gained.filter(({ onlyFuture }) => !onlyFuture);
        const told = exact.some(
          ({ actions, resources }) => actions.includes(what.action) && resources.includes(what.resource),
        );
        if (told) expect([allows(one, what), allows(other, what)]).toEqual([false, true]);
      },
    ),
    runs(200),
  );
});

const letIn = fc
  .record({
    Effect: fc.constantFrom<"Allow" | "Deny">("Allow", "Allow", "Deny"),
    who: some(PRINCIPALS),
    actions: some(["s3:GetObject", "s3:PutObject", "s3:*"]),
    condition,
  })
  .map(({ Effect, who, actions, condition: given }) => ({
    Effect,
    Principal: { AWS: who },
    Action: actions,
    Resource: "arn:aws:s3:::raw/*",
    ...(given === undefined ? {} : { Condition: { [given.operator]: { [given.key]: given.values } } }),
  }));

test("whoever is newly let in is told", () => {
  let news = 0;
  const sides = fc.array(letIn, { maxLength: 3 });
  const who = fc.record({
    action: fc.constantFrom("s3:GetObject", "s3:PutObject"),
    resource: fc.constant("arn:aws:s3:::raw/1"),
    principal: fc.constantFrom(...PRINCIPALS.slice(1)),
    context: fc.constantFrom<Record<string, string>>({}, { "aws:username": "ann" }, { "aws:username": "bob" }),
  });
  fc.assert(
    fc.property(sides, sides, who, (one, other, what) => {
      const delta = permissionDelta(resource(one), resource(other));
      expect(plain(permissionDelta(resource(other), resource(one)))).toEqual(plain(mirror(delta)));
      if (allows(one, what) || !allows(other, what)) return;
      news++;
      const principals = [...delta.gained, ...delta.rescoped, ...delta.conditions, ...delta.denies].flatMap(
        (row) => row.principals,
      );
      expect(principals.some((name) => name === "AWS *" || name === `AWS ${what.principal}`)).toBe(true);
    }),
    runs(200),
  );
  expect(news).toBeGreaterThan(20);
});

function resource(list: readonly TestStatement[]): PrincipalPolicies {
  return { documents: [named("bucket", "resource", ...list)] };
}
