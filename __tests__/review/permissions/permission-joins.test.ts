/** Which policy comes to whom: joins by name, by reference and by key, and what is not certain. */

import type { Delta } from "../../../src/iam/delta";
import type { Json } from "../../../src/json/json-value";
import { reviewPermissions } from "../../../src/review/permissions";
import { withBackticks } from "../../../src/text/message";
import { changed, configured, kept, type PlanParts, planOf, policyText, role } from "./permissions-support";

const READ = { Action: "s3:GetObject", Resource: "arn:aws:s3:::raw/*" };
const ALL = { Action: "*", Resource: "*" };
const ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess";

function short({ gained, lost, cannotTell }: Delta): readonly string[] {
  return [
    ...gained.map(({ actions, resources }) => `gained ${actions.join(" ")} on ${resources.join(" ")}`),
    ...lost.map(({ actions, resources }) => `lost ${actions.join(" ")} on ${resources.join(" ")}`),
    ...cannotTell.map(({ side, reason }) => `cannot tell ${side}: ${withBackticks(reason)}`),
  ];
}

/** Address, and what changes there. */
function told(parts: PlanParts): readonly (readonly string[])[] {
  return reviewPermissions([planOf(parts)]).map(({ address, delta }) => [address, ...short(delta)]);
}

describe("two roles of one name", () => {
  const of = (module: string) =>
    changed(`module.${module}.aws_iam_role.job`, null, role("job"), { actions: ["no-op"] }) as Record<string, Json> & {
      change: Record<string, Json>;
    };
  const roles = ["prod", "dev"].map((name) => {
    const one = of(name);
    const value = role("job", { arn: `arn:aws:iam::${name === "prod" ? "111111111111" : "222222222222"}:role/job` });
    return { ...one, change: { ...one.change, before: value, after: value } };
  });
  const policy = (address: string, before: Json, after: Json, more = {}) => {
    const text = (list: Json) => ({ name: "p", role: "job", policy: policyText(...(list as [])) });
    return changed(address, text(before), text(after), more);
  };
  const wide = policy("module.dev.aws_iam_role_policy.p", [ALL], [ALL], { actions: ["no-op"] });

  test("each has what its own module gives", () => {
    const changes = [...roles, wide, policy("module.prod.aws_iam_role_policy.p", [], [READ])];
    expect(told({ changes })).toEqual([["module.prod.aws_iam_role.job", "gained s3:GetObject on arn:aws:s3:::raw/*"]]);
  });

  test("a reference and a provider tell which", () => {
    const changes = [...roles, wide, policy("aws_iam_role_policy.p", [], [READ])];
    const module = (name: string) => ({
      source: `./${name}`,
      module: { resources: [{ ...configured("aws_iam_role.job", {}), provider_config_key: `aws.${name}` }] },
    });
    const root = (own: object) => ({
      module_calls: { prod: module("prod"), dev: module("dev") },
      resources: [{ ...configured("aws_iam_role_policy.p", {}), ...own }],
    });
    const want = [["module.prod.aws_iam_role.job", "gained s3:GetObject on arn:aws:s3:::raw/*"]];
    expect(told({ changes, root: root({ provider_config_key: "aws.prod" }) as Json })).toEqual(want);
    // Nobody can say which: then it is neither, and the gain is told.
    expect(told({ changes, root: root({}) as Json })).toEqual([
      ["aws_iam_role_policy.p", "gained s3:GetObject on arn:aws:s3:::raw/*"],
    ]);
  });

  test("the account is that of the role, not of the plan", () => {
    const trust = policyText({ Action: "sts:AssumeRole", Principal: { AWS: "222222222222" } });
    const changes = roles.map((one) => ({
      ...one,
      change: {
        ...one.change,
        actions: ["update"],
        after: { ...(one.change.after as object), assume_role_policy: trust },
      },
    }));
    const found = reviewPermissions([planOf({ changes: changes as never })]);
    expect(found.map(({ address, escalations }) => [address, ...escalations.map(({ code }) => code)])).toEqual([
      ["module.dev.aws_iam_role.job"],
      ["module.prod.aws_iam_role.job", "trust-opened-to-account"],
    ]);
  });
});

