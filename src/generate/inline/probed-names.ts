/**
 * Property names that JavaScript, cdktf or test frameworks read on any object to learn its type. They are never outputs or keys
 * of a map.
 */
const PROBED = new Set([
  "then",
  "toJSON",
  "length",
  "resolve",
  "creationStack",
  "fqn",
  "internalValue",
  "interpolationForAttribute",
  "inspect",
  "$$typeof",
  "asymmetricMatch",
  "nodeType",
  "tagName",
]);

/** Whether an object that knows its names must answer a look-up as any other object would. */
export function isProbed(key: PropertyKey): key is symbol {
  return typeof key === "symbol" || PROBED.has(String(key)) || key in Object.prototype;
}
