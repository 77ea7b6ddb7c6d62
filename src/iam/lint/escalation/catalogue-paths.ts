/** The ways to more permissions that the catalogues beside pathfinding.cloud and Rhino have, and those that AWS's documentation tells of. */
import type { EscalationPath } from "./escalation-path";

/** A page of HackTricks Cloud, by its service. */
export const hackTricks = (service: string) =>
  `https://cloud.hacktricks.wiki/en/pentesting-cloud/aws-security/aws-privilege-escalation/aws-${service}-privesc/index.html`;

const HACKING_THE_CLOUD = "https://hackingthe.cloud/aws/exploitation/iam_privilege_escalation/";
const PATHFINDING_LABS = "https://github.com/DataDog/pathfinding-labs";
const PMAPPER = "https://github.com/nccgroup/PMapper/tree/master/principalmapper/graphing";
const AWS = "https://docs.aws.amazon.com";

/** What changes who an identity is, or what limits it. */
const ofIdentities: readonly EscalationPath[] = (
  [
    ["put-boundary-of-role", "iam:PutRolePermissionsBoundary", "role", "replaces the boundary of a role"],
    ["put-boundary-of-user", "iam:PutUserPermissionsBoundary", "user", "replaces the boundary of a user"],
  ] as const
).map(([id, action, type, how]) => ({ id, source: HACKING_THE_CLOUD, actions: [action], onAll: [type], how }));

/** What signs in as somebody else. */
const ofCredentials: readonly EscalationPath[] = (
  [
    [
      "service-credential",
      "iam",
      "iam:CreateServiceSpecificCredential",
      "user",
      "makes a password of another user for a service such as CodeCommit",
    ],
    [
      "reset-service-credential",
      "iam",
      "iam:ResetServiceSpecificCredential",
      "user",
      "changes a password of another user for a service such as CodeCommit",
    ],
    ["ssh-public-key", "iam", "iam:UploadSSHPublicKey", "user", "gives another user an SSH key for CodeCommit"],
    [
      "saml-metadata",
      "iam",
      "iam:UpdateSAMLProvider",
      "saml-provider",
      "signs in to every role that trusts a SAML provider, with another identity provider",
    ],
    [
      "directory-password",
      "directory-services",
      "ds:ResetUserPassword",
      "directory",
      "changes the password of a user of a directory, and acts with the roles that it leads to",
    ],
    [
      "identity-center-group",
      "sso-and-identitystore",
      "identitystore:CreateGroupMembership",
      "Group",
      "joins any group of IAM Identity Center",
    ],
  ] as const
).map(([id, page, action, type, how]) => ({ id, source: hackTricks(page), actions: [action], onAll: [type], how }));

/** What decides about access to accounts in IAM Identity Center. */
const ofIdentityCenter: readonly EscalationPath[] = [
  ...(
    [
      ["sso-inline-policy", "sso:PutInlinePolicyToPermissionSet", "gives a permission set any permissions"],
      ["sso-managed-policy", "sso:AttachManagedPolicyToPermissionSet", "attaches any AWS policy to a permission set"],
      [
        "sso-customer-policy",
        "sso:AttachCustomerManagedPolicyReferenceToPermissionSet",
        "attaches any policy to a permission set",
      ],
      ["sso-assignment", "sso:CreateAccountAssignment", "gives somebody any permission set in an account"],
      ["sso-boundary", "sso:DeletePermissionsBoundaryFromPermissionSet", "takes the boundary off a permission set"],
    ] as const
  ).map(([id, action, how]) => ({
    id,
    source: hackTricks("sso-and-identitystore"),
    actions: [action],
    onAll: ["PermissionSet"],
    how,
  })),
  {
    id: "sso-password",
    source: hackTricks("sso-and-identitystore"),
    actions: ["sso-directory:UpdatePassword"],
    how: "changes the password of a user of IAM Identity Center",
  },
];

