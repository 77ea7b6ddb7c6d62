/**
 * Values that no request has in a condition key, because they are of another kind: the ID of a VPC endpoint in `aws:SourceVpc`. Only what is
 * surely of another kind counts: an invented name, such as `my-organization`, may be something to fill in.
 *
 * Sources: IAM User Guide, "AWS global condition context keys" (the example values of each key; `aws:PrincipalArn`: "Do not specify the
 * assumed role session ARN"; the paths of an organization end with a slash); AWS KMS guide, "AWS KMS condition keys" (`kms:ViaService` has the
 * Region in the name of the service).
 */
import { capitalize } from "../../../text/capitalize";

import { isRegionName } from "../../arn/arn-check";
import { faultOfForm, REGION } from "./value-forms";

/** What a value is instead, and what to write. */
export interface ValueFault {
  /** `the ID of a VPC endpoint`. */
  readonly what: string;
  readonly hint?: string;
  /** Beside a value that can be met it does no harm. */
  readonly isHarmless?: true;
  /** Somebody may have made such values possible; then it is a warning. */
  readonly isPossible?: true;
}

/** A kind of values that can be told by its form. */
type ValueKind =
  | "account"
  | "hyphens"
  | "list"
  | "arn"
  | "address"
  | "endpoint"
  | "organization"
  | "path"
  | "region"
  | "root"
  | "service"
  | "unit"
  | "vpc"
  | "zone";

const FORMS: readonly (readonly [ValueKind, RegExp, string])[] = [
  ["account", /^\d{12}$/, "the ID of an account"],
  ["hyphens", /^\d{4}-\d{4}-\d{4}$/, "the ID of an account with hyphens"],
  ["list", /^\d{12}(?:\s*,\s*\d{12})+$/, "several IDs of accounts in one text"],
  ["arn", /^arn:/, "an ARN"],
  ["address", /^\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?$/, "an IP address"],
  ["vpc", /^vpc-/, "the ID of a VPC"],
  ["endpoint", /^vpce-/, "the ID of a VPC endpoint"],
  ["organization", /^o-[a-z0-9]{10,32}$/, "the ID of an organization"],
  ["path", /^o-[a-z0-9]{10,32}\//, "a path in an organization"],
  ["root", /^r-[a-z0-9]{4,32}$/, "the ID of the root of an organization"],
  ["unit", /^ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}$/, "the ID of an organizational unit"],
  ["region", new RegExp(`^${REGION}$`), "the name of a Region"],
  ["zone", new RegExp(`^${REGION}[a-f]$`), "an Availability Zone"],
  ["service", /^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/, "the name of a service"],
];

/** A kind of keys: its name in lower case, what its values are, and what to write for one of another kind. */
interface KeyKind {
  readonly key: RegExp;
  readonly kinds: readonly ValueKind[];
  /** By the kind of the value; `PREFIX` is what the key has in front, as in `aws:PrincipalOrgID`. */
  readonly hints: Readonly<Partial<Record<ValueKind, string>>>;
  readonly hint: string;
}

const ENDPOINT = "use `aws:SourceVpce` for a VPC endpoint";
const BY_UNIT = "use `aws:PREFIXOrgPaths` with `ForAnyValue:StringLike` and the whole path";

const KEYS: readonly KeyKind[] = [
  {
    key: /^(?:aws:(?:ec2instance)?sourcevpc|vpc-lattice-svcs:sourcevpc)$/,
    kinds: ["vpc"],
    hints: { endpoint: ENDPOINT, address: "use `aws:VpcSourceIp` with `IpAddress` for addresses in a VPC" },
    hint: "write the ID of a VPC, as in `vpc-0a1b2c3d4e5f67890`",
  },
  {
    key: /^aws:sourcevpce$/,
    kinds: ["endpoint"],
    hints: {
      vpc: "use `aws:SourceVpc` for a VPC",
      address: "use `aws:VpcSourceIp` with `IpAddress` for addresses in a VPC",
    },
    hint: "write the ID of a VPC endpoint, as in `vpce-0a1b2c3d4e5f67890`",
  },
  {
    key: /^aws:(?:principal|resource|source|vpce)orgid$/,
    kinds: ["organization"],
    hints: {
      account: "use `aws:PREFIXAccount` for an account",
      path: "use `aws:PREFIXOrgPaths` with `ForAnyValue:StringLike` for a path",
      root: BY_UNIT,
      unit: BY_UNIT,
    },
    hint: "write the ID of an organization, as in `o-a1b2c3d4e5`",
  },
  {
    key: /^aws:(?:principal|resource|source|vpce)orgpaths$/,
    kinds: ["path"],
    hints: { account: "use `aws:PREFIXAccount` for an account" },
    hint: "write the path with the IDs of the organization and the root, as in `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*`",
  },
  {
    key: /^(?:aws:(?:principal|resource|source|vpce)account|aws:sourceowner|kms:calleraccount|s3:(?:resourceaccount|dataaccesspointaccount))$/,
    kinds: ["account"],
    hints: { organization: "use `aws:PREFIXOrgID` for an organization" },
    hint: "write the twelve digits of an account",
  },
  {
    key: /^(?:aws:requestedregion|ec2:region)$/,
    kinds: ["region"],
    hints: {},
    hint: "write the name of a Region, as in `eu-west-1`",
  },
  {
    key: /^aws:sourcearn$/,
    kinds: ["arn"],
    hints: {
      account: "use `aws:SourceAccount` for an account",
      organization: "use `aws:SourceOrgID` for an organization",
      service: "name the service in `Principal`, and here the resource that it comes from",
    },
    hint: "write the ARN of the resource that the request comes from",
  },
  {
    key: /^aws:principalarn$/,
    kinds: ["arn"],
    hints: {
      account: "use `aws:PrincipalAccount` for an account",
      organization: "use `aws:PrincipalOrgID` for an organization",
      service: "use `aws:PrincipalServiceName` for a service",
    },
    hint: "write the ARN of a role or a user",
  },
];

