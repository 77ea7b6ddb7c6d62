/** A statement as a table of actions and resources, so that single cells can be moved, added and taken out. */
import { arnCovers } from "../../arn/arn-match";
import type { PlainStatement } from "../../document/plain-policy";
import type { MovedResource } from "./fix";

/** The actions of each resource, both in the order of the text. */
export interface Cells {
  readonly resources: readonly string[];
  readonly actionsOf: ReadonlyMap<string, readonly string[]>;
}

/** The cells of a statement with `Action` and `Resource`. */
export function cellsOf(actions: readonly string[], resources: readonly string[]): Cells {
  const unique = [...new Set(resources)];
  return { resources: unique, actionsOf: new Map(unique.map((resource) => [resource, [...new Set(actions)]])) };
}

/** The cells with another name for a resource. */
export function renameResource(cells: Cells, from: string, to: string): Cells {
  const merged = [...(cells.actionsOf.get(to) ?? []), ...(cells.actionsOf.get(from) ?? [])];
  const actionsOf = new Map(cells.actionsOf).set(to, [...new Set(merged)]);
  if (from !== to) actionsOf.delete(from);
  return { resources: [...new Set(cells.resources.map((one) => (one === from ? to : one)))], actionsOf };
}

/** The cells with other names for an action. */
export function replaceAction(cells: Cells, from: string, to: readonly string[]): Cells {
  return mapActions(cells, (actions) => [...new Set(actions.flatMap((one) => (one === from ? to : [one])))]);
}

/** The cells without some actions on some resources. */
export function withdraw(cells: Cells, actions: readonly string[], resources: readonly string[]): Cells {
  return mapActions(cells, (present, resource) =>
    resources.includes(resource) ? present.filter((action) => !actions.includes(action)) : present,
  );
}

/** The cells with an action on other resources. A new resource goes in front of the one that it names, or to the end. */
export function moveAction(cells: Cells, from: string, to: string, places: readonly MovedResource[]): Cells {
  const left = mapActions(cells, (actions) => actions.filter((action) => action !== from));
  return places.reduce((moved, place) => addCell(moved, to, place), left);
}

/** The cells with more resources for all actions; resources that a new one covers are taken out. */
export function addResources(cells: Cells, added: readonly string[]): Cells {
  const all = [...new Set([...cells.actionsOf.values()].flat())];
  const fresh = added.filter((resource) => !cells.actionsOf.has(resource));
  const wide = fresh.filter((resource) => !resource.includes("${"));
  const isCovered = (text: string) => !text.includes("${") && wide.some((other) => arnCovers(other, text));
  const kept = cells.resources.filter((resource) => !isCovered(resource));
  const actionsOf = new Map(cells.actionsOf);
  for (const resource of fresh) actionsOf.set(resource, all);
  return { resources: [...kept, ...fresh], actionsOf };
}

function addCell(cells: Cells, action: string, { text, before }: MovedResource): Cells {
  const present = cells.actionsOf.get(text) ?? [];
  const actionsOf = new Map(cells.actionsOf).set(text, [...new Set([...present, action])]);
  if (cells.resources.includes(text)) return { resources: cells.resources, actionsOf };
  const at = before === undefined ? -1 : cells.resources.indexOf(before);
  if (at < 0) return { resources: [...cells.resources, text], actionsOf };
  return { resources: [...cells.resources.slice(0, at), text, ...cells.resources.slice(at)], actionsOf };
}

function mapActions(cells: Cells, change: (actions: readonly string[], resource: string) => readonly string[]): Cells {
  const changed = cells.resources.map(
    (resource) => [resource, change(cells.actionsOf.get(resource) ?? [], resource)] as const,
  );
  return { resources: cells.resources, actionsOf: new Map(changed) };
}

/** The statements of the cells: one for all resources with the same actions; resources without actions are left out. */
export function statementsOf(cells: Cells, base: PlainStatement): readonly PlainStatement[] {
  const groups = new Map<string, { readonly actions: readonly string[]; readonly resources: string[] }>();
  for (const resource of cells.resources) {
    const actions = cells.actionsOf.get(resource) ?? [];
    if (actions.length === 0) continue;
    const key = JSON.stringify([...actions].sort());
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { actions, resources: [resource] });
    else group.resources.push(resource);
  }
  return [...groups.values()].map(({ actions, resources }) => ({ ...base, Action: actions, Resource: resources }));
}
