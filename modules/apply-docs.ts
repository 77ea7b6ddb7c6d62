/**
 * Lines for READMEs on what applying a role or a policy needs: the calls of `aws_iam_role`, `aws_iam_policy`, `aws_iam_role_policy` and
 * `aws_iam_role_policy_attachment` of hashicorp/aws.
 */
import type { LocalText } from "tfwright";

const ROLE = "arn:aws:iam::ACCOUNT:role/PATH/NAME";
const POLICY = "arn:aws:iam::ACCOUNT:policy/PATH/NAME";

/** Actions that belong together, and what they are for: a sentence of Japanese has at most 100 characters. */
interface ActionGroup {
  readonly ja: string;
  readonly names: readonly string[];
}

const english = (groups: readonly ActionGroup[]) => {
  const all = groups.flatMap(({ names }) => names);
  return `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
};
const japanese = (groups: readonly ActionGroup[]) =>
  groups.map(({ ja, names }) => `${ja}には ${names.join(names.length === 2 ? " と " : "、")} を許可します。`).join("");

const attaching = {
  ja: "アタッチ",
  names: ["`iam:AttachRolePolicy`", "`iam:DetachRolePolicy`", "`iam:ListAttachedRolePolicies`"],
};
const rolesOwn = [
  { ja: "作成と参照", names: ["`iam:CreateRole`", "`iam:GetRole`", "`iam:ListRolePolicies`"] },
  { ja: "変更", names: ["`iam:UpdateRole`", "`iam:UpdateRoleDescription`", "`iam:UpdateAssumeRolePolicy`"] },
  { ja: "削除", names: ["`iam:DeleteRole`", "`iam:ListInstanceProfilesForRole`"] },
  { ja: "タグ", names: ["`iam:TagRole`", "`iam:UntagRole`"] },
  attaching,
];
const inline = {
  ja: "`inline_policies` ",
  names: ["`iam:PutRolePolicy`", "`iam:GetRolePolicy`", "`iam:DeleteRolePolicy`"],
};
const boundary = {
  ja: "`permissions_boundary` ",
  names: ["`iam:PutRolePermissionsBoundary`", "`iam:DeleteRolePermissionsBoundary`"],
};
const policysOwn = [
  { ja: "作成と参照", names: ["`iam:CreatePolicy`", "`iam:GetPolicy`", "`iam:GetPolicyVersion`"] },
  {
    ja: "変更",
    names: ["`iam:CreatePolicyVersion`", "`iam:ListPolicyVersions`", "`iam:DeletePolicyVersion`"],
  },
  { ja: "削除", names: ["`iam:DeletePolicy`"] },
  { ja: "タグ", names: ["`iam:TagPolicy`", "`iam:UntagPolicy`"] },
];
const granting = [
  { ja: "付与と取り消し", names: ["`lakeformation:GrantPermissions`", "`lakeformation:RevokePermissions`"] },
  { ja: "一覧", names: ["`lakeformation:ListPermissions`"] },
];

/** What creates a role. */
export const applyRole: readonly LocalText[] = [
  {
    en: `To apply this module you need ${english(rolesOwn)} on the role (\`${ROLE}\`). \`inline_policies\` also need ${english([inline])}. \`permissions_boundary\` also needs ${english([boundary])}.`,
    ja: `このモジュールを適用するには、ロール（\`${ROLE}\`）に対する許可が必要です。${japanese([...rolesOwn, inline, boundary])}`,
  },
  {
    en: "Whoever can create roles and attach any policy can give these roles every permission. Limit `iam:AttachRolePolicy` with the condition `iam:PolicyARN`, and `iam:CreateRole`, `iam:PutRolePolicy` and `iam:AttachRolePolicy` with `iam:PermissionsBoundary`.",
    ja: "ロールを作成し、任意のポリシーをアタッチできるユーザーは、そのロールにあらゆる許可を与えられます。`iam:AttachRolePolicy` は、条件キー `iam:PolicyARN` で制限してください。`iam:CreateRole`、`iam:PutRolePolicy`、`iam:AttachRolePolicy` は、条件キー `iam:PermissionsBoundary` でも制限できます。",
  },
];

/** What changes a role that exists. */
export const applyToRole: readonly LocalText[] = [
  {
    en: `To apply this module you need \`iam:GetRole\`, ${english([attaching])} on the role. \`inline_policies\` also need ${english([inline])}.`,
    ja: `このモジュールを適用するには、ロールに対する許可が必要です。参照には \`iam:GetRole\` を許可します。${japanese([attaching, inline])}`,
  },
];

/** What creates the policies of a Glue role. */
export const applyRolePolicies: readonly LocalText[] = [
  {
    en: `You also need ${english(policysOwn)} on its policies (\`${POLICY}-*\`), and with \`lake_formation\` ${english(granting)} on \`*\`.`,
    ja: `ロールのポリシー（\`${POLICY}-*\`）に対する許可も必要です。${japanese(policysOwn)}\`lake_formation\` を指定した場合は、\`*\` に対する Lake Formation のアクションも必要です。${japanese(granting)}`,
  },
];

/** Who lets a service use a role. */
export const passRole = (service: { readonly en: string; readonly ja: string }): LocalText => ({
  en: `Creating the role does not need \`iam:PassRole\`. Whoever gives the role to a service needs it on the role's ARN, including its path, limited with \`iam:PassedToService\` to ${service.en}.`,
  ja: `ロールの作成に \`iam:PassRole\` は不要です。ロールをサービスに渡すユーザーには、ロールの ARN（パスを含む）に対する \`iam:PassRole\` が必要です。渡す先は、\`iam:PassedToService\` で${service.ja}に限定します。`,
});

/** What creates one policy. */
export const applyPolicy: LocalText = {
  en: `To apply this module you need ${english(policysOwn)} on the policy (\`${POLICY}\`). It does not attach the policy: this needs \`iam:AttachRolePolicy\` or \`iam:AttachUserPolicy\`.`,
  ja: `このモジュールを適用するには、ポリシー（\`${POLICY}\`）に対する許可が必要です。${japanese(policysOwn)}このモジュールはポリシーをアタッチしません。アタッチには \`iam:AttachRolePolicy\` または \`iam:AttachUserPolicy\` が必要です。`,
};
