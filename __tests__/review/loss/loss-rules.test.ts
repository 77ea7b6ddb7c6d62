/** How the rules report what is lost. */
import type { Json } from "../../../src/json/json-value";
import { renderMarkdown } from "../../../src/review/report/markdown";
import { findingsOf, type GivenChange, reviewOf } from "../support";

const REPLACED = {
  action: "replace-delete-first",
  actions: ["delete", "create"],
  after: {},
  replacePaths: [["name"]],
} as const;
const CREATED_FIRST = { ...REPLACED, action: "replace-create-first", actions: ["create", "delete"] } as const;

const find = (type: string, rest: Partial<GivenChange> = {}, before: Json = {}) =>
  findingsOf({ changes: [{ address: `${type}.this`, before, ...rest }] }).filter(
    (one) => !one.startsWith("permission"),
  );

describe("R1 a deposed object has the level of its type", () => {
  test.each<[type: string, want: string]>([
    ["aws_db_instance", "danger: the database goes"],
    ["aws_s3_bucket", "danger: the bucket goes; apply fails unless it is empty"],
    ["aws_cognito_user_pool", "danger: its users go, with their passwords and devices"],
    ["aws_kms_key", "danger: what is encrypted with it can then never be read again; deletion after 30 days"],
    ["aws_sqs_queue", "attention: messages that are not read yet go"],
    ["aws_lb", "attention: if something still uses the old one: clients lose its address until there is another"],
    ["acme_table", "attention: judge whether its type holds data"],
    [
      "aws_iam_role",
      "attention: if something still uses the old one: what assumes it is refused, and a new role is another one for policies that name it",
    ],
    [
      "aws_launch_template",
      "attention: if something still uses the old one: groups and fleets start no more instances from it; those that run stay",
    ],
    [
      "aws_cloudwatch_dashboard",
      "note: left over from an earlier replacement: it is only a definition, which is in the configuration",
    ],
    ["terraform_data", "note: left over from an earlier replacement: it is only a value in the state"],
  ])("R1 %s", (type, want) => {
    expect(find(type, { deposed: "12ab" })).toEqual([`deposed-destroyed ${want}`]);
  });

  test("R1 what makes the loss worse is told too", () => {
    expect(find("aws_db_instance", { deposed: "12ab" }, { skip_final_snapshot: true })).toEqual([
      "deposed-destroyed danger: the database goes; without a final snapshot",
    ]);
  });

  test("R1 it says so in the review, beside the object that stays", () => {
    const address = "aws_db_instance.main";
    const changes: readonly GivenChange[] = [
      { address, before: { name: "a" }, after: { name: "a" }, action: "no-op" },
      { address, before: {}, deposed: "12ab" },
    ];
    const review = reviewOf([{ changes }]);
    expect(renderMarkdown(review)).toContain("1 dangerous finding needs a person");
  });
});

