import { groupBy } from "../../../text/group-by";
import { memoizeByObject } from "../../../text/memo";
import { say, words } from "../../../text/message";
import type { Located, Principal, Statement } from "../../document/policy";
import { defineRule } from "../define-rule";
import { JOB, policyOf } from "../example-policies";
import type { ParsedStatement } from "../parsed/parsed-statement";

const READ = { Effect: "Allow", Action: "glue:GetJob", Resource: JOB };

/** Rule `duplicate-statement`: the same statement twice. */
export const duplicateStatement = defineRule({
  code: "duplicate-statement",
  title: "the same statement twice",
  severity: "info",
  what: "A statement that differs from another one of the policy only in its Sid or in the order of its lists. Two values that only a plan knows are the same if they are written the same.",
  why: "The second one changes nothing; often it was copied to be changed, and the change was forgotten.",
  bad: { policy: policyOf(READ, READ) },
  good: { policy: policyOf(READ, { ...READ, Action: "glue:GetJobs", Resource: "*" }) },
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html",
  check: {
    comparesEntries: true,
    statement({ statement }, { parsedStatements }) {
      const first = firstOfEach(parsedStatements).get(statement);
      if (first === undefined) return undefined;
      const { sid, index } = first;
      return {
        at: statement,
        message: say`the statement is the same as ${words(sid === undefined ? `number ${index + 1}` : "statement")}${sid === undefined ? [] : say` ${sid.value}`}`,
        hint: "take it out, or write what it was meant to say",
        about: `duplicate ${statement.index}`,
      };
    },
  },
});

/** The first of the same statements, by each of the others. Only those of one outline are compared: most policies have no two. */
const firstOfEach = memoizeByObject((all: readonly ParsedStatement[]): ReadonlyMap<Statement, Statement> => {
  const statements = all.map(({ statement }) => statement);
  const found = new Map<Statement, Statement>();
  for (const group of groupBy(statements, outlineOf).values()) {
    const firsts = new Map<string, Statement>();
    for (const statement of group.length < 2 ? [] : group) {
      const content = contentOf(statement);
      if (content === undefined) continue;
      const first = firsts.get(content);
      if (first === undefined) firsts.set(content, statement);
      else found.set(statement, first);
    }
  }
  return found;
});

/** What the same statements have in common in any order: how many values, and how long they are. */
function outlineOf({ effect, actions, notActions, resources, notResources, conditions }: Statement): string {
  const sizes = [actions, notActions, resources, notResources].map((list) =>
    list?.reduce((size, one) => size + textOf(one).length + 1, 0),
  );
  return `${effect?.value} ${sizes.join()} ${conditions.length}`;
}

/** What a statement says, as a text; undefined for one that was not read as a whole, or has parts that are not known. */
function contentOf({ effect, issues, conditions, isConditional, ...rest }: Statement): string | undefined {
  if (issues.length > 0 || isConditional === true) return undefined;
  const { actions, notActions, resources, notResources, principals, notPrincipals } = rest;
  const lists = [actions, notActions, resources, notResources].map((list) => list?.map(textOf).sort());
  const whom = [principals, notPrincipals].map((list) => list?.flatMap(namesOf).sort());
  const when = conditions
    .map(({ operator, set, ifExists, key, values }) => [operator, set, ifExists, key, values.map(textOf).sort()])
    .map((one) => JSON.stringify(one))
    .sort();
  const text = JSON.stringify([effect?.value, lists, whom, when]);
  return text.includes("${...}") ? undefined : text;
}

function textOf({ value, source }: Located<unknown>): string {
  return source ?? String(value);
}

function namesOf({ kind, values }: Principal): readonly string[] {
  return values.map((one) => `${kind} ${textOf(one)}`);
}
