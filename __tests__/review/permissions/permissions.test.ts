/** Over 400 lines because each way in which a policy comes to a principal has its case here. */
/** From plans to what changes in permissions. */

import type { Delta } from "../../../src/iam/delta";
import { isEmptyDelta, isUncertain } from "../../../src/iam/delta";
import type { Json } from "../../../src/json/json-value";
import { type PrincipalReview, reviewPermissions } from "../../../src/review/permissions";
import type { Plan } from "../../../src/terraform/plan/plan";
import { plainText } from "../../../src/text/message";
import { changed, configured, GLUE_TRUST, kept, planOf, policyText, role } from "./permissions-support";

const READ = { Action: "s3:GetObject", Resource: "arn:aws:s3:::raw/*" };
const WRITE = { Action: "s3:PutObject", Resource: "arn:aws:s3:::raw/*" };
const ROLE = kept("aws_iam_role.job", role("job"));

function only(plan: Plan): PrincipalReview {
  const found = reviewPermissions([plan]);
  expect(found).toHaveLength(1);
  return found[0] as PrincipalReview;
}

/** `gained s3:GetObject on ...` */
function short({ gained, lost, cannotTell }: Delta): readonly string[] {
  return [
    ...gained.map(({ actions, resources }) => `gained ${actions.join(" ")} on ${resources.join(" ")}`),
    ...lost.map(({ actions, resources }) => `lost ${actions.join(" ")} on ${resources.join(" ")}`),
    ...cannotTell.map(({ side, from }) => `cannot tell ${side}: ${from.document}`),
  ];
}

function inline(name: string, before: string | null, after: string | null, more = {}) {
  const of = (policy: string | null) => (policy === null ? null : { name, role: "job", policy });
  return changed(`aws_iam_role_policy.${name}`, of(before), of(after), more);
}

describe("documents of one role", () => {
  test("an inline policy that changes, of a role that does not", () => {
    const plan = planOf({ changes: [inline("p", policyText(READ), policyText(READ, WRITE))], prior: [ROLE] });
    const review = only(plan);
    expect(review).toMatchObject({ kind: "role", address: "aws_iam_role.job", name: "job", type: "aws_iam_role" });
    expect(review).toMatchObject({ plan: "plan.json", change: "kept", changes: ["aws_iam_role_policy.p"] });
    expect(short(review.delta)).toEqual(["gained s3:PutObject on arn:aws:s3:::raw/*"]);
  });

  test("a statement that moves to another document is no change", () => {
    const changes = [
      inline("a", policyText(READ, WRITE), policyText(READ)),
      inline("b", policyText(), policyText({ ...WRITE, Sid: "Write" })),
    ];
    expect(reviewPermissions([planOf({ changes, prior: [ROLE] })])).toEqual([]);
  });

  test("what an unchanged policy allows is not gained", () => {
    const other = kept("aws_iam_role_policy.all", {
      name: "all",
      role: "job",
      policy: policyText({ Action: "s3:*", Resource: "*" }),
    });
    const plan = planOf({ changes: [inline("p", policyText(READ), policyText(READ, WRITE))], prior: [ROLE, other] });
    expect(reviewPermissions([plan])).toEqual([]);
  });

  test("a role outside of the plan has its name", () => {
    const review = only(planOf({ changes: [inline("p", null, policyText(READ))] }));
    expect(review).toMatchObject({
      name: "job",
      address: "aws_iam_role_policy.p",
      change: "outside",
      type: "aws_iam_role",
    });
  });

  test("a new role, and a role that goes, with a boundary", () => {
    const bounded = role("job", { permissions_boundary: "arn:aws:iam::111111111111:policy/limit" });
    const created = only(planOf({ changes: [changed("aws_iam_role.job", null, bounded)] }));
    expect(created.change).toBe("created");
    expect(created.delta.boundary).toBeUndefined();
    expect(created.delta.gained).toMatchObject([{ layer: "trust", principals: ["Service glue.amazonaws.com"] }]);
    const deleted = only(
      planOf({ changes: [changed("aws_iam_role.job", bounded, null), inline("p", policyText(READ), null)] }),
    );
    expect(deleted.change).toBe("deleted");
    expect(deleted.escalations).toEqual([]);
    expect(short(deleted.delta)).toContain("lost s3:GetObject on arn:aws:s3:::raw/*");
  });

  test("what is forgotten stays", () => {
    const forgotten = inline("p", policyText(READ), null, { actions: ["forget"] });
    expect(reviewPermissions([planOf({ changes: [forgotten], prior: [ROLE] })])).toEqual([]);
  });

  test("attributes that the provider computes repeat what others attach, and are not read", () => {
    const after = role("job", { description: "new" });
    const more = { unknown: { inline_policy: true, managed_policy_arns: true } };
    expect(reviewPermissions([planOf({ changes: [changed("aws_iam_role.job", role("job"), after, more)] })])).toEqual(
      [],
    );
  });

  test("inline blocks and managed ARNs that the configuration sets", () => {
    const before = role("job", { inline_policy: [{ name: "p", policy: policyText(READ) }], managed_policy_arns: [] });
    const after = role("job", {
      inline_policy: [{ name: "p", policy: policyText(READ, WRITE) }],
      managed_policy_arns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
    });
    const root = {
      resources: [configured("aws_iam_role.job", { inline_policy: ["var.p"], managed_policy_arns: ["var.a"] })],
    };
    const review = only(planOf({ changes: [changed("aws_iam_role.job", before, after)], root }));
    expect(short(review.delta)).toEqual(["gained * on *"]);
    expect(review.escalations.map(({ code }) => code)).toEqual(["gains-everything"]);
  });
});

