/** Options of the public functions: one that a function does not have would be ignored, and the caller would rely on it. */
import { fail, gather } from "../errors";
import { type ArgumentKind, checkArgument, isOfKind } from "./check-argument";
import { lookUp } from "./look-up";
import { suggestName } from "./suggest-name";

/** The options of a function, all of them, and what each has to be; "any" where its own check tells more. */
export type OptionKinds<T> = { readonly [Name in keyof Required<T>]: ArgumentKind | "any" };

/** How messages name the options, and what they say of names that callers may expect. */
interface OptionWords {
  /** Function and argument: `lintPolicy(options)`. */
  readonly place: string;
  /** What to write in place of an option of this name. @default the nearest name, or all names */
  readonly instead?: Readonly<Record<string, string>>;
}

/** @throws TfwrightError with all options that the function does not have, and all that are of another kind */
export function checkOptions<T extends object>(options: T, kinds: OptionKinds<T>, words: OptionWords): void {
  const { place } = words;
  checkArgument(options, "object", place);
  const wrong = Object.entries(options).filter(([name, value]) => !isRight(kinds, name, value));
  gather(
    wrong.map(
      ([name, value]) =>
        () =>
          refuseOption(name, value, kinds as OptionKinds<object>, words),
    ),
  );
}

function isRight(kinds: object, name: string, value: unknown): boolean {
  const kind = kindOfOption(kinds, name);
  return kind !== undefined && (kind === "any" || value === undefined || isOfKind(value, kind));
}

function kindOfOption(kinds: object, name: string): ArgumentKind | "any" | undefined {
  return lookUp(kinds as Readonly<Record<string, ArgumentKind | "any">>, name);
}

/** Refuses an option that is not right. */
function refuseOption(name: string, value: unknown, kinds: object, { place, instead = {} }: OptionWords): void {
  const kind = kindOfOption(kinds, name);
  const path = `${place}.${name}`;
  if (kind !== undefined && kind !== "any") {
    checkArgument(value, kind, path, kind === "list" ? { example: `${name}: [...]` } : {});
    return;
  }
  const hint = lookUp(instead, name) ?? suggestName(name, Object.keys(kinds), "options");
  fail({ code: "unknown-option", path, message: `there is no option \`${name}\``, hint });
}
