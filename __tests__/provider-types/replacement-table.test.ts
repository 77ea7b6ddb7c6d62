import { statSync } from "node:fs";
import { join } from "node:path";
import { replacesOf } from "../../src/provider-types/replacement-table";

const DATA = join(__dirname, "..", "..", "src", "provider-types", "data", "aws-replacement.json");
const replaces = replacesOf("hashicorp/aws");

describe("hashicorp/aws", () => {
  test.each([
    ["aws_instance", "ami", true],
    ["aws_instance", "root_block_device.encrypted", true],
    ["aws_instance", "root_block_device.volume_size", false],
    // An instance is replaced where the new type is of another architecture.
    ["aws_instance", "instance_type", undefined],
    ["aws_s3_bucket", "bucket", true],
    ["aws_s3_bucket", "tags", false],
    ["aws_s3_bucket", "force_destroy", false],
    ["aws_glue_job", "name", true],
    ["aws_glue_job", "timeout", false],
    ["aws_glue_job", "command.script_location", false],
    ["aws_glue_crawler", "name", true],
    ["aws_glue_catalog_table", "name", true],
    ["aws_glue_catalog_table", "parameters", false],
    ["aws_db_instance", "engine", true],
    ["aws_db_instance", "engine_version", false],
    ["aws_db_instance", "identifier", false],
    ["aws_subnet", "cidr_block", true],
    ["aws_vpc", "cidr_block", true],
    ["aws_vpc", "enable_dns_support", false],
    ["aws_security_group", "description", true],
    ["aws_security_group", "ingress.from_port", false],
    ["aws_dynamodb_table", "hash_key", true],
    ["aws_dynamodb_table", "billing_mode", false],
    ["aws_lambda_function", "function_name", true],
    ["aws_lambda_function", "runtime", false],
    ["aws_iam_role", "name", true],
    ["aws_iam_role", "assume_role_policy", false],
    ["aws_kms_key", "key_usage", true],
    ["aws_sqs_queue", "fifo_queue", true],
    ["aws_eks_cluster", "kubernetes_network_config.service_ipv4_cidr", true],
    ["aws_eks_cluster", "kubernetes_network_config.elastic_load_balancing", false],
    // Tags as a rule force nothing; these do.
    ["aws_fis_experiment_template", "tags", true],
    // The source says it of the block alone, not of this argument in it.
    ["aws_db_instance", "restore_to_point_in_time", true],
    ["aws_db_instance", "restore_to_point_in_time.restore_time", undefined],
    // Decided by the values, in CustomizeDiff.
    ["aws_lb", "subnets", undefined],
    ["aws_glue_classifier", "csv_classifier", undefined],
    // Types of terraform-plugin-framework.
    ["aws_eks_pod_identity_association", "cluster_name", true],
    ["aws_eks_pod_identity_association", "role_arn", false],
    ["aws_s3_directory_bucket", "location", true],
    ["aws_s3_directory_bucket", "location.name", true],
    ["aws_s3_directory_bucket", "force_destroy", false],
    ["aws_bedrockagent_agent", "instruction", false],
    ["aws_vpc_security_group_ingress_rule", "security_group_id", true],
    ["aws_vpc_security_group_ingress_rule", "cidr_ipv4", undefined],
    // The provider adds it to each type, but to those that have one of their own.
    ["aws_glue_job", "region", undefined],
    ["aws_servicequotas_template", "region", true],
  ] as const)("%s: %s: %s", (type, path, expected) => {
    expect(replaces(type, path.split("."))).toBe(expected);
  });

  test.each(["aws_no_such_type", "aws_", "aws", "docker_container", "aws_constructor", "aws___proto__"])(
    "nothing is known of %s",
    (type) => {
      expect(replaces(type, ["name"])).toBeUndefined();
    },
  );

  test.each(["registry.terraform.io/hashicorp/aws", "registry.opentofu.org/hashicorp/aws", "HashiCorp/aws", "aws"])(
    "%s is the same provider",
    (source) => {
      expect(replacesOf(source)("aws_glue_job", ["name"])).toBe(true);
    },
  );

  test("its table stays small", () => {
    expect(statSync(DATA).size).toBeLessThan(120 * 1024);
  });
});

test.each(["kreuzwerker/docker", "hashicorp/awscc", "example.com/hashicorp/aws", "me/aws", "", "a/b/c/d"])(
  "nothing is known of the provider %j",
  (source) => {
    expect(replacesOf(source)("aws_glue_job", ["name"])).toBeUndefined();
  },
);
