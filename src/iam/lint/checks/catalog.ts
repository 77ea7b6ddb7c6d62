/** What AWS asks for besides the resource itself: all above it, and for deletes all below it. */

import { arnCovers } from "../../arn/arn-match";
import { glueChildren, type TreeNode } from "../../arn/catalog-tree";
import { type ActionInfo, resourceType } from "../../data/authorization";
import type { PlacedAction } from "../action-term";
import type { AllowedResources } from "../allowed-resources";
import type { Context } from "../context";
import type { Fix } from "../finding";
import { isAdmin, type ParsedStatement } from "../parsed-statement";
import { type ResourceTerm, typesNamed, typesOf, worksOn } from "../resource-term";
import { listOf, verb } from "../words";

/** Something that is missing: an ARN, or only its type where the statement names nothing that it belongs to. */
interface Node {
  readonly type: string;
  readonly arn?: string;
  readonly mild?: true;
}

/** The same, and the action that it is missing for. */
interface Missing extends Node {
  readonly action: string;
}

/** Services whose types the data has right where it says that several are needed; and one action more. */
const CLOSED = ["glue", "databrew"];
const CLOSED_ACTIONS = ["ec2:CreateNetworkInterface"];

/** What stands above a type; `catalog-tree.ts` knows it of ARNs, this of references whose ARN nobody knows yet. */
const ABOVE: Readonly<Record<string, readonly string[]>> = {
  rootcatalog: ["catalog", "connection", "database", "table", "tableversion", "userdefinedfunction"],
  catalog: ["database", "table", "userdefinedfunction"],
  database: ["table", "tableversion", "userdefinedfunction"],
  registry: ["schema"],
};

/** Reports what is missing over all Allow statements together. A resource policy is only half of what is allowed. */
export function checkCatalog(context: Context): void {
  if (context.type !== "identity") return;
  const told = new Set<string>();
  for (const parsed of context.parsedStatements) {
    if (!parsed.allows || !parsed.named || parsed.everywhere || parsed.unresolved || isAdmin(parsed)) continue;
    const above: Missing[] = [];
    const own: Missing[] = [];
    const below: Missing[] = [];
    const sofar = new Map<AllowedResources, Map<string, Found>>();
    for (const placed of distinct(parsed.actions)) {
      const { info } = placed.term;
      if (info !== undefined && isClosed(info)) {
        const found = missingOf(context, parsed, info, sofar);
        if (found === NOTHING) continue;
        const ofAction = (node: Node): Missing => ({ action: placed.at.value, ...node });
        above.push(...found.above.map(ofAction));
        own.push(...found.own.map(ofAction));
        below.push(...found.below.map(ofAction));
      } else if (placed.term.kind === "pattern") above.push(...missingOfPattern(context, parsed, placed));
    }
    reportAbove(context, parsed, firsts(above, told));
    reportOwn(context, parsed, firsts(own, told));
    reportBelow(context, parsed, firsts(below, told));
  }
}

/** Each action once. */
function distinct(actions: readonly PlacedAction[]): readonly PlacedAction[] {
  return actions.length < 2 ? actions : [...new Map(actions.map((placed) => [placed.term.id, placed])).values()];
}

