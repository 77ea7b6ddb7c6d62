/**
 * Who opens interactive sessions: the client, not the role in which the code runs.
 *
 * Source: AWS managed policy AwsGlueSessionUserRestrictedPolicy v3: each session has the tag `owner`, and only its owner
 * uses it. Here PassRole names the exact roles.
 */
import { arnsIn, type GluePlace } from "./place";
import { type GuardRails, guardRails, passedTo } from "./service-conditions";
import type { SingleGrant, Terms } from "./terms";

export interface SessionClientWiring<T, L> extends GuardRails<L> {
  /** ARNs of the roles in which the code runs. */
  readonly runtimeRoles: L;
  /** A policy variable that says who calls: `${aws:userid}`. */
  readonly owner: T;
}

const USE = [
  "glue:GetSession",
  "glue:StopSession",
  "glue:DeleteSession",
  "glue:RunStatement",
  "glue:GetStatement",
  "glue:ListStatements",
  "glue:CancelStatement",
];

/** The statements of the client's policy. */
export function sessionClientGrants<T, L, B, P>(
  terms: Terms<T, L, B, P>,
  place: GluePlace<T>,
  wiring: SessionClientWiring<T, L>,
): readonly SingleGrant<L, B>[] {
  const sessions = terms.list([arnsIn(terms, place)("glue", "session", "*")]);
  const owner = terms.list([wiring.owner]);
  const inRequest = { test: "StringEquals", variable: "aws:RequestTag/owner", values: owner };
  const onResource = { test: "StringEquals", variable: "aws:ResourceTag/owner", values: owner };
  const ownerTag = { test: "ForAnyValue:StringEquals", variable: "aws:TagKeys", values: terms.list(["owner"]) };
  const isNeeded = terms.yes;
  return [
    {
      sid: "CreateOwnSessions",
      reason: "A session gets the tag `owner` of who creates it.",
      actions: terms.list(["glue:CreateSession"]),
      resources: sessions,
      conditions: [inRequest, ownerTag, ...guardRails(terms, wiring)],
      isNeeded,
    },
    {
      sid: "TagOwnSessions",
      reason: "Creating with tags tags; a session of somebody else cannot be made one's own.",
      actions: terms.list(["glue:TagResource"]),
      resources: sessions,
      conditions: [inRequest, onResource],
      isNeeded,
    },
    {
      sid: "UseOwnSessions",
      reason: "Only sessions with one's own tag.",
      actions: terms.list(USE),
      resources: sessions,
      conditions: [onResource],
      isNeeded,
    },
    {
      sid: "ListSessions",
      reason: "AWS knows no resource for listing.",
      actions: terms.list(["glue:ListSessions"]),
      resources: terms.list(["*"]),
      isNeeded,
    },
    {
      sid: "KeepOwnerTag",
      reason: "Whatever other policies allow, the tag that decides stays as it is.",
      effect: "Deny",
      actions: terms.list(["glue:UntagResource", "tag:TagResources", "tag:UntagResources"]),
      resources: sessions,
      conditions: [ownerTag],
      isNeeded,
    },
    {
      sid: "PassRuntimeRoles",
      reason: "Glue runs the code in exactly these roles.",
      actions: terms.list(["iam:PassRole"]),
      resources: wiring.runtimeRoles,
      conditions: [passedTo(terms, "glue.amazonaws.com")],
      isNeeded,
    },
  ];
}
