/** Principals that AWS refuses or that do not exist. */
import { type Message, say } from "../../text/message";
import { parseArn } from "../arn/arn";
import { checkArn } from "../arn/arn-check";
import { isService } from "../data/authorization";
import { GLUE_PRINCIPALS } from "./glue-principals";
import { shorten } from "./words";

/** A problem of a principal. */
export interface PrincipalFault {
  readonly message: Message;
  readonly hint?: string;
}

/** The problem of a principal of a kind; undefined if there is none. */
export function faultOfPrincipal(kind: string, value: string): PrincipalFault | undefined {
  if (kind === "Service") return faultOfService(value);
  return kind === "AWS" ? faultOfAws(value) : undefined;
}

function faultOfService(value: string): PrincipalFault | undefined {
  const text = shorten(value);
  if (
    !/^[a-z0-9][a-z0-9.-]*\.amazonaws\.com(\.cn)?$/.test(value) &&
    !/^[a-z0-9][a-z0-9.-]*\.(aws\.internal|amazon\.com|api\.aws|aws|alexa\.amazon\.com)$/.test(value)
  ) {
    const near = GLUE_PRINCIPALS.find((name) => value.toLowerCase().startsWith(name.split(".")[0] ?? name));
    const hint = `write ${near === undefined ? "one such as `glue.amazonaws.com`" : `\`${near}\``}`;
    return { message: say`${text} is no principal of a service`, hint };
  }
  const meant = misspelled(value);
  if (meant === undefined) return undefined;
  return { message: say`there is no service principal ${text}`, hint: `did you mean \`${meant}\`?` };
}

/** What was meant by a name of the Glue family that none of its services has, or that differs from one in a letter. */
function misspelled(value: string): string | undefined {
  const [name = "", ...rest] = value.split(".amazonaws.com")[0]?.split(".") ?? [];
  const full = [name, ...rest].join(".");
  if (GLUE_PRINCIPALS.includes(`${full}.amazonaws.com`)) return undefined;
  if (/databrew/.test(full)) return "databrew.amazonaws.com";
  if (/(^|[.-])(aws)?glue/.test(full)) return "glue.amazonaws.com";
  if (rest.length > 0 || isService(name)) return undefined;
  return GLUE_PRINCIPALS.find((known) => isSwapped(name, known.split(".")[0] ?? ""));
}

/** Whether two words have the same letters in another order, or one letter is left out or added. */
function isSwapped(a: string, b: string): boolean {
  if (a.length === b.length) return [...a].sort().join("") === [...b].sort().join("");
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  if (long.length !== short.length + 1) return false;
  return [...long].some((_, index) => long.slice(0, index) + long.slice(index + 1) === short);
}

/** IAM: `Principal` takes accounts, users, roles and sessions, each by its name; `*` stands alone or not at all. */
function faultOfAws(value: string): PrincipalFault | undefined {
  if (value === "*" || /^\d{12}$/.test(value) || /^A[A-Z0-9]{15,}$/.test(value)) return undefined;
  const text = shorten(value);
  if (!value.startsWith("arn:"))
    return { message: say`${text} is no principal of AWS`, hint: "write an account's twelve digits or an ARN" };
  if (/[*?]/.test(value)) {
    const hint = "name the account, and narrow it by a condition on `aws:PrincipalArn`";
    return { message: say`${text} has a wildcard, and AWS takes none in a principal`, hint };
  }
  const [problem] = checkArn(value);
  if (problem !== undefined) return { message: problem.parts, hint: problem.hint };
  const arn = parseArn(value);
  if (arn === undefined || !["iam", "sts"].includes(arn.service))
    return { message: say`${text} is no ARN of a principal` };
  if (/^(root$|user\/|role\/|assumed-role\/|federated-user\/|oidc-provider\/|saml-provider\/)/.test(arn.resource))
    return undefined;
  const hint = "accounts, users, roles and their sessions are; groups and policies are not";
  return { message: say`${text} is no principal`, hint };
}
