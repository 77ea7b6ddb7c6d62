/** The grants of google's IAM resources: `google_*_iam_member`, `_iam_binding` and `_iam_policy` of any service. */
import { fieldsIn, isList, type Json, jsonAt, type ValuePath } from "../../json/json-value";
import type { Marked, Plan, ResourceChange } from "../../terraform/plan/plan";
import { compareTexts } from "../../text/compare-texts";
import { say, words } from "../../text/message";
import type { Facts } from "../facts";
import { type Field, fieldAt } from "../field";
import type { Level } from "../rule";
import { isOnContainer, judgeGoogleRole } from "./google-roles";
import { nameOf, type RoleGrant, refersTo } from "./role-grant";

const FORM = /^google_(.+)_iam_(member|binding|policy)$/;

/** Which of the three forms a type is. `google_iam_policy` is a data source, and none of them. */
export function googleForm(type: string): "member" | "binding" | "policy" | undefined {
  return FORM.exec(type)?.[2] as "member" | "binding" | "policy" | undefined;
}

/** Members that are everybody, or everybody with a Google account. */
const EVERYBODY: ReadonlySet<string> = new Set(["allUsers", "allAuthenticatedUsers"]);

/** The pairs of a role and its members on one side of a change; undefined if a policy is not known. */
export function googleGrants(change: ResourceChange, side: "before" | "after", facts: Facts): readonly RoleGrant[] {
  const marked = change[side];
  if (marked.value === undefined) return [];
  const form = googleForm(change.type);
  const target = targetOf(change.type, marked);
  if (form === "policy") return policyGrants(change.type, target, marked);
  const role = fieldAt(marked, ["role"]);
  const condition = conditionOf(marked.value);
  const references = facts.configured(change)?.references;
  const members = form === "member" ? [fieldAt(marked, ["member"])] : listedMembers(marked);
  const names = [...(references?.entries() ?? [])].flatMap(([path, found]) => (/^members?\b/.test(path) ? found : []));
  const isRoleOfPlan = refersTo(references?.get("role") ?? [], /google_\w+_iam_custom_role\./);
  return members.map((member) => grantOf({ type: change.type, target, role, isRoleOfPlan, member, condition, names }));
}

/** Everything that the plan's resources grant before the change, by id: a grant that moves between resources is not new. */
export function googleGrantsBefore(plan: Plan): ReadonlySet<string> {
  const nothing = { configured: () => undefined } as unknown as Facts;
  const found = plan.resources.filter(({ mode, type }) => mode === "managed" && googleForm(type) !== undefined);
  return new Set(found.flatMap((change) => googleGrants(change, "before", nothing).map(({ id }) => id)));
}

function listedMembers(marked: Marked): readonly Field[] {
  const list = fieldAt(marked, ["members"]);
  const items = jsonAt(marked.value, ["members"]);
  const known = isList(items) ? items.map((_, index) => fieldAt(marked, ["members", index])) : [];
  return list.unknown && known.length === 0 ? [list] : known;
}

interface GrantParts {
  readonly type: string;
  readonly target: string;
  readonly role: Field;
  /** Whether the configuration has the role, whose permissions are judged where it stands. */
  readonly isRoleOfPlan: boolean;
  readonly member: Field;
  readonly condition: string;
  /** What the configuration of the member refers to. */
  readonly names: readonly string[];
}

