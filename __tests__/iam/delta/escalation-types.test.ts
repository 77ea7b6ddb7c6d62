/** The fields of an escalation are known by its code: what must compile, and what must not. */
import type { AccessCondition, CannotTell, Escalation, EscalationCode } from "../../../src/iam/delta";
import type { Message } from "../../../src/text/message";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles only for `true`. */
const holds = <T extends true>(_: T) => undefined;

/** What a sentence is made of, by code. */
function names(one: Escalation): readonly string[] {
  switch (one.code) {
    case "pass-role":
    case "pass-role-to-glue":
      return [...one.roles, ...(one.services ?? [])];
    case "trust-opened-to-account":
    case "opened-to-account":
      return one.principals.map(({ account }) => account);
    case "trust-opened-to-identity-provider":
      return [one.provider];
    case "deny-removed":
      return one.denies.flatMap(({ actions }) => actions);
    case "boundary-removed":
      return [one.boundary];
    case "manages-permissions":
      // @ts-expect-error only roles that are passed have services
      return [...one.actions, ...(one.services ?? [])];
    case "gains-everything":
      // @ts-expect-error what is left out is `allBut`
      return one.actions ?? [];
    case "gains-wildcard-action":
    case "gains-wildcard-resource":
      return one.actions;
    case "trust-opened-to-anyone":
    case "opened-to-anyone":
      // @ts-expect-error nobody is named
      return one.principals ?? [];
  }
}

test("the code of an escalation tells its fields", () => {
  holds<Equal<EscalationCode, Escalation["code"]>>(true);
  // @ts-expect-error there is no sentence in it
  const message = (one: Escalation) => one.message;
  // @ts-expect-error there is no such code
  const code: EscalationCode = "gains-nothing";
  // @ts-expect-error a boundary that is removed has a name
  const incomplete: Escalation = { code: "boundary-removed", from: [] };
  expect([message, code, incomplete]).toHaveLength(3);
  expect(names({ code: "pass-role", roles: ["a"], services: ["b"], from: [] })).toEqual(["a", "b"]);
  expect(names({ code: "boundary-removed", boundary: "limit", from: [] })).toEqual(["limit"]);
});

test("conditions and reasons are structure, not text", () => {
  holds<Equal<keyof AccessCondition, "operator" | "key" | "values">>(true);
  holds<Equal<CannotTell["reason"], Message>>(true);
  // @ts-expect-error a condition is no text
  const condition: AccessCondition = 'StringEquals iam:passedtoservice ["glue.amazonaws.com"]';
  expect(condition).toBeDefined();
});
