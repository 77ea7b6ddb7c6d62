/** Principals that AWS refuses or that do not exist. */
import { say, words } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import { parseArn } from "../../arn/arn";
import { checkArn } from "../../arn/arn-check";
import { hasPlaceholder } from "../../arn/placeholders";
import { accountOrRegion, nameAtStart, tokenMeaning } from "../../document/pattern-tokens";
import { shorten } from "../words";
import { faultOfService, type PrincipalFault } from "./service-principal";

/**
 * What IAM takes as `Federated`; of others it says "Federated principals must be valid domain names or SAML metadata ARNs"
 * (terraform-aws-modules/terraform-aws-iam#202).
 */
const IDENTITY_PROVIDER = /^(?:arn:[^:]*:iam::[^:]*:(?:oidc|saml)-provider\/|(?:[a-z0-9-]+\.)+[a-z]{2,}$)/i;

/** The problem of a principal of a kind; undefined if there is none, or if something is still to be filled in. */
export function faultOfPrincipal(kind: string, value: string): PrincipalFault | undefined {
  if (hasPlaceholder(value)) return undefined;
  if (kind === "Service") return faultOfService(value);
  if (kind === "Federated" && /^[*?]+$/.test(value))
    return {
      message: say`${value} does not say which identity provider is meant`,
      hint: "write the ARN of the provider, or its name such as `accounts.google.com`",
    };
  if (kind === "Federated" && !IDENTITY_PROVIDER.test(value))
    return {
      message: say`${shorten(value)} is neither the ARN of an identity provider nor the name of one`,
      hint: "write `arn:aws:iam::ACCOUNT:oidc-provider/HOST` or `arn:aws:iam::ACCOUNT:saml-provider/NAME`",
    };
  if (kind === "CanonicalUser" && !/^[0-9a-f]{64}$/.test(value))
    return {
      message: say`${shorten(value)} is not the canonical ID of an account`,
      hint: "write its 64 hexadecimal digits, or name the account by `AWS`",
    };
  return kind === "AWS" ? faultOfAws(value) : undefined;
}

/** What a reference of Terraform or a template is known to be, where that is no principal; undefined for any other. */
export function faultOfReference(kind: string, text: string): PrincipalFault | undefined {
  if (!text.startsWith("${") || !["AWS", "Federated"].includes(kind)) return undefined;
  const named = nameAtStart(text);
  if (named !== undefined && accountOrRegion(text) !== "account") {
    const { token, what, arn } = named;
    const hint = /\.s3_canonical_user_id\}$/.test(text) ? "write `CanonicalUser` in place of `AWS`" : undefined;
    return {
      message: say`${token} is ${words(`a ${what}`)} and no ARN`,
      hint: hint ?? (arn === undefined ? "write the ARN" : `write \`${arn}\``),
    };
  }
  const meaning = tokenMeaning(text.slice(2, -1));
  if (meaning.kind !== "arn" || kind === "Federated" || hasToken(text.slice(2, -1))) return undefined;
  // The caller is whoever runs Terraform.
  if (/^arn:%:(?:%:|iam::[%a-z]+:(?:role|user)\/)/.test(meaning.format)) return undefined;
  return {
    message: say`${shorten(text)} is the ARN of something else than a principal`,
    hint: "name a role, a user or an account",
  };
}

/** IAM User Guide, "Unique identifiers": AWS shows the ID of a principal that is deleted, in place of its ARN. */
function faultOfId(id: string): PrincipalFault | undefined {
  const what = /^AROA/.test(id) ? "a role" : /^AIDA/.test(id) ? "a user" : undefined;
  if (what === undefined) return undefined;
  return {
    message: say`${shorten(id)} is the ID of ${words(what)}, which AWS shows in place of an ARN once ${words(what)} is deleted`,
    hint: "write the ARN of the one that is meant, or take it out",
    severity: "warning",
  };
}

/** IAM: `Principal` takes accounts, users, roles and sessions, each by its name; `*` stands alone or not at all. */
function faultOfAws(value: string): PrincipalFault | undefined {
  if (value === "*" || /^\d{12}$/.test(value)) return undefined;
  const text = shorten(value);
  if (/^A[A-Z0-9]{15,}$/.test(value)) return faultOfId(value);
  if (!value.startsWith("arn:"))
    return { message: say`${text} is not an AWS principal`, hint: "write an account's twelve digits or an ARN" };
  if (/[*?]/.test(value)) {
    const hint = "name the account, and narrow it by a condition on `aws:PrincipalArn`";
    return { message: say`${text} has a wildcard, which AWS does not accept in a principal`, hint };
  }
  const [problem] = checkArn(value);
  if (problem !== undefined) return { message: problem.parts, hint: problem.hint };
  const arn = parseArn(value);
  if (arn?.account === "cloudfront" && !/^user\/CloudFront Origin Access Identity E[A-Z0-9]{6,}$/.test(arn.resource))
    return {
      message: say`${text} is not the ARN of an origin access identity`,
      hint: "write `arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity ID`",
    };
  if (arn === undefined || !["iam", "sts"].includes(arn.service))
    return { message: say`${text} is not the ARN of a principal` };
  if (/^(root$|user\/|role\/|assumed-role\/|federated-user\/|oidc-provider\/|saml-provider\/)/.test(arn.resource))
    return undefined;
  const hint = "accounts, users, roles and their sessions are; groups and policies are not";
  return { message: say`${text} is not a principal`, hint };
}
