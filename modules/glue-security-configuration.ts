/** A security configuration: how runs of AWS Glue encrypt what they write. */
import {
  defineModule,
  type Expr,
  eq,
  fn,
  ifNotNull,
  isNotNull,
  isNull,
  object,
  oneOf,
  optional,
  or,
  output,
  resource,
  string,
  when,
} from "tfwright";
import { offline, providers, region } from "./aws";
import { checkovNote } from "./checkov-findings";
import { glueSecurityConfigurationJa } from "./ja/glue-security-configuration";
import { kmsKeyArn } from "./kms-key-arn";
import { GlueSecurityConfiguration } from "./providers/aws/glue-security-configuration";

const KEY = "arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const OTHER_KEY = "arn:aws:kms:eu-west-1:111111111111:key/5678abcd-12ab-34cd-56ef-1234567890ab";
const encryption = "aws_glue_security_configuration.this.encryption_configuration[0]";

const encryptedWith = <const D extends string>(input: string, description: D) =>
  optional(
    object(
      { kms_key_arn: string({ description: "ARN of the KMS key", validate: [kmsKeyArn(`kms_key_arn of ${input}`)] }) },
      { description },
    ),
  );

const usage = `Jobs and crawlers take the configuration by name. The role needs the keys, and permission to encrypt logs:

\`\`\`hcl
module "role" {
  source = "./modules/glue-role"

  name           = "orders-job-role"
  write_kms_keys = module.security_configuration.kms_key_arns
  encrypted_logs = true # with \`cloudwatch\`
}

module "job" {
  source = "./modules/glue-job"

  name                   = "orders"
  role_arn               = module.role.arn
  security_configuration = module.security_configuration.name
  script_location        = "s3://example-scripts/orders.py"
  glue_version           = "5.0"
}
\`\`\``;

const logKey = `CloudWatch Logs uses the key of \`cloudwatch\` itself, so that the policy of the key must allow it. Without this statement, AWS Glue writes no logs:

\`\`\`hcl
statement {
  actions   = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]
  resources = ["*"] # in a key policy: this key

  principals {
    type        = "Service"
    identifiers = ["logs.eu-west-1.amazonaws.com"] # your region
  }

  condition {
    test     = "ArnLike"
    variable = "kms:EncryptionContext:aws:logs:arn"
    values   = ["arn:aws:logs:eu-west-1:111111111111:log-group:/aws-glue/*"]
  }
}
\`\`\``;

