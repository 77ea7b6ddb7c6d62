/** The policies of `glue-role` for an existing role. */
import { defineModule, fn, output, string } from "tfwright";
import { applyRolePolicies, applyToRole } from "./apply-docs";
import { offline, providers, region } from "./aws";
import { glueRolePoliciesJa } from "./ja/glue-role-policies";
import { locateRole, NEEDS_ACCOUNT } from "./place";
import { ownTrustNote, roleCreates, roleIam, roleNotes, roleUpgrading } from "./role-docs";
import { attachPolicies } from "./role-policies";
import { roleRuns } from "./role-runs";
import { wiring } from "./role-wiring";

export const glueRolePolicies = defineModule({
  name: "glue-role-policies",
  iam: [...roleIam, ...applyToRole, ...applyRolePolicies],
  notes: [...roleNotes, ownTrustNote],
  upgrading: roleUpgrading,
  creates: roleCreates,
  examples: {
    basic: {
      description: "Lets an existing role read one folder and write to another.",
      inputs: {
        role_name: "orders",
        read_s3: ["s3://example-data/orders/"],
        write_s3: ["s3://example-lake/orders/"],
        read_tables: ["orders.*"],
      },
    },
  },
  tests: {
    policies: {
      providers: offline,
      variables: { role_name: "orders", account_id: "111111111111" },
      runs: [
        ...roleRuns,
        {
          name: "lake_formation_for_a_role_with_a_path",
          variables: { role_path: "/service-role/", read_tables: ["orders.*"], lake_formation: {} },
          assert: [
            {
              condition:
                'aws_lakeformation_permissions.read_tables[0].principal == "arn:aws:iam::111111111111:role/service-role/orders"',
              message: "the path is part of the role's ARN",
            },
          ],
        },
        { name: "a_path_ends_with_a_slash", variables: { role_path: "/jobs" }, expectFailures: ["var.role_path"] },
      ],
    },
  },
  translations: { ja: glueRolePoliciesJa },
  title: "AWS Glue role policies",
  description: `Least-privilege policies for an existing role. You name the S3 folders, tables, keys and connections that it reads and writes.\n\n${NEEDS_ACCOUNT}`,
  providers,
  variables: {
    role_name: string({
      description:
        "Name of the role. The policies are named `<role_name>-s3-policy`, `<role_name>-kms-policy`, `<role_name>-glue-policy` and `<role_name>-vpc-policy`.",
      validate: [
        {
          condition: (name) => fn.can(fn.regex("^[\\w+=,.@-]{1,64}$", name)),
          message:
            "role_name must be the name of the role, without its path. It has 1 to 64 characters: letters, digits and +=,.@_-.",
        },
      ],
    }),
    role_path: string({
      description: "Path of the role. Only the Lake Formation permissions need it, for the role's ARN.",
      default: "/",
      validate: [
        {
          condition: (path) => fn.can(fn.regex("^/(.*/)?$", path)),
          message: 'role_path must start and end with a slash: "/" or "/service-role/".',
        },
      ],
    }),
    ...wiring,
    region,
  },
  build(scope, v) {
    const place = locateRole(scope, v.account_id, v.region);
    const policies = attachPolicies(scope, v, place, {
      prefix: v.role_name,
      role: v.role_name,
      arn: `arn:${place.partition}:iam::${place.account}:role${v.role_path}${v.role_name}`,
      region: v.region,
    });
    return {
      policy_arns: output(policies.arns, {
        description:
          "ARNs of the created policies, by their keys `s3`, `kms`, `glue` and `vpc`. Resources that use them are created after all policies are attached.",
        dependsOn: policies.attachments,
      }),
      policy_documents: output(policies.documents, {
        description: "JSON of the created policies, for review and tests.",
      }),
    };
  },
});
