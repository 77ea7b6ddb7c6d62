/** Statements as the delta compares them: each of the actions on each of the resources for each of the principals. */
import { plainStatement } from "../document/plain-policy";
import type { Located, PolicyDocument, Principal, Statement } from "../document/policy";
import { type ConditionConstraints, constraintsOf } from "./conditions";
import { ANYONE, type Axis, entryOf, excludingEntry, type PolicyEntry, principalEntry } from "./policy-entry";
import type { Layer, NamedDocument, Origin } from "./types";

/** One statement. */
export interface NormalizedStatement {
  readonly effect: "Allow" | "Deny";
  readonly layer: Layer;
  readonly actions: readonly PolicyEntry[];
  readonly resources: readonly PolicyEntry[];
  readonly principals: readonly PolicyEntry[];
  readonly constraints: ConditionConstraints;
  readonly origin: Origin;
  /** The same for clauses that say the same. */
  readonly key: string;
  /** The same for clauses that differ in their actions alone. */
  readonly frame: string;
}

/** A statement or a document that nobody can read. */
export interface Unread {
  readonly layer: Layer;
  readonly origin: Origin;
  readonly reason: string;
  readonly statement?: string;
  /** The same for the same thing: what stands on both sides does not change. */
  readonly key: string;
}

/** What one side says in one layer. */
export interface Reading {
  readonly allows: readonly NormalizedStatement[];
  readonly denies: readonly NormalizedStatement[];
  readonly unread: readonly Unread[];
}

/** Reads the documents of one layer, as seen from the account that they are in. */
export function readLayer(documents: readonly NamedDocument[], layer: Layer, account?: string): Reading {
  const reading = { allows: [] as NormalizedStatement[], denies: [] as NormalizedStatement[], unread: [] as Unread[] };
  for (const named of documents) {
    if (named.layer !== layer) continue;
    if (named.document === undefined) reading.unread.push(unreadDocument(named));
    else readDocument(named, named.document, reading, account);
  }
  return reading;
}

function readDocument(
  named: NamedDocument,
  document: PolicyDocument,
  reading: Mutable<Reading>,
  account: string | undefined,
): void {
  const { name, layer } = named;
  for (const one of document.issues.filter(isUnread)) {
    const reason = `${one.element}: ${one.reason}`;
    reading.unread.push({ layer, origin: { document: name }, reason, key: `strange ${name} ${reason}` });
  }
  for (const statement of document.statements) {
    const effect = statement.effect?.value;
    const reason = faultOf(statement);
    if (reason !== undefined) reading.unread.push(unreadStatement(statement, named, reason));
    else if (effect === "Allow") reading.allows.push(normalizeStatement(statement, "Allow", named, document, account));
    else reading.denies.push(normalizeStatement(statement, "Deny", named, document, account));
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

function unreadDocument({ name, layer, reason, version }: NamedDocument): Unread {
  const why = reason ?? "the policy is not part of the plan";
  return { layer, origin: { document: name }, reason: why, key: `document ${name} ${version ?? ""}` };
}

function unreadStatement(statement: Statement, { name, layer }: NamedDocument, reason: string): Unread {
  const { Sid: _, ...rest } = plainStatement(statement);
  const text = JSON.stringify(rest);
  return { layer, origin: originOf(statement, name), reason, statement: text, key: `statement ${text} ${reason}` };
}

/** Why a statement is not read, or undefined where it is. */
function faultOf({
  effect,
  issues: strange,
  actions,
  notActions,
  resources,
  notResources,
}: Statement): string | undefined {
  const [fault] = strange.filter(isUnread);
  if (fault !== undefined) return `${fault.element}: ${fault.reason}`;
  if (effect?.value !== "Allow" && effect?.value !== "Deny") return "the effect is neither `Allow` nor `Deny`";
  if (actions !== undefined && notActions !== undefined) return "it has both `Action` and `NotAction`";
  if (resources !== undefined && notResources !== undefined) return "it has both `Resource` and `NotResource`";
  return undefined;
}

/** An element in the wrong case has been read as was meant; one that is unknown says nothing. */
function isUnread({ kind }: { readonly kind: string }): boolean {
  return kind === "wrong-type" || kind === "duplicate";
}

function normalizeStatement(
  statement: Statement,
  effect: "Allow" | "Deny",
  named: NamedDocument,
  document: PolicyDocument,
  account: string | undefined,
): NormalizedStatement {
  // IAM User Guide, "Version": without 2012-10-17 a policy variable is a text like any other.
  const literally = document.version?.value !== "2012-10-17";
  const texts = (list: readonly Located<string>[] | undefined) =>
    list?.map(({ value }) => (literally ? value.replaceAll("${aws:", "${literal aws:") : value));
  const actions = entriesOf("action", texts(statement.actions), texts(statement.notActions));
  const resources = entriesOf("resource", texts(statement.resources), texts(statement.notResources));
  const [whom, notWhom] = [principalNames(statement.principals), principalNames(statement.notPrincipals)];
  const principals = entriesOf("principal", whom, notWhom, (text) => principalEntry(text, account));
  const constraints = constraintsOf(statement.conditions);
  const frame = `${effect} ${named.layer} ${keyOf(resources)} ${keyOf(principals)} ${constraints.key}`;
  const key = `${keyOf(actions)} ${frame}`;
  const origin = originOf(statement, named.name);
  return { effect, layer: named.layer, actions, resources, principals, constraints, origin, key, frame };
}

/** The same for the same entries: with their lengths, no text can look like two. */
function keyOf(entries: readonly PolicyEntry[]): string {
  let text = `${entries.length}`;
  for (const { key } of entries) text += ` ${key.length} ${key}`;
  return text;
}

/** Each once, in the order of their keys; an element that is absent is the empty text. */
function entriesOf(
  axis: Axis,
  list: readonly string[] | undefined,
  not: readonly string[] | undefined,
  read = (text: string) => entryOf(axis, text),
): readonly PolicyEntry[] {
  if (not !== undefined) return [excludingEntry(axis, not)];
  if (list === undefined || list.length === 1) return [read(list?.[0] ?? "")];
  const found = new Map(list.map(read).map((entry) => [entry.key, entry]));
  return [...found.values()].sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
}

function originOf({ sid }: Statement, document: string): Origin {
  return sid?.value ? { document, sid: sid.value } : { document };
}

/** Principals as findings show them: `AWS 111111111111`. */
export function principalNames(principals: readonly Principal[] | undefined): readonly string[] | undefined {
  return principals?.flatMap(({ kind, values }) => values.map(({ value }) => principalName(kind, value)));
}

/** `"*"` is every principal of AWS, and an account's number is its root (IAM User Guide, "Principal"). */
function principalName(kind: string, value: string): string {
  if (kind === "*") return ANYONE;
  const account = kind === "AWS" ? /^arn:aws:iam::(\d{12}):root$/.exec(value)?.[1] : undefined;
  return `${kind} ${account ?? value}`;
}
