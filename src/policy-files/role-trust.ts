/** Roles that files and plans make, and which services may take them: that is what `iam:PassRole` on one of them can be used for. */
import type { PolicyDocument, Principal } from "../iam/document/policy";
import type { KnownRole } from "../iam/lint";
import { shownText, sourceText, type Value } from "../terraform/value";
import { hasToken, splitOutside } from "../text/tokens";

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
    .flatMap(({ values }) => values.map(({ value, source = value }) => source));
  return [...new Set(services)];
}

function isKnown({ kind, isWhole, values }: Principal): boolean {
  if (isWhole !== undefined || !["AWS", "Service", "Federated"].includes(kind)) return false;
  return values.every(({ value }) => !/[*?]/.test(value) && (kind !== "Service" || isOneService(value)));
}

/**
 * Whether it names one service: each part of a name stands between dots, so that what is not known of it is the suffix, or the Region.
 * A lone token may be a list.
 */
function isOneService(value: string): boolean {
  const [name = "", ...others] = splitOutside(value, ".", Number.POSITIVE_INFINITY);
  return others.length > 0 && !hasToken(name);
}

/** The name of a role in its ARN, behind its path: `service/etl` for `/service/`. */
export function nameWithPath(name: string, path = "/"): string {
  return `${path.replace(/^\//, "")}${name}`;
}

/** The same of values, in which a part that is not known is its whole source; undefined where the name is no text. */
export function roleName(name: Value | undefined, path: Value | undefined): string | undefined {
  if (name === undefined || shownText(name) === undefined) return undefined;
  return nameWithPath(sourceText(name), path && sourceText(path));
}