function grantOf({ type, target, role, isRoleOfPlan, member, condition, names }: GrantParts): RoleGrant {
  const [roleName, memberName] = [nameOf(role, "a role"), nameOf(member, "a member")];
  const isEverybody = EVERYBODY.has(memberName.text);
  // A service account that the plan creates is known only after apply, and is not everybody.
  const isUnclear =
    memberName.shown !== undefined && !refersTo(names, /google_(service_account|.*_identity|project\b)/);
  const judged = judgeGoogleRole(roleName.text, type);
  const roleLevel: Level = isRoleOfPlan ? "note" : roleName.shown === undefined ? judged.level : "attention";
  const level =
    isEverybody || isWildcard(memberName.text, roleName.text)
      ? "danger"
      : worse(roleLevel, isUnclear || PRIVATE_ACCOUNT.test(memberName.text));
  const isOpaque = judged.isCustom && roleName.shown === undefined && !isRoleOfPlan;
  const custom = isOpaque ? ", whose permissions its name does not tell" : "";
  return {
    id: JSON.stringify([target, roleName.text, memberName.text, condition]),
    level,
    role: [...(roleName.shown ?? say`${roleName.text}`), ...words(custom)],
    member: memberName.text,
    ...(memberName.shown && { memberWords: memberName.shown }),
    suffix: words(condition === "" ? "" : ", under a condition"),
  };
}

/** Accounts of people that no organization manages. */
const PRIVATE_ACCOUNT = /(?:@|^domain:)(?:gmail|googlemail|outlook|hotmail|yahoo|icloud|proton|protonmail)\.\w+$/;

function worse(level: Level, isUnclear: boolean): Level {
  return level === "note" && isUnclear ? "attention" : level;
}

/** All identities of a pool may act as the service account. */
function isWildcard(member: string, role: string): boolean {
  return /^principalSet:.*\/\*$/.test(member) && /workloadIdentityUser|TokenCreator/.test(role);
}

function policyGrants(type: string, target: string, marked: Marked): readonly RoleGrant[] {
  const field = fieldAt(marked, ["policy_data"]);
  const bindings = field.unknown || field.secret ? undefined : bindingsOf(field.value);
  if (bindings === undefined) return [unknownPolicy(target, field)];
  return bindings.flatMap((binding) => {
    const role = known(binding, ["role"]);
    const members = jsonAt(binding, ["members"]);
    const condition = conditionOf(binding);
    const list = isList(members) ? members : [];
    return list.map((_, index) =>
      grantOf({
        type,
        target,
        role,
        isRoleOfPlan: false,
        member: known(binding, ["members", index]),
        condition,
        names: [],
      }),
    );
  });
}

function known(value: Json, path: ValuePath): Field {
  return fieldAt({ value, unknown: undefined, sensitive: undefined }, path);
}

function bindingsOf(text: Json | undefined): readonly Json[] | undefined {
  if (typeof text !== "string") return undefined;
  try {
    const bindings = jsonAt(JSON.parse(text) as Json, ["bindings"]);
    return isList(bindings) ? bindings : bindings === undefined ? [] : undefined;
  } catch {
    return undefined;
  }
}

function unknownPolicy(target: string, field: Field): RoleGrant {
  const why = field.unknown ? "it is known only after apply" : field.secret ? "it is sensitive" : "it is not a policy";
  return {
    id: JSON.stringify([target, "policy", why]),
    level: "attention",
    role: words(`roles that cannot be judged: ${why}`),
    member: "",
    memberWords: words("whoever the policy names"),
    suffix: [],
  };
}

/** Arguments of any service that do not name what the grant is on. */
const NOT_THE_TARGET = new Set(["role", "member", "members", "condition", "policy_data", "etag", "id", "timeouts"]);

/** What the grant is on: the service and all arguments that name it, such as `project` or `bucket`. */
function targetOf(type: string, { value }: Marked): string {
  const service = FORM.exec(type)?.[1] ?? type;
  const named = Object.entries(fieldsIn(value)).filter(([name, of]) => of !== null && !NOT_THE_TARGET.has(name));
  return JSON.stringify([service, ...named.sort(([one], [other]) => compareTexts(one, other))]);
}

function conditionOf(json: Json | undefined): string {
  const found = jsonAt(json, ["condition"]);
  const first = isList(found) ? found[0] : found;
  const expression = jsonAt(first, ["expression"]);
  return typeof expression === "string" ? expression : first === undefined || first === null ? "" : "unknown";
}

/** Whether the resource replaces all grants that others have made on a project, folder or organization. */
export function isAuthoritative(type: string): boolean {
  return googleForm(type) === "policy" && isOnContainer(type);
}
