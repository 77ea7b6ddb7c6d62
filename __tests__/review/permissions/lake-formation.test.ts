/** Grants of Lake Formation. */
import type { Json } from "../../../src/json/json-value";
import { permissionDrafts } from "../../../src/review/permissions/find-permissions";
import { plainText } from "../../../src/text/message";
import { changed, type PlanParts, planOf, role } from "./permissions-support";

const ACCOUNT = { aws: { name: "aws", expressions: { allowed_account_ids: { constant_value: ["111111111111"] } } } };

/** `rule: message`, of all addresses. */
function told(...changes: readonly NonNullable<PlanParts["changes"]>[number][]): readonly string[] {
  return permissionDrafts(planOf({ changes, providers: ACCOUNT })).flatMap(({ drafts }) =>
    drafts.map(({ rule, message }) => `${rule}: ${plainText(message)}`),
  );
}

const grant = (principal: string, permissions: readonly string[], more: { readonly [name: string]: Json } = {}) => ({
  principal,
  permissions: permissions as Json,
  database: [{ name: "sales" }],
  ...more,
});
const permission = (before: Json, after: Json, more = {}) =>
  changed("aws_lakeformation_permissions.p", before, after, more);
const OWN = "arn:aws:iam::111111111111:role/etl";

test.each<[name: string, before: Json, after: Json, want: readonly string[]]>([
  [
    "a grant",
    null,
    grant(OWN, ["DESCRIBE"]),
    [`permission-gained: in Lake Formation: DESCRIBE on database sales for ${OWN}`],
  ],
  [
    "one more, and one less",
    grant(OWN, ["DESCRIBE", "DROP"]),
    grant(OWN, ["ALTER", "DESCRIBE"]),
    [
      `permission-gained: in Lake Formation: ALTER on database sales for ${OWN}`,
      `permission-lost: in Lake Formation: DROP on database sales for ${OWN}`,
    ],
  ],
  [
    "less than all",
    grant(OWN, ["ALL"]),
    grant(OWN, ["SELECT"]),
    [`permission-lost: in Lake Formation: ALL on database sales for ${OWN}`],
  ],
  [
    "the right to grant",
    grant(OWN, ["SELECT"]),
    grant(OWN, ["SELECT"], { permissions_with_grant_option: ["SELECT"] }),
    [
      `manages-permissions: ${OWN} may grant SELECT on database sales to others in Lake Formation`,
      `permission-gained: in Lake Formation: SELECT with grant option on database sales for ${OWN}`,
    ],
  ],
  [
    "another account",
    null,
    grant("222222222222", ["SELECT"], { database: [], table: [{ database_name: "sales", name: "orders" }] }),
    [
      "opened-to-account: in Lake Formation, another account (222222222222) is let in on table sales.orders",
      "permission-gained: in Lake Formation: SELECT on table sales.orders for 222222222222",
    ],
  ],
  [
    "everybody",
    null,
    grant("IAM_ALLOWED_PRINCIPALS", ["ALL"]),
    [
      "opened-to-anyone: in Lake Formation, everybody whom IAM allows is let in on database sales",
      "permission-gained: in Lake Formation: ALL on database sales for IAM_ALLOWED_PRINCIPALS",
    ],
  ],
])("%s", (_name, before, after, want) => {
  expect(told(permission(before, after))).toEqual(want);
});

test("the same grant in another resource is no change", () => {
  const one = grant(OWN, ["SELECT"]);
  expect(told(permission(one, null), changed("aws_lakeformation_permissions.q", null, one))).toEqual([]);
});

test("administrators", () => {
  const of = (...admins: string[]) => ({ admins });
  expect(told(changed("aws_lakeformation_data_lake_settings.s", of(), of(OWN)))).toEqual([
    `manages-permissions: ${OWN} administers the data lake in Lake Formation`,
    `permission-gained: in Lake Formation: administrator on the data lake for ${OWN}`,
  ]);
});

test("what cannot be told", () => {
  expect(told(permission(null, grant(OWN, ["SELECT"]), { sensitive: { database: true } }))).toEqual([
    "permission-unknown: a part of the grant is marked as sensitive",
  ]);
  expect(told(permission(null, { permissions: ["SELECT"] }, { unknown: { principal: true } }))).toContain(
    "permission-unknown: a part of the grant is known only after apply",
  );
  expect(told(changed("aws_lakeformation_opt_in.o", null, {}))).toHaveLength(1);
  expect(told(changed("aws_iam_role.r", null, role("r"))).join()).not.toContain("Lake");
});
