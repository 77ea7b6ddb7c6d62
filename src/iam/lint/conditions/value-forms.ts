/** Keys whose values have a form: the ARN of a policy, the alias of a key, the type of an instance. */
import { subjectForm } from "../../data/oidc-subject-forms";

/** What the name of a Region is like. */
export const REGION = "[a-z]{2,4}(?:-[a-z]+)+-\\d{1,2}";

/** Values of a form that the pages of AWS give. */
interface ValueForm {
  readonly key: RegExp;
  /** What a value without wildcards at its start is like. */
  readonly form: RegExp;
  readonly what: string;
  readonly hint: string;
}

const ARN_OF_POLICY: Omit<ValueForm, "key"> = {
  form: /^arn:[^:]*:iam::[^:]*:policy\/|^arn:[^:]*(?::[^:]*){0,4}[*?]/,
  what: "no ARN of a managed policy",
  hint: "write the ARN of the policy, as in `arn:aws:iam::123456789012:policy/NAME`",
};
const ALIAS: Omit<ValueForm, "key"> = {
  form: /^alias\//,
  what: "no name of an alias",
  hint: "write it with `alias/` in front, as in `alias/orders`",
};

/**
 * The IDs of a kind: Access Analyzer, INVALID_VPC_FORMAT and INVALID_VPCE_FORMAT. An invented one, such as `vpc-1`, is something to fill
 * in, and so is a name.
 */
function idOf(prefix: string): RegExp {
  const invented = "(?:1234|abc|0{3}|1{3}|x+$)";
  return new RegExp(
    `^(?!${prefix}[-_ ]|${prefix}\\d)|^${prefix}-(?:[0-9a-z]{1,5}|[0-9a-z]{8}|[0-9a-z]{17}|${invented}\\w*|\\w*[*?].*)$`,
    "i",
  );
}

/**
 * IAM User Guide, "IAM and AWS STS condition keys" (`iam:PermissionsBoundary`, `iam:PolicyARN`, `sts:ExternalId` of AssumeRole: 2 to 1224
 * characters of a set; `SAML:aud` is the recipient of the assertion); IAM User Guide, "Configure SAML assertions": the recipient is a sign-in
 * page of AWS, with or without a Region, `signin.amazonaws.cn` in China; AWS KMS guide, `kms:RequestAlias`, `kms:ResourceAliases`; Amazon S3
 * guide, "Bucket policy examples using condition keys": `s3:prefix` is the start of a key; AWS CloudFormation guide,
 * `cloudformation:TemplateUrl`; Service Authorization Reference on the keys of Amazon EC2 and Amazon RDS (`ec2:Owner`: `amazon`,
 * `aws-marketplace` or an account); Amazon S3 API, CopyObject (`x-amz-copy-source`: a bucket and a key, or the ARN of an access point); Amazon
 * Cognito guide, "Role trust": the audience is an identity pool; IAM, "Unique identifiers": `aws:userid` of a role is its ID, a colon and the
 * name of the session.
 */
