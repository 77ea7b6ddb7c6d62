/** Gives each statement a Sid: letters and digits, each once. */
import { capitalize } from "../../text/capitalize";
import { findAction } from "../data/authorization";
import { typesAmong } from "./resolve-action";
import { isOnAllResources, type NamedDraft, type StatementDraft } from "./statement";

/** The given Sids, where one was split with a suffix; else one made of what is done with what. */
export function nameStatements(drafts: readonly StatementDraft[]): readonly NamedDraft[] {
  const taken = new Set<string>();
  const given = new Set(drafts.flatMap((draft) => draft.sid ?? []));
  return drafts.map((draft) => {
    const isSecond = draft.sid !== undefined && taken.has(draft.sid);
    const base =
      draft.sid === undefined ? nameOf(draft) : isSecond && isOnAllResources(draft) ? `${draft.sid}OnAll` : draft.sid;
    const sid = free(base, (name) => taken.has(name) || (given.has(name) && name !== draft.sid));
    taken.add(sid);
    return { ...draft, sid };
  });
}

/** `base`, with the first free number behind it if the Sid is taken. */
export function free(base: string, isTaken: (name: string) => boolean): string {
  let name = base;
  for (let number = 2; isTaken(name); number++) name = `${base}${number}`;
  return name;
}

function nameOf(draft: StatementDraft): string {
  const [first = ""] = draft.actions;
  const [service = "", action = ""] = first.split(":");
  if (draft.actions.length === 1) return letters(action);
  const what = isOnAllResources(draft)
    ? `All${capitalize(service)}`
    : capitalize(mainType(first, draft.resources) ?? service);
  return letters(`${verbOf(draft.actions)}${what}`);
}

/** The type of the resources that is furthest down the tree: `table`, not `rootcatalog`. */
function mainType(id: string, resources: readonly string[]): string | undefined {
  const action = findAction(id);
  if (action === undefined) return undefined;
  const types = typesAmong(action, resources).filter((type) => !["rootcatalog", "catalog"].includes(type));
  return types.find((type) => type !== "database") ?? types[0];
}

function verbOf(actions: readonly string[]): string {
  if (actions.every((action) => /:(Batch)?Delete/.test(action))) return "Delete";
  const reads = actions.every((id) => findAction(id)?.access.every((level) => level === "Read" || level === "List"));
  return reads ? "Read" : "Use";
}

function letters(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, "");
}
