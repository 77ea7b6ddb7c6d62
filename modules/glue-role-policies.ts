/** The policies of `glue-role` for a role that exists. */
import { defineModule, fn, output, string } from "tfwright";
import { offline, providers, region } from "./aws";
import { locateRole, NEEDS_ACCOUNT } from "./place";
import { roleCreates, roleIam, roleNotes, roleUpgrading } from "./role-docs";
import { attachPolicies } from "./role-policies";
import { roleRuns } from "./role-runs";
import { wiring } from "./role-wiring";

export const glueRolePolicies = defineModule({
  name: "glue-role-policies",
  iam: roleIam,
  notes: roleNotes,
  upgrading: roleUpgrading,
  creates: roleCreates,
  examples: {
    basic: {
      description: "Lets a role that exists read one folder and write another.",
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
  title: "AWS Glue role policies",
  description: `The least policies for a role that exists already: say which S3 folders, tables, keys and connections it reads and writes.\n\n${NEEDS_ACCOUNT}`,
  providers,
  variables: {
    role_name: string({
      description:
        "Name of the role; the policies are `<role_name>-s3-policy`, `<role_name>-kms-policy`, `<role_name>-glue-policy` and `<role_name>-vpc-policy`.",
      validate: [
        {
          condition: (name) => fn.can(fn.regex("^[\\w+=,.@-]{1,64}$", name)),
          message: "role_name is the name of the role, without path: 1 to 64 letters, digits or characters of +=,.@_-.",
        },
      ],
    }),
    role_path: string({
      description: "Path of the role. Only the grants of Lake Formation need it, for the role's ARN.",
      default: "/",
      validate: [
        {
          condition: (path) => fn.can(fn.regex("^/(.*/)?$", path)),
          message: "role_path starts and ends with a slash: / or /service-role/.",
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
          "ARNs of the policies made here: `s3`, `kms`, `glue`, `vpc`, those that there are. Known once they are attached.",
        dependsOn: policies.attachments,
      }),
      policy_documents: output(policies.documents, { description: "Their JSON, for review and tests." }),
    };
  },
});
