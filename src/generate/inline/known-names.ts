/** Outputs that throw for an unknown name, for which JavaScript would give `undefined`. */
import { fail } from "../../errors";
import { suggestName } from "../../text/suggest-name";
import { isProbed } from "./probed-names";

/** An object whose unknown names are an error in words. */
export function knownNames(outputs: object, module: string, path: string): object {
  return new Proxy(outputs, {
    get(target, key) {
      if (isProbed(key) || key in target) return Reflect.get(target, key);
      return fail({
        code: "unknown-output",
        path,
        message: `${module} has no output \`${key}\``,
        hint: suggestName(key, Object.keys(target), "outputs"),
      });
    },
  });
}
