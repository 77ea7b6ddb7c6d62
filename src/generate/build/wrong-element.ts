/** Which element of a collection breaks a rule: Terraform shows a string that is wrong, but of a list only its length. */
import type { Expression } from "../../hcl/expression";
import type { TypeConstraint } from "../../hcl/type";
import { capitalize } from "../../text/capitalize";
import { bindingNode, callNode, conditionalNode, isNullNode, literalNode, templateNode } from "../expr/build";

/** Where a value stands, as HCL writes it: `s3_targets[`, the index, `].path`. */
export type ElementPlace = readonly (string | Expression)[];

/** What is said of a value that breaks a rule, given where the value stands. */
export interface WrongElement {
  readonly kind: "text" | "list";
  /** Whether a sentence is empty by itself where the value is right. */
  readonly isEmptyWhereRight?: boolean;
  /** A sentence, or a list of them with `""` for each element that is right. */
  readonly tell: (place: ElementPlace) => Expression;
}

/** A rule of an inner type: Terraform's types hold none, so that it becomes a rule of the variable. */
export interface InnerRule {
  readonly test: Expression;
  readonly path: readonly string[];
  readonly message: (place: string) => string;
  /** What is said of the value that breaks the rule. */
  readonly wrong: WrongElement;
  /** Whether the value is an element of a collection, or below one. */
  readonly isElement?: boolean;
  /** Whether the rule asks if there is an object at all: others are asked only where there is one. */
  readonly asksForShape?: boolean;
  readonly only?: "typescript";
}

const EMPTY: Expression = { kind: "tuple", items: [] };
const RIGHT = literalNode("");
/** Terraform evaluates a message even where the condition holds, and `coalesce` needs something then. */
const NOTHING = literalNode("All elements are right.");

const isText = () => true;

/** What names an element of a set. */
const AN_ELEMENT = "an element of ";

/** A place at the beginning of a sentence. The name of a variable stays as it is. */
export function asSubject([first, ...rest]: ElementPlace): ElementPlace {
  return first === AN_ELEMENT ? [capitalize(first), ...rest] : first === undefined ? [] : [first, ...rest];
}

/** The value itself, or only where it stands. */
export function tellValue(value: Expression, shows: "value" | "element", { kind }: TypeConstraint): WrongElement {
  if (shows === "element") return { kind: "text", tell: (place) => templateNode(["See ", ...place, "."], isText) };
  if (kind === "string" && value.kind !== "literal")
    return { kind: "text", tell: (place) => quotedValue(asSubject(place), value) };
  return { kind: "text", tell: (place) => templateNode([...asSubject(place), " is ", encoded(value), "."], isText) };
}

/** `format` takes a null too, and shows a string as the caller wrote it: `jsonencode` would write `<`, `>` and `&` as codes. */
function quotedValue(place: ElementPlace, value: Expression): Expression {
  // Only names of variables and attributes stand in it, which have no percent sign.
  const text = place.map((part) => (typeof part === "string" ? part : "%v")).join("");
  const parts = place.filter((part) => typeof part !== "string");
  return callNode("format", [literalNode(`${text} is "%v".`), ...parts, value]);
}

const encoded = (value: Expression) =>
  value.kind === "literal" ? JSON.stringify(value.value) : callNode("jsonencode", [value]);

/** An element that stands at a key which is known: `[0]`. */
export const atKey = (wrong: WrongElement, key: string): WrongElement => ({
  ...wrong,
  tell: (place) => wrong.tell([...place, key]),
});

/** An attribute of an object. */
export const belowAttribute = (wrong: WrongElement, name: string): WrongElement => atKey(wrong, `.${name}`);

/** An element of a set, which has neither keys nor an order to name its elements by. */
export const amongElements = (wrong: WrongElement): WrongElement => ({
  ...wrong,
  tell: (place) => wrong.tell([AN_ELEMENT, ...place]),
});

/** A list of sentences needs a list where the collection is null. A sentence is chosen by a test that knows of null. */
export const guardedBy = (value: Expression, wrong: WrongElement): WrongElement => ({
  ...wrong,
  tell: wrong.kind === "text" ? wrong.tell : (place) => conditionalNode(isNullNode(value), EMPTY, wrong.tell(place)),
});