export const glueSecurityConfiguration = defineModule({
  name: "glue-security-configuration",
  iam: [
    "To apply this module you need `glue:CreateSecurityConfiguration`, `glue:GetSecurityConfiguration` and `glue:DeleteSecurityConfiguration`. These actions have no resource types, so that a policy allows them on `*`. There is no update: each change replaces the configuration. `glue-catalog-deployer` allows them with `security_configurations = true`.",
    "The role of each job or crawler that uses the configuration needs `kms:Decrypt`, `kms:Encrypt` and `kms:GenerateDataKey` on the keys of `s3` and `job_bookmarks`, and `logs:AssociateKmsKey` with `cloudwatch`: `write_kms_keys` and `encrypted_logs` of `glue-role`.",
  ],
  notes: [
    usage,
    logKey,
    "A configuration cannot be changed. Terraform deletes it and creates it again with the same name, and a run that starts between the two fails. To avoid this, give the new configuration another name: write a second call of this module, change `security_configuration` of the jobs to its `name`, and remove the first call in a later apply.",
    "If a resource that uses the configuration has `create_before_destroy`, Terraform also creates the new configuration first. AWS then rejects it, because the name exists. Change `name` in the same apply: `orders-2`.",
    "With a security configuration, AWS Glue writes the logs of a job to other log groups: their names contain the configuration and, with `cloudwatch`, the role. The policies of `glue-role` cover those below `/aws-glue/`.",
    "Without `s3`, the default encryption of the bucket applies. `SSE-S3` overrides it, also if the bucket's default is a KMS key.",
    checkovNote("glue-security-configuration", "en"),
  ],
  examples: {
    basic: {
      description: "Encrypts data, logs and job bookmarks with one key.",
      inputs: {
        name: "orders",
        s3: { kms_key_arn: KEY },
        cloudwatch: { kms_key_arn: KEY },
        job_bookmarks: { kms_key_arn: KEY },
      },
      call: "security_configuration",
    },
    complete: {
      description: "Data with the keys of S3, logs and job bookmarks with keys of their own, in another region.",
      inputs: {
        name: "orders",
        s3: { mode: "SSE-S3" },
        cloudwatch: { kms_key_arn: KEY },
        job_bookmarks: { kms_key_arn: OTHER_KEY },
        region: "eu-west-1",
      },
      call: "security_configuration",
    },
    adopt: {
      description: "Takes over a hand-written security configuration without a change.",
      inputs: { name: "orders", s3: { kms_key_arn: KEY } },
      call: "security_configuration",
      moved: [{ from: "aws_glue_security_configuration.orders", to: "aws_glue_security_configuration.this" }],
    },
  },
  tests: {
    security_configuration: {
      providers: offline,
      variables: { name: "orders", s3: { kms_key_arn: KEY } },
      runs: [
        {
          name: "each_kind_with_a_key",
          variables: { cloudwatch: { kms_key_arn: KEY }, job_bookmarks: { kms_key_arn: OTHER_KEY } },
          assert: [
            { condition: `${encryption}.s3_encryption[0].s3_encryption_mode == "SSE-KMS"`, message: "data" },
            { condition: `${encryption}.s3_encryption[0].kms_key_arn == "${KEY}"`, message: "key of the data" },
            {
              condition: `${encryption}.cloudwatch_encryption[0].cloudwatch_encryption_mode == "SSE-KMS"`,
              message: "logs",
            },
            {
              condition: `${encryption}.job_bookmarks_encryption[0].job_bookmarks_encryption_mode == "CSE-KMS"`,
              message: "bookmarks",
            },
            {
              condition: `output.kms_key_arns == tolist(["${KEY}", "${OTHER_KEY}"])`,
              message: "keys that a role needs: not the key of the logs",
            },
          ],
        },
        {
          name: "keys_of_s3_and_nothing_else",
          variables: { s3: { mode: "SSE-S3" } },
          assert: [
            { condition: `${encryption}.s3_encryption[0].s3_encryption_mode == "SSE-S3"`, message: "data" },
            {
              condition: `${encryption}.cloudwatch_encryption[0].cloudwatch_encryption_mode == "DISABLED"`,
              message: "logs",
            },
            {
              condition: `${encryption}.job_bookmarks_encryption[0].job_bookmarks_encryption_mode == "DISABLED"`,
              message: "bookmarks",
            },
            { condition: "length(output.kms_key_arns) == 0", message: "no key" },
          ],
        },
        {
          name: "keys_are_arns",
          variables: {
            name: "",
            s3: { kms_key_arn: "1234abcd-12ab-34cd-56ef-1234567890ab" },
            cloudwatch: { kms_key_arn: "alias/orders" },
            job_bookmarks: { kms_key_arn: "arn:aws:kms:eu-west-1:111111111111:alias/orders" },
          },
          expectFailures: ["var.name", "var.s3", "var.cloudwatch", "var.job_bookmarks"],
        },
        { name: "a_key_with_kms", variables: { s3: {} }, expectFailures: ["var.s3"] },
        {
          name: "no_key_with_s3",
          variables: { s3: { mode: "SSE-S3", kms_key_arn: KEY } },
          expectFailures: ["var.s3"],
        },
        {
          name: "something_is_encrypted",
          variables: { s3: null },
          expectFailures: ["aws_glue_security_configuration.this"],
        },
      ],
    },
  },
  translations: { ja: glueSecurityConfigurationJa },
  title: "AWS Glue security configuration",
  description:
    "A Glue security configuration: the encryption of the data, logs and job bookmarks that jobs and crawlers write.",
  providers,
  variables: {
    name: string({
      description: "Name of the security configuration.",
      validate: [
        { condition: (name) => fn.can(fn.regex("^.{1,255}$", name)), message: "name must have 1 to 255 characters." },
      ],
    }),
    s3: optional(
      object(
        {
          mode: optional(
            oneOf(["SSE-KMS", "SSE-S3"], {
              description:
                "`SSE-KMS`: with the key `kms_key_arn`. `SSE-S3`: with the keys of Amazon S3, without `kms_key_arn`",
            }),
            "SSE-KMS",
          ),
          kms_key_arn: optional(
            string({ description: "ARN of the KMS key", validate: [kmsKeyArn("kms_key_arn of s3")] }),
          ),
        },
        {
          description: "Encryption of the data that runs write to S3. The default encryption of the bucket if null.",
          validate: [
            {
              condition: (s3) => when(eq(s3.mode, "SSE-S3"), isNull(s3.kms_key_arn), isNotNull(s3.kms_key_arn)),
              message:
                's3 must have kms_key_arn, or mode = "SSE-S3" for the keys of Amazon S3, not both: { kms_key_arn = "arn:aws:kms:REGION:ACCOUNT:key/ID" } or { mode = "SSE-S3" }.',
            },
          ],
        },
      ),
    ),
    cloudwatch: encryptedWith("cloudwatch", "Encryption of the logs in CloudWatch. Not with a key of yours if null."),
    job_bookmarks: encryptedWith(
      "job_bookmarks",
      "Encryption of job bookmarks, before they are sent to AWS Glue. AWS Glue does not encrypt them if null.",
    ),
    region,
  },
  build(scope, v) {
    const none: readonly string[] = [];
    const configuration = resource(
      scope,
      GlueSecurityConfiguration,
      "this",
      {
        name: v.name,
        region: v.region,
        encryption_configuration: {
          s3_encryption: {
            s3_encryption_mode: ifNotNull(v.s3, (s3) => s3.mode, "DISABLED"),
            kms_key_arn: ifNotNull(v.s3, (s3) => s3.kms_key_arn, null),
          },
          cloudwatch_encryption: {
            cloudwatch_encryption_mode: when(isNotNull(v.cloudwatch), "SSE-KMS", "DISABLED"),
            kms_key_arn: ifNotNull(v.cloudwatch, (cloudwatch) => cloudwatch.kms_key_arn, null),
          },
          job_bookmarks_encryption: {
            job_bookmarks_encryption_mode: when(isNotNull(v.job_bookmarks), "CSE-KMS", "DISABLED"),
            kms_key_arn: ifNotNull(v.job_bookmarks, (bookmarks) => bookmarks.kms_key_arn, null),
          },
        },
      },
      {
        lifecycle: {
          preconditions: [
            {
              condition: or(isNotNull(v.s3), isNotNull(v.cloudwatch), isNotNull(v.job_bookmarks)),
              message:
                'Give at least one of s3, cloudwatch and job_bookmarks, because the configuration encrypts nothing without them: s3 = { mode = "SSE-S3" }.',
            },
          ],
        },
      },
    );
    return {
      name: output(configuration.name, { description: "Name of the security configuration." }),
      kms_key_arns: output(
        fn.concat(
          ifNotNull(
            v.s3,
            (s3) => when(eq(s3.mode, "SSE-KMS"), [s3.kms_key_arn as unknown as Expr<string>], none),
            none,
          ),
          ifNotNull(v.job_bookmarks, (bookmarks) => [bookmarks.kms_key_arn], none),
        ),
        {
          description:
            "ARNs of the keys that a role needs to write data and job bookmarks: `write_kms_keys` of `glue-role`.",
        },
      ),
    };
  },
});
