/** Over 400 lines because it is one table. What attributes of resources are in Terraform and in templates: a name, a URL or the ARN of something else in place of an ARN. */
import { findingsIn } from "../iam/lint/field-support";

type Row = readonly [code: string, action: string, fault: string, ...neighbour: readonly string[]];

const codesIn = (path: string, text: string) => findingsIn({ [path]: text }).map(({ rule }) => rule);
const json = (action: string, resource: string) => `
resource "aws_iam_policy" "p" {
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "${action}", Resource = "${resource}" }] })
}
`;
const data = (action: string, resource: string) => `
data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["${action}"]
    resources = ["${resource}"]
  }
}
resource "aws_iam_policy" "p" {
  policy = data.aws_iam_policy_document.d.json
}
`;

describe("in Terraform", () => {
  test.each<Row>([
    ["malformed-arn", "s3:GetObject", "${aws_s3_bucket.x.id}/*", "${aws_s3_bucket.x.arn}/*"],
    ["malformed-arn", "s3:ListBucket", "${aws_s3_bucket.x.bucket}", "${aws_s3_bucket.x.arn}"],
    ["malformed-arn", "s3:GetObject", "arn:aws:s3:::${aws_s3_bucket.x.arn}/*", "arn:aws:s3:::${aws_s3_bucket.x.id}/*"],
    ["malformed-arn", "sqs:SendMessage", "${aws_sqs_queue.x.id}", "${aws_sqs_queue.x.arn}"],
    ["malformed-arn", "sqs:SendMessage", "${aws_sqs_queue.x.url}", "${aws_sqs_queue.x.arn}"],
    ["malformed-arn", "dynamodb:GetItem", "${aws_dynamodb_table.x.id}", "${aws_dynamodb_table.x.arn}"],
    [
      "malformed-arn",
      "dynamodb:GetItem",
      "${aws_dynamodb_table.x.name}",
      "arn:aws:dynamodb:eu-west-1:123456789012:table/${aws_dynamodb_table.x.name}",
    ],
    ["resource-type-mismatch", "dynamodb:GetItem", "${aws_dynamodb_table.x.stream_arn}", "${aws_dynamodb_table.x.arn}"],
    [
      "resource-type-mismatch",
      "dynamodb:GetRecords",
      "${aws_dynamodb_table.x.arn}",
      "${aws_dynamodb_table.x.stream_arn}",
    ],
    [
      "resource-type-mismatch",
      "dynamodb:PutItem",
      "${aws_dynamodb_table.x.arn}/index/*",
      "${aws_dynamodb_table.x.arn}",
    ],
    ["malformed-arn", "kms:Decrypt", "${aws_kms_key.x.id}", "${aws_kms_key.x.arn}"],
    ["malformed-arn", "kms:Decrypt", "${aws_kms_key.x.key_id}", "${aws_kms_key.x.arn}"],
    ["resource-type-mismatch", "kms:Decrypt", "${aws_kms_alias.x.arn}", "${aws_kms_alias.x.target_key_arn}"],
    [
      "malformed-arn",
      "lambda:InvokeFunction",
      "${aws_lambda_function.x.function_name}",
      "${aws_lambda_function.x.arn}",
    ],
    [
      "resource-type-mismatch",
      "lambda:InvokeFunction",
      "${aws_lambda_function.x.invoke_arn}",
      "${aws_lambda_function.x.arn}:*",
    ],
    ["malformed-arn", "iam:PassRole", "${aws_iam_role.x.name}"],
    ["malformed-arn", "sts:AssumeRole", "${aws_iam_role.x.id}", "${aws_iam_role.x.arn}"],
    ["resource-type-mismatch", "iam:PassRole", "${aws_iam_instance_profile.x.arn}"],
    ["malformed-arn", "ssm:GetParameter", "${aws_ssm_parameter.x.name}", "${aws_ssm_parameter.x.arn}"],
    ["malformed-arn", "ssm:GetParameter", "arn:aws:ssm:eu-west-1:123456789012:parameter/${aws_ssm_parameter.x.arn}"],
    [
      "malformed-arn",
      "logs:PutLogEvents",
      "${aws_cloudwatch_log_group.x.name}:*",
      "${aws_cloudwatch_log_group.x.arn}:*",
    ],
    [
      "resource-type-mismatch",
      "logs:PutLogEvents",
      "${aws_cloudwatch_log_group.x.arn}",
      "${aws_cloudwatch_log_group.x.arn}:*",
    ],
    ["malformed-arn", "ecr:BatchGetImage", "${aws_ecr_repository.x.repository_url}", "${aws_ecr_repository.x.arn}"],
    ["malformed-arn", "ecs:DescribeServices", "${aws_ecs_service.x.name}", "${aws_ecs_service.x.id}"],
    ["resource-type-mismatch", "ecs:RunTask", "${aws_ecs_cluster.x.arn}"],
    ["malformed-arn", "ecs:RunTask", "${aws_ecs_task_definition.x.family}", "${aws_ecs_task_definition.x.arn}"],
    [
      "resource-type-mismatch",
      "execute-api:Invoke",
      "${aws_api_gateway_rest_api.x.arn}/*",
      "${aws_api_gateway_rest_api.x.execution_arn}/*",
    ],
    ["malformed-arn", "execute-api:Invoke", "${aws_api_gateway_rest_api.x.id}"],
    ["malformed-arn", "cognito-idp:AdminGetUser", "${aws_cognito_user_pool.x.id}", "${aws_cognito_user_pool.x.arn}"],
    [
      "malformed-arn",
      "cloudfront:CreateInvalidation",
      "${aws_cloudfront_distribution.x.id}",
      "${aws_cloudfront_distribution.x.arn}",
    ],
    [
      "malformed-arn",
      "secretsmanager:GetSecretValue",
      "${aws_secretsmanager_secret.x.name}",
      "${aws_secretsmanager_secret.x.id}",
    ],
    ["resource-type-mismatch", "states:DescribeExecution", "${aws_sfn_state_machine.x.arn}"],
    ["malformed-arn", "states:StartExecution", "${aws_sfn_state_machine.x.name}", "${aws_sfn_state_machine.x.id}"],
    [
      "resource-type-mismatch",
      "rds-db:connect",
      "${aws_db_instance.x.arn}",
      "arn:aws:rds-db:eu-west-1:123456789012:dbuser:${aws_db_instance.x.resource_id}/app",
    ],
    [
      "malformed-arn",
      "rds-db:connect",
      "arn:aws:rds-db:eu-west-1:123456789012:dbuser:${aws_db_instance.x.identifier}/app",
      "arn:aws:rds-db:eu-west-1:123456789012:dbuser:${aws_db_instance.x.resource_id}/app",
    ],
    [
      "malformed-arn",
      "rds-db:connect",
      "arn:aws:rds-db:eu-west-1:123456789012:dbuser:${aws_rds_cluster.x.id}/app",
      "arn:aws:rds-db:eu-west-1:123456789012:dbuser:${aws_rds_cluster.x.cluster_resource_id}/app",
    ],
    ["domain-without-path", "es:ESHttpPost", "${aws_opensearch_domain.x.arn}", "${aws_opensearch_domain.x.arn}/*"],
    [
      "malformed-arn",
      "route53:ChangeResourceRecordSets",
      "arn:aws:route53:::hostedzone/${aws_route53_zone.x.name}",
      "arn:aws:route53:::hostedzone/${aws_route53_zone.x.zone_id}",
    ],
    ["malformed-arn", "route53:ChangeResourceRecordSets", "${aws_route53_zone.x.zone_id}", "${aws_route53_zone.x.arn}"],
    ["malformed-arn", "ec2:AuthorizeSecurityGroupIngress", "${aws_security_group.x.id}", "${aws_security_group.x.arn}"],
    ["malformed-arn", "ec2:StopInstances", "${aws_instance.x.id}", "${aws_instance.x.arn}"],
    [
      "malformed-arn",
      "ec2:StopInstances",
      "arn:aws:ec2:eu-west-1:123456789012:instance/${aws_instance.x.arn}",
      "arn:aws:ec2:eu-west-1:123456789012:instance/${aws_instance.x.id}",
    ],
    ["malformed-arn", "elasticfilesystem:ClientMount", "${aws_efs_file_system.x.id}", "${aws_efs_file_system.x.arn}"],
    ["malformed-arn", "kinesis:PutRecord", "${aws_kinesis_stream.x.name}", "${aws_kinesis_stream.x.arn}"],
    ["malformed-arn", "sns:Publish", "${aws_sns_topic.x.name}", "${aws_sns_topic.x.id}"],
    ["malformed-arn", "glue:StartJobRun", "${aws_glue_job.x.name}", "${aws_glue_job.x.arn}"],
    ["malformed-arn", "codebuild:StartBuild", "${aws_codebuild_project.x.name}", "${aws_codebuild_project.x.arn}"],
    [
      "malformed-arn",
      "autoscaling:SetDesiredCapacity",
      "${aws_autoscaling_group.x.name}",
      "${aws_autoscaling_group.x.arn}",
    ],
    ["malformed-arn", "elasticloadbalancing:DeleteLoadBalancer", "${aws_lb.x.name}", "${aws_lb.x.id}"],
    ["malformed-arn", "events:PutEvents", "${aws_cloudwatch_event_bus.x.name}", "${aws_cloudwatch_event_bus.x.arn}"],
    [
      "resource-type-mismatch",
      "events:PutEvents",
      "${aws_cloudwatch_event_rule.x.arn}",
      "${aws_cloudwatch_event_bus.x.arn}",
    ],
    ["malformed-arn", "iam:CreateAccessKey", "${aws_iam_user.x.name}", "${aws_iam_user.x.arn}"],
    [
      "malformed-arn",
      "sqs:SendMessage",
      "arn:aws:sqs:eu-west-1:${data.aws_caller_identity.current.arn}:q",
      "arn:aws:sqs:eu-west-1:${data.aws_caller_identity.current.account_id}:q",
    ],
  ])("%s: %s on %s", (code, action, fault, ...neighbours) => {
    for (const form of [json, data]) {
      expect(codesIn("main.tf", form(action, fault))).toContain(code);
      for (const neighbour of neighbours) expect(codesIn("main.tf", form(action, neighbour))).not.toContain(code);
    }
  });

  test.each<readonly [code: string, name: string, type: string, fault: string, ...neighbour: readonly string[]]>([
    [
      "invalid-principal",
      "principal-role-name",
      "aws_sqs_queue_policy",
      '{ Effect = "Allow", Principal = { AWS = aws_iam_role.x.name }, Action = "sqs:SendMessage", Resource = aws_sqs_queue.x.arn }',
      '{ Effect = "Allow", Principal = { AWS = aws_iam_role.x.arn }, Action = "sqs:SendMessage", Resource = aws_sqs_queue.x.arn }',
    ],
    [
      "invalid-principal",
      "principal-profile",
      "aws_sqs_queue_policy",
      '{ Effect = "Allow", Principal = { AWS = aws_iam_instance_profile.x.arn }, Action = "sqs:SendMessage", Resource = aws_sqs_queue.x.arn }',
    ],
    [
      "invalid-principal",
      "principal-group",
      "aws_sqs_queue_policy",
      '{ Effect = "Allow", Principal = { AWS = aws_iam_group.x.arn }, Action = "sqs:SendMessage", Resource = aws_sqs_queue.x.arn }',
    ],
    [
      "invalid-principal",
      "principal-policy",
      "aws_sqs_queue_policy",
      '{ Effect = "Allow", Principal = { AWS = aws_iam_policy.x.arn }, Action = "sqs:SendMessage", Resource = aws_sqs_queue.x.arn }',
    ],
    [
      "resource-type-mismatch",
      "topic-is-queue",
      "aws_sns_topic_policy",
      '{ Effect = "Allow", Principal = { AWS = "123456789012" }, Action = "sns:Publish", Resource = aws_sqs_queue.y.arn }',
    ],
    [
      "impossible-value",
      "sourcearn-bucket-id",
      "aws_sqs_queue_policy",
      '{ Effect = "Allow", Principal = { Service = "s3.amazonaws.com" }, Action = "sqs:SendMessage", Resource = aws_sqs_queue.x.arn, Condition = { ArnEquals = { "aws:SourceArn" = aws_s3_bucket.x.id } } }',
      '{ Effect = "Allow", Principal = { Service = "s3.amazonaws.com" }, Action = "sqs:SendMessage", Resource = aws_sqs_queue.x.arn, Condition = { ArnEquals = { "aws:SourceArn" = aws_s3_bucket.x.arn } } }',
    ],
    [
      "impossible-value",
      "sourceaccount-arn",
      "aws_sqs_queue_policy",
      '{ Effect = "Allow", Principal = { Service = "s3.amazonaws.com" }, Action = "sqs:SendMessage", Resource = aws_sqs_queue.x.arn, Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.arn } } }',
      '{ Effect = "Allow", Principal = { Service = "s3.amazonaws.com" }, Action = "sqs:SendMessage", Resource = aws_sqs_queue.x.arn, Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } } }',
    ],
    [
      "impossible-value",
      "sourcearn-rule-from-topic",
      "aws_sqs_queue_policy",
      '{ Effect = "Allow", Principal = { Service = "sns.amazonaws.com" }, Action = "sqs:SendMessage", Resource = aws_sqs_queue.x.arn, Condition = { ArnEquals = { "aws:SourceArn" = aws_cloudwatch_event_rule.x.arn } } }',
      '{ Effect = "Allow", Principal = { Service = "sns.amazonaws.com" }, Action = "sqs:SendMessage", Resource = aws_sqs_queue.x.arn, Condition = { ArnEquals = { "aws:SourceArn" = aws_sns_topic.x.arn } } }',
    ],
    [
      "impossible-value",
      "sourcevpce-vpc",
      "aws_s3_bucket_policy",
      '{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "${aws_s3_bucket.x.arn}/*", Condition = { StringNotEquals = { "aws:SourceVpce" = aws_vpc.x.id } } }',
      '{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "${aws_s3_bucket.x.arn}/*", Condition = { StringNotEquals = { "aws:SourceVpce" = aws_vpc_endpoint.x.id } } }',
    ],
    [
      "invalid-principal",
      "trust-oidc-url",
      "aws_iam_role",
      '{ Effect = "Allow", Principal = { Federated = aws_iam_openid_connect_provider.x.url }, Action = "sts:AssumeRoleWithWebIdentity", Condition = { StringEquals = { "token.actions.githubusercontent.com:sub" = "repo:octo/app:pull_request" } } }',
      '{ Effect = "Allow", Principal = { Federated = aws_iam_openid_connect_provider.x.arn }, Action = "sts:AssumeRoleWithWebIdentity", Condition = { StringEquals = { "token.actions.githubusercontent.com:sub" = "repo:octo/app:pull_request" } } }',
    ],
    [
      "invalid-principal",
      "oai-id",
      "aws_s3_bucket_policy",
      '{ Effect = "Allow", Principal = { AWS = aws_cloudfront_origin_access_identity.x.id }, Action = "s3:GetObject", Resource = "${aws_s3_bucket.x.arn}/*" }',
      '{ Effect = "Allow", Principal = { AWS = aws_cloudfront_origin_access_identity.x.iam_arn }, Action = "s3:GetObject", Resource = "${aws_s3_bucket.x.arn}/*" }',
    ],
    [
      "invalid-principal",
      "oai-canonical",
      "aws_s3_bucket_policy",
      '{ Effect = "Allow", Principal = { AWS = aws_cloudfront_origin_access_identity.x.s3_canonical_user_id }, Action = "s3:GetObject", Resource = "${aws_s3_bucket.x.arn}/*" }',
      '{ Effect = "Allow", Principal = { CanonicalUser = aws_cloudfront_origin_access_identity.x.s3_canonical_user_id }, Action = "s3:GetObject", Resource = "${aws_s3_bucket.x.arn}/*" }',
    ],
    [
      "resource-type-mismatch",
      "elb-account-id",
      "aws_s3_bucket_policy",
      '{ Effect = "Allow", Principal = { AWS = data.aws_elb_service_account.x.id }, Action = "s3:PutObject", Resource = "${aws_s3_bucket.x.arn}" }',
      '{ Effect = "Allow", Principal = { AWS = data.aws_elb_service_account.x.arn }, Action = "s3:PutObject", Resource = "${aws_s3_bucket.x.arn}/*" }',
    ],
  ])("%s: %s", (code, _, type, fault, ...neighbours) => {
    const argument = type === "aws_iam_role" ? "assume_role_policy" : "policy";
    const written = (statement: string) =>
      `resource "${type}" "p" {\n  ${argument} = jsonencode({ Version = "2012-10-17", Statement = [${statement}] })\n}\n`;
    expect(codesIn("main.tf", written(fault))).toContain(code);
    for (const neighbour of neighbours) expect(codesIn("main.tf", written(neighbour))).not.toContain(code);
  });
});

