/** Principals that AWS refuses or that do not exist. */
import { say, words } from "../../text/message";
import { parseArn } from "../arn/arn";
import { checkArn } from "../arn/arn-check";
import { hasPlaceholder } from "../arn/placeholders";
import { faultOfService, type PrincipalFault } from "./service-principal";
import { shorten } from "./words";

/** The problem of a principal of a kind; undefined if there is none, or if something is still to be filled in. */
export function faultOfPrincipal(kind: string, value: string): PrincipalFault | undefined {
  if (hasPlaceholder(value)) return undefined;
  if (kind === "Service") return faultOfService(value);
  return kind === "AWS" ? faultOfAws(value) : undefined;
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
  if (arn === undefined || !["iam", "sts"].includes(arn.service))
    return { message: say`${text} is not the ARN of a principal` };
  if (/^(root$|user\/|role\/|assumed-role\/|federated-user\/|oidc-provider\/|saml-provider\/)/.test(arn.resource))
    return undefined;
  const hint = "accounts, users, roles and their sessions are; groups and policies are not";
  return { message: say`${text} is not a principal`, hint };
}