describe("managed policies", () => {
  const attachment = (after: object, more: object = {}) =>
    changed("aws_iam_role_policy_attachment.a", null, { role: "job", ...after }, { ...more });

  test("one of AWS in the table, and one that is not", () => {
    const arn = "arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole";
    const review = only(planOf({ changes: [attachment({ policy_arn: arn })], prior: [ROLE] }));
    expect(review.delta.gained.flatMap(({ actions }) => actions)).toContain("glue:*");
    expect(review.findings).toEqual([]);
    const other = only(
      planOf({ changes: [attachment({ policy_arn: "arn:aws:iam::aws:policy/NoSuchPolicy" })], prior: [ROLE] }),
    );
    expect(other.delta.cannotTell).toMatchObject([
      { side: "after", reason: expect.arrayContaining([{ value: "NoSuchPolicy" }]) },
    ]);
  });

  test("one outside of the plan cannot be told, and is nothing where it stays", () => {
    const arn = "arn:aws:iam::111111111111:policy/team";
    const review = only(planOf({ changes: [attachment({ policy_arn: arn })], prior: [ROLE] }));
    expect(short(review.delta)).toEqual([`cannot tell after: ${arn}`]);
    expect(isUncertain(review.delta)).toBe(true);
    const same = kept("aws_iam_role_policy_attachment.a", { role: "job", policy_arn: arn });
    const plan = planOf({ changes: [inline("p", null, policyText(READ))], prior: [ROLE, same] });
    expect(short(only(plan).delta)).toEqual(["gained s3:GetObject on arn:aws:s3:::raw/*"]);
  });

  test("one of the plan that changes, attached by something that does not", () => {
    const arn = "arn:aws:iam::111111111111:policy/p";
    const policy = (...list: (typeof READ)[]) => ({ name: "p", arn, policy: policyText(...list) });
    const same = kept("aws_iam_role_policy_attachment.a", { role: "job", policy_arn: arn });
    const changes = [changed("aws_iam_policy.p", policy(READ), policy(READ, WRITE))];
    const review = only(planOf({ changes, prior: [ROLE, same] }));
    expect(review).toMatchObject({ kind: "role", name: "job", changes: ["aws_iam_policy.p"] });
    expect(short(review.delta)).toEqual(["gained s3:PutObject on arn:aws:s3:::raw/*"]);
    const alone = only(planOf({ changes }));
    expect(alone).toMatchObject({ kind: "policy", address: "aws_iam_policy.p", name: "p" });
  });

  test("an unknown ARN is joined by the key of the instance", () => {
    const teams = ["a", "b"];
    const changes = [
      ...teams.map((team) =>
        changed(
          `aws_iam_policy.team["${team}"]`,
          null,
          { name: team, policy: policyText({ ...READ, Resource: `arn:aws:s3:::${team}/*` }) },
          { unknown: { arn: true } },
        ),
      ),
      ...teams.map((team) =>
        changed(
          `aws_iam_role_policy_attachment.team["${team}"]`,
          null,
          { role: `${team}-role` },
          { unknown: { policy_arn: true } },
        ),
      ),
    ];
    const root = {
      resources: [
        configured("aws_iam_role_policy_attachment.team", { policy_arn: ["aws_iam_policy.team", "each.key"] }),
      ],
    };
    const found = reviewPermissions([planOf({ changes, root })]);
    expect(found.map(({ name, delta }) => [name, ...short(delta)])).toEqual([
      ["a-role", "gained s3:GetObject on arn:aws:s3:::a/*"],
      ["b-role", "gained s3:GetObject on arn:aws:s3:::b/*"],
    ]);
  });

  test("an unknown ARN that nothing tells", () => {
    const root = { resources: [configured("aws_iam_role_policy_attachment.a", { policy_arn: ["local.arn"] })] };
    const review = only(planOf({ changes: [attachment({}, { unknown: { policy_arn: true } })], prior: [ROLE], root }));
    expect(short(review.delta)).toEqual(["cannot tell after: aws_iam_role_policy_attachment.a"]);
  });

  test("through the input of a module, and the output of another", () => {
    const changes = [
      changed(
        "module.policy.aws_iam_policy.this[0]",
        null,
        { name: "p", policy: policyText(READ) },
        { unknown: { arn: true } },
      ),
      changed(
        'module.role["x"].aws_iam_role_policy_attachment.this["s3"]',
        null,
        { role: "job" },
        { unknown: { policy_arn: true } },
      ),
    ];
    const attached = configured("aws_iam_role_policy_attachment.this", { policy_arn: ["each.value"] });
    const root = {
      module_calls: {
        policy: {
          source: "./policy",
          module: {
            outputs: {
              arn: {
                expression: {
                  references: ["aws_iam_policy.this[0].arn", "aws_iam_policy.this[0]", "aws_iam_policy.this"],
                },
              },
            },
            resources: [configured("aws_iam_policy.this", {})],
          },
        },
        role: {
          source: "./role",
          expressions: { policy_arns: { references: ["module.policy.arn", "module.policy"] } },
          module: { resources: [{ ...attached, for_each_expression: { references: ["var.policy_arns"] } }] },
        },
      },
    };
    const review = only(planOf({ changes, prior: [ROLE], root }));
    expect(short(review.delta)).toEqual(["gained s3:GetObject on arn:aws:s3:::raw/*"]);
  });
});

