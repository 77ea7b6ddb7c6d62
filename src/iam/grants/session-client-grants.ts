/**
 * Who opens interactive sessions: the client, not the role in which the code runs.
 *
 * Source: AWS managed policy AwsGlueSessionUserRestrictedPolicy v3: each session has the tag `owner`, and only its owner
 * uses it. Here PassRole names the exact roles.
 */
import { arnsIn, type GluePlace } from "./place";
import { type GuardRails, guardRails, passedToGlue } from "./service-conditions";
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
      reason: "A new session must have the tag `owner`, which identifies its creator.",
      actions: terms.list(["glue:CreateSession"]),
      resources: sessions,
      conditions: [inRequest, ownerTag, ...guardRails(terms, wiring)],
      isNeeded,
    },
    {
      sid: "TagOwnSessions",
      reason: "Creating a session with tags needs this action. It does not allow taking over another user's session.",
      actions: terms.list(["glue:TagResource"]),
      resources: sessions,
      conditions: [inRequest, onResource],
      isNeeded,
    },
    {
      sid: "UseOwnSessions",
      reason: "Only sessions whose tag `owner` identifies the caller.",
      actions: terms.list(USE),
      resources: sessions,
      conditions: [onResource],
      isNeeded,
    },
    {
      sid: "ListSessions",
      reason: "Listing has no resource type in IAM.",
      actions: terms.list(["glue:ListSessions"]),
      resources: terms.list(["*"]),
      isNeeded,
    },
    {
      sid: "KeepOwnerTag",
      reason: "Whatever other policies allow, the owner tag cannot be changed.",
      effect: "Deny",
      actions: terms.list(["glue:UntagResource", "tag:TagResources", "tag:UntagResources"]),
      resources: sessions,
      conditions: [ownerTag],
      isNeeded,
    },
    {
      sid: "PassRuntimeRoles",
      reason: "Exactly these roles, and only to Glue, which runs the code with them.",
      actions: terms.list(["iam:PassRole"]),
      resources: wiring.runtimeRoles,
      conditions: [passedToGlue(terms)],
      isNeeded,
    },
  ];
}
