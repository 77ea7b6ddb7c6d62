/** Which of the given resources an action works on, and what it needs above and below them. */
import type { Problem, Problems } from "../../errors";
import { listWords } from "../../text/list-words";
import { uniqueSorted } from "../../text/unique-sorted";
import { arnCovers, isOpenArn, matchesType } from "../arn/arn-match";
import { glueAncestors, glueChildren } from "../arn/catalog-tree";
import { type ActionInfo, resourceType } from "../data/authorization";

/** What an action gets, and which of the given resources were of use. */
export interface Resolved {
  /** Sorted, none covered by another; `["*"]` where the action accepts nothing else. */
  readonly resources: readonly string[];
  readonly used: readonly string[];
  readonly notes: readonly string[];
}

interface ResolveOptions {
  readonly disputedChildren?: boolean;
}

/**
 * The smallest set of resources that lets an action work on the given targets. If the action cannot, the result is undefined and
 * a problem says why.
 */
export function resolveAction(
  action: ActionInfo,
  given: readonly string[],
  problems: Problems,
  options: ResolveOptions = {},
): Resolved | undefined {
  if (action.onlyWildcard !== false) return onlyWildcard(action, given);
  const arns = given.filter((text) => text !== "*");
  const named = arns.map((text) => ({ text, parts: [text, ...aboveOf(text)].filter((part) => accepts(action, part)) }));
  const used = named.filter(({ parts }) => parts.length > 0).map(({ text }) => text);
  const found = named.flatMap(({ parts }) => parts);
  const all = [...found, ...belowOf(action, arns, found, options)];
  const missing = action.requires.filter((type) => !all.some((text) => isOf(action, type, text)));
  if (all.length > 0 && missing.length === 0) {
    return { resources: leastOf(all), used, notes: notesOn(action, all) };
  }
  if (given.includes("*")) return { resources: ["*"], used: [], notes: [] };
  problems.add(nothingFits(action, missing, arns, used));
  return undefined;
}

/** Whether an ARN can be of a type that the action works on. */
export function accepts(action: ActionInfo, text: string): boolean {
  return action.accepts.some((type) => isOf(action, type, text));
}

/** The types of the action's that the resources can be of. */
export function typesAmong(action: ActionInfo, resources: readonly string[]): readonly string[] {
  return action.accepts.filter((type) => resources.some((text) => isOf(action, type, text)));
}

/** The same list, sorted, without what another of its ARNs covers. */
export function leastOf(resources: readonly string[]): readonly string[] {
  const all = uniqueSorted(resources);
  if (all.includes("*")) return ["*"];
  const wide = all.filter((text) => /[*?]/.test(text) && !isOpenArn(text));
  return all.filter((text) => isOpenArn(text) || !wide.some((other) => other !== text && arnCovers(other, text)));
}

function onlyWildcard(action: ActionInfo, given: readonly string[]): Resolved {
  const own = given.filter((text) => text.split(":")[2] === action.service);
  const notes = given.some((text) => text !== "*") ? [`\`${action.id}\` accepts no ARN: it is granted on \`*\``] : [];
  return { resources: ["*"], used: own, notes };
}

function isOf(action: ActionInfo, name: string, text: string): boolean {
  const type = resourceType(action.service, name);
  return type !== undefined && matchesType(text, type);
}

function aboveOf(text: string): readonly string[] {
  return glueAncestors(text).map((node) => node.arn);
}

/** What a delete also deletes, and what the action works on below a resource that was given in its place. */
function belowOf(
  action: ActionInfo,
  given: readonly string[],
  found: readonly string[],
  options: ResolveOptions,
): readonly string[] {
  const asked = options.disputedChildren === true ? action.childrenOnRequest : [];
  const always = [...action.children, ...asked];
  const absent = action.grant.filter((type) => !found.some((text) => isOf(action, type, text)));
  const nodes = given.filter((text) => found.includes(text) || asked.length > 0).flatMap(inside);
  return nodes
    .filter(({ type, arn }) =>
      always.includes(type) ? !found.some((text) => arnCovers(text, arn)) : absent.includes(type),
    )
    .map((node) => node.arn);
}

/** All that lies in a resource: tables and functions of a database, schemas of a registry. */
function inside(text: string): readonly { readonly type: string; readonly arn: string }[] {
  const registry = /^(arn:[^:]*:glue:[^:]*:[^:]*:)registry\/(.+)$/.exec(text);
  return registry === null ? glueChildren(text) : [{ type: "schema", arn: `${registry[1]}schema/${registry[2]}/*` }];
}

/** Types that AWS's pages name and its data does not require. */
function notesOn(action: ActionInfo, resources: readonly string[]): readonly string[] {
  const absent = action.grant.filter((type) => !resources.some((text) => isOf(action, type, text)));
  return absent.length === 0
    ? []
    : [`\`${action.id}\` is mostly granted on ${absent.map(nameOf).join(" and ")} as well`];
}

function nothingFits(
  action: ActionInfo,
  missing: readonly string[],
  given: readonly string[],
  used: readonly string[],
): Problem {
  const types = missing.length > 0 ? missing : action.accepts;
  const words = listWords(types.map(nameOf), missing.length > 0 ? "and" : "or");
  const formats = types.flatMap((type) => resourceType(action.service, type)?.arn ?? []);
  return {
    code: "no-resource-for-action",
    path: action.id,
    message: lackOf(words, given, used),
    hint: `give ${formats
      .slice(0, 3)
      .join(", ")
      .replace(/\$\{(\w+)\}/g, (_, name: string) => name.toUpperCase())}`,
  };
}

function lackOf(types: string, given: readonly string[], used: readonly string[]): string {
  if (used.length > 0) return `the action also needs a resource of type ${types}`;
  if (given.length === 0) return `the action needs a resource: ${types}`;
  const none = given.length === 1 ? `\`${given[0]}\` is not one` : "none of the given resources is one";
  return `the action needs a resource of type ${types}, and ${none}`;
}

function nameOf(type: string): string {
  return type === "rootcatalog" ? "root catalog" : type;
}