describe("policies that are known only after apply", () => {
  const data: Json = {
    version: "2012-10-17",
    statement: [
      {
        sid: "Read",
        effect: "Allow",
        actions: ["s3:GetObject"],
        resources: [null],
        principals: [],
        condition: [],
        not_actions: null,
      },
      {
        sid: "Dynamic",
        effect: null,
        actions: ["s3:ListBucket"],
        resources: [null, "arn:aws:s3:::raw"],
        condition: [{ test: "StringLike", variable: "s3:prefix", values: ["in/*"] }],
      },
    ],
  };
  const unknown = { json: true, statement: [{ resources: [true] }, { resources: [true, false] }] };
  const document = changed('data.aws_iam_policy_document.p["a"]', null, data, { actions: ["read"], unknown });
  const root = {
    resources: [
      configured("aws_iam_role_policy.p", { policy: ["data.aws_iam_policy_document.p", "each.key"] }),
      {
        ...configured("data.aws_iam_policy_document.p", {}),
        expressions: {
          statement: [
            {
              sid: { constant_value: "Read" },
              resources: { references: ["aws_s3_bucket.new.arn", "aws_s3_bucket.new"] },
            },
          ],
        },
      },
    ],
  };
  const policy = changed(
    'aws_iam_role_policy.p["a"]',
    null,
    { name: "p", role: "job" },
    { unknown: { policy: true, id: true } },
  );

  test("are read from the data source that the plan puts off", () => {
    const review = only(planOf({ changes: [document, policy], prior: [ROLE], root }));
    expect(review.delta.gained).toMatchObject([
      {
        actions: ["s3:GetObject"],
        resources: ["${known after apply: aws_s3_bucket.new.arn}"],
        from: [{ sid: "Read" }],
      },
      {
        actions: ["s3:ListBucket"],
        resources: ["${known after apply}", "arn:aws:s3:::raw"],
        conditions: [{ operator: "StringLike", key: "s3:prefix", values: ["in/*"] }],
      },
    ]);
    expect(review.delta.cannotTell).toEqual([]);
  });

  test("name each reference once, and the resources first", () => {
    const names = ["data.aws_partition.p.partition", "data.aws_partition.p", "var.script", "var.script"];
    const bucket = ["aws_s3_bucket.new.arn", "aws_s3_bucket.new", "aws_s3_bucket.new.arn", "module.a.arn"];
    const statement = [{ sid: { constant_value: "Read" }, resources: { references: [...names, ...bucket] } }];
    const [first, { ...second }] = root.resources as [object, object];
    const resources = [first, { ...second, expressions: { statement } }];
    const review = only(
      planOf({ changes: [document, policy], prior: [ROLE], root: { resources } as unknown as typeof root }),
    );
    expect(review.delta.gained[0]?.resources).toEqual([
      "${known after apply: aws_s3_bucket.new.arn, module.a.arn, data.aws_partition.p.partition, var.script}",
    ]);
  });

  test("name nothing where a statement without a Sid may be one that is not static", () => {
    const statement = [{ resources: { references: ["aws_s3_bucket.new.arn", "aws_s3_bucket.new"] } }];
    const [first, second] = root.resources as [object, object];
    const resources = [first, { ...second, expressions: { statement } }];
    const statements = data.statement as readonly object[];
    const plan: Json = { ...data, statement: statements.map((one) => ({ ...one, sid: null })) };
    const unnamed = changed('data.aws_iam_policy_document.p["a"]', null, plan, { actions: ["read"], unknown });
    const review = only(
      planOf({ changes: [unnamed, policy], prior: [ROLE], root: { resources } as unknown as typeof root }),
    );
    expect(review.delta.gained.map((gained) => gained.resources)).toEqual([
      ["${known after apply}"],
      ["${known after apply}", "arn:aws:s3:::raw"],
    ]);
  });

  describe("name what the values of conditions refer to", () => {
    const condition = (variable: string, ...values: readonly (string | null)[]) => ({
      test: "ArnLike",
      variable,
      values,
    });
    const unknownIn = (...conditions: readonly (readonly boolean[])[]) => ({
      json: true,
      statement: [{ condition: conditions.map((values) => ({ values })) }],
    });
    const refersTo = (variable: string, name: string) => ({
      test: { constant_value: "ArnLike" },
      variable: { constant_value: variable },
      values: { references: [`${name}.arn`, name] },
    });

    /** The conditions of what is gained, where the plan has some conditions and the configuration others. */
    function conditionsOf(planned: readonly Json[], unknowns: Json, written: readonly object[]) {
      const statement = { sid: null, actions: ["s3:GetObject"], resources: ["arn:aws:s3:::raw/*"], condition: planned };
      const value = { version: "2012-10-17", statement: [statement] } as unknown as Json;
      const deferred = changed('data.aws_iam_policy_document.p["a"]', null, value, {
        actions: ["read"],
        unknown: unknowns as never,
      });
      const [first, second] = root.resources as [object, object];
      const expressions = { statement: [{ actions: { constant_value: ["s3:GetObject"] }, condition: written }] };
      const resources = [first, { ...second, expressions }];
      const plan = planOf({
        changes: [deferred, policy],
        prior: [ROLE],
        root: { resources } as unknown as typeof root,
      });
      return only(plan).delta.gained[0]?.conditions?.map(({ key, values }) => [key, ...values]);
    }

    test("whatever their order is", () => {
      const planned = [condition("aws:SourceArn", null), condition("aws:PrincipalArn", null)];
      const written = [refersTo("aws:PrincipalArn", "aws_iam_role.r"), refersTo("aws:SourceArn", "aws_s3_bucket.b")];
      expect(conditionsOf(planned, unknownIn([true], [true]), written)).toEqual([
        ["aws:PrincipalArn", "${known after apply: aws_iam_role.r.arn}"],
        ["aws:SourceArn", "${known after apply: aws_s3_bucket.b.arn}"],
      ]);
    });

    test("beside values that are known", () => {
      const planned = [condition("aws:SourceArn", null, "arn:aws:s3:::a")];
      expect(conditionsOf(planned, unknownIn([true, false]), [refersTo("aws:SourceArn", "aws_s3_bucket.b")])).toEqual([
        ["aws:SourceArn", "${known after apply: aws_s3_bucket.b.arn}", "arn:aws:s3:::a"],
      ]);
    });

    test.each([
      [
        "two blocks ask the same",
        [refersTo("aws:SourceArn", "aws_s3_bucket.a"), refersTo("aws:SourceArn", "aws_s3_bucket.b")],
      ],
      ["the block is dynamic", []],
      ["another key is asked", [refersTo("aws:PrincipalArn", "aws_s3_bucket.a")]],
    ])("not where %s", (_, written) => {
      expect(conditionsOf([condition("aws:SourceArn", null)], unknownIn([true]), written)).toEqual([
        ["aws:SourceArn", "${known after apply}"],
      ]);
    });
  });

  test("cannot be told where it is not one", () => {
    const review = only(planOf({ changes: [policy], prior: [ROLE] }));
    expect(short(review.delta)).toEqual(['cannot tell after: aws_iam_role_policy.p["a"]']);
  });

  test("what a policy gave is not called lost where its new text is not known", () => {
    const before = { name: "p", role: "job", policy: policyText(READ) };
    const change = changed("aws_iam_role_policy.p", before, { name: "p", role: "job" }, { unknown: { policy: true } });
    expect(short(only(planOf({ changes: [change], prior: [ROLE] })).delta)).toEqual([
      "cannot tell after: aws_iam_role_policy.p",
    ]);
  });

  test("parts of other documents, and statements that replace others", () => {
    const part = (sid: string, action: string) => ({
      version: "2012-10-17",
      statement: [{ sid, actions: [action], resources: ["*"] }],
    });
    const changes = [
      changed("data.aws_iam_policy_document.base", null, part("A", "s3:GetObject"), {
        actions: ["read"],
        unknown: { json: true },
      }),
      changed(
        "data.aws_iam_policy_document.p",
        null,
        { ...part("A", "s3:PutObject"), source_policy_documents: [null] },
        { actions: ["read"], unknown: { json: true, source_policy_documents: [true] } },
      ),
      changed("aws_iam_role_policy.p", null, { name: "p", role: "job" }, { unknown: { policy: true } }),
    ];
    const resources = [
      configured("data.aws_iam_policy_document.p", {
        source_policy_documents: ["data.aws_iam_policy_document.base.json", "data.aws_iam_policy_document.base"],
      }),
      configured("aws_iam_role_policy.p", {
        policy: ["data.aws_iam_policy_document.p.json", "data.aws_iam_policy_document.p"],
      }),
    ];
    const review = only(planOf({ changes, prior: [ROLE], root: { resources } as unknown as typeof root }));
    expect(short(review.delta)).toEqual(["gained s3:PutObject on *"]);
  });

  test("a document that only joins others has no fault in having no statement", () => {
    const changes = [
      changed(
        "data.aws_iam_policy_document.p",
        null,
        { statement: [] },
        { actions: ["read"], unknown: { json: true, source_policy_documents: true } },
      ),
      changed("aws_iam_role_policy.p", null, { name: "p", role: "job" }, { unknown: { policy: true } }),
    ];
    const resources = [
      configured("data.aws_iam_policy_document.p", { source_policy_documents: ["local.parts"] }),
      configured("aws_iam_role_policy.p", {
        policy: ["data.aws_iam_policy_document.p.json", "data.aws_iam_policy_document.p"],
      }),
    ];
    const review = only(planOf({ changes, prior: [ROLE], root: { resources } as unknown as typeof root }));
    expect(short(review.delta)).toEqual(["cannot tell after: aws_iam_role_policy.p"]);
    expect(review.findings).toEqual([]);
  });

  test("a part of a document that is marked as sensitive", () => {
    const own = { version: "2012-10-17", statement: [{ sid: "Own", actions: ["s3:PutObject"], resources: ["*"] }] };
    const data = { ...own, source_policy_documents: [policyText(READ)] };
    const changes = [
      changed("data.aws_iam_policy_document.p", null, data, {
        actions: ["read"],
        unknown: { json: true },
        sensitive: { source_policy_documents: [true] },
      }),
      changed("aws_iam_role_policy.p", null, { name: "p", role: "job" }, { unknown: { policy: true } }),
    ];
    const resources = [
      configured("aws_iam_role_policy.p", {
        policy: ["data.aws_iam_policy_document.p.json", "data.aws_iam_policy_document.p"],
      }),
    ];
    const review = only(planOf({ changes, prior: [ROLE], root: { resources } as unknown as typeof root }));
    expect(short(review.delta)).toEqual(["gained s3:PutObject on *", "cannot tell after: aws_iam_role_policy.p"]);
    expect(review.delta.cannotTell.map(({ reason }) => plainText(reason))).toEqual([
      "a part of the policy, source_policy_documents, is marked as sensitive",
    ]);
  });

  test("a policy that is marked as sensitive is not told", () => {
    const of = (...list: object[]) => ({ name: "p", role: "job", policy: policyText(...(list as [])) });
    const change = changed("aws_iam_role_policy.p", of(READ), of(READ, WRITE), { sensitive: { policy: true } });
    const review = only(planOf({ changes: [change], prior: [ROLE] }));
    expect(review.delta.gained).toEqual([]);
    expect(isUncertain(review.delta)).toBe(true);
  });
});

