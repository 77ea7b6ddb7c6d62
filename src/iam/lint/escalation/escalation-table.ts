/**
 * The known ways from some permissions to others that no policy of the caller names: data that grows by rows.
 *
 * The ways were learned from two lists: Rhino Security Labs, "AWS IAM Privilege Escalation - Methods and Mitigation" (2018 to
 * 2021), and pathfinding.cloud of Datadog, whose identifiers the rows have. What other catalogues add is in `catalogue-paths.ts`.
 */

import { CATALOGUE_PATHS, hackTricks } from "./catalogue-paths";
import type { EscalationPath } from "./escalation-path";

const RHINO = "https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/";
const RHINO_2 = "https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation-part-2/";
const pathfinding = (id: string) => ({ id, source: `https://pathfinding.cloud/paths/${id}` });

/** Services that run code with a role that they get. */
const LAMBDA = ["lambda.amazonaws.com"];
const EC2 = ["ec2.amazonaws.com"];
const TASKS = ["ecs-tasks.amazonaws.com"];
const GLUE = ["glue.amazonaws.com"];
const SAGEMAKER = ["sagemaker.amazonaws.com"];
const CODEBUILD = ["codebuild.amazonaws.com"];
const STACKS = ["cloudformation.amazonaws.com"];

const ofGlue: readonly EscalationPath[] = [
  {
    ...pathfinding("glue-002"),
    actions: ["glue:UpdateDevEndpoint"],
    how: "puts an SSH key on an endpoint and acts with its role",
  },
  ...(
    [
      ["glue-001", ["glue:CreateDevEndpoint"], "starts an endpoint with any role and logs in to it"],
      ["glue-003", ["glue:CreateJob", "glue:StartJobRun"], "runs a script with any role"],
      ["glue-005", ["glue:UpdateJob", "glue:StartJobRun"], "runs a script with any role"],
      ["glue-007", ["glue:CreateSession", "glue:RunStatement"], "runs code in a session with any role"],
    ] as const
  ).map(([id, actions, how]) => ({
    ...pathfinding(id),
    actions,
    passTo: GLUE,
    takesNamedRole: true as const,
    how,
  })),
  ...(
    [
      ["glue-004", ["glue:CreateJob", "glue:CreateTrigger"]],
      ["glue-006", ["glue:UpdateJob", "glue:CreateTrigger"]],
    ] as const
  ).map(([id, actions]) => ({
    ...pathfinding(id),
    actions,
    passTo: GLUE,
    how: "runs a script with any role, by a trigger",
  })),
];

/** What changes permissions in IAM itself. */
const ofIam: readonly EscalationPath[] = (
  [
    ["iam-001", ["iam:CreatePolicyVersion"], "policy", "gives a policy, and all that have it, any permissions"],
    ["iam-005", ["iam:PutRolePolicy"], "role", "gives a role any permissions"],
    ["iam-007", ["iam:PutUserPolicy"], "user", "gives a user any permissions"],
    ["iam-011", ["iam:PutGroupPolicy"], "group", "gives a group any permissions"],
    ["iam-009", ["iam:AttachRolePolicy"], "role", "attaches any policy to a role"],
    ["iam-008", ["iam:AttachUserPolicy"], "user", "attaches any policy to a user"],
    ["iam-010", ["iam:AttachGroupPolicy"], "group", "attaches any policy to a group"],
    ["iam-012", ["iam:UpdateAssumeRolePolicy"], "role", "lets anybody assume a role"],
    ["iam-002", ["iam:CreateAccessKey"], "user", "makes access keys of another user"],
    ["iam-003", ["iam:CreateAccessKey", "iam:DeleteAccessKey"], "user", "replaces access keys of another user"],
    ["iam-004", ["iam:CreateLoginProfile"], "user", "gives another user a password"],
    ["iam-006", ["iam:UpdateLoginProfile"], "user", "changes the password of another user"],
    ["iam-013", ["iam:AddUserToGroup"], "group", "joins any group"],
    ["iam-014", ["iam:AttachRolePolicy", "sts:AssumeRole"], "role", "attaches any policy to a role and assumes it"],
    ["iam-015", ["iam:AttachUserPolicy", "iam:CreateAccessKey"], "user", "gives another user any policy, and a key"],
    ["iam-016", ["iam:CreatePolicyVersion", "sts:AssumeRole"], "policy", "changes the policy of a role and assumes it"],
    ["iam-017", ["iam:PutRolePolicy", "sts:AssumeRole"], "role", "gives a role any permissions and assumes it"],
    ["iam-018", ["iam:PutUserPolicy", "iam:CreateAccessKey"], "user", "gives another user any permissions, and a key"],
    [
      "iam-019",
      ["iam:AttachRolePolicy", "iam:UpdateAssumeRolePolicy"],
      "role",
      "attaches any policy to a role and assumes it",
    ],
    [
      "iam-020",
      ["iam:CreatePolicyVersion", "iam:UpdateAssumeRolePolicy"],
      "policy",
      "changes the policy of a role and assumes it",
    ],
    [
      "iam-021",
      ["iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy"],
      "role",
      "gives a role any permissions and assumes it",
    ],
  ] as const
).map(([id, actions, type, how]) => ({ ...pathfinding(id), actions, onAll: [type], how }));

