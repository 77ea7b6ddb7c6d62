/** Reads `# tfwright:ignore RULE reason`: beside what it is about, above it, or anywhere in the statement that it is about. */
import { type BodySyntax, type EntrySyntax, type HclReading, type Span, walkSyntax } from "../hcl/read";
import type { CommentLines, LineSpan, PlacedComment } from "../text/comment-lines";
import type { SourceProblem, SourceReading, SourceSuppression } from "./found";

const MARK = /\btfwright:ignore\b[ \t:]*/;
/** What stands behind the mark: the codes of rules with commas between them, and the reason. */
const RULES_AND_REASON = /^([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)[ \t]*[:,-]*[ \t]*(.*)$/s;

/** The suppressions of a file, and what is wrong with them. */
type SuppressionReading = Pick<SourceReading, "suppressions" | "problems">;

/** The suppressions of an HCL file. */
export function readHclSuppressions(reading: HclReading, file: string): SuppressionReading {
  return readSuppressions(new CommentedHcl(reading), file);
}

/** The suppressions of a file, from its comments. */
export function readSuppressions(text: CommentLines, file: string): SuppressionReading {
  const suppressions: SourceSuppression[] = [];
  const problems: SourceProblem[] = [];
  const { comments } = text;
  const marked = comments.filter((comment) => MARK.test(comment.text));
  if (marked.length === 0) return { suppressions, problems };
  const { ends, statements } = text;
  const commentLines = new Set(comments.filter((comment) => comment.isOnOwnLine).map(({ line }) => line));
  for (const comment of marked) {
    const { line, column } = comment;
    const { codes, reason } = partsOf(comment);
    if (codes === "" || reason === "") {
      problems.push({ ...problemOf(codes), file, line, column });
      continue;
    }
    const rules = codes.split(",").map((code) => code.trim());
    const span =
      statements.find(({ from, to }) => from < line && line <= to) ?? constructAt(comment, commentLines, ends);
    suppressions.push(...rules.map((rule) => ({ rule, reason, file, line, column, ...span })));
  }
  return { suppressions, problems };
}

function partsOf({ text }: PlacedComment): { readonly codes: string; readonly reason: string } {
  const behind = text.slice(text.search(MARK)).replace(MARK, "");
  const [, codes = "", reason = ""] = RULES_AND_REASON.exec(behind) ?? [];
  return { codes, reason: reason.trim() };
}

function problemOf(codes: string): Omit<SourceProblem, "file"> {
  const message = codes === "" ? "the comment does not name a rule" : `\`${codes}\` is ignored without a reason`;
  return { code: "suppression-without-reason", message, hint: "write `# tfwright:ignore RULE REASON`" };
}

/** The lines of the construct beside a comment, or below it if the comment has its lines to itself. */
function constructAt(
  { line, isOnOwnLine }: PlacedComment,
  commentLines: ReadonlySet<number>,
  ends: CommentLines["ends"],
): LineSpan {
  let from = line;
  if (isOnOwnLine) {
    do from++;
    while (commentLines.has(from));
  }
  return { from, to: Math.max(from, ends.get(from) ?? 0) };
}

/** An HCL file. Its lines are computed on access, because few files have a comment that needs them. */
class CommentedHcl implements CommentLines {
  readonly #reading: HclReading;

  constructor(reading: HclReading) {
    this.#reading = reading;
  }

  get comments(): readonly PlacedComment[] {
    const { comments, lines } = this.#reading;
    return comments.map(({ text, isOnOwnLine, start }) => ({ text, isOnOwnLine, ...lines.at(start) }));
  }

  get ends(): ReadonlyMap<number, number> {
    return endsByLine(this.#reading);
  }

  get statements() {
    return statementLines(this.#reading);
  }
}

/** The lines of each statement, a block or an object with the keys of a statement; the innermost first. */
function statementLines({ body, lines }: HclReading): readonly LineSpan[] {
  const found: LineSpan[] = [];
  const add = ({ start, end }: Span) => found.push({ from: lines.at(start).line, to: lines.at(end - 1).line });
  for (const item of itemsWithin(body)) {
    if (item.kind === "block") {
      if (item.type === "statement" || item.type === "content") add(item);
    } else {
      walkSyntax(item.value, (node) => {
        if (node.kind === "object" && node.entries.some(isOfStatement)) add(node);
      });
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
  for (const item of itemsWithin(body)) {
    note(item);
    if (item.kind === "block") continue;
    walkSyntax(item.value, (node) => {
      note(node);
      if (node.kind === "object") node.entries.forEach(note);
    });
  }
  return ends;
}

/** The attributes and blocks of a body, and those in its blocks at any depth. */
function* itemsWithin(body: BodySyntax): Generator<BodySyntax[number]> {
  const open = [body];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const item of next) {
      yield item;
      if (item.kind === "block") open.push(item.body);
    }
  }
}