describe("the issuer in front of a claim", () => {
  const trust = (key: string) => `resource "aws_iam_role" "r" {
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{
    Effect    = "Allow"
    Principal = { Federated = aws_iam_openid_connect_provider.x.arn }
    Action    = "sts:AssumeRoleWithWebIdentity"
    Condition = { StringEquals = { "${key}:sub" = "system:serviceaccount:ns:app" } }
  }] })
}
`;
  test.each([
    ["${aws_iam_openid_connect_provider.x.arn}", true],
    ["${aws_iam_openid_connect_provider.x[0].arn}", true],
    ["${aws_eks_cluster.x.identity[0].oidc[0].issuer}", true],
    ["${data.aws_eks_cluster.x.identity.0.oidc.0.issuer}", true],
    ["${aws_iam_openid_connect_provider.x.url}", false],
    ['${replace(aws_eks_cluster.x.identity[0].oidc[0].issuer, "https://", "")}', false],
    ["${module.eks.oidc_provider}", false],
    ["${local.issuer}", false],
  ])("%s: %s", (key, isWrong) => {
    expect(codesIn("main.tf", trust(key)).includes("absent-key")).toBe(isWrong);
  });
});

describe("the policy of another resource", () => {
  const statement = (Resource: string) =>
    `{ Effect = "Allow", Principal = { AWS = "123456789012" }, Action = "s3:GetObject", Resource = ${Resource} }`;
  const written = (bucket: string, resource: string) =>
    `resource "aws_s3_bucket_policy" "p" {\n  bucket = ${bucket}\n  policy = jsonencode({ Version = "2012-10-17", Statement = [${statement(resource)}] })\n}\n`;

  test.each([
    ["aws_s3_bucket.a.id", '"${aws_s3_bucket.b.arn}/*"', true],
    ["aws_s3_bucket.a.id", '"${aws_s3_bucket.a.arn}/*"', false],
    ["aws_s3_bucket.a[0].bucket", '"${aws_s3_bucket.a[1].arn}/*"', false],
    ["aws_s3_bucket.a.id", '"${var.arn}/*"', false],
    ["aws_s3_bucket.a.id", '["${aws_s3_bucket.b.arn}/*", "${aws_s3_bucket.a.arn}/*"]', false],
    ['"alpha"', '"arn:aws:s3:::beta/*"', true],
    ['"alpha"', '"arn:aws:s3:::alpha/*"', false],
    ['"alpha"', '"arn:aws:s3:::al*/*"', false],
    ['"${var.name}-logs"', '"arn:aws:s3:::beta/*"', false],
  ])("%s with %s: %s", (bucket, resource, isOther) => {
    expect(codesIn("main.tf", written(bucket, resource)).includes("other-resource")).toBe(isOther);
  });

  test.each([
    ["b", true],
    ["a", false],
  ])("by a document, of the queue %s", (queue, isOther) => {
    const text = `
resource "aws_sqs_queue_policy" "p" {
  queue_url = aws_sqs_queue.a.id
  policy    = data.aws_iam_policy_document.d.json
}
data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.${queue}.arn]
    principals {
      type        = "AWS"
      identifiers = ["123456789012"]
    }
  }
}
`;
    expect(codesIn("main.tf", text).includes("other-resource")).toBe(isOther);
    const twice = `${text}\nresource "aws_sqs_queue_policy" "q" {\n  queue_url = aws_sqs_queue.b.id\n  policy = data.aws_iam_policy_document.d.json\n}\n`;
    expect(codesIn("main.tf", twice)).not.toContain("other-resource");
    // Of a document that is a part of another one too, the other one says on what it is set.
    const part = `${text}\ndata "aws_iam_policy_document" "whole" {\n  source_policy_documents = [data.aws_iam_policy_document.d.json]\n}\n`;
    expect(codesIn("main.tf", part)).not.toContain("other-resource");
  });
});

