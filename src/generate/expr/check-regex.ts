/** What regular expressions of JavaScript can do, and those of Terraform (RE2) cannot. Inside of `can`, such a pattern never matches. */
import { fail, type Problem } from "../../errors";
import { Memo } from "../../text/memo";

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
  const fault = faults.get(pattern, faultOf);
  if (fault !== undefined) fail(fault);
}

/** The same few patterns, such as that of an ARN, stand in many rules, and a rule runs several times. */
const faults = new Memo<string, Problem | undefined>(1000, 1000);

function faultOf(pattern: string): Problem | undefined {
  const what = unsupportedIn(pattern);
  if (what === undefined) return brokenIn(pattern);
  return {
    code: "unsupported-pattern",
    path: "",
    message: `${JSON.stringify(pattern)} has ${what}, which Terraform's regular expressions do not have`,
    hint: "use several conditions with `and`, `or` and `not`",
  };
}

/** An escaped character, or a class, which in RE2 may begin with its own bracket: `[]a]`. */
const CLASS = /\\.|\[(\^?)(\]?)((?:\\.|\[:\w+:\]|[^\]\\])*)\]/gs;

/** What no engine reads, such as a bracket that is open. JavaScript's own engine tells, of what both have. */
function brokenIn(pattern: string): Problem | undefined {
  // A quoted part and a code in braces are written otherwise in JavaScript.
  if (/\\Q|\\x\{/.test(pattern)) return undefined;
  const shared = pattern
    .replace(CLASS, (all, not?: string, bracket = "", rest = "") =>
      not === undefined ? all : `[${not}${bracket && "\\]"}${rest.replace(/\[:\w+:\]/g, "\\w")}]`,
    )
    .replace(/\(\?P</g, "(?<")
    .replace(/\(\?[imsU-]+:/g, "(?:")
    .replace(/\(\?[imsU-]+\)/g, "")
    // RE2 repeats what has no width.
    .replace(/(?<!\\)(?:\\\\)*(?:[$^]|\\[AbBz])(?=[*+?{])/g, "x");
  try {
    new RegExp(shared);
    return undefined;
  } catch (error) {
    const reason = /: ([^:]+)$/.exec((error as Error).message)?.[1] ?? "it cannot be read";
    return {
      code: "bad-pattern",
      path: "",
      message: `${JSON.stringify(pattern)} is no regular expression: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
      hint: "correct the pattern; a sign that stands for itself has a backslash before it",
    };
  }
}

/** The first construct that RE2 does not have. Escaped characters and those between brackets stand for themselves. */
function unsupportedIn(pattern: string): string | undefined {
  const plain = pattern.replace(/\\[^1-9]|\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]/gs, "-");
  const reference = /\\[1-9]/.exec(plain);
  if (reference !== null) return `the backreference ${reference[0]}`;
  const [, after] = /\(\?(<=|<!|[=!>#])/.exec(plain) ?? [];
  return GROUPS.find(([start]) => start === after)?.[1];
}