const SESSION = /^(arn:[^:]*):sts::([^:]*):assumed-role\/([^/]+)/;
/** What is no principal, and what may be one. */
const NO_PRINCIPAL = /^arn:[^:]*:iam::[^:]*:(group|instance-profile|policy)\//;
const SERVICE_ALONE = /^([a-z0-9-]+)\.(amazonaws\.com(?:\.cn)?)$/;
const SERVICE_IN_REGION = new RegExp(`^([a-z0-9-]+)\\.${REGION}\\.(amazonaws\\.com(?:\\.cn)?)$`);
/** A path of which the last character is neither a slash nor a wildcard. */
const UNFINISHED_PATH = /^o-[a-z0-9]{10,32}\/.*[^/*?]$/;

/** What is wrong with a value of a condition key; undefined where it may be right. */
export function faultOfValue(key: string, value: string): ValueFault | undefined {
  const name = key.toLowerCase();
  return faultOfName(name, value) ?? faultOfKind(name, value) ?? faultOfForm(name, value) ?? faultOfChoice(name, value);
}

/**
 * Keys with a few values, which AWS's pages list. Amazon S3 guide, "Bucket policy examples using condition keys" and the headers of PutObject;
 * AWS Lambda guide on function URLs; Amazon EC2 guide on IMDS. Held against the enumerations of botocore 1.43.11, as those below are;
 * `aws:backup` is from the provider hashicorp/aws.
 */
const CHOICES: ReadonlyMap<string, readonly string[]> = new Map([
  ["s3:x-amz-server-side-encryption", ["AES256", "aws:kms", "aws:kms:dsse", "aws:fsx", "aws:backup"]],
  [
    "s3:x-amz-acl",
    [
      "private",
      "public-read",
      "public-read-write",
      "authenticated-read",
      "aws-exec-read",
      "bucket-owner-read",
      "bucket-owner-full-control",
      "log-delivery-write",
    ],
  ],
  ["s3:signatureversion", ["AWS", "AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256"]],
  ["s3:authtype", ["REST-HEADER", "REST-QUERY-STRING", "POST"]],
  ["lambda:functionurlauthtype", ["NONE", "AWS_IAM"]],
  ["ec2:metadatahttptokens", ["required", "optional"]],
]);

/**
 * Keys whose values grow in number, so that only one that differs from a known value in its letters' case or in signs is told. IAM User Guide,
 * `aws:PrincipalType`; Amazon S3 API, Object Lock and storage classes; Amazon SNS API, Subscribe; AWS KMS API, CreateGrant and CreateKey;
 * Amazon DynamoDB API, Query; AWS Certificate Manager API, RequestCertificate; Amazon Route 53 API, ChangeResourceRecordSets.
 */
const OPEN_CHOICES: ReadonlyMap<string, readonly string[]> = new Map([
  ["aws:principaltype", ["Account", "User", "FederatedUser", "AssumedRole", "Anonymous"]],
  ["s3:accesspointnetworkorigin", ["Internet", "VPC"]],
  ["s3:dataaccesspointnetworkorigin", ["Internet", "VPC"]],
  ["secretsmanager:versionstage", ["AWSCURRENT", "AWSPENDING", "AWSPREVIOUS"]],
  ["ec2:volumetype", ["standard", "io1", "io2", "gp2", "gp3", "sc1", "st1"]],
  ["s3:object-lock-mode", ["GOVERNANCE", "COMPLIANCE"]],
  ["s3:object-lock-legal-hold", ["ON", "OFF"]],
  [
    "s3:x-amz-storage-class",
    [
      "STANDARD",
      "REDUCED_REDUNDANCY",
      "STANDARD_IA",
      "ONEZONE_IA",
      "INTELLIGENT_TIERING",
      "GLACIER",
      "DEEP_ARCHIVE",
      "OUTPOSTS",
      "GLACIER_IR",
      "SNOW",
      "EXPRESS_ONEZONE",
    ],
  ],
  ["s3:x-amz-object-ownership", ["BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter"]],
  ["s3:x-amz-metadata-directive", ["COPY", "REPLACE"]],
  ["sns:protocol", ["http", "https", "email", "email-json", "sms", "sqs", "application", "lambda", "firehose"]],
  [
    "kms:grantoperations",
    [
      "Decrypt",
      "Encrypt",
      "GenerateDataKey",
      "GenerateDataKeyWithoutPlaintext",
      "ReEncryptFrom",
      "ReEncryptTo",
      "Sign",
      "Verify",
      "GetPublicKey",
      "CreateGrant",
      "RetireGrant",
      "DescribeKey",
      "GenerateDataKeyPair",
      "GenerateDataKeyPairWithoutPlaintext",
      "GenerateMac",
      "VerifyMac",
      "DeriveSharedSecret",
    ],
  ],
  ["kms:keyspec", ["SYMMETRIC_DEFAULT", "RSA_2048", "RSA_3072", "RSA_4096", "ECC_NIST_P256", "HMAC_256"]],
  ["kms:keyusage", ["ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"]],
  ["kms:keyorigin", ["AWS_KMS", "EXTERNAL", "AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"]],
  ["dynamodb:select", ["ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES", "COUNT"]],
  ["dynamodb:returnvalues", ["NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW"]],
  ["acm:validationmethod", ["DNS", "EMAIL", "HTTP"]],
  ["ec2:tenancy", ["default", "dedicated", "host"]],
  ["route53:changeresourcerecordsetsactions", ["CREATE", "DELETE", "UPSERT"]],
  [
    "route53:changeresourcerecordsetsrecordtypes",
    ["A", "AAAA", "CAA", "CNAME", "MX", "NS", "PTR", "SOA", "SRV", "TXT"],
  ],
]);

/** Whether a key has a few values, or those of Regions, so that none in capitals is something to fill in. */
export function hasChoices(key: string): boolean {
  return /:requestedregion$/i.test(key) || CHOICES.has(key.toLowerCase()) || OPEN_CHOICES.has(key.toLowerCase());
}

/** A value that is none of a few; one with wildcards may match one of them. */
function faultOfChoice(key: string, value: string): ValueFault | undefined {
  const closed = CHOICES.get(key);
  const choices = closed ?? OPEN_CHOICES.get(key);
  if (choices === undefined || choices.includes(value) || /[*?]/.test(value)) return undefined;
  // `kms:Decrypt` is the action of the operation `Decrypt`.
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/^kms:/, "")
      .replace(/[^a-z0-9]/g, "");
  const meant = choices.find((choice) => plain(choice) === plain(value));
  const isRole = key === "aws:principaltype" && plain(value) === "role";
  if (isRole) return { what: "no value of the key", hint: "write `AssumedRole`" };
  if (closed === undefined && meant === undefined) return undefined;
  const hint =
    meant === undefined ? `values are ${choices.map((one) => `\`${one}\``).join(", ")}` : `write \`${meant}\``;
  return { what: "no value of the key", hint };
}

