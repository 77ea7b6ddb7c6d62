/** What the check of a rule returns. */
import type { Message } from "../../text/message";
import type { SourcePlace } from "../../text/source-place";
import type { Fix } from "./fix/fix";
import type { Severity } from "./rule";

/** Something that a rule finds in one place; with the rule and the statement it becomes a finding. */
export interface Report {
  readonly at: SourcePlace;
  readonly message: Message;
  readonly hint?: string;
  readonly fix?: Fix;
  /** A milder severity than that of the rule. @default that of the rule */
  readonly severity?: Severity;
  /** The names that it is about, without the place. A baseline knows the finding by these and by the statement's Sid or content. */
  readonly about?: string;
}

/** Most checks find nothing, and then they return nothing. */
export type Reports = Report | readonly Report[] | undefined;
