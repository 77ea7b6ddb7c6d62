/** Roles that files and plans make, and which services may take them: that is what `iam:PassRole` on one of them can be used for. */
import type { PolicyDocument, Principal } from "../iam/document/policy";
import type { KnownRole } from "../iam/lint";
import { shownText, sourceText, tokenOf, type Value } from "../terraform/value";
import { hasToken } from "../text/tokens";

/** A role, and the file or plan that makes it. */
export interface SourceRole extends KnownRole {
  readonly file: string;
}

/** The services that a trust policy lets take the role; undefined where there may be others that are not known here. */
export function trustedServices({ statements }: PolicyDocument): readonly string[] | undefined {
  const allowing = statements.filter(({ effect }) => effect?.value !== "Deny");
  const isTold = allowing.every(
    ({ principals, notPrincipals }) => notPrincipals === undefined && principals?.every(isKnown) === true,
  );
  if (!isTold) return undefined;
  const services = allowing
    .flatMap(({ principals = [] }) => principals)
    .filter(({ kind }) => kind === "Service")
    .flatMap(({ values }) => values.map(({ value }) => value));
  return [...new Set(services)];
}

/** A lone token in the place of an account may be a whole principal of any kind. */
function isKnown({ kind, values }: Principal): boolean {
  if (!["AWS", "Service", "Federated"].includes(kind)) return false;
  return values.every(({ value }) => !/[*?]/.test(value) && (kind === "Service" ? !hasToken(value) : !tokenOf(value)));
}

/** The name of a role with its path, in which a part that is not known is its whole source. */
export function roleName(name: Value | undefined, path: Value | undefined): string | undefined {
  if (name === undefined || shownText(name) === undefined) return undefined;
  return `${path === undefined ? "" : sourceText(path).replace(/^\//, "")}${sourceText(name)}`;
}
