/** Over 400 lines because each row that says more than the table has its case here. The tables of settings: each row in both directions, and what single rows say. */
import type { Json } from "../../../src/json/json-value";
import type { Level } from "../../../src/review/rule";
import { AWS_SETTINGS } from "../../../src/review/rules/resources/aws-settings";
import { AZURE_SETTINGS } from "../../../src/review/rules/resources/azure-settings";
import { GOOGLE_SETTINGS } from "../../../src/review/rules/resources/google-settings";
import { newerName } from "../../../src/review/rules/resources/older-names";
import { OTHER_SETTINGS } from "../../../src/review/rules/resources/other-settings";
import type { Setting } from "../../../src/review/rules/resources/setting-tests";
import { settingsFor, typesWithSettings } from "../../../src/review/rules/resources/settings";
import { type AccessCase, created, removed, toldBy, updated, withReferences } from "../access/told-by";

type Rule = Parameters<typeof settingsFor>[0];

const tables = [AWS_SETTINGS, AZURE_SETTINGS, GOOGLE_SETTINGS, OTHER_SETTINGS];
const rules = [...new Set(tables.flatMap((table) => Object.keys(table)))] as readonly Rule[];
const rows = rules.flatMap((rule) =>
  typesWithSettings(rule).flatMap((type) =>
    settingsFor(rule, type).map(
      (setting) =>
        [
          `${rule} ${type} ${String(setting.where?.wanted ?? "")} ${setting.path.join(".")} ${setting.test}:${setting.values.join("|")}`,
          { rule, type, setting },
        ] as const,
    ),
  ),
);

/** A block of the provider: the argument inside of its lists. */
function holding({ path, where }: Setting, value: Json | undefined): Json {
  const [last = "", ...outer] = [...path].reverse();
  const meant = where === undefined ? {} : { [where.attribute]: meantBy(where.wanted) ?? null };
  const given = outer.reduce<Json>(
    (inner, step) => {
      if (step.endsWith("@")) return { [step.slice(0, -1)]: JSON.stringify(inner) };
      const [, name = step, called] = /^(\w+)\{(.+)\}$/.exec(step) ?? [];
      return { [name]: [called === undefined ? inner : { name: called, ...(inner as object) }] };
    },
    value === undefined ? {} : { [last]: value },
  );
  return { ...meant, ...(given as object) };
}

/** A value that a condition of a row takes. */
function meantBy(wanted: string | RegExp): string | undefined {
  if (typeof wanted === "string") return wanted;
  const texts = ["postgres14", "aurora-postgresql16", "TAG_POLICY", "https", "sqs", "log_connections", "run.sh"];
  return [...texts, "CustomScript", "auth/userpass", ".github/workflows/a.yml"].find((text) => wanted.test(text));
}

/** How a message names the argument. */
function nameOf({ path, where }: Setting): string {
  const name = path.join(".").replace("@.", ".");
  return typeof where?.wanted === "string" ? `${where.wanted}: ${name}` : name;
}

const readValue = (text: string | undefined): Json | undefined =>
  text === undefined || text === "-" ? undefined : text === "true" ? true : text === "false" ? false : text;

/** The values of `worse` between which stands `=`. */
const sameOf = (given = ""): readonly string[] => given.split("=");

/** A safe and a risky value of a row. */
function sidesOf({ test, values }: Setting): readonly [safe: Json | undefined, risky: Json | undefined] {
  const [first] = values;
  const risky = readValue(first);
  if (test === "is")
    return [typeof risky === "boolean" ? !risky : risky === undefined ? "given" : `not-${String(risky)}`, risky];
  if (test === "worse") return [readValue(sameOf(first)[0]), readValue(sameOf(values.at(-1))[0])];
  if (test === "set") return [undefined, "given"];
  if (test === "leaves") return [readValue(first), "other"];
  if (test === "less" || test === "sooner") return [30, 7];
  if (test === "more") return [7, 30];
  if (test === "older") return ["python3.13", "python3.9"];
  if (test === "gains" || test === "joins") return [["kept"], ["kept", first ?? "other"]];
  if (test === "loses") return [["kept", first ?? "other"], ["kept"]];
  return ["given", "other"];
}