const VALUE_FORMS: readonly ValueForm[] = [
  { key: /^iam:permissionsboundary$/, ...ARN_OF_POLICY },
  { key: /^iam:policyarn$/, ...ARN_OF_POLICY },
  { key: /^kms:(?:request|resource)alias(?:es)?$/, ...ALIAS },
  {
    key: /^sts:externalid$/,
    form: /^[\w+=,.@:/*?-]{2,1224}$/,
    what: "no external ID that AWS takes",
    hint: "write 2 to 1224 characters: letters, digits and `+=,.@:/-_`",
  },
  {
    key: /^saml:aud$/,
    form: /^https:\/\/(?:[\w-]+\.)?signin\.(?:(?:aws\.amazon|amazonaws)[\w.-]*|[\w.-]+\.gov)\/|^urn:/,
    what: "no sign-in page of AWS",
    hint: "write `https://signin.aws.amazon.com/saml`",
  },
  {
    key: /^cognito-identity\.amazonaws\.com:aud$/,
    form: /^[a-z-]+-\d:[\da-f]{8}-|^[^_]*$/,
    what: "the ID of a user pool",
    hint: "write the ID of the identity pool, as in `us-east-1:11111111-2222-3333-4444-555555555555`",
  },
  {
    key: /^cognito-identity\.amazonaws\.com:aud$/,
    form: /^(?!arn:)/,
    what: "an ARN",
    hint: "write the ID of the identity pool, as in `us-east-1:11111111-2222-3333-4444-555555555555`",
  },
  {
    key: /^aws:(?:ec2instance)?sourcevpc$/,
    form: idOf("vpc"),
    what: "no ID of a VPC",
    hint: "write `vpc-` and 8 or 17 hexadecimal digits",
  },
  {
    key: /^aws:sourcevpce$/,
    form: idOf("vpce"),
    what: "no ID of a VPC endpoint",
    hint: "write `vpce-` and 8 or 17 hexadecimal digits",
  },
  {
    key: /^s3:prefix$/,
    form: /^(?!arn:|s3:\/\/)/,
    what: "no start of the name of an object",
    hint: "write what stands behind the name of the bucket, as in `home/`",
  },
  {
    key: /^s3:x-amz-copy-source$/,
    form: /^(?!arn:[^:]*:s3:::|s3:\/\/)/,
    what: "no source of a copy",
    hint: "write `BUCKET/KEY`",
  },
  {
    key: /^s3:x-amz-server-side-encryption-aws-kms-key-id$/,
    form: /^(?!alias\/|arn:[^:]*:kms:[^:]*:[^:]*:alias\/)/,
    what: "the alias of a key",
    hint: "write the ARN of the key",
  },
  {
    key: /^aws:username$/,
    form: /^(?!arn:|\/)/,
    what: "no name of a user",
    hint: "write the name alone, or use `aws:PrincipalArn` for the ARN",
  },
  {
    key: /^ec2:instancetype$/,
    form: /[.*?]/,
    what: "no type of an instance",
    hint: "write it with its size, as in `t3.micro`, or `t3.*` with `StringLike`",
  },
  {
    key: /^rds:databaseclass$/,
    form: /^d[*?]|^db[.*?]/,
    what: "no class of a database",
    hint: "write it with `db.` in front, as in `db.t3.micro`",
  },
  {
    key: /^ec2:owner$/,
    form: /^(?!self$)/,
    what: "no owner of an image",
    hint: "write the ID of the account, `amazon` or `aws-marketplace`",
  },
  {
    key: /^ec2:availabilityzone$/,
    form: new RegExp(`^(?!${REGION}$)`),
    what: "the name of a Region",
    hint: "write the zone, as in `eu-west-1a`, or use `ec2:Region`",
  },
  {
    key: /^cloudformation:templateurl$/,
    form: /^(?!s3:\/\/|arn:)/,
    what: "no URL that AWS CloudFormation takes",
    hint: "write `https://BUCKET.s3.REGION.amazonaws.com/KEY`",
  },
  {
    key: /^aws:userid$/,
    form: /^(?!AROA[A-Z0-9]{12,}$)/,
    what: "the ID of a role without the name of its session",
    hint: "write `ID:*` with `StringLike`",
  },
  {
    key: /^lambda:(?:vpc|subnet|securitygroup)ids$/,
    form: /^(?!arn:)/,
    what: "an ARN",
    hint: "write the ID",
  },
  {
    key: /^(?:ec2:(?:vpc|subnet|instanceprofile|sourceinstancearn)|elasticfilesystem:accesspointarn|s3:dataaccesspointarn|ecs:(?:cluster|service))$/,
    form: /^arn:/,
    what: "no ARN",
    hint: "write the whole ARN",
  },
  {
    key: /^(?:token\.actions\.githubusercontent\.com|oidc\.eks\..*):aud$/,
    form: /^(?!(?:https?:\/\/)?sts\.(?:amazon\.com|aws\.com|aws\.amazon\.com|[a-z0-9-]+\.amazonaws\.com)\/?$|https?:\/\/sts\.amazonaws\.com\/?$|sts\.amazonaws\.com\/$)/,
    what: "not the audience that is asked for",
    hint: "write `sts.amazonaws.com`",
  },
];

/** A value of another form than those of its key; one that begins with a wildcard may have any. */
export function faultOfForm(key: string, value: string): { readonly what: string; readonly hint: string } | undefined {
  if (/^[*?]/.test(value)) return undefined;
  const found = VALUE_FORMS.find((one) => one.key.test(key) && !one.form.test(value)) ?? subjectForm(key, value);
  return found && { what: found.what, hint: found.hint };
}
