/**
 * Finds the resources that an action needs, but that no statement with this action lists: the resources that contain the listed one,
 * resources of the action's own types, and the resources inside the listed one.
 */
import { memoizeByObject } from "../../../text/memo";
import { arnCovers } from "../../arn/arn-match";
import { glueChildren, type TreeNode } from "../../arn/catalog-tree";
import type { ActionInfo } from "../../data/authorization";
import type { Context } from "../context";
import type { ActionTerm } from "../parsed/action-term";
import type { ParsedStatement } from "../parsed/parsed-statement";
import { type ResourceTerm, typesNamed, typesOf, worksOn } from "../parsed/resource-term";
import type { AllowedResources } from "./allowed-resources";

/** A resource that a policy must list. `arn` is absent if the statement lists no resource from which the ARN follows. */
export interface NeededResource {
  readonly type: string;
  readonly arn?: string;
  /** Whether the call succeeds without it, but returns an empty result. */
  readonly returnsEmpty?: true;
}

/** The missing resources of one action. */
export interface MissingForAction {
  /** Resources that contain a listed resource: a database contains a table. */
  readonly ancestors: readonly NeededResource[];
  /** Resources of the types that the action works on itself. */
  readonly own: readonly NeededResource[];
  /** Resources inside a listed resource. */
  readonly children: readonly NeededResource[];
}

const NOTHING: MissingForAction = { ancestors: [], own: [], children: [] };

/**
 * For each type, the types of the resources that it can contain. `catalog-tree.ts` does this for ARNs; this table is used if the ARN
 * is unknown.
 */
const CONTAINED_TYPES: Readonly<Record<string, readonly string[]>> = {
  rootcatalog: ["catalog", "connection", "database", "table", "tableversion", "userdefinedfunction"],
  catalog: ["database", "table", "userdefinedfunction"],
  database: ["table", "tableversion", "userdefinedfunction"],
  registry: ["schema"],
};

/**
 * Finds the resources that are missing for an action; undefined if nothing is missing. Actions that need the same types and are
 * allowed by the same statements have the same result, so results are kept in `cache`.
 */
export function missingForAction(
  context: Context,
  parsed: ParsedStatement,
  action: ActionInfo,
  cache: Map<AllowedResources, Map<string, MissingForAction>>,
): MissingForAction | undefined {
  const allowed = context.grants.resourcesOf(action.id.toLowerCase());
  if (allowed.whole) return undefined;
  const byNeeds = cache.get(allowed) ?? new Map<string, MissingForAction>();
  cache.set(allowed, byNeeds);
  const key = keyOfNeeds(action);
  let found = byNeeds.get(key);
  if (found === undefined) {
    found = findMissing(parsed, action, allowed);
    byNeeds.set(key, found);
  }
  return found === NOTHING ? undefined : found;
}

/** The types that an action needs, as a key. */
const keyOfNeeds = memoizeByObject(({ service, requires, wants, children, accepts }: ActionInfo) =>
  [service, requires, wants, children, accepts].join(" "),
);

function findMissing(parsed: ParsedStatement, action: ActionInfo, allowed: AllowedResources): MissingForAction {
  const listedResources = parsed.resources.map(({ term }) => term).filter((term) => worksOn(action, term));
  if (listedResources.length === 0) return NOTHING;
  const missingAncestors = findMissingAncestors(action, listedResources, allowed);
  const missingTypes = typesNamed(action, [...action.requires, ...action.wants]).filter(
    (type) => !allowed.terms.some((term) => term.is(type)) && !missingAncestors.some((node) => node.type === type.name),
  );
  const children = missingChildren(action, listedResources, allowed);
  if (missingAncestors.length + missingTypes.length + children.length === 0) return NOTHING;
  if (missingTypes.length === 0) return { ancestors: missingAncestors, own: [], children };
  const types = typesOf(action).filter(({ name }) => !action.children.includes(name));
  const allowedTypes = types.filter((type) => allowed.terms.some((term) => term.is(type)));
  const isAncestor = (name: string) => allowedTypes.some((type) => CONTAINED_TYPES[name]?.includes(type.name));
  const byType = missingTypes.map(({ name }) => ({
    type: name,
    ...(action.wants.includes(name) ? ({ returnsEmpty: true } as const) : {}),
  }));
  const own = byType.filter(({ type }) => !isAncestor(type));
  return {
    ancestors: [...missingAncestors, ...byType.filter(({ type }) => isAncestor(type))],
    own,
    // If the resource itself is missing, its children are unknown.
    children: own.length > 0 ? children.filter(({ arn }) => arn !== undefined) : children,
  };
}

