/**
 * Actions that change who may do what. A short list with evidence: the access level "Permissions management" of AWS's
 * data also stands at 36 actions of Glue that manage nothing of the kind.
 *
 * Sources: Rhino Security Labs, "AWS IAM Privilege Escalation - Methods and Mitigation" (those of iam and lambda); the
 * `Put...Policy` actions of each service, which replace its resource policy (Service Authorization Reference); AWS Lake
 * Formation guide, "Lake Formation personas and IAM permissions reference". Glue: the linter's rule `permissions-management`.
 */
export const permissionActions: readonly string[] = [
  "glue:DeleteResourcePolicy",
  "glue:PutResourcePolicy",
  "iam:AddUserToGroup",
  "iam:AttachGroupPolicy",
  "iam:AttachRolePolicy",
  "iam:AttachUserPolicy",
  "iam:CreateAccessKey",
  "iam:CreateLoginProfile",
  "iam:CreatePolicyVersion",
  "iam:DeleteRolePermissionsBoundary",
  "iam:DeleteRolePolicy",
  "iam:DeleteUserPermissionsBoundary",
  "iam:DeleteUserPolicy",
  "iam:DetachRolePolicy",
  "iam:DetachUserPolicy",
  "iam:PutGroupPolicy",
  "iam:PutRolePermissionsBoundary",
  "iam:PutRolePolicy",
  "iam:PutUserPermissionsBoundary",
  "iam:PutUserPolicy",
  "iam:SetDefaultPolicyVersion",
  "iam:UpdateAssumeRolePolicy",
  "iam:UpdateLoginProfile",
  "kms:CreateGrant",
  "kms:PutKeyPolicy",
  "lakeformation:GrantPermissions",
  "lakeformation:PutDataLakeSettings",
  "lambda:AddPermission",
  "organizations:AttachPolicy",
  "organizations:DetachPolicy",
  "organizations:UpdatePolicy",
  "s3:BypassGovernanceRetention",
  "s3:DeleteBucketPolicy",
  "s3:PutAccountPublicAccessBlock",
  "s3:PutBucketAcl",
  "s3:PutBucketPolicy",
  "s3:PutBucketPublicAccessBlock",
  "s3:PutObjectAcl",
  "secretsmanager:DeleteResourcePolicy",
  "secretsmanager:PutResourcePolicy",
  "sns:AddPermission",
  "sqs:AddPermission",
];
