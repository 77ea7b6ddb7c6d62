/** Grants that do nothing: an action on a resource that AWS's data does not list for it. */
import { Memo } from "../../text/memo";
import { arnKind } from "../arn/arn-kind";
import { type AwsResourceType, acceptedTypes, findAction, isService } from "../data/authorization";
import { actionsOfPattern } from "./action-names";
import type { NormalizedStatement } from "./normalized-statement";
import type { PolicyEntry } from "./policy-entry";

const typesOfActions = new Memo<string, readonly AwsResourceType[] | undefined>(4096);

/**
 * Whether the action never works on such a resource, as `s3:GetObject` on a bucket. The data must list types for the
 * action, and the resource must be of none of them. If the data lists none, it may have a gap, and the answer is no.
 */
export function isWithoutEffect(
  action: PolicyEntry,
  resource: PolicyEntry,
  { layer }: Pick<NormalizedStatement, "layer">,
): boolean {
  if (
    layer === "trust" ||
    action.not ||
    action.isUnresolved ||
    resource.not ||
    resource.isUnresolved ||
    resource.matchesEverything
  )
    return false;
  const types = typesOfActions.get(action.key, () => findTypes(action));
  if (types === undefined) return false;
  const kind = arnKind(resource.key);
  return kind.isArn && !types.some((type) => kind.is(type));
}

/** All types that the action, or those of the wildcard, work on; undefined if one of them lists none. */
function findTypes({ key, plain }: PolicyEntry): readonly AwsResourceType[] | undefined {
  const service = key.slice(0, Math.max(0, key.indexOf(":")));
  if (!isService(service)) return undefined;
  const lists = (plain ? [key] : actionsOfPattern(key)).map((name) => {
    const action = findAction(name);
    return action === undefined ? [] : acceptedTypes(action);
  });
  return lists.length === 0 || lists.some((types) => types.length === 0) ? undefined : [...new Set(lists.flat())];
}