/** What a rule tells of a change of a setting, whatever else the rule says. */
function toldOf(
  rule: Rule,
  type: string,
  setting: Setting,
  before: Json | undefined,
  after: Json | undefined,
): readonly string[] {
  return toldBy(rule, updated(`${type}.a`, holding(setting, before), holding(setting, after)));
}

test("the table has many rows", () => {
  expect(rows.length).toBeGreaterThan(700);
  expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length);
});

/** The rows of a rule are one test, because a test of its own takes longer than what it tries of a row. */
test.each(rules)("%s", (rule) => {
  for (const [name, row] of rows.filter((one) => one[1].rule === rule)) {
    try {
      expectOneDirection(row);
      expectUnknownTold(row);
      expectNewTold(row);
      expectInstanceTold(row);
      expectSameIsQuiet(row);
    } catch (cause) {
      throw new Error(`${name}: ${(cause as Error).message}`, { cause });
    }
  }
});

interface Row {
  readonly rule: Rule;
  readonly type: string;
  readonly setting: Setting;
}

/** It is told, and not the other way. */
function expectOneDirection({ rule, type, setting }: Row): void {
  const [safe, risky] = sidesOf(setting);
  const name = nameOf(setting);
  const told = toldOf(rule, type, setting, safe, risky);
  expect(told.filter((text) => text.startsWith(`${setting.level}: ${name} `))).toHaveLength(1);
  expect(toldOf(rule, type, setting, safe, safe)).toEqual([]);
  expect(toldOf(rule, type, setting, risky, risky)).toEqual([]);
  if (["changes", "elsewhere", "filters", "others"].includes(setting.test)) return;
  const back = toldOf(rule, type, setting, risky, safe);
  expect(back.filter((text) => text.includes(name) && !hasOtherRow(rule, type, setting))).toEqual([]);
}

/** The mark of a value that is known only after apply: of a text of JSON as a whole. */
function unknownOf(setting: Setting): Json {
  const [first = ""] = setting.path;
  return first.endsWith("@") ? { [first.slice(0, -1)]: true } : holding({ ...setting, where: undefined }, true);
}

/** It is attention if it is known only after apply, and quiet if nobody wrote it. */
function expectUnknownTold({ rule, type, setting }: Row): void {
  const [safe] = sidesOf(setting);
  const name = nameOf(setting);
  const given = updated(`${type}.a`, holding(setting, safe ?? undefined), holding(setting, undefined), {
    unknown: unknownOf(setting),
  });
  // A new revision of what it names is known only after apply.
  const isQuiet = setting.test === "others" || setting.test === "older";
  const want = (safe !== undefined && !isQuiet) || ["set", "is", "gains", "sooner"].includes(setting.test) ? 1 : 0;
  const found = toldBy(rule, given).filter((text) => text.includes(name));
  expect(found.length).toBeGreaterThanOrEqual(want);
  for (const text of found) expect(text).toMatch(/^attention: /);
  const configuration = withReferences(`${type}.a`, "something_else", "var.x");
  expect(toldBy(rule, { ...given, configuration }).filter((text) => text.includes(name))).toEqual([]);
}

/** It is told of a new resource if the row says so, and never of one that goes. */
function expectNewTold({ rule, type, setting }: Row): void {
  const [, risky] = sidesOf(setting);
  const name = nameOf(setting);
  const told = toldBy(rule, created(`${type}.a`, holding(setting, risky))).filter((text) => text.includes(name));
  const isTold = setting.whenNew !== undefined && risky !== undefined;
  const expected: readonly (Level | undefined)[] = isTold ? [setting.whenNew] : [];
  expect(told.map((text) => text.split(":")[0])).toEqual(expected);
  const gone = toldBy(rule, removed(`${type}.a`, holding(setting, risky)));
  expect(gone.filter((text) => text.includes(name))).toEqual([]);
}

