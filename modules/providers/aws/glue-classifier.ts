// Resource aws_glue_classifier of hashicorp/aws 6.34.0. Edits will be lost: this file is written by
// `tfwright provider hashicorp/aws aws_glue_classifier --version 6.34.0`.
import { blockType, bool, list, nestedBlock, optional, resourceType, string } from "tfwright";

const glueClassifierCsvClassifierFields = {
  allow_single_column: optional(bool()),
  contains_header: optional(string()),
  custom_datatype_configured: optional(bool()),
  custom_datatypes: optional(list(string())),
  delimiter: optional(string()),
  disable_value_trimming: optional(bool()),
  header: optional(list(string())),
  quote_symbol: optional(string()),
  serde: optional(string()),
};

class GlueClassifierCsvClassifier extends blockType(glueClassifierCsvClassifierFields) {}

const glueClassifierGrokClassifierFields = {
  classification: string(),
  grok_pattern: string(),
  custom_patterns: optional(string()),
};

class GlueClassifierGrokClassifier extends blockType(glueClassifierGrokClassifierFields) {}

const glueClassifierJsonClassifierFields = { json_path: string() };

class GlueClassifierJsonClassifier extends blockType(glueClassifierJsonClassifierFields) {}

const glueClassifierXmlClassifierFields = { classification: string(), row_tag: string() };

class GlueClassifierXmlClassifier extends blockType(glueClassifierXmlClassifierFields) {}

const glueClassifierConfigFields = {
  /** Another value replaces the resource. */
  name: string(),
  id: optional(string()),
  /**
   * Region where this resource will be
   * [managed](https://docs.aws.amazon.com/general/latest/gr/rande.html#regional-endpoints). Defaults to the Region
   * set in the [provider
   * configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference).
   */
  region: optional(string()),
  csv_classifier: optional(nestedBlock(GlueClassifierCsvClassifier)),
  grok_classifier: optional(nestedBlock(GlueClassifierGrokClassifier)),
  json_classifier: optional(nestedBlock(GlueClassifierJsonClassifier)),
  xml_classifier: optional(nestedBlock(GlueClassifierXmlClassifier)),
};

/** Arguments of `aws_glue_classifier`. */
class GlueClassifierConfig extends blockType(glueClassifierConfigFields) {}

/** Resource `aws_glue_classifier`. */
export class GlueClassifier extends resourceType("aws_glue_classifier", {
  from: { source: "hashicorp/aws", version: "6.34.0" },
  arguments: GlueClassifierConfig,
}) {}
