/** Texts of the README, the examples and the tests of `glue-account`. */
import type { TestFile } from "tfwright";
import { offline } from "./aws";
import { checkovNote } from "./checkov-findings";

const KEY = "arn:aws:kms:eu-west-1:111111111111:key/11111111-2222-3333-4444-555555555555";
const PASSWORD_KEY = "arn:aws:kms:eu-west-1:111111111111:key/99999999-2222-3333-4444-555555555555";
const ROLE = "arn:aws:iam::111111111111:role/glue-catalog-encryption";

const readOrders = {
  sid: "ReadOrders",
  principals: ["222222222222"],
  actions: ["glue:GetDatabase", "glue:GetTable", "glue:GetTables", "glue:GetPartitions"],
  resources: ["catalog", "database/orders", "table/orders/*"],
};
const organization = { test: "StringEquals", variable: "aws:PrincipalOrgID", values: ["o-example1234"] };
const settings = "aws_glue_data_catalog_encryption_settings.this.data_catalog_encryption_settings[0]";
const statement = "jsondecode(output.policy_document).Statement";

const tests: Readonly<Record<string, TestFile>> = {
  account: {
    providers: offline,
    variables: { kms_key_arn: KEY, account_id: "111111111111" },
    runs: [
      {
        name: "encrypted",
        assert: [
          { condition: 'output.encryption_mode == "SSE-KMS"', message: "mode" },
          { condition: `${settings}.encryption_at_rest[0].sse_aws_kms_key_id == "${KEY}"`, message: "key" },
          {
            condition: `${settings}.connection_password_encryption[0].return_connection_password_encrypted`,
            message: "passwords",
          },
          {
            condition: `${settings}.connection_password_encryption[0].aws_kms_key_id == "${KEY}"`,
            message: "the same key",
          },
          { condition: "length(aws_glue_resource_policy.this) == 0", message: "no policy" },
        ],
      },
      {
        name: "a_role_and_a_policy",
        variables: {
          encryption_role_arn: ROLE,
          password_kms_key_arn: PASSWORD_KEY,
          policy_statements: [
            readOrders,
            { ...readOrders, sid: "ReadInOrganization", principals: ["*"], conditions: [organization] },
            { ...readOrders, sid: null, effect: "Deny", principals: ["*"] },
          ],
          enable_hybrid: true,
        },
        assert: [
          { condition: 'output.encryption_mode == "SSE-KMS-WITH-SERVICE-ROLE"', message: "mode" },
          {
            condition: `${settings}.encryption_at_rest[0].catalog_encryption_service_role == "${ROLE}"`,
            message: "role",
          },
          {
            condition: `${settings}.connection_password_encryption[0].aws_kms_key_id == "${PASSWORD_KEY}"`,
            message: "another key",
          },
          { condition: 'aws_glue_resource_policy.this[0].enable_hybrid == "TRUE"', message: "hybrid" },
          {
            condition: `contains(${statement}[0].Resource, "arn:aws:glue:eu-west-1:111111111111:catalog")`,
            message: "the ARN of the catalog",
          },
          {
            condition: `${statement}[1].Condition.StringEquals["aws:PrincipalOrgID"] == "o-example1234"`,
            message: "condition",
          },
          { condition: `${statement}[2].Effect == "Deny"`, message: "effect" },
        ],
      },
      {
        name: "switched_off",
        variables: { encrypt_catalog: false, encrypt_passwords: false, encryption_role_arn: ROLE },
        assert: [
          { condition: 'output.encryption_mode == "DISABLED"', message: "mode" },
          { condition: `${settings}.encryption_at_rest[0].sse_aws_kms_key_id == null`, message: "no key" },
          {
            condition: `${settings}.encryption_at_rest[0].catalog_encryption_service_role == null`,
            message: "no role",
          },
          {
            condition: `${settings}.connection_password_encryption[0].aws_kms_key_id == null`,
            message: "no key for passwords",
          },
        ],
      },
      {
        name: "a_public_policy_and_names_instead_of_arns",
        variables: {
          kms_key_arn: "alias/glue",
          password_kms_key_arn: "11111111-2222-3333-4444-555555555555",
          encryption_role_arn: "glue-catalog-encryption",
          catalog_id: "11111111111",
          policy_statements: [{ ...readOrders, principals: ["*"] }],
        },
        expectFailures: [
          "var.kms_key_arn",
          "var.password_kms_key_arn",
          "var.encryption_role_arn",
          "var.catalog_id",
          "var.policy_statements",
        ],
      },
      {
        name: "a_table_without_its_catalog",
        variables: { policy_statements: [{ ...readOrders, resources: ["database/orders", "table/orders/*"] }] },
        expectFailures: ["var.policy_statements"],
      },
      {
        name: "a_policy_that_is_too_long",
        variables: {
          policy_statements: [
            {
              ...readOrders,
              resources: ["catalog", "database/*", ...Array.from({ length: 200 }, (_, n) => `table/orders/t${n}`)],
            },
          ],
        },
        expectFailures: ["aws_glue_resource_policy.this[0]"],
      },
    ],
  },
};

