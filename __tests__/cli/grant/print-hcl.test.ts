/** The HCL of `grant` is the policy: read again, it is the same to the value. */
import { policiesAsHcl } from "../../../src/cli/grant/print-hcl";
import { compilePolicy, type Request } from "../../../src/iam/compile";
import { type PlainStatement, plainPolicy } from "../../../src/iam/document/plain-policy";
import { policiesInTerraform } from "../../../src/policy-files";

const WHERE = { account: "111111111111", region: "eu-west-1" };

/** A statement in which each list is one, and what is absent is not there. */
function normal(statement: PlainStatement): unknown {
  const lists = (value: unknown): unknown =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, lists(inner)]))
      : [value].flat().map(String);
  const { Effect, Sid, ...rest } = statement;
  const there = Object.entries(rest).filter(([, value]) => value !== undefined && JSON.stringify(value) !== "{}");
  return { Effect, Sid, ...Object.fromEntries(there.map(([key, value]) => [key, lists(value)])) };
}

function readAgain(hcl: string) {
  const { policies, problems } = policiesInTerraform(new Map([["main.tf", hcl]]));
  expect(problems).toEqual([]);
  return policies.map(({ address, document }) => ({
    address,
    statements: [plainPolicy(document).Statement].flat().map(normal),
  }));
}

test.each<[name: string, requests: readonly Request[]]>([
  ["buckets and tables", [{ read: ["s3://data-in/orders/", "sales.orders"] }, { write: ["s3://lake/a/", "sales.*"] }]],
  ["deletes", [{ delete: ["sales", "s3://lake/x.csv", "secret:db"] }]],
  ["a network, with conditions on tags", [{ write: ["network:subnet-0123456789abcdef0+sg-0123456789abcdef0"] }]],
  ["actions that take only *", [{ actions: ["glue:GetDevEndpoints", "s3:ListAllMyBuckets"], resources: ["*"] }]],
  [
    "a policy variable",
    [{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::home/${aws:username}/*"], sid: "Home" }],
  ],
  ["more than one policy", [{ read: Array.from({ length: 200 }, (_, at) => `sales.a_table_with_a_long_name_${at}`) }]],
])("%s", (_name, requests) => {
  const compiled = compilePolicy(requests, WHERE);
  const hcl = policiesAsHcl(compiled);
  const want = compiled.policies.map(({ Statement }, index) => ({
    address: `data.aws_iam_policy_document.${index === 0 ? "grant" : `grant_${index + 1}`}`,
    statements: [Statement].flat().map(normal),
  }));
  expect(readAgain(hcl)).toEqual(want);
  for (const { reason } of compiled.reasons) expect(hcl).toContain(`  # ${reason}\n`);
});
