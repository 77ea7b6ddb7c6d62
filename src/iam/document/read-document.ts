/** From the node of a policy to the document: elements, statements, principals, conditions. */
import {
  type JsonNode,
  type JsonObject,
  type JsonOffset,
  membersOf,
  pointerTo,
  sizeOfNode,
} from "../../json/json-node";
import { say, words } from "../../text/message";
import { tokenEnd } from "../../text/tokens";
import { parseOperator } from "./condition-operator";
import {
  type Element,
  elementsOf,
  itemsOf,
  type Locate,
  Notes,
  noteWrongType,
  scalarsOf,
  stringOf,
  stringsOf,
} from "./elements";
import { guessTypeByName } from "./guess-type";
import { ANYTHING, branchOf, isIntrinsic, sizeOfIntrinsic } from "./intrinsics";
import type { Condition, PolicyDocument, PolicyType, Principal, Statement } from "./policy";

/** Elements of a document, as AWS writes them. */
export const DOCUMENT_ELEMENTS = ["Version", "Id", "Statement"] as const;

/** Elements of a statement, as AWS writes them. */
export const STATEMENT_ELEMENTS = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
] as const;

const TELLING = ["effect", "action", "notaction", "resource", "notresource"];

/** Whether an element, in any case of letters, tells a statement of a policy from other objects that are called `Statement`. */
export function isTellingElement(name: string): boolean {
  return TELLING.includes(name.toLowerCase());
}

/** Reads the object of a policy; without a type it is guessed, also by what the name of its file says. */
export function readDocument(
  object: JsonObject,
  locate: Locate,
  type?: PolicyType,
  byName?: PolicyType,
): PolicyDocument {
  const notes = new Notes(locate);
  const elements = elementsOf(object, DOCUMENT_ELEMENTS, "", notes);
  const statements = statementsOf(elements.get("Statement"), notes);
  const place = locate("", object.start);
  return {
    ...(place.line === undefined ? {} : { place }),
    type: type ?? guessTypeByName(statements, byName),
    version: stringOf(elements.get("Version"), notes),
    id: stringOf(elements.get("Id"), notes),
    statements,
    issues: notes.issues,
    size: sizeOfNode(object, sizeOfIntrinsic),
  };
}

function statementsOf(element: Element | undefined, notes: Notes): Statement[] {
  if (element === undefined) return [];
  const statements: Statement[] = [];
  itemsOf(chosenOf(element)).forEach((written, index) => {
    const item = chosenOf(written);
    if (isIntrinsic(item.node)) return;
    if (item.node.kind === "object") {
      const statement = statementOf(item.node, item.pointer, index, notes.locate);
      const isConditional = item.node !== written.node || item.node.isConditional === true;
      statements.push(isConditional ? { ...statement, isConditional } : statement);
    } else {
      const isAlone = written.pointer === element.pointer;
      noteWrongType(item, words(isAlone ? "a list of statements" : "a statement, which is an object,"), notes);
    }
  });
  return statements;
}

/** The element with the branch of an `Fn::If` that counts. */
function chosenOf(element: Element): Element {
  const node = branchOf(element.node);
  return node === element.node ? element : { ...element, node };
}

function statementOf(object: JsonObject, pointer: string, index: number, locate: Locate): Statement {
  const notes = new Notes(locate);
  const elements = elementsOf(object, STATEMENT_ELEMENTS, pointer, notes);
  const strings = (name: string) => stringsOf(elements.get(name), notes);
  const { line, column, file } = locate(pointer, object.start);
  return {
    ...(file === undefined ? {} : { file }),
    index,
    sid: stringOf(elements.get("Sid"), notes),
    effect: stringOf(elements.get("Effect"), notes),
    principals: principalsOf(elements.get("Principal"), notes),
    notPrincipals: principalsOf(elements.get("NotPrincipal"), notes),
    actions: strings("Action"),
    notActions: strings("NotAction"),
    resources: strings("Resource"),
    notResources: strings("NotResource"),
    conditions: conditionsOf(elements.get("Condition"), notes),
    issues: notes.issues,
    pointer,
    line,
    column,
  };
}

function principalsOf(element: Element | undefined, notes: Notes): Principal[] | undefined {
  if (element === undefined) return undefined;
  const { pointer } = element;
  const node = branchOf(element.node);
  const place = notes.locate(pointer, node.start);
  const whole = wholeToken(node);
  if (whole !== undefined) return [{ kind: "AWS", isWhole: true, values: [{ ...whole, ...place }], ...place }];
  if (node.kind === "string" && node.value === "*") {
    return [{ kind: "*", values: [{ value: "*", ...place }], ...place }];
  }
  if (node.kind !== "object") {
    const example = '{ "Service": "glue.amazonaws.com" }';
    noteWrongType(element, say`an object such as ${example}, or ${'"*"'},`, notes);
    return [];
  }
  return partsOf(element, node).map(({ key, keyStart, part }) => ({
    kind: key,
    values: stringsOf(part, notes) ?? [],
    ...notes.locate(part.pointer, keyStart),
  }));
}

/** What stands for a whole element of which nothing is known: a call of a function, or an expression of Terraform. */
function wholeToken(node: JsonNode): { readonly value: string; readonly source?: string } | undefined {
  if (isIntrinsic(node)) return { value: ANYTHING };
  return node.kind === "string" && node.source !== undefined && tokenEnd(node.value, 0) === node.value.length
    ? { value: node.value, source: node.source }
    : undefined;
}

function conditionsOf(element: Element | undefined, notes: Notes): Condition[] {
  if (element === undefined) return [];
  return objectParts(element, '{ "StringEquals": { ... } }', notes).flatMap((operator) => {
    const place = notes.locate(operator.part.pointer, operator.keyStart);
    // Nobody knows its keys: it may limit anything.
    if (operator.key.startsWith("Fn::") || isIntrinsic(operator.part.node))
      return [
        { operator: "StringLike", ifExists: false, key: ANYTHING, values: [{ value: ANYTHING, ...place }], ...place },
      ];
    const parts = parseOperator(operator.key);
    return objectParts(operator.part, '{ "aws:SourceAccount": "..." }', notes).map(({ key, keyStart, part }) => ({
      ...parts,
      key,
      values: scalarsOf(part, notes),
      ...notes.locate(part.pointer, keyStart),
    }));
  });
}

interface KeyedElement {
  readonly key: string;
  readonly keyStart: JsonOffset;
  readonly part: Element;
}

function objectParts(element: Element, example: string, notes: Notes): readonly KeyedElement[] {
  if (element.node.kind === "object") return partsOf(element, element.node);
  noteWrongType(element, say`an object such as ${example},`, notes);
  return [];
}

function partsOf({ name, pointer }: Element, object: JsonObject): readonly KeyedElement[] {
  return membersOf(object).map(({ key, keyStart, value }) => ({
    key,
    keyStart,
    part: { name, pointer: pointerTo(pointer, key), node: value },
  }));
}
