import { groupBy } from "../../../text/group-by";
import { type Message, say, words } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import { isPositive, needsKey } from "../../document/condition-operator";
import { intersects, literal, pattern } from "../../document/pattern";
import type { Condition } from "../../document/policy";
import { defineRule } from "../define-rule";
import { allow, JOB } from "../example-policies";
import type { Report } from "../report";

const window = (from: string, to: string) =>
  allow("glue:GetJob", JOB, {
    Condition: { DateGreaterThan: { "aws:CurrentTime": from }, DateLessThan: { "aws:CurrentTime": to } },
  });

/** Rule `contradictory-conditions`: conditions that never hold together. */
export const contradictoryConditions = defineRule({
  code: "contradictory-conditions",
  title: "conditions that never hold together",
  severity: "error",
  what: "Two conditions of a statement on the same key that no request meets at once: values that differ, a value and its exclusion, a value and the absence of the key, or a time or number that is later or greater than its end. Also `aws:SourceIp` beside a VPC or a VPC endpoint, and a service in `aws:CalledVia` beside `aws:ViaAWSService` `false`. Conditions with `IfExists`, `ForAllValues` and `ForAnyValue`, and values that only a plan knows, are not compared.",
  why: "All conditions of a statement must hold, so the statement allows or denies nothing.",
  bad: window("2031-01-01T00:00:00Z", "2030-01-01T00:00:00Z"),
  good: window("2030-01-01T00:00:00Z", "2031-01-01T00:00:00Z"),
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html",
  check: {
    comparesEntries: true,
    statement({ statement: { conditions }, allows }) {
      if (conditions.length < 2) return undefined;
      const byKey = groupBy(conditions.filter(isClear), ({ key }) => key.toLowerCase());
      for (const [first, ...others] of byKey.values()) {
        if (first === undefined || others.length === 0) continue;
        const second = others.slice(0, MOST_OF_A_KEY).find((other) => contradict(first, other));
        if (second === undefined) continue;
        const effect: Message = words(allows ? "this allows nothing" : "this denies nothing");
        return {
          at: second,
          message: say`the conditions ${first.operator} and ${second.operator} on ${second.key} never hold together, so ${effect}`,
          hint: "put values of which one is enough into one list, or take one of the conditions out",
          about: second.key,
        };
      }
      return reportOfTwoWays(conditions, allows);
    },
  },
});

function isAllFalse(values: Condition["values"]): boolean {
  return values.every(({ value }) => String(value).toLowerCase() === "false");
}

/** IAM User Guide, `aws:CalledVia`: services that call for the caller are named there. `aws:SourceIp`: requests through a VPC endpoint, which alone have the other keys, do not have it. */
function reportOfTwoWays(conditions: readonly Condition[], allows: boolean): Report | undefined {
  const wanted = conditions.filter((one) => needsKey(one) && /^aws:/i.test(one.key));
  const address = wanted.find(({ key }) => /^aws:SourceIp$/i.test(key));
  const endpoint = wanted.find(({ key }) => /^aws:(?:SourceVpce?|VpcSourceIp)$/i.test(key));
  const direct = wanted.find(({ key, values }) => /^aws:ViaAWSService$/i.test(key) && isAllFalse(values));
  const via = wanted.find(({ key, set }) => /^aws:CalledVia(?:First|Last)?$/i.test(key) && set !== "ForAllValues");
  if (direct !== undefined && via !== undefined)
    return {
      at: direct,
      message: say`only requests of a service for the caller have ${via.key}, and ${direct.key} excludes them, so ${words(allows ? "this allows nothing" : "this denies nothing")}`,
      hint: "take one of the conditions out",
      about: `${direct.key} ${via.key}`,
    };
  if (address === undefined || endpoint === undefined) return undefined;
  return {
    at: address,
    message: say`requests that have ${endpoint.key} come through a VPC endpoint and have no ${address.key}, so ${words(allows ? "this allows nothing" : "this denies nothing")}`,
    hint: "write a statement for each of the two ways, or use `aws:VpcSourceIp` for addresses in the VPC",
    about: `${address.key} ${endpoint.key}`,
  };
}

function isClear({ key, set, ifExists, values }: Condition): boolean {
  return (
    set === undefined &&
    !ifExists &&
    !hasToken(key) &&
    values.length > 0 &&
    !values.some(({ value }) => hasToken(String(value)))
  );
}

/** More conditions on a key, and longer lists, are not compared. */
const MOST_OF_A_KEY = 8;
const MOST_VALUES = 100;

/** The same operator twice, with the key in another case of letters, is an error by itself: `duplicate-condition-key`. */
function contradict(a: Condition, b: Condition): boolean {
  if (a.operator === b.operator || a.values.length > MOST_VALUES || b.values.length > MOST_VALUES) return false;
  return (
    isAbsentAndPresent(a, b) ||
    isAbsentAndPresent(b, a) ||
    isExcluded(a, b) ||
    isExcluded(b, a) ||
    haveNoneInCommon(a, b) ||
    isEmptyRange(a, b) ||
    isEmptyRange(b, a)
  );
}

function textsOf({ values }: Condition): readonly string[] {
  return values.map(({ value }) => String(value));
}

/** `"Null": { KEY: "true" }` beside a condition that wants a value. */
function isAbsentAndPresent(absent: Condition, present: Condition): boolean {
  return (
    absent.operator === "Null" && textsOf(absent).every((text) => text.toLowerCase() === "true") && isPositive(present)
  );
}

/** The values of these operators are compared as a whole; with `Like` they are patterns. */
const EQUALS = /^(?:String(?:Equals|Like)|Arn(?:Equals|Like))$/;

/** Every value that is wanted is excluded by the same text. */
function isExcluded(wanted: Condition, excluded: Condition): boolean {
  if (!EQUALS.test(wanted.operator) || !/^(?:StringNot(?:Equals|Like)|ArnNot(?:Equals|Like))$/.test(excluded.operator))
    return false;
  const out = textsOf(excluded);
  const isLiteral = (text: string) => !/[*?]/.test(text);
  return textsOf(wanted).every((text) => out.includes(text) && (isLiteral(text) || !/Equals/.test(excluded.operator)));
}

/** No value of one is a value of the other. */
function haveNoneInCommon(a: Condition, b: Condition): boolean {
  if (!EQUALS.test(a.operator) || !EQUALS.test(b.operator)) return false;
  const read = ({ operator }: Condition, text: string) => (operator === "StringEquals" ? literal(text) : pattern(text));
  return !textsOf(a).some((one) => textsOf(b).some((other) => intersects(read(a, one), read(b, other))));
}

/** The lower bound is not below the upper one. */
function isEmptyRange(lower: Condition, upper: Condition): boolean {
  const from = /^(Numeric|Date)GreaterThan(Equals)?$/.exec(lower.operator);
  const to = /^(Numeric|Date)LessThan(Equals)?$/.exec(upper.operator);
  if (from === null || to === null || from[1] !== to[1]) return false;
  const read = (text: string) => (from[1] === "Date" && !/^\d+$/.test(text) ? Date.parse(text) : Number(text));
  // Several values: one is enough.
  const least = Math.min(...textsOf(lower).map(read));
  const most = Math.max(...textsOf(upper).map(read));
  return least > most || (least === most && (from[2] === undefined || to[2] === undefined));
}
