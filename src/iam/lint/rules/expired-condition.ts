import { say, words } from "../../../text/message";
import { GRANTED_TO_IDENTITY } from "../../document/policy-kinds";
import { expiredStatements } from "../conditions/expired-conditions";
import { defineRule } from "../define-rule";
import { CONDITION_OPERATORS } from "../documentation";
import { allow, JOB } from "../example-policies";

const until = (day: string) => ({ Condition: { DateLessThan: { "aws:CurrentTime": `${day}T00:00:00Z` } } });

/** Rule `expired-condition`: the time of a statement is over. */
export const expiredCondition = defineRule({
  code: "expired-condition",
  title: "the time of the statement is over",
  severity: "warning",
  what: "An Allow with a condition on aws:CurrentTime, aws:EpochTime or aws:TokenIssueTime that holds only before a day in the past, on the day on which the linter runs (`--today`). No security rule reports the statement.",
  why: "The statement allows nothing any more.",
  bad: allow("glue:GetJob", JOB, until("2020-01-01")),
  good: allow("glue:GetJob", JOB, until("2999-01-01")),
  source: CONDITION_OPERATORS,
  check: {
    types: [...GRANTED_TO_IDENTITY, "trust", "resource"],
    statement(parsed, context) {
      if (parsed.statement.conditions.length === 0) return undefined;
      const expired = context.analyze(expiredStatements).get(parsed.statement);
      if (expired === undefined) return undefined;
      const { condition, day } = expired;
      return {
        at: condition,
        message: say`the condition on ${condition.key} has not held since ${words(day)}, so the statement allows nothing`,
        hint: "take the statement out, or give it a later day",
        about: condition.key,
      };
    },
  },
});
