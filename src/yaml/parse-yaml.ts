/** Runs the parser of the library `yaml` with bounds, so that no text keeps it busy for long or ends the process. */
import { Composer, type CST, type Document, Lexer, type ParsedNode, Parser } from "yaml";

/** The largest text that is parsed, in characters. CloudFormation takes templates of at most 1 MB. */
const LARGEST_YAML = 1_100_000;

/** Maximum number of collections that are open at one place: a level of a mapping is two entries of the parser's stack. */
const MAX_OPEN = 400;

/** Maximum number of words of a text; more take seconds. */
const MAX_WORDS = 500_000;

/** A part of the text that the library could not read. */
export interface YamlError {
  /** Whether the text may be YAML, and is more of it than is read. */
  readonly isTooMuch: boolean;
  readonly message: string;
  readonly offset: number;
}

/** The documents of a text, or the first error in it. */
type ParsedYaml = readonly Document.Parsed<ParsedNode>[] | YamlError;

/** Parses a text; never throws. */
export function parseYaml(text: string): ParsedYaml {
  if (text.length > LARGEST_YAML)
    return tooMuch(`the text has ${text.length} characters, but at most ${LARGEST_YAML} are read`, 0);
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  let words = 0;
  for (const word of createLexer().lex(text)) {
    tokens.push(...parser.next(word));
    // The composer is recursive: it would exceed the stack of the process.
    if (parser.stack.length > MAX_OPEN) return tooMuch("the text is nested too deep", parser.offset);
    if (++words > MAX_WORDS) return tooMuch(`the text has more than ${MAX_WORDS} words`, parser.offset);
  }
  tokens.push(...parser.end());
  const composer = new Composer<ParsedNode, true>({ uniqueKeys: false, prettyErrors: false, logLevel: "silent" });
  const documents: Document.Parsed<ParsedNode>[] = [];
  for (const document of composer.compose(tokens)) {
    const error = document.errors[0];
    if (error !== undefined) return { isTooMuch: false, message: lowerFirst(error.message), offset: error.pos[0] };
    documents.push(document);
  }
  return documents;
}

function tooMuch(message: string, offset: number): YamlError {
  return { isTooMuch: true, message, offset };
}

/** Parts of the lexer that its types hide. The library has an exact version, and a test holds what this is for. */
interface LexerParts {
  indentNext: number;
  parseQuotedScalar(): Generator<string, unknown>;
  parseFlowCollection(): Generator<string, unknown>;
}

/**
 * A lexer that lets the lines of quoted texts, of `{ }` and of `[ ]` stand further left than YAML allows: CloudFormation and most
 * other readers take them so, and whole policies in JSON are often written like that.
 */
function createLexer(): Lexer {
  const lexer = new Lexer();
  const parts = lexer as unknown as LexerParts;
  for (const name of ["parseQuotedScalar", "parseFlowCollection"] as const) {
    const parse = parts[name].bind(lexer);
    parts[name] = function* () {
      const indent = parts.indentNext;
      parts.indentNext = 0;
      const next = yield* parse();
      parts.indentNext = indent;
      return next;
    };
  }
  return lexer;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
