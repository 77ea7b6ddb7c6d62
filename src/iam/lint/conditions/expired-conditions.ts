/** Conditions that hold only before a day that is over: an Allow statement with one allows nothing any more. */
import { hasToken } from "../../../text/tokens";
import type { Condition, Statement } from "../../document/policy";
import type { Context } from "../context";

/** A condition that no request fulfils any more. */
interface ExpiredCondition {
  readonly condition: Condition;
  /** The latest day that it names. */
  readonly day: string;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * The keys that tell when a request is made, and how long after its day a condition on one may still hold: AWS STS, "Temporary security
 * credentials": a session lasts up to 36 hours, so that it may be as much older than a request.
 */
const LASTING: ReadonlyMap<string, number> = new Map([
  ["aws:currenttime", 0],
  ["aws:epochtime", 0],
  ["aws:tokenissuetime", 1.5 * DAY],
]);

/** Operators that hold up to a moment; both families compare aws:EpochTime. */
const UP_TO = /^(Date|Numeric)(LessThan(Equals)?|Equals)$/;

/** The Allow statements that allow nothing any more on the day of the options, each with the condition that is over. */
export function expiredStatements(context: Context): ReadonlyMap<Statement, ExpiredCondition> {
  const today = Date.parse(context.options.today);
  const found = new Map<Statement, ExpiredCondition>();
  for (const { allows, statement } of [...context.parsedStatements, ...context.statementsBeside]) {
    const expired = allows ? statement.conditions.flatMap((one) => readExpired(one, today) ?? [])[0] : undefined;
    if (expired !== undefined) found.set(statement, expired);
  }
  return found;
}

function readExpired(condition: Condition, today: number): ExpiredCondition | undefined {
  const { key, operator, set, ifExists, values } = condition;
  const name = key.toLowerCase();
  const lasting = LASTING.get(name);
  if (lasting === undefined || set !== undefined || values.length === 0 || !UP_TO.test(operator)) return undefined;
  // Requests with the keys of a user have no aws:TokenIssueTime, every request has the others.
  if (ifExists && name === "aws:tokenissuetime") return undefined;
  const latest = Math.max(...values.map(({ value }) => momentOf(String(value))));
  if (Number.isNaN(latest) || latest + lasting >= today) return undefined;
  return { condition, day: new Date(latest).toISOString().slice(0, 10) };
}

/** The milliseconds of a date of ISO 8601, or of seconds since 1970. */
function momentOf(text: string): number {
  if (hasToken(text)) return Number.NaN;
  const moment = /^\d+(\.\d+)?$/.test(text) && text.length > YEAR ? Number(text) * 1000 : Date.parse(text);
  return Math.abs(moment) <= LATEST_DATE ? moment : Number.NaN;
}

/** Shorter digits are a year: `2017`. */
const YEAR = 4;
/** ECMAScript: no date is further from 1970. */
const LATEST_DATE = 8.64e15;
