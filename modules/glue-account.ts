/** What AWS Glue has once in each region of an account: the encryption of the Data Catalog and its resource policy. */
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Construct } from "constructs";
import {
  and,
  blocks,
  bool,
  defineModule,
  type Expr,
  type ExprsOf,
  each,
  eq,
  fn,
  gt,
  isNotNull,
  list,
  local,
  lte,
  not,
  object,
  oneOf,
  optional,
  or,
  output,
  resource,
  type StringLike,
  string,
  when,
} from "tfwright";
import { catalogId, roleArn } from "./arns";
import { providers, region } from "./aws";
import { accountDocs } from "./glue-account-docs";
import { glueAccountJa } from "./ja/glue-account";
import { accountId, arnsOf, locate, NEEDS_ACCOUNT } from "./place";
import { GlueDataCatalogEncryptionSettings } from "./providers/aws/glue-data-catalog-encryption-settings";
import { GlueResourcePolicy } from "./providers/aws/glue-resource-policy";
import { LENGTH_IS_KNOWN, notEmpty, shapeOf } from "./rules";

const keyArn = (input: string) =>
  shapeOf(
    "^arn:[^:]+:kms:[^:]+:[^:]+:key/.+$",
    `${input} takes the ARN of a key, not its ID and not an alias: "arn:aws:kms:REGION:ACCOUNT:key/ID".`,
  );

/** Conditions that limit the principal `*` to an organization. */
const ORGANIZATION = ["aws:PrincipalOrgID", "aws:PrincipalOrgPaths"];

const statements = list(
  object(
    {
      sid: optional(
        string({
          description: "ID of the statement: letters and digits",
          validate: [shapeOf("^[A-Za-z0-9]*$", 'sid of policy_statements takes letters and digits: "ReadOrders".')],
        }),
      ),
      effect: optional(oneOf(["Allow", "Deny"], { description: "`Allow` or `Deny`" }), "Allow"),
      principals: list(
        string({
          validate: [
            shapeOf(
              "^([*]|[0-9]{12}|arn:[^:]+:(iam|sts)::[0-9]{12}:[^*?]+)$",
              'principals of policy_statements takes account IDs and exact ARNs of roles and users: ["222222222222"]. AWS Glue takes no ARN with * here.',
            ),
          ],
        }),
        {
          description:
            "Accounts, by their IDs, or roles and users, by their ARNs. `*` needs a condition on the organization",
          validate: [notEmpty("principals of policy_statements", "account or role")],
        },
      ),
      actions: list(
        string({
          validate: [
            shapeOf(
              "^glue:",
              'actions of policy_statements takes actions of AWS Glue: ["glue:GetTable", "glue:GetTables"].',
            ),
          ],
        }),
        {
          description: "Actions: `glue:GetTable`",
          validate: [notEmpty("actions of policy_statements", "action")],
        },
      ),
      resources: list(
        string({
          validate: [
            shapeOf(
              "^(arn:[^:]+:glue:.+|catalog(/.+)?|(database|table|userDefinedFunction|connection)/.+|[*])$",
              'resources of policy_statements takes "catalog", "database/NAME", "table/DATABASE/NAME", "userDefinedFunction/DATABASE/NAME", "connection/NAME", or an ARN.',
            ),
          ],
        }),
        {
          description:
            "`catalog`, `database/orders`, `table/orders/*` and so on, of this account and region, or ARNs. A table needs its database and the catalog beside it",
          validate: [notEmpty("resources of policy_statements", "resource")],
        },
      ),
      conditions: optional(
        list(
          object({
            test: string({ description: "Operator: `StringEquals`" }),
            variable: string({ description: "Condition key: `aws:PrincipalOrgID`" }),
            values: list(string(), { description: "Values of the key" }),
          }),
          { description: "Conditions of the statement; their number must be known at plan time" },
        ),
        [],
      ),
    },
    {
      validate: [
        {
          condition: (one) =>
            or(
              or(eq(one.effect, "Deny"), not(fn.contains(one.principals, "*"))),
              fn.anytrue(each(one.conditions, (condition) => fn.contains(ORGANIZATION, condition.variable))),
            ),
          message:
            'A statement of policy_statements that allows the principal "*" must have a condition on aws:PrincipalOrgID. Otherwise every AWS account gets access.',
          shows: "element",
        },
        {
          condition: (one) =>
            or(
              not(fn.anytrue(each(one.resources, (name) => fn.can(fn.regex("(^|:)table/", name))))),
              and(
                fn.anytrue(each(one.resources, (name) => fn.can(fn.regex("(^|:)database/|^[*]$", name)))),
                fn.anytrue(each(one.resources, (name) => fn.can(fn.regex("(^|:)catalog$|^[*]$", name)))),
              ),
            ),
          message:
            'A statement of policy_statements with a table must also name its database and the catalog, because AWS denies access otherwise: ["catalog", "database/orders", "table/orders/*"].',
          shows: "element",
        },
      ],
    },
  ),
  {
    description: `Statements of the resource policy of the Data Catalog, which gives other accounts access. No policy if empty. ${LENGTH_IS_KNOWN}`,
    default: [],
  },
);

