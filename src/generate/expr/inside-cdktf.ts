/** What cdktf does with a value of ours that is no token of its own: it looks through lists and maps, which are not there yet. */
import { TfwrightError } from "../../errors";

/** Runs what makes cdktf read values. @throws TfwrightError that says so where it reads a list or a map of ours */
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