/** Keys whose values are ARNs. */
export const WITH_ARN = /^(?:aws:(?:SourceArn|PrincipalArn)|kms:EncryptionContext:aws:\w+:arn)$/i;
/** A name, or the ID of something that {@link FORMS} do not tell. */
const PLAIN = /^(?![\d.]+(?:\/\d+)?$|\d{12}$|vpce?-|[or]-|ou-|.*\.amazonaws\.com)[\w./-]+$/;

/** Of keys whose values have a form of their own. */
function faultOfName(key: string, value: string): ValueFault | undefined {
  if (/^(?:aws:requestedregion|ec2:region)$/.test(key) && new RegExp(`^${REGION}$`).test(value) && !isRegionName(value))
    return { what: "no Region", hint: "write the name of a Region, as in `eu-west-1`" };
  if (/^(?:aws:requestedregion|ec2:region)$/.test(key) && isRegionName(value.toLowerCase()) && !isRegionName(value))
    return { what: "the name of a Region in capitals", hint: `write \`${value.toLowerCase()}\`` };
  if (/^(?:aws:requestedregion|ec2:region)$/.test(key) && !/[*?]/.test(value) && !isRegionName(value)) {
    const near = regionMeantBy(value);
    if (near !== undefined) return { what: "no Region", hint: `write \`${near}\`` };
  }
  if (key === "aws:requestedregion" && value === "global")
    return { what: "no Region", hint: "requests to global services have `us-east-1` there" };
  if (WITH_ARN.test(key) && PLAIN.test(value)) return { what: "a name and no ARN", hint: "write the whole ARN" };
  // GitHub's documentation, "Customizing the subject claims": an organization may leave only the repository in the subject.
  if (key === "token.actions.githubusercontent.com:sub" && /^repo:[^/:*?\s]+\/[^/:*?\s]+$/.test(value))
    return {
      what: "a subject without a branch, a tag or an environment",
      hint: `write \`${value}:*\` with \`StringLike\`, unless your organization has changed the form of its subjects`,
      isPossible: true,
    };
  if (key === "aws:principalarn") return faultOfPrincipalArn(value);
  if (key === "aws:userid" && value.startsWith("arn:"))
    return { what: "an ARN", hint: "use `aws:PrincipalArn` for the ARN of a role or a user" };
  if (key === "kms:viaservice") {
    const [, service, ending] = SERVICE_ALONE.exec(value) ?? [];
    return service === undefined
      ? undefined
      : { what: "the name of a service without its Region", hint: `write \`${service}.REGION.${ending}\`` };
  }
  if (/^aws:calledvia(?:first|last)?$/.test(key)) {
    const [, service, ending] = SERVICE_IN_REGION.exec(value) ?? [];
    return service === undefined
      ? undefined
      : { what: "the name of a service in a Region", hint: `write \`${service}.${ending}\`` };
  }
  if (key.endsWith("orgpaths") && UNFINISHED_PATH.test(value))
    return {
      what: "a path without a slash at its end",
      hint: `write \`${value}/\`, or \`${value}/*\` with \`StringLike\` for what is below it too`,
    };
  return undefined;
}

