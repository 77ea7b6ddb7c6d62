/** The getters of the classes that cdktf generates for a provider. */
import { memoizeByObject } from "../../text/memo";

/** The names of an object's own getters. For a prototype they are read once: a class of a provider has up to a hundred. */
export function gettersOf(holder: object): readonly string[] {
  return Object.hasOwn(holder, "constructor") ? gettersOfPrototype(holder) : readGetters(holder);
}

const gettersOfPrototype = memoizeByObject(readGetters);

function readGetters(holder: object): readonly string[] {
  return Object.getOwnPropertyNames(holder).filter(
    (name) => Object.getOwnPropertyDescriptor(holder, name)?.get !== undefined,
  );
}
