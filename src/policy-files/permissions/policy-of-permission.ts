/** Resources that let somebody in by their arguments: AWS makes a statement of the policy of a resource from them. */
import type { JsonNode, JsonObject } from "../../json/json-node";
import type { ObjectValue, Value } from "../../terraform/value";
import { lookUp } from "../../text/look-up";
import type { DocumentArguments } from "../document-arguments";
import { eventPermission } from "./event-permission";
import { lambdaPermission } from "./lambda-permission";
import { makerOfArguments, makerOfProperties, type StatementMaker } from "./statement-maker";

/** What a permission was written as: hints name its arguments. */
export interface PermissionSource {
  readonly service: "events" | "lambda";
  readonly language: "template" | "terraform";
}

const SOURCES: Readonly<Record<string, PermissionSource>> = {
  aws_cloudwatch_event_permission: { service: "events", language: "terraform" },
  aws_lambda_permission: { service: "lambda", language: "terraform" },
  "AWS::Events::EventBusPolicy": { service: "events", language: "template" },
  "AWS::Lambda::Permission": { service: "lambda", language: "template" },
};

/** What resources of a type, of Terraform or of CloudFormation, are permissions of; undefined if they are none. */
export function permissionSource(type: string): PermissionSource | undefined {
  return lookUp(SOURCES, type);
}

/** The policy of a permission in HCL or in a plan; undefined where it lacks what one needs. */
export function policyOfPermission(source: PermissionSource, given: DocumentArguments): ObjectValue | undefined {
  return policyBy<Value>(source, makerOfArguments(given)) as ObjectValue | undefined;
}

/** The policy of a permission with these properties of CloudFormation. */
export function policyOfPermissionProperties(source: PermissionSource, properties: JsonObject): JsonObject | undefined {
  return policyBy<JsonNode>(source, makerOfProperties(properties)) as JsonObject | undefined;
}

/** The policy of a permission whose values a maker gives. */
export function policyBy<T>({ service }: PermissionSource, maker: StatementMaker<T>): T | undefined {
  return service === "lambda" ? lambdaPermission(maker) : eventPermission(maker);
}
