/** Small policies for the pages of the rules. */
import type { PlainPolicy, PlainStatement } from "../../document/plain-policy";
import type { Example } from "../rule";

const VERSION = "2012-10-17";

/** ARNs of Glue in one account. */
export const glue = (resource: string) => `arn:aws:glue:us-east-1:123456789012:${resource}`;

/** The resources of a table and all above it. */
export const ORDERS = [glue("catalog"), glue("database/sales"), glue("table/sales/orders")];

export const JOB = glue("job/orders");

/** A policy of these statements. */
export function policyOf(...statements: readonly PlainStatement[]): PlainPolicy {
  return { Version: VERSION, Statement: statements };
}

/** An example with one statement that allows something. */
export function allow(
  Action: string | readonly string[],
  Resource: string | readonly string[],
  rest: PlainStatement = {},
): Example {
  return { policy: policyOf({ Effect: "Allow", Action, Resource, ...rest }) };
}

/** An example of a trust policy for Glue, with another part or two. */
export function trust(rest: PlainStatement = {}): Example {
  const Principal = { Service: "glue.amazonaws.com" };
  return { policy: policyOf({ Effect: "Allow", Principal, Action: "sts:AssumeRole", ...rest }), type: "trust" };
}
