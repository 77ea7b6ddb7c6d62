// Resource aws_glue_dev_endpoint of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_glue_dev_endpoint --version 6.34.0`.
import { blockType, map, number, optional, resourceType, set, string } from "tfwright";

const glueDevEndpointConfigFields = {
  /** Another value replaces the resource. */
  name: string(),
  /** Another value replaces the resource. */
  role_arn: string(),
  arguments: optional(map(string())),
  extra_jars_s3_path: optional(string()),
  extra_python_libs_s3_path: optional(string()),
  /** Another value replaces the resource. */
  glue_version: optional(string()),
  id: optional(string()),
  /** Another value replaces the resource. */
  number_of_nodes: optional(number()),
  /** Another value replaces the resource. */
  number_of_workers: optional(number()),
  public_key: optional(string()),
  public_keys: optional(set(string())),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  /** Another value replaces the resource. */
  security_configuration: optional(string()),
  /** Another value replaces the resource. */
  security_group_ids: optional(set(string())),
  /** Another value replaces the resource. */
  subnet_id: optional(string()),
  tags: optional(map(string())),
  tags_all: optional(map(string())),
  /** Another value replaces the resource. */
  worker_type: optional(string()),
};

/** Arguments of `aws_glue_dev_endpoint`. */
class GlueDevEndpointConfig extends blockType(glueDevEndpointConfigFields) {}

const glueDevEndpointAttributes = {
  arn: string(),
  availability_zone: string(),
  failure_reason: string(),
  private_address: string(),
  public_address: string(),
  status: string(),
  vpc_id: string(),
  yarn_endpoint_address: string(),
  zeppelin_remote_spark_interpreter_port: number(),
};

/** Resource `aws_glue_dev_endpoint`. */
export class GlueDevEndpoint extends resourceType("aws_glue_dev_endpoint", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: GlueDevEndpointConfig,
  attributes: glueDevEndpointAttributes,
}) {}
