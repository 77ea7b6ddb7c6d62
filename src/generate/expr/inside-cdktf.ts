/** cdktf reads the items of lists and maps that it is given. Ours are known only at plan time, so that reading them throws. */
import { TfwrightError } from "../../errors";

/**
 * Runs code in which cdktf reads values.
 *
 * @throws TfwrightError with `collection-in-cdktf` where cdktf looks into a list or a map that is known only at plan time
 */
export function insideCdktf<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof TfwrightError)) throw error;
    const isOurs = error.problems.every(({ code }) => code === "javascript-on-expression");
    if (!isOurs) throw error;
    throw new TfwrightError([
      {
        code: "collection-in-cdktf",
        path,
        message: "cdktf cannot look into a list or a map that is known only at plan time",
        hint: "as an argument, hand it on as a token: `Token.asStringMap(v.tags)`, `Token.asList(v.names)`; its keys, its values and its JSON are `fn.keys`, `fn.values` and `fn.jsonencode`; `resource` takes all as they are",
      },
    ]);
  }
}
