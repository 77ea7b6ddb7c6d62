import { say } from "../../../text/message";
import { defineRule } from "../define-rule";
import { allow, JOB } from "../example-policies";
import { listOf } from "../words";

/** Rule `action-in-trust`: action of another service in a trust policy. */
export const actionInTrust = defineRule({
  code: "action-in-trust",
  title: "action of another service in a trust policy",
  severity: "error",
  what: "Actions of services other than sts in a trust policy.",
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
        ({ term }) => term.kind !== "all" && term.kind !== "open" && !["sts", ""].includes(term.service),
      );
      const [first] = others;
      if (first === undefined) return undefined;
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