describe("keys of instances", () => {
  const policies = ["read", "admin"].map((key) =>
    changed(
      `aws_iam_policy.p["${key}"]`,
      null,
      { name: key, policy: policyText(key === "read" ? READ : ALL) },
      { unknown: { arn: true } },
    ),
  );
  const attachment = changed(
    'aws_iam_role_policy_attachment.x["read"]',
    null,
    { role: "job" },
    { unknown: { policy_arn: true } },
  );
  const plan = (references: readonly string[], repeats: readonly string[] = []) => ({
    changes: [...policies, attachment],
    prior: [kept("aws_iam_role.job", role("job"))],
    root: {
      resources: [
        {
          ...configured("aws_iam_role_policy_attachment.x", { policy_arn: references }),
          for_each_expression: { references: repeats },
        },
      ],
    } as Json,
  });
  const READS = ["aws_iam_role.job", "gained s3:GetObject on arn:aws:s3:::raw/*"];
  const DOUBT = "cannot tell after: which policy is attached is known only after apply";

  test.each<[name: string, references: readonly string[], repeats: readonly string[]]>([
    ["each.key", ["aws_iam_policy.p", "each.key"], []],
    ["a key that is written", ['aws_iam_policy.p["read"].arn', 'aws_iam_policy.p["read"]', "aws_iam_policy.p"], []],
    ["for_each over the resource itself", ["each.value.arn", "each.value"], ["aws_iam_policy.p"]],
  ])("%s chooses one", (_name, references, repeats) => {
    expect(told(plan(references, repeats))).toContainEqual(READS);
  });

  test.each<[name: string, references: readonly string[], repeats: readonly string[]]>([
    ["each.value", ["aws_iam_policy.p", "each.value"], ["local.roles"]],
    ["a variable", ["aws_iam_policy.p", "var.which"], []],
    ["nothing", ["aws_iam_policy.p"], []],
  ])("%s leaves all of them", (_name, references, repeats) => {
    expect(told(plan(references, repeats))).toEqual([["aws_iam_role.job", "gained * on *", DOUBT]]);
  });

  test("count.index", () => {
    const changes = [0, 1].flatMap((index) => [
      changed(
        `aws_iam_policy.p[${index}]`,
        null,
        { name: `p${index}`, policy: policyText({ ...READ, Resource: `arn:aws:s3:::b${index}/*` }) },
        { unknown: { arn: true } },
      ),
      changed(
        `aws_iam_role_policy_attachment.x[${index}]`,
        null,
        { role: `r${index}` },
        { unknown: { policy_arn: true } },
      ),
    ]);
    const x = configured("aws_iam_role_policy_attachment.x", { policy_arn: ["aws_iam_policy.p", "count.index"] });
    expect(told({ changes, root: { resources: [x] } })).toEqual([
      ["aws_iam_policy.p[0]", "gained s3:GetObject on arn:aws:s3:::b0/*"],
      ["aws_iam_policy.p[1]", "gained s3:GetObject on arn:aws:s3:::b1/*"],
    ]);
  });

  test("a role of which the key is not known is any of them", () => {
    const changes = [
      ...["dev", "prod"].map((key) =>
        changed(`aws_iam_role.r["${key}"]`, null, { assume_role_policy: "" }, { unknown: { name: true } }),
      ),
      changed('aws_iam_role_policy.p["x"]', null, { policy: policyText(READ) }, { unknown: { role: true } }),
    ];
    const root = { resources: [configured("aws_iam_role_policy.p", { role: ["aws_iam_role.r", "each.value"] })] };
    const doubt = "cannot tell after: which role is meant is known only after apply";
    const gain = "gained s3:GetObject on arn:aws:s3:::raw/*";
    expect(told({ changes, root })).toEqual([
      ['aws_iam_role.r["dev"]', gain, doubt],
      ['aws_iam_role.r["prod"]', gain, doubt],
    ]);
  });

  test("an output of one instance of a module, of which Terraform names the module alone", () => {
    const inside = ["x", "y"].map((key) =>
      changed(
        `module.p["${key}"].aws_iam_policy.this`,
        null,
        { name: key, policy: policyText({ ...READ, Resource: `arn:aws:s3:::${key}/*` }) },
        { unknown: { arn: true } },
      ),
    );
    const one = changed(
      'aws_iam_role_policy_attachment.t["x"]',
      null,
      { role: "a" },
      { unknown: { policy_arn: true } },
    );
    const outputs = {
      arn: { expression: { references: ["aws_iam_policy.this.arn", "aws_iam_policy.this"] } },
      name: { expression: { references: ["aws_iam_policy.this.name", "aws_iam_policy.this"] } },
    };
    const call = { source: "./m", module: { outputs, resources: [configured("aws_iam_policy.this", {})] } };
    const root = (...references: string[]) => ({
      module_calls: { p: call },
      resources: [configured("aws_iam_role_policy_attachment.t", { policy_arn: references })],
    });
    const of = (...references: string[]) =>
      told({ changes: [...inside, one], root: root(...references) }).filter(
        ([address]) => !address?.startsWith("module"),
      );
    const gain = "gained s3:GetObject on arn:aws:s3:::x/*";
    expect(of("module.p", "each.key")).toEqual([['aws_iam_role_policy_attachment.t["x"]', gain]]);
    expect(of('module.p["x"].arn', 'module.p["x"]', "module.p")).toEqual([
      ['aws_iam_role_policy_attachment.t["x"]', gain],
    ]);
    expect(of("module.p", "each.value")).toEqual([
      ['aws_iam_role_policy_attachment.t["x"]', `${gain} arn:aws:s3:::y/*`, DOUBT],
    ]);
  });
});

