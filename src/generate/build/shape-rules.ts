/** Rules on an object that Terraform takes as `any`: it has the attributes of its type, and each is of its type. */
import type { Expression } from "../../hcl/expression";
import { type ObjectType, TYPE_WORDS, type TypeConstraint } from "../../hcl/type";
import { listWords } from "../../text/list-words";
import { bindingNode, callNode, conditionalNode, literalNode, NULL, templateNode } from "../expr/build";
import type { ElementPlace, InnerRule } from "./wrong-element";

/** How a value is converted to a type. There is no function for an object. */
const CONVERSIONS: Partial<Record<TypeConstraint["kind"], string>> = {
  string: "tostring",
  number: "tonumber",
  bool: "tobool",
  list: "tolist",
  set: "tolist",
  map: "tomap",
};

/** The rules on an object itself, and not on what its attributes hold. */
export function shapeRules(type: ObjectType, node: Expression): readonly InnerRule[] {
  return [keysRule(type, node), ...requiredRule(type, node), ...typeRule(type, node)];
}

const tupleOf = (items: readonly Expression[]): Expression => ({ kind: "tuple", items });
const namesOf = (all: readonly string[]) => tupleOf(all.map(literalNode));
const joined = (list: Expression) => callNode("join", [literalNode(", "), list]);
const without = (list: Expression, others: Expression) => callNode("setsubtract", [list, others]);
const sentence = (...parts: readonly (string | Expression)[]) => templateNode(parts, () => true);
const isEmpty = (list: Expression): Expression => ({
  kind: "binary",
  operator: "==",
  left: callNode("length", [list]),
  right: literalNode(0),
});

/**
 * `keys` stands alone, without `try` or `can`: these give nothing as long as any value in the object is unknown. An element that is
 * no object is Terraform's own error.
 */
function keysRule({ attributes }: ObjectType, node: Expression): InnerRule {
  const known = Object.keys(attributes);
  const unknown = without(callNode("keys", [node]), namesOf(known));
  return {
    test: isEmpty(unknown),
    path: [],
    message: (place) => `${capital(place)} can have the keys ${listWords(known)}.`,
    wrong: { kind: "text", tell: (place) => sentence(...place, " has ", joined(unknown), ".") },
  };
}

function requiredRule({ attributes }: ObjectType, node: Expression): readonly InnerRule[] {
  const required = Object.keys(attributes).filter((name) => attributes[name]?.optional !== true);
  if (required.length === 0) return [];
  const missing = without(namesOf(required), callNode("keys", [node]));
  const tell = (place: ElementPlace) => sentence(...place, " has no ", joined(missing), ".");
  return [
    {
      test: isEmpty(missing),
      path: [],
      message: (place) => `${capital(place)} must have ${listWords(required)}.`,
      wrong: { kind: "text", tell },
    },
  ];
}

/** One rule for the types of all attributes. A value that is unknown until apply is accepted. */
function typeRule({ attributes }: ObjectType, node: Expression): readonly InnerRule[] {
  const groups = new Map<TypeConstraint["kind"], string[]>();
  for (const [name, { type }] of Object.entries(attributes))
    if (CONVERSIONS[type.kind] !== undefined) groups.set(type.kind, [...(groups.get(type.kind) ?? []), name]);
  const names = bindingNode("name");
  const loops = [...groups].map(([kind, all]) => {
    const isRight = callNode("can", [callNode(CONVERSIONS[kind] as string, [callNode("lookup", [node, names, NULL])])]);
    const over = { kind: "for", value: names, collection: namesOf(all) } as const;
    const tell = (place: ElementPlace) =>
      conditionalNode(isRight, literalNode(""), sentence(...place, ".", names, ` must be ${TYPE_WORDS[kind]}.`));
    return {
      test: { ...over, result: isRight },
      tell: (place: ElementPlace): Expression => ({ ...over, result: tell(place) }),
    };
  });
  const [first, ...others] = loops;
  if (first === undefined) return [];
  const told = [...groups].map(([kind, all]) => `${TYPE_WORDS[kind]} for ${listWords(all)}`);
  const wrong = (place: ElementPlace) =>
    others.length === 0 ? first.tell(place) : tupleOf(loops.map(({ tell }) => tell(place)));
  return [
    {
      test: callNode("alltrue", [
        others.length === 0
          ? first.test
          : callNode(
              "concat",
              loops.map(({ test }) => test),
            ),
      ]),
      path: [],
      message: (place) => `${capital(place)} takes ${told.join("; ")}.`,
      wrong: { kind: "list", tell: wrong },
    },
  ];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