describe("in a template", () => {
  const TYPES = {
    B: "S3::Bucket",
    Q: "SQS::Queue",
    T: "SNS::Topic",
    D: "DynamoDB::Table",
    F: "Lambda::Function",
    K: "KMS::Key",
    L: "Logs::LogGroup",
    M: "StepFunctions::StateMachine",
    RR: "IAM::Role",
    E: "ECR::Repository",
    ST: "Kinesis::Stream",
    API: "ApiGateway::RestApi",
    UP: "Cognito::UserPool",
  };
  const resources = Object.entries(TYPES).map(([id, type]) => `  ${id}: { Type: "AWS::${type}" }\n`);
  const template = (action: string, resource: string) => `Resources:
${resources.join("")}  P:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: ${action}
            Resource: ${resource}
`;

  test.each<Row>([
    ["malformed-arn", "s3:ListBucket", "!Ref B", "!GetAtt B.Arn"],
    ["malformed-arn", "s3:GetObject", "!Sub '${B}/*'", "!Sub '${B.Arn}/*'"],
    ["malformed-arn", "s3:GetObject", "!Sub 'arn:aws:s3:::${B.Arn}/*'", "!Sub 'arn:aws:s3:::${B}/*'"],
    ["malformed-arn", "sqs:SendMessage", "!Ref Q", "!GetAtt Q.Arn"],
    ["malformed-arn", "sqs:SendMessage", "!GetAtt Q.QueueName", "!GetAtt Q.Arn"],
    ["malformed-arn", "sns:Publish", "!GetAtt T.TopicName", "!Ref T"],
    ["malformed-arn", "dynamodb:GetItem", "!Ref D", "!GetAtt D.Arn"],
    ["resource-type-mismatch", "dynamodb:GetItem", "!GetAtt D.StreamArn", "!GetAtt D.Arn"],
    ["malformed-arn", "lambda:InvokeFunction", "!Ref F", "!GetAtt F.Arn"],
    ["malformed-arn", "kms:Decrypt", "!Ref K", "!GetAtt K.Arn"],
    ["malformed-arn", "logs:PutLogEvents", "!Ref L", "!GetAtt L.Arn"],
    [
      "malformed-arn",
      "logs:PutLogEvents",
      "!Sub 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:${L.Arn}'",
      "!Sub 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:${L}:*'",
    ],
    ["malformed-arn", "sts:AssumeRole", "!Ref RR", "!GetAtt RR.Arn"],
    ["malformed-arn", "ecr:BatchGetImage", "!Ref E", "!GetAtt E.Arn"],
    ["malformed-arn", "kinesis:PutRecord", "!Ref ST", "!GetAtt ST.Arn"],
    [
      "malformed-arn",
      "execute-api:Invoke",
      "!Ref API",
      "!Sub 'arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${API}/*'",
    ],
    ["malformed-arn", "cognito-idp:AdminGetUser", "!Ref UP", "!GetAtt UP.Arn"],
    ["invalid-policy-variable", "s3:GetObject", "'arn:aws:s3:::${B}/*'", "!Sub 'arn:aws:s3:::${B}/*'"],
    [
      "invalid-policy-variable",
      "sqs:SendMessage",
      "'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:q'",
      "!Sub 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:q'",
    ],
    [
      "malformed-arn",
      "s3:GetObject",
      "!Join ['/', ['arn:aws:s3:::', !Ref B, '*']]",
      "!Join ['/', [!GetAtt B.Arn, '*']]",
    ],
    ["malformed-arn", "states:StartExecution", "!GetAtt M.Name", "!Ref M"],
    [
      "malformed-arn",
      "sqs:SendMessage",
      "!Sub 'arn:aws:sqs:${AWS::Region}${AWS::AccountId}:q'",
      "!Sub 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:q'",
    ],
    [
      "malformed-arn",
      "sqs:SendMessage",
      "!Sub 'arn:aws:sqs:${AWS::AccountId}:${AWS::Region}:q'",
      "!Sub 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:q'",
    ],
    [
      "malformed-arn",
      "sts:AssumeRole",
      "!Sub 'arn:aws:iam:${AWS::Region}:${AWS::AccountId}:role/x'",
      "!Sub 'arn:aws:iam::${AWS::AccountId}:role/x'",
    ],
    [
      "malformed-arn",
      "s3:GetObject",
      "!Sub 'arn:aws:s3:${AWS::Region}:${AWS::AccountId}:raw/*'",
      "!Sub 'arn:${AWS::Partition}:s3:::raw/*'",
    ],
  ])("%s: %s on %s", (code, action, fault, ...neighbours) => {
    expect(codesIn("template.yaml", template(action, fault))).toContain(code);
    for (const neighbour of neighbours)
      expect(codesIn("template.yaml", template(action, neighbour))).not.toContain(code);
  });
});