test("inline policies of a dynamic block, which the configuration does not show", () => {
  const of = (...inline_policy: Json[]) => role("r", { inline_policy });
  const root = { resources: [configured("aws_iam_role.r", { name: [] })] };
  const block = { name: "x", policy: policyText(READ) };
  const gain = "gained s3:GetObject on arn:aws:s3:::raw/*";
  const update = changed("aws_iam_role.r", of(), of(block));
  expect(told({ changes: [update], root })).toEqual([["aws_iam_role.r", gain]]);
  const gone = changed("aws_iam_role.r", of(block), of());
  expect(told({ changes: [gone], root })).toEqual([["aws_iam_role.r", gain.replace("gained", "lost")]]);
  const open = changed("aws_iam_role.r", of(), of({ name: "x" }), { unknown: { inline_policy: [{ policy: true }] } });
  expect(told({ changes: [open], root })).toEqual([
    ["aws_iam_role.r", "cannot tell after: an inline policy is known only after apply"],
  ]);
});

test("a resource that keeps a list of attachments attaches what it lists", () => {
  const of = (...policy_arns: string[]) => ({ role_name: "job", policy_arns });
  const changes = [changed("aws_iam_role_policy_attachments_exclusive.a", of(), of(ADMIN))];
  expect(told({ changes })[0]).toContain("gained * on *");
});

test("a policy that is detached here and widened may be attached elsewhere", () => {
  const arn = "arn:aws:iam::111111111111:policy/p";
  const policy = (statement: object) => ({ name: "p", arn, policy: policyText(statement as never) });
  const changes = [
    changed("aws_iam_role_policy_attachment.a", { role: "job", policy_arn: arn }, null),
    changed("aws_iam_policy.p", policy(READ), policy(ALL)),
  ];
  expect(told({ changes })).toContainEqual(["aws_iam_policy.p", "gained * on *"]);
  const gone = [changes[0], changed("aws_iam_policy.p", policy(READ), null)];
  expect(told({ changes: gone as never })).toEqual([["aws_iam_policy.p", "lost s3:GetObject on arn:aws:s3:::raw/*"]]);
});

