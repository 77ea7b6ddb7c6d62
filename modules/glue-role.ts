/** A role for jobs, crawlers, sessions, DataBrew, table optimizers and data quality, with least-privilege policies. */
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import {
  and,
  blockIf,
  blockList,
  defineModule,
  eq,
  fn,
  gte,
  lte,
  ne,
  number,
  oneOf,
  optional,
  or,
  output,
  resource,
  string,
  when,
} from "tfwright";
import { applyRole, applyRolePolicies, passRole } from "./apply-docs";
import { boundaryArn, iamPath } from "./arns";
import { offline, providers, region, tags } from "./aws";
import { glueRoleJa } from "./ja/glue-role";
import { locateRole, NEEDS_ACCOUNT } from "./place";
import { otherProviders, roleCreates, roleIam, roleNotes, roleUpgrading, takingOver, trustNote } from "./role-docs";
import { attachPolicies } from "./role-policies";
import { roleRuns, trustRuns } from "./role-runs";
import { wiring } from "./role-wiring";
import { type StatementCondition, trustPolicy } from "./trust";

export const glueRole = defineModule({
  name: "glue-role",
  iam: [
    ...roleIam,
    ...applyRole,
    ...applyRolePolicies,
    passRole({
      en: "`glue.amazonaws.com`, or for DataBrew `databrew.amazonaws.com`",
      ja: " `glue.amazonaws.com`（DataBrew では `databrew.amazonaws.com`）",
    }),
    {
      en: "The policies of the example above allow 16 actions, 2 of them on `*`, because these have no resource types. `AWSGlueServiceRole` allows 329 actions, 320 of them on `*`.",
      ja: "上の例のポリシーが許可するアクションは 16 個です。そのうち `*` に対するものは、リソースタイプのない 2 個だけです。`AWSGlueServiceRole` は 329 個を許可し、そのうち 320 個は `*` に対するものです。",
    },
  ],
  notes: [
    ...roleNotes,
    trustNote,
    takingOver("names the statement of the trust policy (`Sid`), and creates the policies of this module"),
    otherProviders,
  ],
  upgrading: roleUpgrading,
  creates: ["The role", ...roleCreates],
  examples: {
    basic: {
      description: "The role of a job that reads one folder and writes to another.",
      inputs: {
        name: "orders-job-role",
        read_s3: ["s3://example-data/orders/", "s3://example-scripts/orders.py"],
        write_s3: ["s3://example-lake/orders/"],
        read_tables: ["orders.*"],
      },
    },
    crawler: {
      description: "The role of a crawler.",
      inputs: {
        name: "orders-crawler-role",
        used_by: ["crawler"],
        read_s3: ["s3://example-data/orders/"],
        write_tables: ["orders.*"],
      },
      call: "crawler_role",
    },
  },
  tests: {
    role: {
      providers: offline,
      variables: { name: "orders", account_id: "111111111111" },
      runs: [
        ...roleRuns,
        ...trustRuns,
        {
          name: "a_description",
          variables: { description: "Runs the jobs of orders" },
          assert: [{ condition: 'aws_iam_role.this.description == "Runs the jobs of orders"', message: "description" }],
        },
        {
          name: "a_path_and_a_boundary",
          variables: { path: "glue", permissions_boundary: "orders" },
          expectFailures: ["var.path", "var.permissions_boundary"],
        },
      ],
    },
  },
  translations: { ja: glueRoleJa },
  title: "AWS Glue role",
  description: `A role for Glue jobs, crawlers, interactive sessions, DataBrew, table optimizers or data quality runs, with least-privilege policies. You name the S3 folders, tables, keys and connections that it reads and writes.\n\n${NEEDS_ACCOUNT}`,
  providers,
  variables: {
    name: string({
      description:
        "Name of the role. Its policies are named `<name>-s3-policy`, `<name>-kms-policy`, `<name>-glue-policy` and `<name>-vpc-policy`.",
      validate: [
        {
          condition: (name) => fn.can(fn.regex("^[\\w+=,.@-]{1,64}$", name)),
          message: "name must have 1 to 64 characters: letters, digits and +=,.@_-.",
        },
      ],
    }),
    ...wiring,
    trust_condition: oneOf(["none", "account", "arn"], {
      description:
        "Limits who can assume the role: `none` sets no limit, `account` allows only this account (aws:SourceAccount), `arn` also only its resources of the kinds in `used_by` (aws:SourceArn). If the value is known only after apply, the plan does not show the conditions of the trust policy. Test it before you rely on it: AWS does not document that Glue sets these keys for every kind of caller.",
      default: "none",
      known: true,
    }),
    path: string({ description: "Path of the role and its policies.", default: "/", validate: [iamPath] }),
    max_session_duration: number({
      description: "Maximum length of a session of the role in seconds, 3600 to 43200.",
      default: 3600,
      validate: [
        {
          condition: (seconds) => and(gte(seconds, 3600), lte(seconds, 43200)),
          message: "max_session_duration must be between 3600 and 43200 seconds.",
        },
      ],
    }),
    permissions_boundary: optional(
      string({
        description: "ARN of the policy that is the permissions boundary of the role.",
        validate: [boundaryArn],
      }),
    ),
    description: optional(string({ description: "What the role is for." })),
    region,
    tags,
  },
  build(scope, v) {
    const place = locateRole(scope, v.account_id, v.region);
    const none: readonly string[] = [];
    const isUsedBy = (actor: string) => fn.contains(v.used_by, actor);
    const isGlue = or(...["job", "crawler", "session", "optimizer", "data_quality"].map(isUsedBy));
    const arnsOf = (actor: string, arn: string) => when(isUsedBy(actor), [arn], none);
    const services = fn.concat(
      when(isGlue, ["glue.amazonaws.com"], none),
      when(isUsedBy("databrew"), ["databrew.amazonaws.com"], none),
    );
    const trust = trustPolicy(
      scope,
      services,
      blockList<StatementCondition>(
        blockIf(ne(v.trust_condition, "none"), () => ({
          test: "StringEquals",
          variable: "aws:SourceAccount",
          values: [place.account],
        })),
        blockIf(eq(v.trust_condition, "arn"), () => ({
          test: "ArnLike",
          variable: "aws:SourceArn",
          values: fn.concat(
            arnsOf("job", `${place.glue}:job/*`),
            arnsOf("crawler", `${place.glue}:crawler/*`),
            arnsOf("session", `${place.glue}:session/*`),
            arnsOf("optimizer", `${place.glue}:table/*`),
            arnsOf("data_quality", `${place.glue}:dataQualityRuleset/*`),
            arnsOf("databrew", `arn:${place.partition}:databrew:${place.region}:${place.account}:*`),
          ),
        })),
      ),
    );
    const role = resource(scope, IamRole, "this", {
      name: v.name,
      path: v.path,
      description: v.description,
      assumeRolePolicy: trust,
      maxSessionDuration: v.max_session_duration,
      permissionsBoundary: v.permissions_boundary,
      tags: v.tags,
    });
    const policies = attachPolicies(scope, v, place, {
      prefix: v.name,
      role: role.name,
      arn: role.arn,
      path: v.path,
      region: v.region,
      tags: v.tags,
    });
    return {
      arn: output(role.arn, {
        description: "ARN of the role. Resources that use it are created after all policies are attached.",
        dependsOn: policies.attachments,
      }),
      name: output(role.name, { description: "Name of the role." }),
      policy_arns: output(policies.arns, {
        description: "ARNs of the created policies, by their keys `s3`, `kms`, `glue` and `vpc`.",
      }),
      policy_documents: output(policies.documents, {
        description: "JSON of the created policies, for review and tests.",
      }),
    };
  },
});
