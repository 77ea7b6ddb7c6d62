/** Rows of faults with their neighbours: what is told of the fault, and not of the neighbour. */
import type { PolicyType } from "../../../src/iam/document/policy";
import { findingsOf } from "./field-support";

/** A statement as it is written. */
export type Written = Readonly<Record<string, unknown>>;
type Conditions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Texts = string | readonly string[];

/** The rules that tell of the fault, separated by spaces; a name; the type of the policy; the fault, and a neighbour that has none. */
export type FaultRow = readonly [
  codes: string,
  name: string,
  type: PolicyType,
  fault: Written | readonly Written[],
  neighbour?: Written | readonly Written[],
];

export const [ACCOUNT, OTHER] = ["123456789012", "210987654321"];
export const GITHUB = "token.actions.githubusercontent.com";
export const EKS = "oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF0123456789";
export const arnOf = (service: string, resource: string, region = "eu-west-1", account = ACCOUNT) =>
  `arn:aws:${service}:${region}:${account}:${resource}`;
export const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/app`;
export const [QUEUE, TOPIC, BUS] = [arnOf("sqs", "orders"), arnOf("sns", "orders"), arnOf("events", "event-bus/main")];
export const [BUCKET, OBJECTS] = ["arn:aws:s3:::raw-zone-data", "arn:aws:s3:::raw-zone-data/*"];
export const KEY = arnOf("kms", "key/11111111-2222-3333-4444-555555555555");
export const TABLE = arnOf("dynamodb", "table/orders");

export const aws = (AWS: Texts) => ({ AWS });
export const service = (Service: Texts) => ({ Service });
export const equals = (key: string, value: unknown) => ({ StringEquals: { [key]: value } });
export const differs = (key: string, value: unknown) => ({ StringNotEquals: { [key]: value } });
export const like = (key: string, value: unknown) => ({ StringLike: { [key]: value } });
export const arnLike = (key: string, value: unknown) => ({ ArnLike: { [key]: value } });

export function allow(Action?: Texts, Resource?: Texts, Condition?: Conditions, more: Written = {}): Written {
  return { Effect: "Allow", Action, Resource, Condition, ...more };
}

export function deny(Action?: Texts, Resource?: Texts, Condition?: Conditions, more: Written = {}): Written {
  return { ...allow(Action, Resource, Condition, more), Effect: "Deny" };
}

export function grant(Principal: unknown, Action: Texts, Resource?: Texts, Condition?: Conditions): Written {
  return { Effect: "Allow", Principal, Action, Resource, Condition };
}

export function denyTo(Principal: unknown, Action: Texts, Resource?: Texts, Condition?: Conditions): Written {
  return { ...grant(Principal, Action, Resource, Condition), Effect: "Deny" };
}

/** A sign-in at a provider of OpenID Connect. */
export function signIn(host: string, condition?: Conditions): Written {
  const Federated = `arn:aws:iam::${ACCOUNT}:oidc-provider/${host}`;
  return grant({ Federated }, "sts:AssumeRoleWithWebIdentity", undefined, condition);
}

/** The codes of a policy of these statements. */
function codesFor(type: PolicyType, statements: Written | readonly Written[]): readonly string[] {
  const policy = { Version: "2012-10-17", Statement: [statements].flat() };
  return findingsOf(JSON.stringify(policy), type).map(({ rule }) => rule);
}

/** Each fault is told of by its rules, and none of them tells of the neighbour. */
export function testFaults(title: string, rows: readonly FaultRow[]): void {
  describe(title, () => {
    test.each(rows.map(([codes, name, ...rest]) => [name, codes, ...rest] as const))("%s: %s", (_, codes, ...rest) => {
      const [type, fault, neighbour] = rest;
      const rules = codes.split(" ");
      expect(codesFor(type, fault)).toEqual(expect.arrayContaining(rules));
      const beside = neighbour === undefined ? [] : codesFor(type, neighbour);
      expect(beside.filter((code) => rules.includes(code))).toEqual([]);
    });
  });
}
