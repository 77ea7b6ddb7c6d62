/** Endpoints of a VPC whose policies take no principal but everybody. */
import { GATEWAY_ENDPOINT } from "../iam/document/policy";

/** What an endpoint says of itself; a text that is not known is `${...}`, and undefined stands for what is not set. */
interface EndpointArguments {
  readonly type: string | undefined;
  readonly service: string | undefined;
}

/**
 * On what the policy of an endpoint is set, as documents say it; undefined for an interface, and for what may be one. hashicorp/aws and
 * CloudFormation: an endpoint is a gateway unless it says otherwise. Only Amazon S3 and Amazon DynamoDB have one.
 */
export function endpointTarget({ type = "Gateway", service = "" }: EndpointArguments): string | undefined {
  return type === "Gateway" && /\.(?:s3|dynamodb)$/.test(service) ? GATEWAY_ENDPOINT : undefined;
}
