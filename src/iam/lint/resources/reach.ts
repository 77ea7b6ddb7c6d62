/** How far a statement reaches: on one resource, or on all of a type. */
import { acceptedTypes, findAction } from "../../data/authorization";
import type { AwsResourceType } from "../../data/service-data";
import { needsKey } from "../../document/condition-operator";
import { covers, isOpen, pattern } from "../../document/pattern";
import type { ParsedStatement } from "../parsed/parsed-statement";
import type { ResourceTerm } from "../parsed/resource-term";

/** Keys of conditions that say who may act and how, but not on what: they do not narrow `*`. */
const ABOUT_THE_CALLER =
  /^aws:(SecureTransport|MultiFactorAuth\w+|SourceIp|VpcSourceIp|SourceVpc\w*|PrincipalTag\/.*|Principal\w+|UserAgent|referer|userid|username|TokenIssueTime|CurrentTime|EpochTime|ViaAWSService|CalledVia\w*|RequestedRegion)$/i;

/** Whether a condition may narrow what a statement is about. */
export function isNarrowed({ statement }: ParsedStatement): boolean {
  return statement.conditions.some(({ key }) => !ABOUT_THE_CALLER.test(key));
}

/** Keys of the requests that a service makes for a caller, and that no request of the caller has. */
const VIA_SERVICES = /^aws:CalledVia(First|Last)?$/i;

/** Whether only services may act, on behalf of the caller. */
function isViaServices({ statement }: ParsedStatement): boolean {
  return statement.conditions.some((one) => VIA_SERVICES.test(one.key) && needsKey(one));
}

/** What has to be reached: all resources of a type, or one of some names. */
interface Reached {
  readonly type: string;
  /** Names of resources that are as good as all of the type. @default none */
  readonly names?: readonly string[];
}

/** Whether a statement that allows an action allows it on all resources of a type; an action without such a type needs none. */
export function reachesAll(parsed: ParsedStatement, id: string, { type: wanted, names = [] }: Reached): boolean {
  const action = findAction(id.toLowerCase());
  const type = action === undefined ? undefined : acceptedTypes(action).find(({ name }) => name === wanted);
  if (type === undefined) return true;
  if (isNarrowed(parsed) || isViaServices(parsed)) return false;
  return (
    !parsed.named || parsed.resources.some(({ term }) => ["?*", ...names].some((name) => coversName(term, type, name)))
  );
}

/** Whether a resource is `*`, `function:*` of one account or of all, or covers a name of the type; `?*` is any name. */
function coversName(term: ResourceTerm, { arn }: AwsResourceType, name: string): boolean {
  const {
    matchesEverything,
    pattern: { fields },
  } = term;
  if (matchesEverything) return true;
  const [service, resource] = [fields?.[2], fields?.[5]];
  // Whatever the account is: of `role/*` in it all roles are meant.
  if (service === undefined || resource === undefined || isOpen(service) || isOpen(resource)) return false;
  const [, , owner = "", , , ...rest] = arn.split(":");
  return covers(service, pattern(owner)) && covers(resource, pattern(rest.join(":").replace(/\$\{[^}]*\}/g, name)));
}
