import { type Message, say } from "../../../text/message";
import type { AccountControl } from "../attached-policy";
import { defineRule } from "../define-rule";
import { LEAST_PRIVILEGE } from "../documentation";
import { attachment } from "../example-policies";
import { listOf } from "../words";

/** Actions of IAM that a message names. */
const MOST_NAMED = 4;

function messageOf(written: string, { actions, except }: AccountControl): Message {
  if (actions.length > 0)
    return say`${written} allows ${listOf(actions, MOST_NAMED)}: whoever has it can get any permission`;
  if (except.length > 0)
    return say`${written} allows every action except ${listOf(except, MOST_NAMED)} on every resource`;
  return say`${written} allows every action on every resource`;
}

/** Rule `attached-admin`: what `full-admin`, `allow-not-action` and `privilege-escalation` are for policies that stand in the files. */
export const attachedAdmin = defineRule({
  code: "attached-admin",
  title: "administrator attached",
  severity: "security",
  what: "In Terraform, plans and templates: a managed policy of AWS that is attached, or handed to a module, and that gives control of the account. It allows everything (AdministratorAccess), everything but a few services (PowerUserAccess), or lets its principal change IAM so that it gets everything (IAMFullAccess). A permissions boundary only limits, so that none is reported.",
  why: "Whoever has the policy, or runs code with its role, has full control of the account. With nearly everything it can destroy and read all data, and run code with roles that services have already. An inline policy that allows the same is reported as full-admin, allow-not-action or privilege-escalation.",
  bad: attachment("arn:aws:iam::aws:policy/AdministratorAccess"),
  good: attachment("arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole"),
  source: LEAST_PRIVILEGE,
  check: {
    attachment({ at, written, address, control }) {
      if (control === undefined) return undefined;
      return {
        at,
        message: messageOf(written, control),
        hint: "attach a policy that names the actions and the resources, or set a permissions boundary and accept this with a reason",
        about: `${written},${address}`,
      };
    },
  },
});
