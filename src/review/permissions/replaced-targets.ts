/**
 * Statements that follow a resource that the plan replaces: they named its old ARN, and name the new one, which is known only
 * after apply. Both refer to the same resource, so that the delta does not treat the new ARN as another one.
 */
import type { NamedDocument } from "../../iam/delta";
import type { PolicyDocument, Statement } from "../../iam/document/policy";
import { textOf } from "../../policy-files/principals/instances";
import type { PolicyTexts } from "../../policy-files/principals/policy-text";
import type { Meant } from "../../policy-files/principals/references";
import type { UnknownResources } from "../../policy-files/principals/unknown-resources";
import { replaces } from "../../terraform/plan/actions";
import { compareTexts } from "../../text/compare-texts";
import { groupBy } from "../../text/group-by";
import { uniqueSorted } from "../../text/unique-sorted";
import type { FollowedResource } from "./types";

/** The documents of both sides of a subject. */
interface DocumentSides {
  readonly before: readonly NamedDocument[];
  readonly after: readonly NamedDocument[];
}

/** The documents with the replaced resources at their addresses, and which resources these are. */
interface FollowedSides extends DocumentSides {
  readonly followed: readonly FollowedResource[];
}

/** A resource that the plan replaces, with the ARN of its old object. */
interface ReplacedResource {
  readonly address: string;
  readonly arn: string;
}

/** A statement, and the document that it is in. */
interface NamedStatement extends Pick<NamedDocument, "name" | "layer"> {
  readonly document: PolicyDocument;
  readonly statement: Statement;
}

/** A statement after the plan, with the replaced resources that all of its unknown resources belong to. */
interface FollowingStatement extends NamedStatement {
  readonly unknown: UnknownResources;
  readonly replaced: readonly ReplacedResource[];
}

/** Puts the addresses of replaced resources in the place of their ARNs, in statements where nothing else can be meant. */
export function followReplacements(sides: DocumentSides, texts: PolicyTexts): FollowedSides {
  const following = statementsOf(sides.after).flatMap((one) => followingStatement(one, texts));
  if (following.length === 0) return { ...sides, followed: [] };
  const candidates = statementsOf(sides.before);
  // Documents of the same text share their statements, so that it is the place of a statement that is taken.
  const taken = new Set<NamedStatement>();
  const written = new Map<Statement, Statement>();
  const followed: FollowedResource[] = [];
  for (const now of following) {
    const free = candidates.filter((one) => !taken.has(one));
    const old = counterpartOf(now, free);
    if (old === undefined) continue;
    taken.add(old);
    const targets = targetsOf(now, old.statement);
    const token = tokenOf(now, targets);
    written.set(old.statement, renamed(old.statement, new Set(targets), token));
    written.set(now.statement, renamed(now.statement, new Set([now.unknown.text]), token));
    followed.push(...now.replaced.map((resource) => followedResource(resource, now, old.statement)));
  }
  const rewritten = (list: readonly NamedDocument[]) => list.map((one) => withStatements(one, written));
  return { before: rewritten(sides.before), after: rewritten(sides.after), followed };
}

function statementsOf(list: readonly NamedDocument[]): readonly NamedStatement[] {
  return list.flatMap(({ name, layer, document }) =>
    document === undefined ? [] : document.statements.map((statement) => ({ name, layer, document, statement })),
  );
}

function followingStatement(one: NamedStatement, texts: PolicyTexts): readonly FollowingStatement[] {
  const unknown = texts.unknownResources(one.document, one.statement);
  const replaced = unknown === undefined ? undefined : replacedOf(unknown.meant);
  return unknown === undefined || replaced === undefined ? [] : [{ ...one, unknown, replaced }];
}

/** The replaced resources of an expression; undefined if something else of it may be unknown too. */
function replacedOf({ instances, certain }: Meant): readonly ReplacedResource[] | undefined {
  const isClear = certain && instances.every(({ action, changes }) => replaces(action) || !changes);
  if (!isClear) return undefined;
  const replaced = instances
    .filter(({ action }) => replaces(action))
    .map((one) => ({ address: one.address, arn: textOf(one, "before", "arn") ?? "" }))
    .sort((a, b) => compareTexts(a.address, b.address));
  return replaced.length === 0 || replaced.some(({ arn }) => arn === "") ? undefined : replaced;
}