describe("what others have", () => {
  const group = changed("aws_iam_group.admins", { name: "admins" }, { name: "admins" }, { actions: ["no-op"] });
  const attached = (before: Json) =>
    changed(
      "aws_iam_group_policy_attachment.a",
      before,
      { group: "admins", policy_arn: ADMIN },
      {
        ...(before === null ? {} : { actions: ["no-op"] }),
      },
    );
  const same = { group: "admins", policy_arn: ADMIN };

  test("a user who comes into a group of the plan has what it has", () => {
    const joins = changed("aws_iam_user_group_membership.m", null, { user: "bob", groups: ["admins"] });
    expect(told({ changes: [group, attached(same), joins] })).toEqual([
      ["aws_iam_user_group_membership.m", "gained * on *"],
    ]);
  });

  test("what the group gains is told once, with the group", () => {
    const member = { user: "bob", groups: ["admins"] };
    const stays = changed("aws_iam_user_group_membership.m", member, member, { actions: ["no-op"] });
    expect(told({ changes: [group, attached(null), stays] })).toEqual([["aws_iam_group.admins", "gained * on *"]]);
  });

  test("a profile that becomes that of another role", () => {
    const roles = ["small", "admin"].map((name) => kept(`aws_iam_role.${name}`, role(name)));
    const more = kept("aws_iam_role_policy_attachment.a", { role: "admin", policy_arn: ADMIN });
    const of = (name: string) => ({ name: "ip", role: name });
    const change = changed("aws_iam_instance_profile.a", of("small"), of("admin"));
    expect(told({ changes: [change], prior: [...roles, more] })).toEqual([
      ["aws_iam_instance_profile.a", "gained * on *"],
    ]);
    expect(
      told({ changes: [changed("aws_iam_instance_profile.a", null, of("admin"))], prior: [...roles, more] }),
    ).toEqual([]);
  });
});

describe("permission sets", () => {
  const set = "arn:aws:sso:::permissionSet/ssoins-1/ps-1";
  test.each<[type: string, after: { readonly [name: string]: Json }, want: string]>([
    ["aws_ssoadmin_managed_policy_attachment", { managed_policy_arn: ADMIN }, "gained * on *"],
    ["aws_ssoadmin_managed_policy_attachments_exclusive", { managed_policy_arns: [ADMIN] }, "gained * on *"],
    [
      "aws_ssoadmin_permission_set_inline_policy",
      { inline_policy: policyText(READ) },
      "gained s3:GetObject on arn:aws:s3:::raw/*",
    ],
    [
      "aws_ssoadmin_customer_managed_policy_attachment",
      { customer_managed_policy_reference: [{ name: "team", path: "/" }] },
      "cannot tell after: the policy is that of the name in each account",
    ],
    [
      "aws_ssoadmin_account_assignment",
      { principal_type: "GROUP", principal_id: "g-1", target_id: "222222222222" },
      `cannot tell after: it is given the permission set \`${set}\`: \`GROUP g-1 in account 222222222222\``,
    ],
  ])("%s", (type, after, want) => {
    const [found] = told({ changes: [changed(`${type}.a`, null, { permission_set_arn: set, ...after })] });
    expect(found).toContain(want);
  });

  test("a boundary that is taken off", () => {
    const block = { permission_set_arn: set, permissions_boundary: [{ managed_policy_arn: ADMIN }] };
    const changes = [changed("aws_ssoadmin_permissions_boundary_attachment.a", block, null)];
    const [review] = reviewPermissions([planOf({ changes })]);
    expect(review).toMatchObject({ kind: "permission-set", type: "aws_ssoadmin_permission_set" });
    expect(review?.delta.boundary).toMatchObject({ direction: "removed" });
  });
});
