/** What could be shorter, and what the wiring says is too much. */
import { type ArnPattern, arnCovers, arnIntersects, arnPattern } from "../../arn/arn-match";
import { glueChildren } from "../../arn/catalog-tree";
import { readS3Uri } from "../../arn/data-names";
import type { ActionInfo } from "../../data/authorization";
import type { ActionTerm } from "../action-term";
import type { Context } from "../context";
import type { ParsedStatement } from "../parsed-statement";
import { type PlacedResource, typesNamed, worksOn } from "../resource-term";
import { listOf, verb } from "../words";

/** Reports what another part of the list covers, and writing on what is only read. */
export function checkTidiness(context: Context): void {
  const given = context.options.readsOnly ?? [];
  const readOnly: ReadOnly = { given, patterns: given.flatMap(patternsOf) };
  for (const parsed of context.parsedStatements) {
    checkActions(context, parsed);
    checkResources(context, parsed);
    if (given.length > 0 && parsed.allows) checkReadOnly(context, parsed, readOnly);
  }
}

function checkActions(context: Context, { actions, statement }: ParsedStatement): void {
  if (actions.length < 2) return;
  const wide = actions.filter(({ term }) => term.kind === "pattern" || term.kind === "all");
  const covered = new Set(actions.filter(({ term }) => wide.some((other) => coversAction(other.term, term))));
  const seen = new Set<string>();
  const redundant = actions.filter((placed) => {
    const { id } = placed.term;
    const isSecond = seen.has(id) && !isAnonymous(id);
    seen.add(id);
    return isSecond || covered.has(placed);
  });
  const [first] = redundant;
  if (first === undefined) return;
  const names = redundant.map(({ at }) => at.value);
  const message = `${listOf(names)} ${verb(names, "is", "are")} in another action of the statement`;
  const inOthers = new Set([...covered].map(({ at }) => at.value));
  const fix = { kind: "remove", actions: [...inOthers], resources: [] } as const;
  context.report("redundant-action", first.at, { message, hint: "take it out", fix, about: names.join() }, statement);
}

/** Whether something in it is not known and has no name: two of these may differ. */
function isAnonymous(text: string): boolean {
  return text.includes("${...}");
}

/** Of two patterns, the one covers the other where it allows all its actions and more besides. */
function coversAction(wide: ActionTerm, term: ActionTerm): boolean {
  if (wide.id === term.id) return false;
  if (term.kind === "exact") return wide.allows(term.id);
  if (wide.kind === "all") return term.kind === "pattern";
  const members = term.kind === "pattern" ? term.members() : [];
  if (members.length === 0 || wide.service !== term.service) return false;
  return wide.members().length > members.length && members.every(({ id }) => wide.allows(id.toLowerCase()));
}

function checkResources(context: Context, { resources, statement }: ParsedStatement): void {
  if (resources.length < 2) return;
  const sound = resources.filter(({ term }) => term.problems.length === 0);
  const wide = sound.filter(({ term }) => /[*?]/.test(term.text) && !term.text.includes("${"));
  const seen = new Set<string>();
  const redundant = sound.filter(({ term }) => {
    const isSecond = seen.has(term.text) && !isAnonymous(term.text);
    seen.add(term.text);
    return isSecond || wide.some((other) => coversResource(other, term.text, term.pattern));
  });
  const [first] = redundant;
  if (first === undefined) return;
  const names = redundant.map(({ at }) => at.value);
  const message = `${listOf(names, 3)} ${verb(names, "is", "are")} in another resource of the statement`;
  const covered = redundant.filter(({ term }) => wide.some((other) => coversResource(other, term.text, term.pattern)));
  const fix = { kind: "remove", actions: [], resources: covered.map(({ at }) => at.value) } as const;
  context.report("redundant-resource", first.at, { message, hint: "take it out", fix, about: names.join() }, statement);
}