/** The parts of the definition that are texts, examples and tests. */
export const accountDocs = {
  iam: [
    "To apply this module you need `glue:GetDataCatalogEncryptionSettings`, `glue:PutDataCatalogEncryptionSettings`, `glue:GetResourcePolicy`, `glue:PutResourcePolicy` and `glue:DeleteResourcePolicy` on `arn:aws:glue:REGION:ACCOUNT:catalog`. With `encryption_role_arn` you also need `iam:PassRole` on that role, limited to `glue.amazonaws.com`. Give these permissions to few people: who can write the resource policy can give any account access.",
    "If the catalog is encrypted, everybody who uses it (jobs, crawlers, Athena) needs `kms:Decrypt`, `kms:Encrypt` and `kms:GenerateDataKey` on the key: `write_kms_keys` of `glue-role`. With `encryption_role_arn` only that role needs them.",
    "The role of `encryption_role_arn` trusts `glue.amazonaws.com` and needs `kms:Decrypt`, `kms:Encrypt` and `kms:GenerateDataKey` on the key. Create it with `iam-role`.",
  ],
  notes: [
    "**Once for each region.** AWS has one resource policy and one set of encryption settings for each region of an account. Two calls of this module in one region overwrite each other in turns, and no plan shows it. Call the module in one place, and not in modules of single applications.",
    "If the region has a resource policy already, the apply fails. Import the policy first: `terraform import 'module.account.aws_glue_resource_policy.this[0]' REGION`.",
    "The encryption settings apply to new and changed metadata. What is in the catalog already stays as it is until it changes.",
    "If you destroy the module, AWS switches the encryption off for new metadata, and removes the policy. Keep the key: what was encrypted with it can only be read with it.",
    "If a statement allows access to a table, its resources must also contain the database and the catalog: AWS denies access otherwise. The module checks this.",
    "AWS Glue encrypts metadata with KMS keys only. There is no mode without a key, such as the SSE-S3 of security configurations.",
    checkovNote([
      {
        checks: ["CKV_AWS_94"],
        reason: {
          en: "The check knows only the mode `SSE-KMS`. With `encryption_role_arn`, as in the example `complete`, the mode is `SSE-KMS-WITH-SERVICE-ROLE`, which encrypts with the same key.",
          ja: "このチェックが認識するモードは `SSE-KMS` だけです。使用例 `complete` のように `encryption_role_arn` を指定すると、モードは `SSE-KMS-WITH-SERVICE-ROLE` になります。このモードも同じキーで暗号化します。",
        },
      },
    ]),
  ],
  creates: [
    "`aws_glue_data_catalog_encryption_settings.this`",
    "`aws_glue_resource_policy.this`, only with `policy_statements`",
  ],
  examples: {
    basic: {
      description: "Encrypts the catalog and the passwords of connections with one key.",
      inputs: { kms_key_arn: KEY, account_id: "111111111111" },
    },
    complete: {
      description: "Encrypts with a role, and gives another account and the organization access to one database.",
      inputs: {
        kms_key_arn: KEY,
        password_kms_key_arn: PASSWORD_KEY,
        encrypt_catalog: true,
        encrypt_passwords: true,
        encryption_role_arn: ROLE,
        catalog_id: "111111111111",
        policy_statements: [
          readOrders,
          { ...readOrders, sid: "ReadInOrganization", principals: ["*"], conditions: [organization] },
        ],
        enable_hybrid: true,
        account_id: "111111111111",
        region: "eu-west-1",
      },
    },
    adopt: {
      description: "Takes over hand-written settings without a change.",
      inputs: { kms_key_arn: KEY, account_id: "111111111111" },
      moved: [
        {
          from: "aws_glue_data_catalog_encryption_settings.orders",
          to: "aws_glue_data_catalog_encryption_settings.this",
        },
      ],
    },
  },
  tests,
};
