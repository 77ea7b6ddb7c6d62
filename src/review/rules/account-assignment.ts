import { say, words } from "../../text/message";
import { grantsAfter } from "../access/role-grant";
import { differs, fieldAt, pairAt, show } from "../field";
import { defineRule } from "../rule";
import { matchSettings, typesWithSettings } from "./resources/settings";

/** Types that put a person or a group into something: the arguments that say who, and into what. */
const ASSIGNMENTS: Readonly<Record<string, readonly [who: string, what: string]>> = {
  aws_ssoadmin_account_assignment: ["principal_id", "target_id"],
  aws_ssoadmin_application_assignment: ["principal_id", "application_arn"],
  aws_identitystore_group_membership: ["member_id", "group_id"],
  aws_cognito_user_in_group: ["username", "group_name"],
  azuread_group_member: ["member_object_id", "group_object_id"],
  google_cloud_identity_group_membership: ["preferred_member_key", "group"],
  aws_organizations_delegated_administrator: ["account_id", "service_principal"],
};

const PODS = "aws_eks_pod_identity_association";

/** Reports people or groups that are assigned to an account or a group. */
export const accountAssignment = defineRule({
  code: "account-assignment",
  section: "access",
  level: "attention",
  title: "assigned to an account or a group",
  what: "A permission set that a person or a group gets in an account, a member of a group, a principal of a portfolio, a member of a workspace, an account that administers a service for the organization, or pods that get a role, new or changed.",
  why: "They get all that the permission set or the group may do, and no policy of the plan shows it.",
  bad: "`aws_ssoadmin_account_assignment.admins` is created.",
  good: "`aws_ssoadmin_account_assignment.admins` is destroyed.",
  source: "https://docs.aws.amazon.com/singlesignon/latest/userguide/useraccess.html",
  looksAt: "resource",
  types: [...Object.keys(ASSIGNMENTS), ...typesWithSettings("account-assignment")],
  check(change, facts) {
    if (ASSIGNMENTS[change.type] === undefined) {
      const matches = matchSettings(change, "account-assignment", facts);
      // What a new role may do is told where it is made.
      const isOfNewRole =
        change.type === PODS && change.action === "create" && facts.refersToNew(change, "aws_iam_role");
      return isOfNewRole ? matches.map((match) => ({ ...match, level: "note" })) : matches;
    }
    if (!grantsAfter(change)) return [];
    const [who = "", what = ""] = ASSIGNMENTS[change.type] ?? [];
    const names = [who, what, "permission_set_arn"];
    if (change.action !== "create" && !names.some((name) => differs(pairAt(change, [name])))) return [];
    const set = fieldAt(change.after, ["permission_set_arn"]);
    const named = set.value === undefined ? [] : say`${words(", with ")}${show(set)}`;
    const into = [fieldAt(change.after, [who]), fieldAt(change.after, [what])] as const;
    return [{ message: say`${show(into[0])} is assigned to ${show(into[1])}${named}` }];
  },
});