/** The first characters up to a wildcard are compared first: most pairs end there. */
function coversResource({ term }: PlacedResource, text: string, other: ArnPattern): boolean {
  if (term.text === text) return false;
  const wild = term.text.search(/[*?]/);
  if (!text.startsWith(term.text.slice(0, wild))) return false;
  return arnCovers(term.pattern, other) && !(arnCovers(other, term.pattern) && text < term.text);
}

/** The resource, and all that is in it. */
function patternsOf(given: string): readonly ArnPattern[] {
  const uri = readS3Uri(given);
  if (uri !== undefined && uri.bucket !== "") {
    const { bucket, key } = uri;
    if (key === "") return [`arn:*:s3:::${bucket}`, `arn:*:s3:::${bucket}/*`].map(arnPattern);
    return [arnPattern(`arn:*:s3:::${bucket}/${key}${key.endsWith("*") ? "" : "*"}`)];
  }
  const below = glueChildren(given).map(({ arn }) => arn);
  const inside = /^arn:[^:]*:s3:::[^/]*$/.test(given) ? [`${given}/*`] : [];
  return [given, ...below, ...inside].map(arnPattern);
}

interface ReadOnly {
  readonly given: readonly string[];
  readonly patterns: readonly ArnPattern[];
}

/** What is not known yet may be any resource, so it counts only where it is given in the same words. */
function isReadOnly({ given, patterns }: ReadOnly, { term }: PlacedResource): boolean {
  if (term.unresolved || term.everything) return false;
  if (term.text.includes("${")) return given.some((text) => term.text === text || term.text.startsWith(`${text}/`));
  return patterns.some((pattern) => arnIntersects(pattern, term.pattern));
}

const WRITES = ["Write", "Permissions management", "Tagging"];

function checkReadOnly(context: Context, parsed: ParsedStatement, readOnly: ReadOnly): void {
  const touched = parsed.resources.filter((resource) => isReadOnly(readOnly, resource));
  if (touched.length === 0) return;
  const writing = parsed.actions.filter(({ term }) => term.members().some((member) => writesOn(member, touched)));
  const [first] = writing;
  if (first === undefined) return;
  const names = writing.map(({ at }) => at.value);
  const where = touched.map(({ term }) => term.text);
  const entirely = writing.filter(({ term }) => !hasWhatItNeeds(context, term.info, touched)).map(({ at }) => at.value);
  const onlyExact = writing.every(({ term }) => term.kind === "exact");
  context.report(
    "write-on-read-only",
    first.at,
    {
      message: `${listOf(names)} ${verb(names, "writes", "write")} to ${listOf(where, 3)}, which is only read`,
      hint: `leave ${listOf(where, 3)} out for ${verb(names, "this action", "these actions")}`,
      about: names.join(),
      ...(onlyExact ? { fix: { kind: "withdraw", actions: names, resources: where, entirely } } : {}),
    },
    parsed.statement,
  );
}

/** Whether an action without some of its resources still has one of each type that it needs. */
function hasWhatItNeeds(context: Context, action: ActionInfo | undefined, without: readonly PlacedResource[]): boolean {
  if (action === undefined) return true;
  const { terms, whole } = context.grants.resourcesOf(action.id.toLowerCase());
  const left = terms.filter((term) => !without.some((one) => one.term.text === term.text));
  if (whole) return true;
  if (action.requires.length === 0) return left.some((term) => worksOn(action, term));
  return typesNamed(action, action.requires).every((type) => left.some((term) => term.is(type)));
}

/** Some readers are called writers in the data, kms:Decrypt for one; what only reads a key is no change of it. */
const READERS = [
  "kms:Decrypt",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "s3:GetObject",
];

function writesOn(action: ActionInfo, touched: readonly PlacedResource[]): boolean {
  if (READERS.includes(action.id) || !action.access.some((level) => WRITES.includes(level))) return false;
  return touched.some(({ term }) => worksOn(action, term));
}