/** Code that runs with a role which the caller passes. */
const byPassing: readonly EscalationPath[] = (
  [
    ["ecs-008", PATHFINDING_LABS, ["ecs:RunTask"], "ecs-tasks", "runs its own command in a task with any role"],
    ["ecs-009", PATHFINDING_LABS, ["ecs:StartTask"], "ecs-tasks", "runs its own command in a task with any role"],
    [
      "change-set-with-role",
      hackTricks("cloudformation"),
      ["cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"],
      "cloudformation",
      "changes anything with any role",
    ],
    [
      "update-stack-with-role",
      hackTricks("cloudformation"),
      ["cloudformation:UpdateStack"],
      "cloudformation",
      "changes anything with any role",
    ],
    [
      "update-project",
      `${PMAPPER}/codebuild_edges.py`,
      ["codebuild:UpdateProject", "codebuild:StartBuild"],
      "codebuild",
      "runs a build with any role",
    ],
    ["associate-profile", hackTricks("ec2"), ["ec2:AssociateIamInstanceProfile"], "ec2", "gives an instance any role"],
    [
      "replace-profile",
      hackTricks("ec2"),
      ["ec2:ReplaceIamInstanceProfileAssociation"],
      "ec2",
      "gives an instance any role",
    ],
    ["role-of-profile", hackTricks("ec2"), ["iam:AddRoleToInstanceProfile"], "ec2", "gives an instance any role"],
    [
      "launch-template",
      hackTricks("ec2"),
      ["ec2:CreateLaunchTemplate", "autoscaling:CreateAutoScalingGroup"],
      "ec2",
      "starts instances with any role",
    ],
    [
      "launch-template-of-group",
      hackTricks("ec2"),
      ["ec2:CreateLaunchTemplate", "autoscaling:UpdateAutoScalingGroup"],
      "ec2",
      "starts instances with any role",
    ],
    [
      "launch-configuration-of-group",
      hackTricks("ec2"),
      ["autoscaling:CreateLaunchConfiguration", "autoscaling:UpdateAutoScalingGroup"],
      "ec2",
      "starts instances with any role",
    ],
    [
      "function-url",
      hackTricks("lambda"),
      ["lambda:CreateFunction", "lambda:CreateFunctionUrlConfig"],
      "lambda",
      "runs code with any role, by a URL",
    ],
    [
      "role-of-function",
      `${PMAPPER}/lambda_edges.py`,
      ["lambda:UpdateFunctionConfiguration", "lambda:UpdateFunctionCode"],
      "lambda",
      "runs code with any role",
    ],
    [
      "tuning-job",
      hackTricks("sagemaker"),
      ["sagemaker:CreateHyperParameterTuningJob"],
      "sagemaker",
      "runs code with any role",
    ],
    [
      "studio-profile",
      hackTricks("sagemaker"),
      ["sagemaker:UpdateUserProfile", "sagemaker:CreatePresignedDomainUrl"],
      "sagemaker",
      "opens a Studio with any role",
    ],
    [
      "update-schedule",
      "https://cloud.hacktricks.wiki/en/pentesting-cloud/aws-security/aws-privilege-escalation/eventbridgescheduler-privesc/index.html",
      ["scheduler:UpdateSchedule"],
      "scheduler",
      "calls any API with any role",
    ],
    ["test-state", hackTricks("stepfunctions"), ["states:TestState"], "states", "calls any API with any role"],
    [
      "sync-execution",
      hackTricks("stepfunctions"),
      ["states:CreateStateMachine", "states:StartSyncExecution"],
      "states",
      "calls any API with any role",
    ],
    [
      "automation",
      `${AWS}/systems-manager/latest/userguide/automation-setup-iam.html`,
      ["ssm:StartAutomationExecution"],
      "ssm",
      "calls any API with any role",
    ],
    [
      "identity-pool",
      hackTricks("cognito"),
      ["cognito-identity:SetIdentityPoolRoles"],
      "cognito-identity",
      "gives the users of an identity pool any role",
    ],
  ] as const
).map(([id, source, actions, service, how]) => ({
  id,
  source,
  actions,
  passTo: [`${service}.amazonaws.com`],
  how,
}));

/** Code that runs with the role of what is there already. */
const byTakingOver: readonly EscalationPath[] = (
  [
    [
      "update-stack-set",
      hackTricks("cloudformation"),
      ["cloudformation:UpdateStackSet"],
      "stackset",
      "changes anything with the roles of a stack set",
    ],
    [
      "project-of-others",
      hackTricks("codebuild"),
      ["codebuild:UpdateProject"],
      "project",
      "changes what a project runs with its role",
    ],
    [
      "providers-of-identity-pool",
      hackTricks("cognito"),
      ["cognito-identity:UpdateIdentityPool"],
      "identitypool",
      "lets other users into an identity pool, who act with its roles",
    ],
    [
      "studio-url",
      hackTricks("sagemaker"),
      ["sagemaker:CreatePresignedDomainUrl"],
      "user-profile",
      "opens the Studio of another user and acts with its role",
    ],
    [
      "resume-session",
      hackTricks("ssm"),
      ["ssm:ResumeSession"],
      "session",
      "takes over a session on an instance and acts with its role",
    ],
    [
      "update-document",
      hackTricks("ssm"),
      ["ssm:UpdateDocument", "ssm:UpdateDocumentDefaultVersion"],
      "document",
      "changes what a document runs on instances",
    ],
    [
      "update-state-machine",
      hackTricks("stepfunctions"),
      ["states:UpdateStateMachine"],
      "statemachine",
      "calls any API with the role of a state machine",
    ],
    [
      "job-on-eks",
      `${AWS}/emr/latest/EMR-on-EKS-DevelopmentGuide/iam-execution-role.html`,
      ["emr-containers:StartJobRun"],
      "virtualCluster",
      "runs a job with any execution role of a virtual cluster, which no `iam:PassRole` limits",
    ],
    [
      "access-entry",
      `${AWS}/eks/latest/userguide/access-policies.html`,
      ["eks:CreateAccessEntry", "eks:AssociateAccessPolicy"],
      "cluster access-entry",
      "makes itself an administrator of a cluster",
    ],
  ] as const
).map(([id, source, actions, types, how]) => ({ id, source, actions, onAll: types.split(" "), how }));

export const CATALOGUE_PATHS: readonly EscalationPath[] = [
  ...ofIdentities,
  ...ofCredentials,
  ...ofIdentityCenter,
  ...byPassing,
  ...byTakingOver,
];
