import { say } from "../../../text/message";
import { isService } from "../../data/authorization";
import { defineRule } from "../define-rule";
import { allow, JOB } from "../example-policies";
import type { PlacedAction } from "../parsed/action-term";
import type { Report } from "../report";
import { listOf } from "../words";

/** Rule `action-in-trust`: action of another service in a trust policy. */
export const actionInTrust = defineRule({
  code: "action-in-trust",
  title: "action of another service in a trust policy",
  severity: "error",
  what: "Actions of services other than sts in a trust policy. `*`, which names them too, is a warning.",
  why: "AWS rejects the policy: a trust policy only says who may assume the role.",
  bad: {
    ...allow("glue:StartJobRun", JOB, { Principal: { Service: "glue.amazonaws.com" }, Resource: undefined }),
    type: "trust",
  },
  good: {
    ...allow("sts:AssumeRole", JOB, { Principal: { Service: "glue.amazonaws.com" }, Resource: undefined }),
    type: "trust",
  },
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html",
  check: {
    types: ["trust"],
    statement({ actions }) {
      const others = actions.filter(
        // A prefix that is no service's is told by `unknown-service`.
        ({ term }) => term.kind !== "all" && term.kind !== "open" && term.service !== "sts" && isService(term.service),
      );
      const [first] = others;
      if (first === undefined) return everyAction(actions);
      const names = others.map(({ at }) => at.value);
      return {
        at: first.at,
        message: say`${listOf(names)} in a trust policy: it takes actions of ${"sts"} only`,
        hint: "give the role a policy with these actions",
        about: first.at.value,
      };
    },
  },
});

/** Whether AWS accepts it is not documented. */
function everyAction(actions: readonly PlacedAction[]): Report | undefined {
  const every = actions.find(({ term }) => term.kind === "all");
  if (every === undefined) return undefined;
  return {
    at: every.at,
    message: say`${every.at.value} in a trust policy names the actions of every service: it takes actions of ${"sts"} only`,
    hint: "write `sts:AssumeRole`, and what else the role needs of sts",
    severity: "warning",
  };
}