/** Nothing is told where the value is no object, which another rule tells. */
export const whereObject = (isObject: Expression, { tell, ...wrong }: WrongElement): WrongElement => ({
  ...wrong,
  tell: wrong.kind === "text" ? tell : (place) => conditionalNode(isObject, tell(place), EMPTY),
});

/** A loop over the elements of a list, set or map. */
interface Loop {
  readonly type: TypeConstraint["kind"];
  readonly collection: Expression;
  readonly item: ReturnType<typeof bindingNode>;
  /** The rule on one element. */
  readonly test: Expression;
  /** Leaves out the elements that it is false for. @default all stay */
  readonly condition?: Expression;
}

/** The sentences about the elements of a collection. */
export function overElements(
  { type, collection, item, test, condition }: Loop,
  { kind, tell, ...rest }: WrongElement,
): WrongElement {
  const index = isInner(collection) ? "position" : "index";
  const key = type === "set" ? undefined : bindingNode(type === "map" ? "key" : index);
  const quote = type === "map" ? '"' : "";
  const below = (place: ElementPlace): ElementPlace =>
    key === undefined ? [AN_ELEMENT, ...place] : [...place, `[${quote}`, key, `${quote}]`];
  return {
    ...rest,
    kind: "list",
    tell(place) {
      const told = tell(below(place));
      const result = kind === "text" && rest.isEmptyWhereRight !== true ? unlessRight(test, told) : told;
      const loop: Expression = {
        kind: "for",
        ...(key !== undefined && { key }),
        value: item,
        collection,
        result,
        ...(condition !== undefined && { condition }),
      };
      return kind === "text" ? loop : callNode("flatten", [loop]);
    },
  };
}

/** A guard against null stays the outermost condition: in brackets the condition of another one is hard to read. */
function unlessRight(test: Expression, told: Expression): Expression {
  if (test.kind === "conditional" && test.then.kind === "literal" && test.then.value === true)
    return conditionalNode(test.condition, RIGHT, unlessRight(test.otherwise, told));
  return conditionalNode(test, RIGHT, told);
}

/** Whether the collection is a part of another loop's element: then the two loops need two names. */
function isInner(collection: Expression): boolean {
  return collection.kind === "attribute" ? isInner(collection.of) : collection.kind === "binding";
}

/**
 * The message of rules, and the first element that breaks one. An element that is unknown until apply would make a list of all
 * wrong elements unknown, and Terraform would then show no message at all. `coalesce` stops before it.
 *
 * @param isMap whether there are elements at all: of a loose map, for which Terraform takes any value
 */
export function nameElement(
  message: string,
  place: string,
  wrong: readonly WrongElement[],
  isMap: Expression,
): Expression {
  const told = wrong.map(({ tell }) => tell([place]));
  const [only] = told;
  if (wrong[0]?.kind === "text" && only !== undefined)
    return literalNode(only.kind === "literal" ? `${message} ${only.value}` : message);
  // `flatten` goes to any depth.
  const lists = told.map((node) =>
    node.kind === "call" && node.name === "flatten" ? (node.args[0] as Expression) : node,
  );
  const [list] = told;
  const nothing: Expression = { kind: "tuple", items: [NOTHING] };
  const all =
    told.length === 1 && list?.kind === "for"
      ? callNode("concat", [list, nothing])
      : callNode("flatten", [{ kind: "tuple", items: [...lists, NOTHING] }]);
  const texts = all.kind === "tuple" ? all.items.map((item) => (item.kind === "literal" ? item.value : undefined)) : [];
  // All of it is known where a caller of `inline` wrote the elements.
  if (texts.length > 0 && texts.every((text) => typeof text === "string"))
    return literalNode(`${message} ${texts.find((text) => text !== "")}`);
  const first = conditionalNode(
    isMap,
    { kind: "call", name: "coalesce", args: [all], expand: true },
    literalNode(`${place} is not a map.`),
  );
  return callNode("join", [literalNode(" "), { kind: "tuple", items: [literalNode(message), first] }]);
}