/** The resources that contain a listed resource, that the action requires, and that no statement allows for this action. */
function findMissingAncestors(action: ActionInfo, listedResources: readonly ResourceTerm[], allowed: AllowedResources) {
  const missing = new Map<string, TreeNode>();
  for (const term of listedResources) {
    if (action.children.some((name) => isOfType(term, action, name))) continue;
    for (const node of ancestorsNeeded(action, term.above)) {
      if (!missing.has(node.arn) && !allowed.meets(node.arn)) missing.set(node.arn, node);
    }
  }
  return [...missing.values()];
}

function isOfType(term: ResourceTerm, action: ActionInfo, name: string): boolean {
  return typesNamed(action, [name]).some((type) => term.is(type));
}

/**
 * Returns the ancestors of an ARN that the action requires. If a database is in nested catalogs, only the nearest catalog is required:
 * AWS was seen to deny a call on `database/s3tablescatalog/B/NS` for lack of a permission on `catalog/s3tablescatalog/B`.
 */
function ancestorsNeeded(action: ActionInfo, nodes: readonly TreeNode[]): readonly TreeNode[] {
  const nested = action.requires.includes("database") ? nodes.find(({ type }) => type === "catalog") : undefined;
  return nodes.filter((node) => node === nested || (node.type !== "catalog" && action.requires.includes(node.type)));
}

function missingChildren(
  action: ActionInfo,
  listedResources: readonly ResourceTerm[],
  allowed: AllowedResources,
): readonly NeededResource[] {
  if (action.children.length === 0) return [];
  const missing = new Map<string, NeededResource>();
  for (const term of listedResources) {
    for (const { type, arn } of glueChildren(term.text)) {
      if (!action.children.includes(type) || missing.has(arn)) continue;
      if (!allowed.terms.some((other) => arnCovers(other.pattern, arn))) missing.set(arn, { type, arn });
    }
  }
  if (missing.size > 0) return [...missing.values()];
  return typesNamed(action, action.children)
    .filter((type) => !allowed.terms.some((term) => term.is(type)))
    .map(({ name }) => ({ type: name }));
}

/**
 * Finds the resources that are missing for an action pattern such as `glue:Get*`: an ancestor of a listed resource is missing if none
 * of the matching actions that need it is allowed on it. Resources of other types are not reported, because the author may not have
 * meant every action that the pattern matches.
 */
export function missingForPattern(
  context: Context,
  parsed: ParsedStatement,
  term: ActionTerm,
): readonly NeededResource[] {
  if (term.service !== "glue") return [];
  const missing = new Map<string, NeededResource>();
  const required = requiredAccessOf(context, term);
  for (const { term: resource } of parsed.resources) {
    const nodes = resource.above;
    if (nodes.length === 0) continue;
    const relevantAccess = required.filter(({ action }) => requiresTypeOf(action, resource));
    for (const node of nodes) {
      if (missing.has(node.arn)) continue;
      const accessForNode = relevantAccess.filter(({ action }) => ancestorsNeeded(action, nodes).includes(node));
      if (accessForNode.length === 0 || accessForNode.some(({ allowed }) => allowed.whole || allowed.meets(node.arn)))
        continue;
      missing.set(node.arn, node);
    }
  }
  return [...missing.values()];
}

interface RequiredAccess {
  readonly action: ActionInfo;
  readonly allowed: AllowedResources;
}

/**
 * The actions that a pattern matches. Of actions that require the same types and are allowed by the same statements, only one is
 * returned.
 */
function requiredAccessOf(context: Context, term: ActionTerm): readonly RequiredAccess[] {
  const groups = new Map<AllowedResources, Map<string, RequiredAccess>>();
  for (const action of term.members()) {
    if (action.requires.length === 0) continue;
    const allowed = context.grants.resourcesOf(action.id.toLowerCase());
    const group = groups.get(allowed) ?? new Map<string, RequiredAccess>();
    groups.set(allowed, group.set(action.requires.join(), { action, allowed }));
  }
  return [...groups.values()].flatMap((group) => [...group.values()]);
}

function requiresTypeOf(action: ActionInfo, resource: ResourceTerm): boolean {
  return action.requires.some((name) => isOfType(resource, action, name));
}