const variables = {
  kms_key_arn: string({
    description: "ARN of the KMS key that encrypts the metadata of the catalog, and the passwords of connections.",
    validate: [keyArn("kms_key_arn")],
  }),
  password_kms_key_arn: optional(
    string({
      description: "ARN of another KMS key for the passwords of connections. The same key if null.",
      validate: [keyArn("password_kms_key_arn")],
    }),
  ),
  encrypt_catalog: bool({ description: "Whether the metadata of the catalog are encrypted.", default: true }),
  encrypt_passwords: bool({
    description:
      "Whether passwords of connections are encrypted, also in the answers of `GetConnection`. Who reads them then needs `kms:Decrypt` on the key.",
    default: true,
  }),
  encryption_role_arn: optional(
    string({
      description:
        "ARN of a role that AWS Glue uses the key with, so that users and jobs of the catalog need no permissions on the key.",
      validate: [roleArn("encryption_role_arn")],
    }),
  ),
  catalog_id: optional(
    string({
      description: "Catalog with these encryption settings: an account ID. The caller's account if null.",
      validate: [catalogId("catalog_id")],
    }),
  ),
  policy_statements: statements,
  enable_hybrid: bool({
    description:
      "Whether Lake Formation gives other accounts access beside the resource policy. AWS rejects the policy without it once there is such a grant.",
    default: false,
  }),
  account_id: accountId,
  region,
};

/** The inputs of the module. */
type AccountInputs = ExprsOf<typeof variables>;

export const glueAccount = defineModule({
  name: "glue-account",
  ...accountDocs,
  translations: { ja: glueAccountJa },
  title: "AWS Glue account settings",
  description: `What the Data Catalog has once in each region of an account: its encryption, and the resource policy that gives other accounts access. Call this module once for each region.\n\n${NEEDS_ACCOUNT}`,
  providers,
  variables,
  build(scope, v) {
    const glue = arnsOf(scope, locate(scope, v.account_id, v.region), "glue");
    const mode = local(
      scope,
      "encryption_mode",
      when(
        v.encrypt_catalog,
        when(isNotNull(v.encryption_role_arn), "SSE-KMS-WITH-SERVICE-ROLE", "SSE-KMS"),
        "DISABLED",
      ),
    );
    const settings = encryptCatalog(scope, v, mode);
    const json = policyDocument(scope, v, glue);
    attachPolicy(scope, v, json);
    return {
      catalog_id: output(settings.catalog_id, { description: "Catalog with these settings." }),
      encryption_mode: output(mode, { description: "How the metadata are encrypted." }),
      policy_document: output(json, { description: "JSON of the resource policy, for review and tests." }),
    };
  },
});

function encryptCatalog(scope: Construct, v: AccountInputs, mode: Expr<string>) {
  return resource(
    scope,
    GlueDataCatalogEncryptionSettings,
    "this",
    {
      catalog_id: v.catalog_id,
      region: v.region,
      data_catalog_encryption_settings: {
        encryption_at_rest: {
          catalog_encryption_mode: mode,
          catalog_encryption_service_role: when(v.encrypt_catalog, v.encryption_role_arn, null),
          sse_aws_kms_key_id: when(v.encrypt_catalog, v.kms_key_arn, null),
        },
        connection_password_encryption: {
          return_connection_password_encrypted: v.encrypt_passwords,
          aws_kms_key_id: when(v.encrypt_passwords, fn.coalesce(v.password_kms_key_arn, v.kms_key_arn), null),
        },
      },
    },
    {
      lifecycle: {
        preconditions: [
          {
            condition: or(not(v.enable_hybrid), gt(fn.length(v.policy_statements), 0)),
            message: "enable_hybrid belongs to the resource policy: it needs policy_statements. Leave it out.",
          },
        ],
      },
    },
  );
}

/** The JSON of the resource policy of the catalog. */
function policyDocument(scope: Construct, v: AccountInputs, glue: StringLike) {
  const { json } = resource(scope, DataAwsIamPolicyDocument, "this", {
    statement: blocks(v.policy_statements, (statement) => ({
      sid: statement.sid,
      effect: statement.effect,
      actions: statement.actions,
      resources: each(statement.resources, (name) =>
        when(fn.can(fn.regex("^(arn:|[*]$)", name)), name, `${glue}:${name}`),
      ),
      principals: [{ type: "AWS", identifiers: statement.principals }],
      condition: blocks(statement.conditions, (condition) => ({
        test: condition.test,
        variable: condition.variable,
        values: condition.values,
      })),
    })),
  });
  return json;
}

/** The resource policy, if it has statements. */
function attachPolicy(scope: Construct, v: AccountInputs, json: Expr<string>): void {
  resource(
    scope,
    GlueResourcePolicy,
    "this",
    { policy: json, enable_hybrid: when(v.enable_hybrid, "TRUE", null), region: v.region },
    {
      count: when(gt(fn.length(v.policy_statements), 0), 1, 0),
      lifecycle: {
        preconditions: [
          {
            condition: lte(fn.length(fn.jsonencode(fn.jsondecode(json))), 10240),
            message:
              "The resource policy is longer than the 10,240 characters that AWS allows. Shorten policy_statements, or grant access with Lake Formation.",
          },
        ],
      },
    },
  );
}