/** Ways that Rhino Security Labs has and the other list has not. */
const ofRhino: readonly EscalationPath[] = [
  {
    id: "set-default-policy-version",
    source: RHINO,
    actions: ["iam:SetDefaultPolicyVersion"],
    onAll: ["policy"],
    how: "goes back to a version of a policy that allowed more",
  },
  {
    id: "update-function-configuration",
    source: RHINO_2,
    actions: ["lambda:UpdateFunctionConfiguration"],
    onAll: ["function"],
    how: "puts a layer of code into a function and acts with its role",
  },
  {
    id: "launch-configuration",
    source: RHINO_2,
    actions: ["autoscaling:CreateLaunchConfiguration", "autoscaling:CreateAutoScalingGroup"],
    passTo: EC2,
    how: "starts instances with any role",
  },
  {
    id: "update-ecs-service",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html",
    actions: ["ecs:RegisterTaskDefinition", "ecs:UpdateService"],
    passTo: TASKS,
    how: "runs a container with any role",
  },
  {
    id: "change-boundary-of-role",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
    actions: ["iam:DeleteRolePermissionsBoundary"],
    onAll: ["role"],
    how: "takes the boundary off a role",
  },
  {
    id: "change-boundary-of-user",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
    actions: ["iam:DeleteUserPermissionsBoundary"],
    onAll: ["user"],
    how: "takes the boundary off a user",
  },
];

/** Code that runs with a role which the caller passes. */
const byPassing: readonly EscalationPath[] = (
  [
    ["apprunner-001", ["apprunner:CreateService"], ["tasks.apprunner.amazonaws.com"], "runs a container with any role"],
    [
      "bedrock-001",
      [
        "bedrock-agentcore:CreateCodeInterpreter",
        "bedrock-agentcore:StartCodeInterpreterSession",
        "bedrock-agentcore:InvokeCodeInterpreter",
      ],
      ["bedrock-agentcore.amazonaws.com"],
      "runs code in an interpreter with any role",
    ],
    [
      "batch-001",
      ["batch:RegisterJobDefinition", "batch:SubmitJob"],
      [...TASKS, "batch.amazonaws.com"],
      "runs a job with any role",
    ],
    ["cloudformation-001", ["cloudformation:CreateStack"], STACKS, "creates anything with any role"],
    [
      "cloudformation-003",
      ["cloudformation:CreateStackSet", "cloudformation:CreateStackInstances"],
      STACKS,
      "creates anything with any role, in other accounts too",
    ],
    [
      "cloudformation-004",
      ["cloudformation:UpdateStackSet"],
      STACKS,
      "creates anything with any role, in other accounts too",
    ],
    ["codebuild-001", ["codebuild:CreateProject", "codebuild:StartBuild"], CODEBUILD, "runs a build with any role"],
    ["codebuild-004", ["codebuild:CreateProject", "codebuild:StartBuildBatch"], CODEBUILD, "runs builds with any role"],
    [
      "datapipeline-001",
      ["datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition", "datapipeline:ActivatePipeline"],
      ["datapipeline.amazonaws.com", ...EC2],
      "runs commands with any role",
    ],
    ["ec2-001", ["ec2:RunInstances"], EC2, "starts an instance with any role and logs in to it"],
    ["ec2-003", ["ec2:RequestSpotInstances"], EC2, "starts an instance with any role and logs in to it"],
    ["ecs-003", ["ecs:RegisterTaskDefinition", "ecs:CreateService"], TASKS, "runs a container with any role"],
    ["ecs-004", ["ecs:RegisterTaskDefinition", "ecs:RunTask"], TASKS, "runs a container with any role"],
    ["ecs-005", ["ecs:RegisterTaskDefinition", "ecs:StartTask"], TASKS, "runs a container with any role"],
    [
      "emr-001",
      ["elasticmapreduce:RunJobFlow"],
      ["elasticmapreduce.amazonaws.com", ...EC2],
      "runs a cluster with any role",
    ],
    [
      "emrserverless-001",
      ["emr-serverless:CreateApplication", "emr-serverless:StartJobRun"],
      ["emr-serverless.amazonaws.com"],
      "runs a script with any role",
    ],
    ["lambda-001", ["lambda:CreateFunction", "lambda:InvokeFunction"], LAMBDA, "runs code with any role"],
    [
      "lambda-002",
      ["lambda:CreateFunction", "lambda:CreateEventSourceMapping"],
      LAMBDA,
      "runs code with any role, by an event",
    ],
    [
      "lambda-006",
      ["lambda:CreateFunction", "lambda:AddPermission"],
      LAMBDA,
      "runs code with any role, by another caller",
    ],
    [
      "kinesisanalytics-001",
      ["kinesisanalytics:CreateApplication", "kinesisanalytics:StartApplication"],
      ["kinesisanalytics.amazonaws.com"],
      "runs code with any role",
    ],
    [
      "omics-001",
      ["omics:CreateWorkflow", "omics:StartRun"],
      ["omics.amazonaws.com"],
      "runs a container with any role",
    ],
    ["braket-001", ["braket:CreateJob"], ["braket.amazonaws.com"], "runs a container with any role"],
    [
      "stepfunctions-001",
      ["states:CreateStateMachine", "states:StartExecution"],
      ["states.amazonaws.com"],
      "calls any API with any role",
    ],
    ["scheduler-001", ["scheduler:CreateSchedule"], ["scheduler.amazonaws.com"], "calls any API with any role"],
    ["sagemaker-001", ["sagemaker:CreateNotebookInstance"], SAGEMAKER, "runs a notebook with any role"],
    ["sagemaker-002", ["sagemaker:CreateTrainingJob"], SAGEMAKER, "runs a container with any role"],
    ["sagemaker-003", ["sagemaker:CreateProcessingJob"], SAGEMAKER, "runs a container with any role"],
  ] as const
).map(([id, actions, passTo, how]) => ({ ...pathfinding(id), actions, passTo, how }));