/** What no statement before has been told. */
function firsts(missing: readonly Missing[], told: Set<string>): readonly Missing[] {
  return missing.filter(({ action, type, arn }) => {
    const key = `${action.toLowerCase()} ${arn ?? type}`;
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}

function isClosed({ service, id }: ActionInfo): boolean {
  return CLOSED.includes(service) || CLOSED_ACTIONS.includes(id);
}

interface Found {
  readonly above: readonly Node[];
  readonly own: readonly Node[];
  readonly below: readonly Node[];
}

const NOTHING: Found = { above: [], own: [], below: [] };

/** What is missing for an action; the same for all that need the same and stand in the same statements. */
function missingOf(
  context: Context,
  parsed: ParsedStatement,
  action: ActionInfo,
  sofar: Map<AllowedResources, Map<string, Found>>,
): Found {
  const allowed = context.grants.resourcesOf(action.id.toLowerCase());
  if (allowed.whole) return NOTHING;
  const known = sofar.get(allowed) ?? new Map<string, Found>();
  sofar.set(allowed, known);
  const needs = needsOf(action);
  let found = known.get(needs);
  if (found === undefined) {
    found = findMissing(parsed, action, allowed);
    known.set(needs, found);
  }
  return found;
}

const needs = new WeakMap<ActionInfo, string>();

/** The types that an action needs, as a key. */
function needsOf(action: ActionInfo): string {
  let key = needs.get(action);
  if (key === undefined) {
    key = [action.service, action.requires, action.wants, action.children, action.accepts].join(" ");
    needs.set(action, key);
  }
  return key;
}

function findMissing(parsed: ParsedStatement, action: ActionInfo, allowed: AllowedResources): Found {
  const here = parsed.resources.map(({ term }) => term).filter((term) => worksOn(action, term));
  if (here.length === 0) return NOTHING;
  const named = missingAncestors(action, here, allowed);
  const rest = typesNamed(action, [...action.requires, ...action.wants]).filter(
    (type) => !allowed.terms.some((term) => term.is(type)) && !named.some((node) => node.type === type.name),
  );
  const below = missingChildren(action, here, allowed);
  if (rest.length === 0) return { above: named, own: [], below };
  const kinds = typesOf(action).filter(({ name }) => !action.children.includes(name));
  const listed = kinds.filter((type) => allowed.terms.some((term) => term.is(type)));
  const isAbove = (name: string) => listed.some((type) => ABOVE[name]?.includes(type.name));
  const byType = rest.map(({ name }) => ({
    type: name,
    ...(action.wants.includes(name) ? ({ mild: true } as const) : {}),
  }));
  const own = byType.filter(({ type }) => !isAbove(type));
  return {
    above: [...named, ...byType.filter(({ type }) => isAbove(type))],
    own,
    // Where the resource itself is missing, nobody knows what is in it.
    below: own.length > 0 ? below.filter(({ arn }) => arn !== undefined) : below,
  };
}

function isOf(term: ResourceTerm, action: ActionInfo, name: string): boolean {
  return typesNamed(action, [name]).some((type) => term.is(type));
}

/** ARNs above those of the statement that no statement with the action has. */
function missingAncestors(action: ActionInfo, here: readonly ResourceTerm[], allowed: AllowedResources) {
  const missing = new Map<string, { readonly type: string; readonly arn: string }>();
  for (const term of here) {
    if (action.children.some((name) => isOf(term, action, name))) continue;
    for (const node of neededOf(action, term.above)) {
      if (!missing.has(node.arn) && !allowed.meets(node.arn)) missing.set(node.arn, node);
    }
  }
  return [...missing.values()];
}

/**
 * Of all above an ARN, the types that the action requires; and of the nested catalogs of a database the nearest
 * (context-ontology-accelerator#118: `database/s3tablescatalog/B/NS` needs `catalog/s3tablescatalog/B`).
 */
function neededOf(action: ActionInfo, nodes: readonly TreeNode[]): readonly TreeNode[] {
  const nested = action.requires.includes("database") ? nodes.find(({ type }) => type === "catalog") : undefined;
  return nodes.filter((node) => node === nested || (node.type !== "catalog" && action.requires.includes(node.type)));
}

function missingChildren(
  action: ActionInfo,
  here: readonly ResourceTerm[],
  allowed: AllowedResources,
): readonly Node[] {
  if (action.children.length === 0) return [];
  const missing = new Map<string, { readonly type: string; readonly arn?: string }>();
  for (const term of here) {
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

/** A pattern: what is listed has all above it for at least one of the actions that want it. No type is demanded. */
function missingOfPattern(context: Context, parsed: ParsedStatement, { term, at }: PlacedAction): readonly Missing[] {
  if (term.service !== "glue") return [];
  const missing = new Map<string, Missing>();
  const required = requiredAccessOf(context, term);
  for (const { term: resource } of parsed.resources) {
    const nodes = resource.above;
    if (nodes.length === 0) continue;
    const wanting = required.filter(({ action }) => isOwn(action, resource));
    for (const node of nodes) {
      if (missing.has(node.arn)) continue;
      const demanding = wanting.filter(({ action }) => neededOf(action, nodes).includes(node));
      if (demanding.length === 0 || demanding.some(({ allowed }) => allowed.whole || allowed.meets(node.arn))) continue;
      missing.set(node.arn, { action: at.value, ...node });
    }
  }
  return [...missing.values()];
}

interface RequiredAccess {
  readonly action: ActionInfo;
  readonly allowed: AllowedResources;
}

/** The actions of a pattern, one for all that require the same and are allowed by the same statements. */
function requiredAccessOf(context: Context, term: PlacedAction["term"]): readonly RequiredAccess[] {
  const groups = new Map<AllowedResources, Map<string, RequiredAccess>>();
  for (const action of term.members()) {
    if (action.requires.length === 0) continue;
    const allowed = context.grants.resourcesOf(action.id.toLowerCase());
    const group = groups.get(allowed) ?? new Map<string, RequiredAccess>();
    groups.set(allowed, group.set(action.requires.join(), { action, allowed }));
  }
  return [...groups.values()].flatMap((group) => [...group.values()]);
}

function isOwn(action: ActionInfo, resource: ResourceTerm): boolean {
  return action.requires.some((name) => isOf(resource, action, name));
}

function reportAbove(context: Context, parsed: ParsedStatement, missing: readonly Missing[]): void {
  if (missing.length === 0) return;
  const names = missing.map(({ action }) => action);
  // Where the account is not known here, the form of the ARN is told.
  const what = missing.map(({ arn, type }) => arn ?? resourceType("glue", type)?.arn ?? type);
  context.report(
    "missing-ancestor",
    placeOf(parsed, names),
    {
      message: `${listOf(names)} ${verb(names, "needs", "need")} ${listOf(what)} as well: AWS asks for all that stands above a resource`,
      hint: `add ${listOf(what)} to the resources of ${verb(names, "the action", "these actions")}`,
      about: [...new Set(what)].join(),
      ...addFix(parsed, missing),
    },
    parsed.statement,
  );
}

function reportOwn(context: Context, parsed: ParsedStatement, missing: readonly Missing[]): void {
  const [first] = missing;
  if (first === undefined) return;
  const names = missing.map(({ action }) => action);
  const types = missing.map(({ type }) => type);
  const mild = missing.every((one) => one.mild === true);
  const effect = mild ? "so their lists stay empty" : "so AWS denies access";
  context.report(
    "no-resource-of-type",
    placeOf(parsed, names),
    {
      message: `${listOf(names)} ${verb(names, "needs", "need")} a resource of type ${listOf(types)} and no statement with ${verb(names, "it", "them")} has one, ${effect}`,
      hint: `add the ARN of the ${[...new Set(types)].join(", the ")}`,
      about: `${[...new Set(names)].join()} ${[...new Set(types)].join()}`,
      ...(mild ? ({ severity: "warning" } as const) : {}),
    },
    parsed.statement,
  );
}

function reportBelow(context: Context, parsed: ParsedStatement, missing: readonly Missing[]): void {
  if (missing.length === 0) return;
  const names = missing.map(({ action }) => action);
  // Where the account is not known here, the form of the ARN is told.
  const what = missing.map(({ arn, type }) => arn ?? resourceType("glue", type)?.arn ?? type);
  context.report(
    "missing-child",
    placeOf(parsed, names),
    {
      message: `${listOf(names)} ${verb(names, "needs", "need")} ${listOf(what)} as well: a delete needs all that is in the resource`,
      hint: `add ${listOf(what)}`,
      about: [...new Set(what)].join(),
      ...addFix(parsed, missing),
    },
    parsed.statement,
  );
}

function placeOf(parsed: ParsedStatement, names: readonly string[]) {
  return parsed.actions.find(({ at }) => names.includes(at.value))?.at ?? parsed.statement;
}

/** Conditions may not hold for what is added, so a statement with some is left alone. */
function addFix(parsed: ParsedStatement, missing: readonly Missing[]): { readonly fix?: Fix } {
  if (parsed.statement.conditions.length > 0 || missing.some(({ arn }) => arn === undefined)) return {};
  return { fix: { kind: "add", resources: [...new Set(missing.flatMap(({ arn }) => arn ?? []))] } };
}