describe("policies of resources", () => {
  const open = policyText({ Sid: "Open", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::raw/*" });

  test("any attribute of any type that holds one", () => {
    const changes = [
      changed("aws_s3_bucket_policy.raw", null, { bucket: "raw", policy: open }),
      changed("example_store.x", { access: { rules: [] } }, { access: { rules: [open] } }),
      changed(
        "aws_s3_bucket.raw",
        { bucket: "raw", policy: "{}" },
        { bucket: "raw", policy: "{}", tags: { a: '{"Statement": 1' } },
      ),
    ];
    const found = reviewPermissions([planOf({ changes })]);
    expect(found.map(({ kind, address, name }) => [kind, address, name])).toEqual([
      ["resource", "aws_s3_bucket_policy.raw", "raw"],
      ["resource", "example_store.x", "example_store.x"],
    ]);
    expect(found[0]?.escalations.map(({ code }) => code)).toEqual(["opened-to-anyone"]);
  });

  test("one that is known only after apply", () => {
    const more = { unknown: { policy: true } };
    const plan = (references: object) =>
      planOf({
        changes: [changed("aws_sqs_queue.q", null, { name: "q" }, more)],
        root: { resources: [configured("aws_sqs_queue.q", references as Record<string, readonly string[]>)] },
      });
    expect(short(only(plan({ policy: ["aws_sns_topic.t.arn"] })).delta)).toEqual([
      "cannot tell after: aws_sqs_queue.q",
    ]);
    expect(reviewPermissions([plan({ name: [] })])).toEqual([]);
  });

  test("a permission of Lambda and a grant of KMS", () => {
    const lambda = {
      function_name: "f",
      action: "lambda:InvokeFunction",
      principal: "222222222222",
      statement_id: "X",
    };
    const grant = {
      key_id: "arn:aws:kms:eu-west-1:111111111111:key/1",
      grantee_principal: "arn:aws:iam::111111111111:role/job",
      operations: ["Decrypt"],
    };
    const changes = [changed("aws_kms_grant.g", null, grant), changed("aws_lambda_permission.p", null, lambda)];
    const found = reviewPermissions([planOf({ changes, prior: [ROLE] })]);
    expect(found.map(({ delta }) => short(delta))).toEqual([
      ["gained kms:Decrypt on arn:aws:kms:eu-west-1:111111111111:key/1"],
      ["gained lambda:InvokeFunction on arn:aws:lambda:*:*:function:f"],
    ]);
    expect(found.map(({ escalations }) => escalations.map(({ code }) => code))).toEqual([[], ["opened-to-account"]]);
  });
});

describe("principals besides roles", () => {
  test("users, groups and lists of them", () => {
    const changes = [
      changed("aws_iam_user_policy.u", null, { user: "ann", policy: policyText(READ) }),
      changed("aws_iam_policy_attachment.p", null, {
        groups: ["team"],
        users: [],
        roles: ["job"],
        policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess",
      }),
      changed("aws_iam_user_group_membership.m", null, { user: "bob", groups: ["team"] }),
    ];
    const found = reviewPermissions([planOf({ changes, prior: [ROLE] })]);
    expect(found.map(({ kind, name, delta }) => [kind, name, ...short(delta)]).sort()).toEqual([
      ["group", "team", "gained * on *"],
      ["role", "job", "gained * on *"],
      ["user", "ann", "gained s3:GetObject on arn:aws:s3:::raw/*"],
      ["user", "bob", "gained * on *", "cannot tell after: group team"],
    ]);
  });

  test("a resource that removes what it does not list", () => {
    const list = (...policy_names: string[]) => ({ role_name: "job", policy_names });
    const change = changed("aws_iam_role_policies_exclusive.e", list("a"), list("a", "b"));
    expect(isUncertain(only(planOf({ changes: [change], prior: [ROLE] })).delta)).toBe(true);
  });
});

describe("what is told besides", () => {
  test("trust opened to another account; the account is that of the role", () => {
    const trust = (...accounts: string[]) =>
      role("job", {
        assume_role_policy: policyText({
          Action: "sts:AssumeRole",
          Principal: { AWS: accounts.map((id) => `arn:aws:iam::${id}:root`) },
        }),
      });
    const review = only(
      planOf({ changes: [changed("aws_iam_role.job", trust("111111111111"), trust("111111111111", "222222222222"))] }),
    );
    expect(review.escalations).toMatchObject([
      { code: "trust-opened-to-account", principals: [{ account: "222222222222" }], isOwnAccountKnown: true },
    ]);
    const own = only(planOf({ changes: [changed("aws_iam_role.job", role("job"), trust("111111111111"))] }));
    expect(own.escalations).toEqual([]);
  });

  test("a boundary that is another policy of the plan", () => {
    const arn = "arn:aws:iam::111111111111:policy/limit";
    const limit = (text: string) => ({ name: "limit", arn, policy: text });
    const bounded = kept("aws_iam_role.job", role("job", { permissions_boundary: arn }));
    const changes = [changed("aws_iam_policy.limit", limit(policyText(READ)), limit(policyText(READ, WRITE)))];
    const review = only(planOf({ changes, prior: [bounded] }));
    expect(review.delta.gained).toMatchObject([{ layer: "boundary", actions: ["s3:PutObject"] }]);
  });

  test("findings of the linter, only those that are new", () => {
    const star = { Action: "s3:GetObject", Resource: "*" };
    const changes = (before: string, after: string) => [inline("p", before, after)];
    const fresh = only(planOf({ changes: changes(policyText(READ), policyText(READ, star)), prior: [ROLE] }));
    expect(fresh.findings.map(({ document, finding }) => [document, finding.rule])).toContainEqual([
      "aws_iam_role_policy.p",
      "wildcard-resource",
    ]);
    const renamed = planOf({
      changes: changes(policyText({ ...star, Sid: "A" }), policyText({ ...star, Sid: "B" })),
      prior: [ROLE],
    });
    expect(reviewPermissions([renamed])).toEqual([]);
  });

  test("several plans: principals of each", () => {
    const plan = (source: string) => planOf({ changes: [inline("p", null, policyText(READ))], prior: [ROLE] }, source);
    expect(reviewPermissions([plan("one"), plan("two")]).map((one) => one.plan)).toEqual(["one", "two"]);
  });

  test("a plan without permissions", () => {
    const change = changed("aws_glue_job.j", { name: "j", glue_version: "4.0" }, { name: "j", glue_version: "5.0" });
    expect(reviewPermissions([planOf({ changes: [change], prior: [ROLE] })])).toEqual([]);
    expect(GLUE_TRUST).toContain("glue.amazonaws.com");
  });
});

test("nothing is called a change that is none", () => {
  const changes = [
    inline("p", policyText(READ, WRITE), policyText({ ...WRITE, Sid: "W" }, { ...READ, Action: ["S3:GETOBJECT"] })),
  ];
  for (const { delta } of reviewPermissions([planOf({ changes, prior: [ROLE] })]))
    expect(isEmptyDelta(delta)).toBe(true);
});