/** The statement that named the old ARNs: of the same Sid or the same actions, and with as many resources. */
function counterpartOf(now: FollowingStatement, candidates: readonly NamedStatement[]): NamedStatement | undefined {
  const { name, layer, statement, replaced, unknown } = now;
  const rank = (old: NamedStatement) => {
    const isOfSid = statement.sid?.value ? old.statement.sid?.value === statement.sid.value : false;
    const isAlike = sameActions(old.statement, statement);
    if (old.layer !== layer || old.statement.effect?.value !== statement.effect?.value) return 0;
    return isOfSid || isAlike ? 1 + (old.name === name ? 4 : 0) + (isOfSid ? 2 : 0) + Number(isAlike) : 0;
  };
  const fits = (old: NamedStatement) => {
    const targets = targetsOf(now, old.statement);
    return targets.length === unknown.count && replaced.every(({ arn }) => targets.some((text) => isOf(arn, text)));
  };
  return candidates
    .map((old) => ({ old, rank: rank(old) }))
    .sort((a, b) => b.rank - a.rank)
    .find(({ old, rank: found }) => found > 0 && fits(old))?.old;
}

function sameActions(one: Statement, other: Statement): boolean {
  const actionsOf = ({ actions = [] }: Statement) =>
    uniqueSorted(actions.map(({ value }) => value.toLowerCase())).join();
  return actionsOf(one) === actionsOf(other);
}

/** The old resources that are a replaced resource or part of it, and that the new statement no longer names. */
function targetsOf({ replaced, statement }: FollowingStatement, old: Statement): readonly string[] {
  const still = new Set(statement.resources?.map(({ value }) => value));
  const texts = new Set(old.resources?.map(({ value }) => value));
  return [...texts].filter((text) => !still.has(text) && replaced.some(({ arn }) => isOf(arn, text)));
}

/** Whether a resource is the ARN, or below it: `arn:aws:s3:::lake/raw/*` of `arn:aws:s3:::lake`. */
function isOf(arn: string, text: string): boolean {
  return text === arn || text.startsWith(`${arn}/`) || text.startsWith(`${arn}:`);
}

/** One for all statements on the whole resources. A path is not known, so that its statement has one of its own. */
function tokenOf({ replaced }: FollowingStatement, targets: readonly string[]): string {
  const addresses = replaced.map(({ address }) => address).join(", ");
  const paths = targets.filter((text) => !replaced.some(({ arn }) => arn === text)).sort();
  return `\${known after apply: ${addresses}${paths.length === 0 ? "" : `, before ${paths.join(", ")}`}}`;
}

function renamed(statement: Statement, texts: ReadonlySet<string>, token: string): Statement {
  const resources = statement.resources?.map((one) => (texts.has(one.value) ? { ...one, value: token } : one));
  return { ...statement, ...(resources !== undefined && { resources }) };
}

function withStatements(named: NamedDocument, written: ReadonlyMap<Statement, Statement>): NamedDocument {
  const { document } = named;
  if (document === undefined || !document.statements.some((one) => written.has(one))) return named;
  return { ...named, document: { ...document, statements: document.statements.map((one) => written.get(one) ?? one) } };
}

function followedResource(
  { address, arn }: ReplacedResource,
  now: FollowingStatement,
  old: Statement,
): FollowedResource {
  const { name, statement } = now;
  const before = new Set(old.actions?.map(({ value }) => value.toLowerCase()));
  const actions = statement.actions?.map(({ value }) => value).filter((one) => before.has(one.toLowerCase())) ?? [];
  const texts = targetsOf(now, old).filter((text) => isOf(arn, text));
  const isWhole = texts.every((text) => text === arn) || [`${arn}/*`, `${arn}:*`].some((all) => texts.includes(all));
  const sid = statement.sid?.value;
  return {
    address,
    arn,
    effect: statement.effect?.value ?? "",
    actions: uniqueSorted(actions),
    ...(isWhole ? {} : { paths: texts }),
    from: [{ document: name, ...(sid ? { sid } : {}) }],
  };
}

/** One for all statements about a resource that read alike. */
export function mergeFollowed(list: readonly FollowedResource[]): readonly FollowedResource[] {
  const groups = groupBy(list, ({ address, effect, paths }) => JSON.stringify([address, effect, paths]));
  return [...groups.values()].map((group) => ({
    ...(group[0] as FollowedResource),
    actions: uniqueSorted(group.flatMap(({ actions }) => actions)),
    from: group.flatMap(({ from }) => from),
  }));
}