function expectInstanceTold({ rule, type, setting }: Row): void {
  const [safe, risky] = sidesOf(setting);
  const instance = updated(`module.m["x"].${type}.a["k"]`, holding(setting, safe), holding(setting, risky));
  expect(toldBy(rule, instance).filter((text) => text.includes(nameOf(setting)))).toHaveLength(1);
}

/** Of values that mean the same, each is told after a safer one, and none after another. A block that is removed has no values. */
function expectSameIsQuiet({ rule, type, setting }: Row): void {
  const same = setting.test === "worse" ? sameOf(setting.values.at(-1)) : [];
  const [safe] = sidesOf(setting);
  const told = (before: Json | undefined, after: Json | undefined) =>
    toldOf(rule, type, setting, before, after).filter((text) => text.includes(nameOf(setting)));
  for (const [index, one] of same.slice(1).entries()) {
    const [value, other] = [readValue(one), readValue(same[index])];
    expect(told(safe, value)).toHaveLength(1);
    expect([...told(value, other), ...told(other, value)]).toEqual([]);
  }
  if (!same.includes("-") || setting.path.length === 1 || setting.where !== undefined) return;
  const [first = ""] = setting.path;
  const isText = first.endsWith("@");
  const given = updated(`${type}.a`, holding(setting, safe), { [first.replace(/\{.*|@$/, "")]: isText ? "{}" : [] });
  expect(toldBy(rule, given).filter((text) => text.includes(nameOf(setting)))).toHaveLength(1);
}

/** Whether another row of the same argument may tell the way back. */
function hasOtherRow(rule: Rule, type: string, setting: Setting): boolean {
  const same = settingsFor(rule, type).filter((one) => one.path.join() === setting.path.join());
  return same.length > 1;
}

const told: readonly (readonly [rule: Rule, cases: readonly AccessCase[]])[] = [
  [
    "guest-access",
    [
      [
        "a listener no longer asks who it is",
        updated(
          "aws_lb_listener.l",
          { default_action: [{ type: "authenticate-oidc" }, { type: "forward" }] },
          { default_action: [{ type: "forward" }] },
        ),
        ["danger: default_action.type loses authenticate-oidc"],
      ],
      [
        "the same under the older name of the type",
        updated(
          "aws_alb_listener.l",
          { default_action: [{ type: "authenticate-cognito" }, { type: "forward" }] },
          { default_action: [{ type: "forward" }] },
        ),
        ["danger: default_action.type loses authenticate-cognito"],
      ],
      [
        "one of two cache behaviors without signed URLs",
        updated(
          "aws_cloudfront_distribution.d",
          { ordered_cache_behavior: [{ trusted_key_groups: ["k"] }, { trusted_key_groups: ["k"] }] },
          { ordered_cache_behavior: [{ trusted_key_groups: [] }, { trusted_key_groups: ["k"] }] },
        ),
        ["danger: ordered_cache_behavior.trusted_key_groups [], in 0 → 1 blocks"],
      ],
      [
        "cache behaviors in another order",
        updated(
          "aws_cloudfront_distribution.d",
          { ordered_cache_behavior: [{ trusted_key_groups: ["k"] }, { trusted_key_groups: [] }] },
          { ordered_cache_behavior: [{ trusted_key_groups: [] }, { trusted_key_groups: ["k"] }] },
        ),
        [],
      ],
      ["a service of VPC Lattice that says nothing", created("aws_vpclattice_service.s", { name: "a" }), []],
      [
        "cache behaviors without signed URLs beside others without",
        updated(
          "aws_cloudfront_distribution.d",
          { ordered_cache_behavior: [{ path_pattern: "/a", trusted_key_groups: [] }] },
          {
            ordered_cache_behavior: [
              { path_pattern: "/a", trusted_key_groups: [] },
              { path_pattern: "/b", trusted_key_groups: [] },
            ],
          },
        ),
        [],
      ],
      [
        "the first two cache behaviors",
        updated(
          "aws_cloudfront_distribution.d",
          { ordered_cache_behavior: [] },
          { ordered_cache_behavior: [{ trusted_key_groups: [] }, { trusted_key_groups: null }] },
        ),
        [],
      ],
      [
        "one without signed URLs beside one with them",
        updated(
          "aws_cloudfront_distribution.d",
          { ordered_cache_behavior: [{ trusted_key_groups: ["k"] }] },
          { ordered_cache_behavior: [{ trusted_key_groups: ["k"] }, { trusted_key_groups: [] }] },
        ),
        ["danger: ordered_cache_behavior.trusted_key_groups [], in 0 → 1 blocks"],
      ],
    ],
  ],
  [
    "public-endpoint",
    [
      [
        "a policy that encrypts is of another rule",
        updated(
          "aws_opensearchserverless_security_policy.p",
          { type: "encryption", policy: "{}" },
          { type: "encryption", policy: '{"a":1}' },
        ),
        [],
      ],
      [
        "a workspace that is reached through endpoints alone",
        updated(
          "aws_grafana_workspace.w",
          { network_access_control: [{ prefix_list_ids: ["pl-1"], vpce_ids: ["vpce-1"] }] },
          { network_access_control: [{ prefix_list_ids: [], vpce_ids: ["vpce-1"] }] },
        ),
        [],
      ],
    ],
  ],
  [
    "access-setting",
    [
      [
        "a policy of Cedar",
        updated(
          "aws_verifiedpermissions_policy.p",
          { definition: [{ static: [{ statement: 'permit(principal == User::"a", action, resource);' }] }] },
          { definition: [{ static: [{ statement: "permit(principal, action, resource);" }] }] },
        ),
        [
          'attention: definition.static.statement permit(principal == User::"a", action, resource); → permit(principal, action, resource);',
        ],
      ],
      [
        "a policy of OpenSearch Serverless in another order of keys",
        updated(
          "aws_opensearchserverless_access_policy.p",
          { policy: '[{"Rules":[],"Principal":["a"]}]' },
          { policy: '[ {"Principal": ["a"], "Rules": []} ]' },
        ),
        [],
      ],
      [
        "triggers where what is not set is written in another way",
        updated(
          "aws_cognito_user_pool.p",
          { lambda_config: [{ pre_sign_up: "arn:f", post_confirmation: "", pre_token_generation_config: [] }] },
          { lambda_config: [{ pre_sign_up: "arn:f", post_confirmation: null }] },
        ),
        [],
      ],
      [
        "mappings of roles in another order, of which one says nothing of its rules",
        updated(
          "aws_cognito_identity_pool_roles_attachment.r",
          { role_mapping: [{ identity_provider: "a", mapping_rule: [] }, { identity_provider: "b" }] },
          { role_mapping: [{ identity_provider: "b", mapping_rule: null }, { identity_provider: "a" }] },
        ),
        [],
      ],
      [
        "another trigger",
        updated(
          "aws_cognito_user_pool.p",
          { lambda_config: [{ pre_sign_up: "arn:f", post_confirmation: "" }] },
          { lambda_config: [{ pre_sign_up: "arn:g", post_confirmation: null }] },
        ),
        ["attention: lambda_config changes"],
      ],
      [
        "a sign-in flow with the password",
        updated(
          "aws_cognito_user_pool_client.c",
          { explicit_auth_flows: ["ALLOW_USER_SRP_AUTH"] },
          { explicit_auth_flows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"] },
        ),
        ["attention: explicit_auth_flows gains ALLOW_USER_PASSWORD_AUTH"],
      ],
      [
        "sign-in flows in another order",
        updated(
          "aws_cognito_user_pool_client.c",
          { explicit_auth_flows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
          { explicit_auth_flows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"] },
        ),
        [],
      ],
      [
        "a method that Cognito guards in place of IAM",
        updated("aws_api_gateway_method.m", { authorization: "AWS_IAM" }, { authorization: "COGNITO_USER_POOLS" }),
        ["attention: authorization AWS_IAM → COGNITO_USER_POOLS"],
      ],
      [
        "a method that nobody guards is of another rule",
        updated("aws_api_gateway_method.m", { authorization: "AWS_IAM" }, { authorization: "NONE" }),
        [],
      ],
    ],
  ],
  [
    "encryption-off",
    [
      [
        "a policy for TLS that goes with its block",
        updated(
          "aws_sesv2_configuration_set.s",
          { delivery_options: [{ tls_policy: "REQUIRE" }] },
          { delivery_options: [] },
        ),
        ["attention: delivery_options.tls_policy REQUIRE → (none)"],
      ],
      [
        "a policy for TLS that only says what holds anyhow",
        updated(
          "aws_sesv2_configuration_set.s",
          { delivery_options: [{ tls_policy: "OPTIONAL" }] },
          { delivery_options: [] },
        ),
        [],
      ],
      [
        "TLS that a new PostgreSQL asks for anyhow",
        updated(
          "aws_db_parameter_group.p",
          { family: "postgres16", parameter: [{ name: "rds.force_ssl", value: "1" }] },
          { family: "postgres16", parameter: [] },
        ),
        [],
      ],
      [
        "TLS that an older PostgreSQL asks for no longer",
        updated(
          "aws_db_parameter_group.p",
          { family: "postgres14", parameter: [{ name: "rds.force_ssl", value: "1" }] },
          { family: "postgres14", parameter: [] },
        ),
        ["attention: parameter{rds.force_ssl}.value 1 → (none)"],
      ],
      [
        "files that S3 encrypts with its own key are of another rule",
        updated("aws_storagegateway_nfs_file_share.s", { kms_encrypted: true }, { kms_encrypted: false }),
        [],
      ],
      [
        "an older domain of search",
        updated(
          "aws_elasticsearch_domain.d",
          { domain_endpoint_options: [{ enforce_https: true }] },
          { domain_endpoint_options: [{ enforce_https: false }] },
        ),
        ["danger: domain_endpoint_options.enforce_https true → false"],
      ],
      [
        "a volume of an instance",
        created("aws_instance.i", { root_block_device: [{ encrypted: false }] }),
        ["attention: a new one with root_block_device.encrypted false"],
      ],
    ],
  ],
];

describe.each(told)("%s", (rule, cases) => {
  test.each(cases)("%s", (_case, given, want) => {
    expect(toldBy(rule, given)).toEqual(want);
  });
});

test("a long text and a sensitive one are not shown", () => {
  const long = "permit(principal, action, resource);".repeat(10);
  const policy = (statement: string) => ({ definition: [{ static: [{ statement }] }] });
  const address = "aws_verifiedpermissions_policy.p";
  expect(toldBy("access-setting", updated(address, policy("forbid(principal);"), policy(long)))).toEqual([
    "attention: definition.static.statement changes",
  ]);
  const client = updated(
    "aws_cognito_user_pool_client.c",
    { callback_urls: [] },
    { callback_urls: ["https://hidden.example"] },
    { sensitive: { callback_urls: true } },
  );
  expect(toldBy("access-setting", client)).toEqual(["attention: callback_urls gains (sensitive value)"]);
});

test("the older names of types are looked at too", () => {
  expect(newerName("aws_alb")).toBe("aws_lb");
  expect(typesWithSettings("logging-off")).toContain("aws_alb");
  expect(typesWithSettings("logging-off")).toContain("aws_elasticsearch_domain");
});
