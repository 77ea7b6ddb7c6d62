/** Names that JavaScript, cdktf or a test look up on any object to learn what it is: nobody's outputs, nobody's keys. */
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
