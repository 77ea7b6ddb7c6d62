/** Roles of Google Cloud, member by member, whatever form grants them. */
import type { GivenPlan } from "../support";
import { type AccessCase, created, removed, toldBy, updated, withReferences } from "./told-by";

const MEMBER = "google_project_iam_member.m";
const BINDING = "google_project_iam_binding.b";
const POLICY = "google_project_iam_policy.p";
const SA = "serviceAccount:ci@p.iam.gserviceaccount.com";

const member = (role: string, who = SA) => ({ project: "p", role, member: who, condition: [] });
const binding = (role: string, ...members: readonly string[]) => ({ project: "p", role, members });
const policy = (...bindings: readonly (readonly [role: string, ...members: readonly string[]])[]) => ({
  project: "p",
  policy_data: JSON.stringify({ bindings: bindings.map(([role, ...members]) => ({ role, members })) }),
});
const REPLACES = "attention: the policy replaces every grant that it does not name, also of others";

const cases: readonly AccessCase[] = [
  ["an owner", created(MEMBER, member("roles/owner")), [`danger: ${SA} gets roles/owner`]],
  [
    "an editor of a folder",
    created("google_folder_iam_member.m", { folder: "f", role: "roles/editor", member: "group:all@x.org" }),
    ["danger: group:all@x.org gets roles/editor"],
  ],
  [
    "tokens of service accounts",
    created(MEMBER, member("roles/iam.serviceAccountTokenCreator")),
    [`danger: ${SA} gets roles/iam.serviceAccountTokenCreator`],
  ],
  [
    "an administrator of storage",
    created(MEMBER, member("roles/storage.admin")),
    [`attention: ${SA} gets roles/storage.admin`],
  ],
  ["a narrow role", created(MEMBER, member("roles/logging.logWriter")), [`note: ${SA} gets roles/logging.logWriter`]],
  [
    "a role of the team's own",
    created(MEMBER, member("projects/p/roles/deployer")),
    [`attention: ${SA} gets projects/p/roles/deployer, whose permissions its name does not tell`],
  ],
  [
    "everybody, whatever the role and the service",
    created("google_cloud_run_v2_service_iam_member.m", { name: "s", role: "roles/run.invoker", member: "allUsers" }),
    ["danger: allUsers gets roles/run.invoker"],
  ],
  [
    "everybody with an account, in a binding",
    updated(
      "google_storage_bucket_iam_binding.b",
      { bucket: "b", role: "roles/storage.objectViewer", members: [SA] },
      { bucket: "b", role: "roles/storage.objectViewer", members: ["allAuthenticatedUsers", SA] },
    ),
    ["danger: allAuthenticatedUsers gets roles/storage.objectViewer"],
  ],
  [
    "only the new member of a binding",
    updated(BINDING, binding("roles/editor", "user:a@x.org"), binding("roles/editor", "user:b@x.org", "user:a@x.org")),
    ["danger: user:b@x.org gets roles/editor"],
  ],
  [
    "several new members in one row",
    created(BINDING, binding("roles/editor", "user:b@x.org", "user:a@x.org")),
    ["danger: user:a@x.org, user:b@x.org get roles/editor"],
  ],
  [
    "a binding in another order",
    updated(BINDING, binding("roles/owner", "user:a@x.org", SA), binding("roles/owner", SA, "user:a@x.org")),
    [],
  ],
  ["a member less", updated(BINDING, binding("roles/owner", "user:a@x.org", SA), binding("roles/owner", SA)), []],
  ["a member that goes", removed(MEMBER, member("roles/owner")), []],
  [
    "another role of a member",
    updated(MEMBER, member("roles/viewer"), member("roles/owner"), { action: "replace-delete-first" }),
    [`danger: ${SA} gets roles/owner`],
  ],
  [
    "the same grants in another form",
    {
      changes: [
        { address: BINDING, before: binding("roles/owner", SA) },
        { address: MEMBER, after: member("roles/owner") },
      ],
    },
    [],
  ],
  [
    "a new owner in a policy",
    updated(POLICY, policy(["roles/viewer", SA]), policy(["roles/owner", "user:eve@x.org"], ["roles/viewer", SA])),
    ["danger: user:eve@x.org gets roles/owner"],
  ],
  [
    "a policy in another order",
    updated(POLICY, policy(["a", "x", "y"], ["b", "z"]), policy(["b", "z"], ["a", "y", "x"])),
    [],
  ],
  ["a new policy", created(POLICY, policy(["roles/browser", SA])), [REPLACES, `note: ${SA} gets roles/browser`]],
  [
    "a policy that is known only after apply",
    updated(POLICY, policy(["roles/viewer", SA]), { project: "p" }, { unknown: { policy_data: true } }),
    ["attention: whoever the policy names gets roles that cannot be judged: it is known only after apply"],
  ],
  [
    "a role that is known only after apply",
    created(MEMBER, { project: "p", member: SA }, { unknown: { role: true } }),
    [`attention: ${SA} gets a role that is known only after apply`],
  ],
  [
    "a member that may be anybody",
    created(MEMBER, { project: "p", role: "roles/logging.logWriter" }, { unknown: { member: true } }),
    ["attention: a member that is known only after apply gets roles/logging.logWriter"],
  ],
  [
    "under a condition",
    created(MEMBER, { ...member("roles/owner"), condition: [{ expression: "request.time < x", title: "t" }] }),
    [`danger: ${SA} gets roles/owner, under a condition`],
  ],
  [
    "a condition that goes",
    updated(
      MEMBER,
      { ...member("roles/owner"), condition: [{ expression: "request.time < x", title: "t" }] },
      member("roles/owner"),
      { action: "replace-delete-first" },
    ),
    [`danger: ${SA} gets roles/owner`],
  ],
  [
    "one service account for a workload",
    created("google_service_account_iam_member.m", {
      service_account_id: "s",
      role: "roles/iam.workloadIdentityUser",
      member: "serviceAccount:p.svc.id.goog[ns/app]",
    }),
    ["note: serviceAccount:p.svc.id.goog[ns/app] gets roles/iam.workloadIdentityUser"],
  ],
  [
    "a whole pool of identities",
    created("google_service_account_iam_member.m", {
      service_account_id: "s",
      role: "roles/iam.workloadIdentityUser",
      member: "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/gh/*",
    }),
    [
      "danger: principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/gh/* gets roles/iam.workloadIdentityUser",
    ],
  ],
  [
    "an access list of a bucket",
    updated(
      "google_storage_bucket_acl.a",
      { role_entity: ["OWNER:x"] },
      { role_entity: ["OWNER:x", "READER:allUsers"] },
    ),
    ["danger: everybody gets access: READER:allUsers"],
  ],
  [
    "permissions of a role that lead to all others",
    updated(
      "google_project_iam_custom_role.r",
      { permissions: ["run.services.get"] },
      { permissions: ["run.services.get", "iam.serviceAccounts.actAs"] },
    ),
    ["danger: the role gets iam.serviceAccounts.actAs"],
  ],
  [
    "other permissions of a role",
    updated("google_project_iam_custom_role.r", { permissions: ["a.b.get"] }, { permissions: ["a.b.get", "a.b.list"] }),
    ["note: the role gets a.b.list"],
  ],
  [
    "a data set that everybody with an account of Google may read",
    updated(
      "google_bigquery_dataset.d",
      { dataset_id: "d", access: [{ role: "OWNER", special_group: "projectOwners" }] },
      {
        dataset_id: "d",
        access: [
          { role: "READER", special_group: "allAuthenticatedUsers" },
          { role: "OWNER", special_group: "projectOwners" },
        ],
      },
    ),
    ["danger: allAuthenticatedUsers gets READER on the data set"],
  ],
  [
    "the same in a resource of its own",
    created("google_bigquery_dataset_access.d", {
      dataset_id: "d",
      role: "roles/bigquery.dataViewer",
      iam_member: "allUsers",
    }),
    ["danger: allUsers gets roles/bigquery.dataViewer on the data set"],
  ],
  [
    "a reader of a data set, and a view that reads it for others",
    updated(
      "google_bigquery_dataset.d",
      { dataset_id: "d", access: [] },
      {
        dataset_id: "d",
        access: [
          { role: "READER", user_by_email: "eve@example.com", view: [] },
          { role: "", view: [{ project_id: "p", dataset_id: "e", table_id: "v" }] },
        ],
      },
    ),
    [
      "attention: an authorized view gets what it reads on the data set",
      "note: user:eve@example.com gets READER on the data set",
    ],
  ],
  [
    "what a new data set has anyhow",
    created("google_bigquery_dataset.d", {
      dataset_id: "d",
      access: [{ role: "OWNER", special_group: "projectOwners" }],
    }),
    ["note: projectOwners gets OWNER on the data set"],
  ],
  [
    "an owner of a new data set",
    created("google_bigquery_dataset.d", {
      dataset_id: "d",
      access: [{ role: "OWNER", user_by_email: "eve@example.com" }],
    }),
    ["attention: user:eve@example.com gets OWNER on the data set"],
  ],
  [
    "the list of a data set in another order",
    updated(
      "google_bigquery_dataset.d",
      {
        dataset_id: "d",
        access: [
          { role: "READER", domain: "example.com" },
          { role: "WRITER", group_by_email: "g@example.com" },
        ],
      },
      {
        dataset_id: "d",
        access: [
          { role: "WRITER", group_by_email: "g@example.com" },
          { role: "READER", domain: "example.com" },
        ],
      },
    ),
    [],
  ],
];

test.each(cases)("%s", (_name, given, want) => {
  expect(toldBy("google-role-granted", given)).toEqual(want);
});

test("a role of the plan itself is judged where it stands", () => {
  const given: GivenPlan = {
    ...created(MEMBER, { project: "p", member: SA }, { unknown: { role: true } }),
    configuration: withReferences(
      MEMBER,
      "role",
      "google_project_iam_custom_role.r.id",
      "google_project_iam_custom_role.r",
    ),
  };
  expect(toldBy("google-role-granted", given)).toEqual([`note: ${SA} gets a role that is known only after apply`]);
});

test("a service account of the plan itself is not anybody", () => {
  const given: GivenPlan = {
    ...created(MEMBER, { project: "p", role: "roles/logging.logWriter" }, { unknown: { member: true } }),
    configuration: withReferences(MEMBER, "member", "google_service_account.ci.email"),
  };
  expect(toldBy("google-role-granted", given)).toEqual([
    "note: a member that is known only after apply gets roles/logging.logWriter",
  ]);
});
