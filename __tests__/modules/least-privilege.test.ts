/** What the README of `glue-role` says of its example beside AWSGlueServiceRole, counted from the authorization data. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { actionsMatching } from "../../src/iam/data/authorization";
import { grantRole } from "../../src/iam/grants";
import { managedPolicyNamed } from "../../src/iam/managed";
import { GENERATED } from "./support/generated";

interface Allowed {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** How many actions some statements allow, and how many of these on every resource. */
function count(statements: readonly Allowed[]): string {
  const number = (some: readonly Allowed[]) =>
    new Set(some.flatMap(({ actions }) => actions.flatMap((action) => actionsMatching(action)))).size;
  return `${number(statements)} actions, ${number(statements.filter(({ resources }) => resources.includes("*")))} of them on \`*\``;
}

const listOf = (value: string | readonly string[] = []) => (typeof value === "string" ? [value] : value);
const valuesOf = (all: readonly { readonly value: string }[] = []) => all.map(({ value }) => value);

test("the README tells how many actions each allows", () => {
  const example = grantRole({
    region: "eu-west-1",
    account: "111111111111",
    readS3: ["s3://example-data/orders/", "s3://example-scripts/orders.py"],
    writeS3: ["s3://example-lake/orders/"],
    readTables: ["orders.*"],
  });
  const ours = Object.values(example).flatMap(({ Statement }) =>
    [Statement].flat().map(({ Action, Resource }) => ({ actions: listOf(Action), resources: listOf(Resource) })),
  );
  const theirs = (managedPolicyNamed("AWSGlueServiceRole")?.document.statements ?? []).map((statement) => ({
    actions: valuesOf(statement.actions),
    resources: valuesOf(statement.resources),
  }));
  const readme = readFileSync(join(GENERATED, "modules", "glue-role", "README.md"), "utf8");
  expect(readme).toContain(`The policies of the example above allow ${count(ours)}, because`);
  expect(readme).toContain(`\`AWSGlueServiceRole\` allows ${count(theirs)}`);
});