describe("R2 what is destroyed needs a person unless it is known to be empty", () => {
  test.each<[type: string, want: string]>([
    [
      "aws_ebs_snapshot",
      "data-store-destroyed danger: the snapshot goes, and nothing can be restored from it any more",
    ],
    ["aws_cognito_user_pool", "identity-destroyed danger: its users go, with their passwords and devices"],
    ["aws_organizations_account", "identity-destroyed danger: the account is closed or leaves the organization"],
    ["aws_iam_access_key", "credential-destroyed attention: what signs in with it is refused"],
    [
      "aws_secretsmanager_secret_version",
      "credential-destroyed attention: the version and its value go, unless it is the current one, which stays",
    ],
    [
      "aws_launch_template",
      "service-interrupted attention: groups and fleets start no more instances from it; those that run stay",
    ],
    [
      "aws_instance",
      "service-interrupted attention: the instance is terminated, and its root disk goes with it unless it is kept",
    ],
    ["aws_lambda_function", "service-interrupted attention: callers of it fail"],
    ["aws_not_made_yet", "unknown-type-destroyed attention: judge whether its type holds data"],
    ["google_sql_database_instance", "data-store-destroyed danger: the database goes"],
    ["azurerm_storage_account", "data-store-destroyed danger: the objects in it go too"],
    [
      "kubernetes_namespace",
      "data-store-destroyed danger: everything in the namespace goes, also what Terraform does not manage",
    ],
    [
      "helm_release",
      "data-store-destroyed attention: what its chart installed goes, and volumes that it claimed may go too",
    ],
  ])("R2 %s", (type, want) => {
    expect(find(type)).toEqual([want]);
  });

  test.each([
    "aws_ecs_task_definition",
    "aws_lambda_permission",
    "aws_launch_configuration",
    "aws_security_group_rule",
    "aws_db_parameter_group",
    "aws_cloudwatch_metric_alarm",
    "null_resource",
    "kubernetes_role_binding",
    "azurerm_role_assignment",
  ])("R2 %s stays calm", (type) => {
    expect(find(type)).toEqual(["destroyed note: destroyed"]);
    expect(find(type, REPLACED)).toEqual(["destroyed note: replaced, because name changes"]);
  });

  test("R2 a type that nobody knows makes one row", () => {
    const changes: readonly GivenChange[] = [
      { address: "acme_table.a", before: {} },
      { address: "acme_table.b", before: {}, reason: "delete_because_no_module" },
      { address: "acme_table.c[1]", before: {}, ...REPLACED },
      { address: "snowflake_view.d", before: {} },
    ];
    const rows = reviewOf([{ changes }]).rows.filter(({ rule }) => rule === "unknown-type-destroyed");
    expect(rows.map(({ places }) => places.map(({ address }) => address))).toEqual([
      ["acme_table.a", "acme_table.b", "acme_table.c[1]"],
      ["snowflake_view.d"],
    ]);
    expect(JSON.stringify(rows[0]?.details)).toContain("because its module is no longer called");
  });
});

describe("the new object is made first", () => {
  test.each<[type: string, want: string]>([
    [
      "aws_lb_target_group",
      "service-interrupted note: apply fails while a listener or a rule uses it; a new one has no targets until they are registered and healthy",
    ],
    [
      "aws_acm_certificate",
      "service-interrupted note: apply fails while something uses it; a new one must be validated again",
    ],
    [
      "aws_launch_template",
      "service-interrupted note: groups and fleets start no more instances from it; those that run stay",
    ],
    [
      "aws_instance",
      "service-interrupted note: the instance is terminated, and its root disk goes with it unless it is kept",
    ],
    ["aws_db_instance", "data-store-destroyed danger: the database goes"],
    ["aws_cognito_user_pool", "identity-destroyed danger: its users go, with their passwords and devices"],
    ["aws_iam_role", "service-interrupted attention: policies of others that name the role no longer mean it"],
  ])("%s", (type, want) => {
    expect(find(type, CREATED_FIRST)).toEqual([`${want}; replaced, because name changes (the new one is made first)`]);
  });
});

describe("the old object is destroyed first", () => {
  test.each<[type: string, want: string]>([
    ["aws_lb", "service-interrupted attention: clients lose its address until there is another"],
    ["aws_iam_role", "service-interrupted attention: policies of others that name the role no longer mean it"],
    ["aws_dynamodb_table", "data-store-destroyed danger: the table and its items go"],
  ])("%s", (type, want) => {
    expect(find(type, REPLACED)).toEqual([`${want}; replaced, because name changes`]);
  });

  test("a new version of a secret is as good as an update", () => {
    const replaced =
      "credential-destroyed note: the version and its value go, unless it is the current one, which stays; replaced, because name changes";
    expect(find("aws_secretsmanager_secret_version", REPLACED)).toEqual([replaced]);
  });

  test("a role that is only destroyed is told by what assumes it", () => {
    expect(find("aws_iam_role")).toEqual([
      "service-interrupted attention: what assumes it is refused, and a new role is another one for policies that name it",
    ]);
  });
});

describe("what is not destroyed", () => {
  test.each(["aws_instance", "aws_db_instance", "aws_cognito_user_pool", "acme_table"])("%s", (type) => {
    const forgotten = ["forgotten attention: still exists, but Terraform no longer manages it"];
    expect(find(type, { action: "forget" })).toEqual(forgotten);
    expect(find(type, { after: { tags: {} }, action: "update" })).toEqual([]);
  });

  test("`removed` with `destroy = true` is a loss", () => {
    expect(find("aws_ebs_snapshot", { reason: "delete_because_no_resource_config" })).toEqual([
      "data-store-destroyed danger: the snapshot goes, and nothing can be restored from it any more; destroyed, because it is no longer in the configuration",
    ]);
  });
});
