/** A model that can be sent to another thread. */
import type { ObjectAttribute, TypeConstraint } from "../hcl/type";
import type { CallModel, ModuleModel } from "./model";

/**
 * A copy of a model that has all that its files are rendered from, and no functions: types carry the rules of their author, which have
 * become validations before. Of a module that is called it keeps what the READMEs of its callers show.
 */
export function portableModel(model: ModuleModel): ModuleModel {
  const { variables, outputs, calls, wrapper } = model;
  return {
    ...model,
    variables: variables.map((variable) => ({ ...variable, type: withoutFunctions(variable.type) })),
    outputs: outputs.map(({ type, constraint, ...output }) => ({
      ...output,
      ...(type !== undefined && { type: withoutFunctions(type) }),
      ...(constraint !== undefined && { constraint: withoutFunctions(constraint) }),
    })),
    calls: calls.map(portableCall),
    ...(wrapper !== undefined && { wrapper: portableModel(wrapper) }),
  };
}

function portableCall({ called, ...call }: CallModel): CallModel {
  if (called === undefined) return call;
  const { wrapper: _, ...kept } = called;
  const dropped = { variables: [], outputs: [], main: [], examples: [], tests: [] };
  return { ...call, called: { ...kept, ...dropped, calls: called.calls.map(portableCall) } };
}

function withoutFunctions({ rules: _, isThere: __, ...type }: TypeConstraint): TypeConstraint {
  if ("element" in type) return { ...type, element: withoutFunctions(type.element) };
  if ("elements" in type) return { ...type, elements: type.elements.map(withoutFunctions) };
  if (!("attributes" in type)) return type;
  const plain = ([name, attribute]: [string, ObjectAttribute]) =>
    [name, { ...attribute, type: withoutFunctions(attribute.type) }] as const;
  return { ...type, attributes: Object.fromEntries(Object.entries(type.attributes).map(plain)) };
}