/** Code that runs with the role of what is there already. */
const byTakingOver: readonly EscalationPath[] = (
  [
    ["apprunner-002", ["apprunner:UpdateService"], "service", "runs a container with the role of a service"],
    [
      "bedrock-002",
      ["bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"],
      "code-interpreter-custom",
      "runs code with the role of an interpreter",
    ],
    ["cloudformation-002", ["cloudformation:UpdateStack"], "stack", "changes anything with the role of a stack"],
    [
      "cloudformation-005",
      ["cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"],
      "stack",
      "changes anything with the role of a stack",
    ],
    ["codebuild-002", ["codebuild:StartBuild"], "project", "runs its own commands with the role of a project"],
    ["codebuild-003", ["codebuild:StartBuildBatch"], "project", "runs its own commands with the role of a project"],
    [
      "ec2-002",
      ["ec2:ModifyInstanceAttribute", "ec2:StopInstances", "ec2:StartInstances"],
      "instance",
      "runs its own commands with the role of an instance",
    ],
    [
      "ec2-004",
      ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"],
      "launch-template",
      "puts its own commands into the instances of a template",
    ],
    [
      "ec2instanceconnect-003",
      ["ec2-instance-connect:SendSSHPublicKey"],
      "instance",
      "logs in to an instance and acts with its role",
    ],
    ["ecs-006", ["ecs:ExecuteCommand"], "task", "runs commands in a container with the role of its task"],
    ["lambda-003", ["lambda:UpdateFunctionCode"], "function", "replaces the code of a function and acts with its role"],
    [
      "lambda-004",
      ["lambda:UpdateFunctionCode", "lambda:InvokeFunction"],
      "function",
      "runs its own code with the role of a function",
    ],
    [
      "lambda-005",
      ["lambda:UpdateFunctionCode", "lambda:AddPermission"],
      "function",
      "runs its own code with the role of a function",
    ],
    [
      "sagemaker-004",
      ["sagemaker:CreatePresignedNotebookInstanceUrl"],
      "notebook-instance",
      "opens a notebook and acts with its role",
    ],
    [
      "sagemaker-005",
      [
        "sagemaker:CreateNotebookInstanceLifecycleConfig",
        "sagemaker:StopNotebookInstance",
        "sagemaker:UpdateNotebookInstance",
        "sagemaker:StartNotebookInstance",
      ],
      "notebook-instance",
      "runs its own commands with the role of a notebook",
    ],
    ["ssm-001", ["ssm:StartSession"], "instance", "logs in to an instance and acts with its role"],
    ["sts-001", ["sts:AssumeRole"], "role", "assumes every role that trusts the account"],
  ] as const
).map(([id, actions, type, how]) => ({ ...pathfinding(id), actions, onAll: type.split(" "), how }));

/**
 * Documents of Amazon that run what their parameters say.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-command-ssm-plugin-reference.html
 */
const RUN_ANYTHING = [
  "AWS-RunShellScript",
  "AWS-RunPowerShellScript",
  "AWS-RunRemoteScript",
  "AWS-RunDocument",
  "AWS-RunSaltState",
  "AWS-ApplyAnsiblePlaybooks",
  "AWS-RunAnsiblePlaybook",
  "AWS-ApplyChefRecipes",
  "AWS-InstallPowerShellModule",
];

const byCommand: readonly EscalationPath[] = [
  {
    ...pathfinding("ssm-002"),
    actions: ["ssm:SendCommand"],
    onAll: ["instance", "document"],
    asGoodAsAll: { document: RUN_ANYTHING },
    how: "runs commands on an instance with its role",
  },
  {
    id: "association",
    source: hackTricks("ssm"),
    actions: ["ssm:CreateAssociation"],
    onAll: ["instance", "document"],
    asGoodAsAll: { document: RUN_ANYTHING },
    how: "runs commands on an instance with its role, also again and again",
  },
];

/** All ways. */
export const ESCALATION_PATHS: readonly EscalationPath[] = [
  ...ofGlue,
  ...ofIam,
  ...ofRhino,
  ...byPassing,
  ...byTakingOver,
  ...byCommand,
  ...CATALOGUE_PATHS,
];
