/** What regular expressions of JavaScript can do, and those of Terraform (RE2) cannot. Inside of `can`, such a pattern never matches. */
import { fail } from "../../errors";

/** What stands after `(?`, and what it is called. */
const GROUPS: readonly (readonly [string, string])[] = [
  ["<=", "a look-behind"],
  ["<!", "a look-behind"],
  ["=", "a look-ahead"],
  ["!", "a look-ahead"],
  [">", "an atomic group"],
  ["#", "a comment"],
];

/** Refuses a pattern that Terraform cannot read. @throws TfwrightError */
export function refuseUnsupportedPattern(pattern: string): void {
  const what = unsupportedIn(pattern);
  if (what === undefined) return;
  fail({
    code: "unsupported-pattern",
    path: "",
    message: `${JSON.stringify(pattern)} has ${what}, which Terraform's regular expressions do not have`,
    hint: "use several conditions with `and`, `or` and `not`",
  });
}

/** The first construct that RE2 does not have. Escaped characters and those between brackets stand for themselves. */
function unsupportedIn(pattern: string): string | undefined {
  const plain = pattern.replace(/\\[^1-9]|\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]/gs, "-");
  const reference = /\\[1-9]/.exec(plain);
  if (reference !== null) return `the backreference ${reference[0]}`;
  const [, after] = /\(\?(<=|<!|[=!>#])/.exec(plain) ?? [];
  return GROUPS.find(([start]) => start === after)?.[1];
}
