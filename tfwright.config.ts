import { defineConfig } from "tfwright";
import { modules } from "./modules";

export default defineConfig({
  modules,
  out: "generated",
  templates: "modules/templates",
  providers: {
    aws: {
      source: "hashicorp/aws",
      version: "6.34.0",
      types: [
        "aws_cloudwatch_event_rule",
        "aws_cloudwatch_event_target",
        "aws_cloudwatch_log_group",
        "aws_glue_*",
        "aws_lakeformation_lf_tag",
        "aws_lakeformation_opt_in",
        "aws_lakeformation_permissions",
        "aws_lakeformation_resource",
        "aws_s3_object",
        "aws_security_group",
        "aws_vpc_endpoint",
        "aws_vpc_security_group_egress_rule",
        "aws_vpc_security_group_ingress_rule",
        "data.aws_subnet",
      ],
      out: "modules/providers/aws",
    },
  },
});
