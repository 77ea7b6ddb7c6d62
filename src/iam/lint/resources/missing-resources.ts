/** Further resources that an action needs, such as the catalog and the database of a table, and that no Allow statement has. */
import { type ActionInfo, resourceType } from "../../data/authorization";
import type { Context } from "../context";
import type { Fix } from "../fix/fix";
import type { PlacedAction } from "../parsed/action-term";
import { isAdmin, type ParsedStatement } from "../parsed/parsed-statement";
import type { AllowedResources } from "./allowed-resources";
import { type MissingForAction, missingForAction, missingForPattern, type NeededResource } from "./resource-needs";

/** A resource that is missing, and the action that needs it. */
interface MissingResource extends NeededResource {
  readonly action: string;
}

/** The resources that the actions of a statement need and lack. What an earlier statement lacks too is reported there only. */
interface MissingResources {
  /** Resources that contain a resource of the statement, such as the catalog of a database. */
  readonly ancestors: readonly MissingResource[];
  /** Types that an action needs, and of which no statement has a resource. */
  readonly own: readonly MissingResource[];
  /** Resources inside of a resource that is deleted. */
  readonly children: readonly MissingResource[];
}

/** The missing resources of each statement that lacks some. */
export function missingResources(context: Context): ReadonlyMap<ParsedStatement, MissingResources> {
  const reported = new Set<string>();
  const found = new Map<ParsedStatement, MissingResources>();
  for (const parsed of context.parsedStatements) {
    if (!parsed.allows || !parsed.named || parsed.everywhere || parsed.unresolved || isAdmin(parsed)) continue;
    const missing = missingOfStatement(context, parsed);
    if (missing === undefined) continue;
    found.set(parsed, {
      ancestors: notReported(missing.ancestors, reported),
      own: notReported(missing.own, reported),
      children: notReported(missing.children, reported),
    });
  }
  return found;
}

function missingOfStatement(context: Context, parsed: ParsedStatement): MissingResources | undefined {
  const ancestors: MissingResource[] = [];
  const own: MissingResource[] = [];
  const children: MissingResource[] = [];
  const known = new Map<AllowedResources, Map<string, MissingForAction>>();
  for (const placed of distinct(parsed.actions)) {
    const { info } = placed.term;
    if (info !== undefined && isCertain(info)) {
      const missing = missingForAction(context, parsed, info, known);
      if (missing === undefined) continue;
      const ofAction = (node: NeededResource): MissingResource => ({ action: placed.at.value, ...node });
      ancestors.push(...missing.ancestors.map(ofAction));
      own.push(...missing.own.map(ofAction));
      children.push(...missing.children.map(ofAction));
    } else if (placed.term.kind === "pattern") {
      const nodes = missingForPattern(context, parsed, placed.term);
      ancestors.push(...nodes.map((node) => ({ action: placed.at.value, ...node })));
    }
  }
  return ancestors.length + own.length + children.length === 0 ? undefined : { ancestors, own, children };
}

/** Each action once. */
function distinct(actions: readonly PlacedAction[]): readonly PlacedAction[] {
  return actions.length < 2 ? actions : [...new Map(actions.map((placed) => [placed.term.id, placed])).values()];
}

/** The resources that no statement reported before. Adds their keys to `reported`. */
function notReported(missing: readonly MissingResource[], reported: Set<string>): readonly MissingResource[] {
  return missing.filter(({ action, type, arn }) => {
    const key = `${action.toLowerCase()} ${arn ?? type}`;
    if (reported.has(key)) return false;
    reported.add(key);
    return true;
  });
}

/** Services and further actions whose data is right where it says that an action needs resources of several types. */
const CERTAIN_SERVICES = ["glue", "databrew"];
const CERTAIN_ACTIONS = ["ec2:CreateNetworkInterface", "ec2:RunInstances"];

function isCertain({ service, id }: ActionInfo): boolean {
  return CERTAIN_SERVICES.includes(service) || CERTAIN_ACTIONS.includes(id);
}

/** The ARNs that are missing; where an ARN is not known, its form. Ancestors and children are resources of Glue. */
export function namesOfMissing(missing: readonly MissingResource[]): readonly string[] {
  return missing.map(({ arn, type }) => arn ?? resourceType("glue", type)?.arn ?? type);
}

/** What a hint adds if other policies of the identity are not known: an action may be allowed by any of them. */
export function adviceAboutOthers({ options }: Context): string {
  return options.beside === undefined || options.hasUnknownBeside === true
    ? "; if another policy of the same role or user allows it, nothing is missing"
    : "";
}

/** The position of the first of the actions. */
export function placeOfMissing(parsed: ParsedStatement, missing: readonly MissingResource[]) {
  const names = missing.map(({ action }) => action);
  return parsed.actions.find(({ at }) => names.includes(at.value))?.at ?? parsed.statement;
}

/** The fix that adds the missing resources; none for a statement with conditions, which may not hold for these resources. */
export function fixMissing(parsed: ParsedStatement, missing: readonly MissingResource[]): Fix | undefined {
  if (parsed.statement.conditions.length > 0 || missing.some(({ arn }) => arn === undefined)) return undefined;
  return { kind: "add", resources: [...new Set(missing.flatMap(({ arn }) => arn ?? []))] };
}
