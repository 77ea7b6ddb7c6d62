/** `# tfwright:ignore RULE reason`: beside what it speaks of, above it, or anywhere in the statement that it speaks of. */
import { type BodySyntax, type EntrySyntax, type HclReading, type Span, walkSyntax } from "../hcl/read";
import type { CommentLines, PlacedComment } from "../text/comment-lines";
import type { SourceProblem, SourceReading, SourceSuppression } from "./found";

const SIGN = /\btfwright:ignore\b[ \t:]*/;
const SPEECH = /^([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)[ \t]*[:,-]*[ \t]*(.*)$/s;

/** The suppressions of a file, and what is wrong with them. */
type SuppressionReading = Pick<SourceReading, "suppressions" | "problems">;

/** The suppressions of an HCL file. */
export function suppressionsIn(reading: HclReading, file: string): SuppressionReading {
  return suppressionsOf(new CommentedHcl(reading), file);
}

/** The suppressions of a file, from its comments. */
export function suppressionsOf(text: CommentLines, file: string): SuppressionReading {
  const suppressions: SourceSuppression[] = [];
  const problems: SourceProblem[] = [];
  const comments = text.comments;
  const signs = comments.filter((comment) => SIGN.test(comment.text));
  if (signs.length === 0) return { suppressions, problems };
  const { ends, statements } = text;
  const alone = new Set(comments.filter((comment) => comment.alone).map(({ line }) => line));
  for (const { text: comment, alone: isAlone, line, column } of signs) {
    const [, codes = "", reason = ""] = SPEECH.exec(comment.slice(comment.search(SIGN)).replace(SIGN, "")) ?? [];
    let from = line;
    if (isAlone) for (from++; alone.has(from); ) from++;
    const rules = codes.split(",").map((code) => code.trim());
    if (codes === "") problems.push(without("the comment does not name a rule", file, line, column));
    else if (reason.trim() === "")
      problems.push(without(`\`${codes}\` is ignored without a reason`, file, line, column));
    else
      for (const rule of rules) {
        const whole = { from, to: Math.max(from, ends.get(from) ?? 0) };
        const around = statements.find((one) => one.from < line && line <= one.to);
        suppressions.push({ rule, reason: reason.trim(), file, line, column, ...(around ?? whole) });
      }
  }
  return { suppressions, problems };
}

function without(message: string, file: string, line: number, column: number): SourceProblem {
  const hint = "write `# tfwright:ignore RULE REASON`";
  return { code: "suppression-without-reason", message, hint, file, line, column };
}

/** The lines of an HCL file are looked for only where a comment asks for them. */
class CommentedHcl implements CommentLines {
  readonly #reading: HclReading;

  constructor(reading: HclReading) {
    this.#reading = reading;
  }

  get comments(): readonly PlacedComment[] {
    const { comments, lines } = this.#reading;
    return comments.map(({ text, isOnOwnLine: alone, start }) => ({ text, alone, ...lines.at(start) }));
  }

  get ends(): ReadonlyMap<number, number> {
    return endsByLine(this.#reading);
  }

  get statements() {
    return statementLines(this.#reading);
  }
}

/** The lines of each statement: of a block, or of an object that has its elements; the innermost first. */
function statementLines({ body, lines }: HclReading): readonly { readonly from: number; readonly to: number }[] {
  const found: { readonly from: number; readonly to: number }[] = [];
  const add = ({ start, end }: Span) => found.push({ from: lines.at(start).line, to: lines.at(end - 1).line });
  const open: BodySyntax[] = [body];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const item of next) {
      if (item.kind === "block") {
        if (item.type === "statement" || item.type === "content") add(item);
        open.push(item.body);
      } else {
        walkSyntax(item.value, (node) => {
          if (node.kind === "object" && node.entries.some(isOfStatement)) add(node);
        });
      }
    }
  }
  return found.sort((a, b) => b.from - a.from);
}

const STATEMENT_KEYS: readonly unknown[] = ["Effect", "Action", "NotAction", "Resource"];

/** The reader of HCL takes a lone name as a key for a text. */
function isOfStatement({ key }: EntrySyntax): boolean {
  return key.kind === "literal" && STATEMENT_KEYS.includes(key.value);
}

/** The last line of the longest construct that starts on a line. */
function endsByLine({ body, lines }: HclReading): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const note = ({ start, end }: Span) => {
    const { line } = lines.at(start);
    ends.set(line, Math.max(ends.get(line) ?? 0, lines.at(Math.max(start, end - 1)).line));
  };
  const open: BodySyntax[] = [body];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const item of next) {
      note(item);
      if (item.kind === "block") open.push(item.body);
      else {
        walkSyntax(item.value, (node) => {
          note(node);
          if (node.kind === "object") node.entries.forEach(note);
        });
      }
    }
  }
  return ends;
}
