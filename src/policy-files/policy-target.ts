/** On what a policy is set, where the type of the resource that sets it tells: see `attachedTo` of a document. */
import { ECR_REGISTRY, ECR_REPOSITORY, GATEWAY_ENDPOINT } from "../iam/document/policy";
import { lookUp } from "../text/look-up";

/** By the types of Terraform and of CloudFormation. */
const TARGETS: Readonly<Record<string, string>> = {
  aws_ecr_registry_policy: ECR_REGISTRY,
  aws_ecr_repository_creation_template: ECR_REPOSITORY,
  aws_ecr_repository_policy: ECR_REPOSITORY,
  awscc_ecr_registry_policy: ECR_REGISTRY,
  awscc_ecr_repository: ECR_REPOSITORY,
  awscc_ecr_repository_creation_template: ECR_REPOSITORY,
  "AWS::ECR::RegistryPolicy": ECR_REGISTRY,
  "AWS::ECR::Repository": ECR_REPOSITORY,
  "AWS::ECR::RepositoryCreationTemplate": ECR_REPOSITORY,
};

/** Endpoints of a VPC: what their types call the kind of an endpoint, and the name of its service. */
const ENDPOINTS: Readonly<Record<string, readonly [kind: string, service: string]>> = {
  aws_vpc_endpoint: ["vpc_endpoint_type", "service_name"],
  "AWS::EC2::VPCEndpoint": ["VpcEndpointType", "ServiceName"],
};

/**
 * On what the resources of a type set their policies. `textOf` has the text of an argument: `${...}` where it is not known, and undefined
 * where it is not set.
 */
export function policyTarget(type: string, textOf: (argument: string) => string | undefined): string | undefined {
  const endpoint = lookUp(ENDPOINTS, type);
  if (endpoint === undefined) return lookUp(TARGETS, type);
  const [kind, service] = endpoint.map(textOf);
  return isGateway(kind, service) ? GATEWAY_ENDPOINT : undefined;
}

/** hashicorp/aws and CloudFormation: an endpoint is a gateway unless it says otherwise. Only Amazon S3 and Amazon DynamoDB have one. */
function isGateway(kind = "Gateway", service = ""): boolean {
  return kind === "Gateway" && /\.(?:s3|dynamodb)$/.test(service);
}
