/** The getters of the classes that cdktf generates for a provider. */

const gettersOfPrototypes = new WeakMap<object, readonly string[]>();

/** The names of an object's own getters. For a prototype they are read once: a class of a provider has up to a hundred. */
export function gettersOf(holder: object): readonly string[] {
  if (!Object.hasOwn(holder, "constructor")) return readGetters(holder);
  const known = gettersOfPrototypes.get(holder) ?? readGetters(holder);
  gettersOfPrototypes.set(holder, known);
  return known;
}

function readGetters(holder: object): readonly string[] {
  return Object.getOwnPropertyNames(holder).filter(
    (name) => Object.getOwnPropertyDescriptor(holder, name)?.get !== undefined,
  );
}
