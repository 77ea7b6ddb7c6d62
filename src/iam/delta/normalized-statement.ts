/** Statements as the delta compares them: each of the actions on each of the resources for each of the principals. */
import { compareTexts } from "../../text/compare-texts";
import { type Message, mergeWords, plainText, say, words } from "../../text/message";
import { plainStatement } from "../document/plain-policy";
import type { ElementIssue, Located, PolicyDocument, Principal, Statement } from "../document/policy";
import { type ConditionConstraints, constraintsOf } from "./conditions";
import { ANYONE, type Axis, excludingEntry, type PolicyEntry, policyEntry, principalEntry } from "./policy-entry";
import type { Layer, NamedDocument, StatementOrigin } from "./types";

/** One statement. */
export interface NormalizedStatement {
  readonly effect: "Allow" | "Deny";
  readonly layer: Layer;
  readonly actions: readonly PolicyEntry[];
  readonly resources: readonly PolicyEntry[];
  readonly principals: readonly PolicyEntry[];
  readonly constraints: ConditionConstraints;
  readonly origin: StatementOrigin;
  /** The same for statements that say the same. */
  readonly key: string;
  /** The same for statements that differ in their actions alone. */
  readonly frame: string;
}

/** A statement or a document that cannot be read. */
export interface Unread {
  readonly layer: Layer;
  readonly origin: StatementOrigin;
  readonly reason: Message;
  readonly statement?: string;
  /** A key that is equal for the same statement or document, because what is on both sides does not change. */
  readonly key: string;
}

/** The statements of one side in one layer. */
export interface LayerStatements {
  readonly allows: readonly NormalizedStatement[];
  readonly denies: readonly NormalizedStatement[];
  readonly unread: readonly Unread[];
}

/** Reads the documents of one layer, as seen from the account that they are in. */
export function readLayer(documents: readonly NamedDocument[], layer: Layer, account?: string): LayerStatements {
  const readings = documents
    .filter((named) => named.layer === layer)
    .map((named) =>
      named.document === undefined ? unreadDocument(named) : readDocument(named, named.document, account),
    );
  return {
    allows: readings.flatMap(({ allows }) => allows),
    denies: readings.flatMap(({ denies }) => denies),
    unread: readings.flatMap(({ unread }) => unread),
  };
}

function readDocument(named: NamedDocument, document: PolicyDocument, account: string | undefined): LayerStatements {
  const { name, layer } = named;
  const unread = document.issues.filter(isUnread).map((issue): Unread => {
    const reason = reasonOf(issue);
    return { layer, origin: { document: name }, reason, key: `issue ${name} ${plainText(reason)}` };
  });
  const normalized: NormalizedStatement[] = [];
  for (const statement of document.statements) {
    const reason = faultOf(statement);
    if (reason === undefined) normalized.push(normalizeStatement(statement, named, document, account));
    else unread.push(unreadStatement(statement, named, reason));
  }
  return {
    allows: normalized.filter(({ effect }) => effect === "Allow"),
    denies: normalized.filter(({ effect }) => effect === "Deny"),
    unread,
  };
}

function unreadDocument({ name, layer, reason, version }: NamedDocument): LayerStatements {
  const why = reason ?? words("the policy is not part of the plan");
  const key = `document ${name} ${version ?? ""}`;
  return { allows: [], denies: [], unread: [{ layer, origin: { document: name }, reason: why, key }] };
}

function unreadStatement(statement: Statement, { name, layer }: NamedDocument, reason: Message): Unread {
  const { Sid: _, ...rest } = plainStatement(statement);
  const text = JSON.stringify(rest);
  return {
    layer,
    origin: originOf(statement, name),
    reason,
    statement: text,
    key: `statement ${text} ${plainText(reason)}`,
  };
}

/** Why a statement is not read, or undefined if it is. */
function faultOf(statement: Statement): Message | undefined {
  const { effect, issues, actions, notActions, resources, notResources } = statement;
  const issue = issues.find(isUnread);
  if (issue !== undefined) return reasonOf(issue);
  if (effect?.value !== "Allow" && effect?.value !== "Deny") {
    return say`the effect is neither ${"Allow"} nor ${"Deny"}`;
  }
  if (actions !== undefined && notActions !== undefined) return say`it has both ${"Action"} and ${"NotAction"}`;
  if (resources !== undefined && notResources !== undefined) return say`it has both ${"Resource"} and ${"NotResource"}`;
  return undefined;
}

function reasonOf({ element, parts }: ElementIssue): Message {
  return mergeWords(say`${words(element)}: ${parts}`);
}

/** An element in the wrong case was read as it was meant, and an unknown one has no meaning. */
function isUnread({ kind }: ElementIssue): boolean {
  return kind === "wrong-type" || kind === "duplicate";
}

function normalizeStatement(
  statement: Statement,
  named: NamedDocument,
  document: PolicyDocument,
  account: string | undefined,
): NormalizedStatement {
  const effect = statement.effect?.value === "Allow" ? "Allow" : "Deny";
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

/** Equal for equal entries. With the lengths in it, two entries cannot look like one. */
function keyOf(entries: readonly PolicyEntry[]): string {
  let text = `${entries.length}`;
  for (const { key } of entries) text += ` ${key.length} ${key}`;
  return text;
}

/** Each entry once, sorted by its key. An absent element is the empty text. */
function entriesOf(
  axis: Axis,
  list: readonly string[] | undefined,
  not: readonly string[] | undefined,
  read = (text: string) => policyEntry(axis, text),
): readonly PolicyEntry[] {
  if (not !== undefined) return [excludingEntry(axis, not)];
  if (list === undefined || list.length === 1) return [read(list?.[0] ?? "")];
  const found = new Map(list.map(read).map((entry) => [entry.key, entry]));
  return [...found.values()].sort((a, b) => compareTexts(a.key, b.key));
}

function originOf({ sid }: Statement, document: string): StatementOrigin {
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
