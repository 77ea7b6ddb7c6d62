/** The policies of `glue-role` for a role that exists. */
import { defineModule, fn, output, string } from "tfwright";
import { offline, providers, region } from "./aws";
import { roleIam, roleNotes, roleRuns } from "./role-docs";
import { attachPolicies, locate } from "./role-policies";
import { wiring } from "./role-wiring";

export const glueRolePolicies = defineModule({
  name: "glue-role-policies",
  iam: roleIam,
  notes: roleNotes,
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
    policies: { providers: offline, variables: { role_name: "orders", account_id: "111111111111" }, runs: roleRuns },
  },
  title: "AWS Glue role policies",
  description:
    "The least policies for a role that exists already: say which S3 folders, tables, keys and connections it reads and writes.",
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
    ...wiring,
    region,
  },
  build(scope, v) {
    const place = locate(scope, v.account_id, v.region);
    const policies = attachPolicies(scope, v, place, {
      prefix: v.role_name,
      role: v.role_name,
      arn: `arn:${place.partition}:iam::${place.account}:role/${v.role_name}`,
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
