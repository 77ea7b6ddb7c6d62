/** What a policy leaves to be filled in: that is told once, and nothing of it is taken for a fault. */
import { say } from "../../text/message";
import type { SourcePlace } from "../../text/source-place";
import { hasMarkedPlaceholder, hasPlaceholder, isNameToFillIn } from "../arn/placeholders";
import type { Statement } from "../document/policy";
import type { Context } from "./context";
import type { ParsedStatement } from "./parsed/parsed-statement";
import type { Report } from "./report";
import { listOf } from "./words";

/** A text with something to be filled in. */
interface PlaceholderText {
  readonly statement: Statement;
  readonly at: SourcePlace;
  readonly name: string;
}

/** What is to be filled in, in the order of the statements. */
interface Placeholders {
  readonly actions: readonly PlaceholderText[];
  /** In ARNs, in principals and in the ARNs of conditions. */
  readonly values: readonly PlaceholderText[];
  readonly sids: readonly PlaceholderText[];
  /** The texts of all. */
  readonly all: readonly string[];
}

/** The placeholders of a policy. */
export function placeholdersIn({ parsedStatements }: Context): Placeholders {
  const actions = parsedStatements.flatMap(inActions);
  const values = parsedStatements.flatMap(inValues);
  const sids = parsedStatements.flatMap(inSid);
  return { actions, values, sids, all: [...actions, ...values, ...sids].map(({ name }) => name) };
}

function inSid({ statement }: ParsedStatement): readonly PlaceholderText[] {
  const { sid } = statement;
  return sid !== undefined && isNameToFillIn(sid.value) ? [{ statement, at: sid, name: sid.value }] : [];
}

function inActions({ statement, actions }: ParsedStatement): readonly PlaceholderText[] {
  const open = actions.filter(({ term }) => term.kind === "open").map(({ at }) => at);
  const marked = [...open, ...(statement.notActions ?? [])].filter(({ value }) => hasMarkedPlaceholder(value));
  return marked.map((at) => ({ statement, at, name: at.value }));
}

function inValues({ statement, resources }: ParsedStatement): readonly PlaceholderText[] {
  const { principals = [], notPrincipals = [], conditions } = statement;
  const texts = [
    ...resources.flatMap(({ at, term }) => (term.hasPlaceholder ? [at] : [])),
    ...[...principals, ...notPrincipals].flatMap(({ values }) => values.filter(({ value }) => hasPlaceholder(value))),
    ...conditions.flatMap(({ operator, values }) =>
      /^Arn/.test(operator) ? values.filter(({ value }) => hasPlaceholder(String(value))) : [],
    ),
  ];
  return texts.map((at) => ({ statement, at, name: String(at.value) }));
}

/** The one finding of a policy with something to fill in. */
export function reportOfPlaceholders(at: SourcePlace, names: readonly string[]): Report {
  return {
    at,
    message: say`${listOf(names, 3)} must still be filled in`,
    hint: "fill it in before AWS gets the policy",
    severity: "info",
    about: [...new Set(names)].join(),
  };
}
