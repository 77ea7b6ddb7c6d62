/** The getters of the classes that cdktf generates for a provider. */
import { TerraformDataSource, TerraformResource } from "../../cdk";
import { memoizeByObject } from "../../text/memo";

/** The names of an object's own getters. For a prototype they are read once: a class of a provider has up to a hundred. */
export function gettersOf(holder: object): readonly string[] {
  return Object.hasOwn(holder, "constructor") ? gettersOfPrototype(holder) : readGetters(holder);
}

/**
 * The names of the getters of an object's class, and of the classes that it extends up to cdktf's own: of types by `tfwright provider`
 * the class that has the name extends the one that has the getters.
 */
export function gettersOfClass(holder: object): readonly string[] {
  const names: string[] = [];
  for (let at = Object.getPrototypeOf(holder); at !== null && !CDKTF.has(at); at = Object.getPrototypeOf(at))
    names.push(...gettersOf(at));
  return names;
}

/** Whose getters are no attributes. */
const CDKTF: ReadonlySet<object> = new Set([
  TerraformResource.prototype,
  TerraformDataSource.prototype,
  Object.prototype,
]);

const gettersOfPrototype = memoizeByObject(readGetters);

function readGetters(holder: object): readonly string[] {
  return Object.getOwnPropertyNames(holder).filter(
    (name) => Object.getOwnPropertyDescriptor(holder, name)?.get !== undefined,
  );
}
