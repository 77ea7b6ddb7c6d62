/** lint and review read the policies of a plan alike: those of every fixture, and a document in HCL and in a plan. */
import { type PlainPolicy, plainPolicy } from "../../src/iam/document/plain-policy";
import type { PolicyDocument } from "../../src/iam/document/policy";
import type { Fields } from "../../src/json/json-value";
import { policiesInPlan, policiesInTerraform } from "../../src/policy-files";
import { Attachments } from "../../src/policy-files/principals/attachments";
import { instancesOf } from "../../src/policy-files/principals/instances";
import { PolicyTexts } from "../../src/policy-files/principals/policy-text";
import { Principals } from "../../src/policy-files/principals/principals";
import { References } from "../../src/policy-files/principals/references";
import { gatherGroups } from "../../src/review/permissions/groups";
import type { Plan } from "../../src/terraform/plan/plan";
import { readPlan } from "../../src/terraform/plan/read-plan";
import { planText, readable, readScenario } from "../terraform/plan/fixtures";

/** Policies by the address of their resource, each as one text; what is not known is `${...}` in all of them. */
type Policies = ReadonlyMap<string, readonly string[]>;

function byAddress(found: readonly (readonly [address: string, document: PolicyDocument])[]): Policies {
  const policies = new Map<string, string[]>();
  for (const [address, document] of found) {
    const text = JSON.stringify(listsOf(plainPolicy(document))).replace(/\$\{known after apply[^}]*\}/g, "${...}");
    policies.set(address, [...new Set([...(policies.get(address) ?? []), text])].sort());
  }
  return policies;
}

function listsOf(policy: PlainPolicy): PlainPolicy {
  return { ...policy, Statement: [policy.Statement].flat() };
}

function readByReview(plan: Plan): Policies {
  const instances = instancesOf(plan);
  const references = new References(plan, instances);
  const texts = new PolicyTexts(references);
  const attachments = new Attachments(instances, references, texts);
  const reader = { references, texts, attachments, principals: new Principals(instances, references) };
  const groups = [...gatherGroups(instances, reader).values()].flat();
  const documents = groups.filter(({ side }) => side === "after").flatMap((one) => one.documents());
  return byAddress(
    documents.flatMap(({ name, document, derived }) => (document && !derived ? [[name, document] as const] : [])),
  );
}

/** Without inline policies that the provider computed: review leaves them to the resources that attach them. */
function readByLint(text: string, plan: Plan): Policies {
  const instances = instancesOf(plan);
  const references = new References(plan, instances);
  const isSet = (address: string, name: string) =>
    instances.byAddress.get(address)?.some((instance) => references.sets(instance, name));
  const policies = policiesInPlan(JSON.parse(text) as Fields).policies.filter(
    ({ address = "", argument }) => !argument?.startsWith("inline_policy.") || isSet(address, "inline_policy"),
  );
  return byAddress(
    policies.map(({ address = "", argument, document }) => [address, argument ? document : own(document)]),
  );
}

/** lint adds a statement for the documents that may be put into one that is read at apply. */
function own(document: PolicyDocument): PolicyDocument {
  return { ...document, statements: document.statements.slice(0, -1) };
}

/** Where both have read a resource. */
function shared(plan: Plan, text: string): readonly (readonly [address: string, lint: unknown, review: unknown])[] {
  const review = readByReview(plan);
  return [...readByLint(text, plan)].flatMap(([address, policies]) => {
    const other = review.get(address);
    return other === undefined ? [] : [[address, policies, other] as const];
  });
}

test("the policies of every fixture are the same", () => {
  const all = readable.flatMap((name) => shared(readScenario(name), planText(name)));
  expect(all.map(([address, , review]) => [address, review])).toEqual(all.map(([address, lint]) => [address, lint]));
  expect(all.length).toBeGreaterThan(40);
});

const statement = {
  sid: "Read",
  effect: "Deny",
  actions: ["s3:GetObject", null],
  resources: ["arn:aws:s3:::a/*"],
  principals: [
    { type: "AWS", identifiers: ["111111111111"] },
    { type: "Service", identifiers: ["glue.amazonaws.com"] },
    { type: "AWS", identifiers: ["222222222222"] },
  ],
  not_principals: [],
  condition: [
    { test: "StringEquals", variable: "aws:SourceAccount", values: ["111111111111"] },
    { test: "StringEquals", variable: "aws:SourceAccount", values: ["222222222222"] },
    { test: "Bool", variable: "aws:SecureTransport", values: ["true"] },
  ],
};

const hcl = `data "aws_iam_policy_document" "d" {
  statement {
    sid       = "Read"
    effect    = "Deny"
    actions   = ["s3:GetObject", var.action]
    resources = ["arn:aws:s3:::a/*"]
    dynamic "principals" {
      for_each = [["AWS", "111111111111"], ["Service", "glue.amazonaws.com"], ["AWS", "222222222222"]]
      content {
        type        = principals.value[0]
        identifiers = [principals.value[1]]
      }
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = ["111111111111"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = ["222222222222"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["true"]
    }
  }
}
`;

const planned = {
  format_version: "1.2",
  resource_changes: [
    {
      address: "data.aws_iam_policy_document.d",
      mode: "data",
      type: "aws_iam_policy_document",
      name: "d",
      change: {
        actions: ["read"],
        before: null,
        after: { version: null, statement: [statement] },
        after_unknown: { json: true, statement: [{ actions: [false, true] }] },
      },
    },
    {
      address: "aws_s3_bucket_policy.b",
      mode: "managed",
      type: "aws_s3_bucket_policy",
      name: "b",
      change: { actions: ["create"], before: null, after: {}, after_unknown: { policy: true } },
    },
  ],
  configuration: {
    root_module: {
      resources: [
        { address: "data.aws_iam_policy_document.d", mode: "data", type: "aws_iam_policy_document" },
        {
          address: "aws_s3_bucket_policy.b",
          mode: "managed",
          type: "aws_s3_bucket_policy",
          expressions: { policy: { references: ["data.aws_iam_policy_document.d.json"] } },
        },
      ],
    },
  },
};

test("a document in HCL, the same in a plan to lint, and to review", () => {
  const text = JSON.stringify(planned);
  const [inHcl] = policiesInTerraform(new Map([["main.tf", hcl]])).policies;
  const wanted = byAddress([["d", inHcl!.document]])
    .get("d")
    ?.map((policy) => policy.replace("${var.action}", "${...}"));
  expect(wanted?.[0]).toContain("222222222222");
  const plan = readPlan(text, "plan.json");
  expect(readByLint(text, plan).get("data.aws_iam_policy_document.d")).toEqual(wanted);
  expect(readByReview(plan).get("aws_s3_bucket_policy.b")).toEqual(wanted);
});
