/** How far a statement reaches: on one resource, or on all of a type. */
import { acceptedTypes, findAction } from "../data/authorization";
import type { AwsResourceType } from "../data/service-data";
import { covers, pattern } from "../document/pattern";
import type { ParsedStatement } from "./parsed-statement";
import type { ResourceTerm } from "./resource-term";

/** Keys of conditions that say who may act and how, but not on what: they do not narrow `*`. */
const ABOUT_THE_CALLER =
  /^aws:(SecureTransport|MultiFactorAuth\w+|SourceIp|VpcSourceIp|SourceVpc\w*|PrincipalTag\/.*|Principal\w+|UserAgent|referer|userid|username|TokenIssueTime|CurrentTime|EpochTime|ViaAWSService|CalledVia\w*|RequestedRegion)$/i;

/** Whether a condition may narrow what a statement is about. */
export function isNarrowed({ statement }: ParsedStatement): boolean {
  return statement.conditions.some(({ key }) => !ABOUT_THE_CALLER.test(key));
}

/** Whether a statement that allows an action allows it on all resources of each of the types; an action without such types needs none. */
export function reachesAll(parsed: ParsedStatement, id: string, names: readonly string[]): boolean {
  const action = findAction(id.toLowerCase());
  const types = action === undefined ? [] : acceptedTypes(action).filter(({ name }) => names.includes(name));
  if (types.length === 0) return true;
  if (isNarrowed(parsed)) return false;
  return !parsed.named || types.every((type) => parsed.resources.some(({ term }) => coversAll(term, type)));
}

/** `*`, and `function:*` of one account or of all; a name has at least one character. */
function coversAll({ matchesEverything, text, pattern: { fields } }: ResourceTerm, { arn }: AwsResourceType): boolean {
  if (matchesEverything) return true;
  const [service, resource] = [fields?.[2], fields?.[5]];
  if (service === undefined || resource === undefined || text.includes("${")) return false;
  const [, , owner = "", , , ...rest] = arn.split(":");
  return covers(service, pattern(owner)) && covers(resource, pattern(rest.join(":").replace(/\$\{[^}]*\}/g, "?*")));
}