/** The Region of a name that is right but for its signs: `eu-west1`, `us_east_1`, `eu-west-1 `. */
function regionMeantBy(value: string): string | undefined {
  const [, area, kind, place, number] =
    /^([a-z]{2})(gov|iso[a-z]?)?([a-z]+?)(\d)$/.exec(value.trim().toLowerCase().replace(/[-_ ]/g, "")) ?? [];
  const name = [area, kind, place, number].filter((part) => part !== undefined).join("-");
  return isRegionName(name) && name !== value ? name : undefined;
}

/** A session has the ARN of its role in the key. */
function faultOfPrincipalArn(value: string): ValueFault | undefined {
  if (/^arn:[^:]*:iam::[^:]*:role\/AWSReservedSSO_/.test(value))
    return {
      what: "the ARN of a role of IAM Identity Center without its path",
      hint: `write \`${value.replace(":role/", ":role/aws-reserved/sso.amazonaws.com/*")}\` with \`ArnLike\``,
      isHarmless: true,
    };
  const other = NO_PRINCIPAL.exec(value)?.[1];
  if (other !== undefined)
    return {
      what: `the ARN of ${other === "instance-profile" ? "an instance profile" : `a ${other}`}`,
      hint: "write the ARN of a role or a user",
    };
  const [, start, account, role = ""] = SESSION.exec(value) ?? [];
  if (start === undefined) return undefined;
  return {
    what: "the ARN of a session of a role",
    hint: `write the ARN of the role, \`${start}:iam::${account}:role/${role}\`, with its path`,
    isHarmless: true,
  };
}

function faultOfKind(key: string, value: string): ValueFault | undefined {
  const known = KEYS.find((one) => one.key.test(key));
  if (known === undefined) return undefined;
  if (known.kinds[0] === "account" && /^\d+$/.test(value) && value.length !== 12)
    return { what: `a number of ${value.length} ${value.length === 1 ? "digit" : "digits"}`, hint: known.hint };
  const [kind, , what] = FORMS.find(([, form]) => form.test(value)) ?? [];
  if (kind === undefined || what === undefined || known.kinds.includes(kind)) return undefined;
  const hint =
    kind === "zone" && known.kinds.includes("region") ? `write \`${value.slice(0, -1)}\`` : known.hints[kind];
  return { what, hint: (hint ?? known.hint).replaceAll("PREFIX", prefixOf(key)) };
}

/** `Principal` of `aws:principalorgid`. */
function prefixOf(key: string): string {
  const word = /^aws:(principal|resource|source|vpce)/.exec(key)?.[1] ?? "principal";
  return capitalize(word);
}
