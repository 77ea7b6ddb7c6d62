/** The data that checks can use in addition to the statement that they check. */
import { Memo } from "../../text/memo";
import type { PolicyDocument, PolicyType } from "../document/policy";
import type { ResolvedOptions } from "./options";
import { type ParsedStatement, parseStatements, parseStatementsOnce } from "./parsed/parsed-statement";
import { Grants } from "./resources/allowed-resources";

/** A policy that is being linted. Results that several rules need are computed on first use, and cached. */
export class Context {
  readonly #analyses = new Memo<(context: Context) => unknown, unknown>();
  #parsedStatements: readonly ParsedStatement[] | undefined;
  #statementsBeside: readonly ParsedStatement[] | undefined;
  #grants: Grants | undefined;

  constructor(
    readonly document: PolicyDocument,
    readonly options: ResolvedOptions,
  ) {}

  get type(): PolicyType {
    return this.document.type;
  }

  /** The parsed statements. Rules about the syntax of a document do not use them. */
  get parsedStatements(): readonly ParsedStatement[] {
    this.#parsedStatements ??= parseStatements(this.document);
    return this.#parsedStatements;
  }

  /** Those of the other policies of the identity. */
  get statementsBeside(): readonly ParsedStatement[] {
    this.#statementsBeside ??= (this.options.beside ?? []).flatMap(({ document }) => parseStatementsOnce(document));
    return this.#statementsBeside;
  }

  /** The combined Allow and Deny statements of the policy, and of those beside it. */
  get grants(): Grants {
    this.#grants ??= new Grants([...this.parsedStatements, ...this.statementsBeside]);
    return this.#grants;
  }

  /** The result of an analysis of the whole policy. */
  analyze<Result extends object>(analysis: (context: Context) => Result): Result {
    return this.#analyses.get(analysis, () => analysis(this)) as Result;
  }
}
