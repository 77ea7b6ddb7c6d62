import { defineConfig } from "tfwright";
import { modules } from "./modules";

export default defineConfig({
  modules,
  out: "generated",
  templates: "modules/templates",
  providers: {
    aws: { source: "hashicorp/aws", version: "6.34.0", types: ["aws_glue_trigger"], out: "modules/providers/aws" },
  },
});
