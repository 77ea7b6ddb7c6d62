/** A registry and its schemas: what producers and consumers of a stream agree on. */
import {
  checkBlock,
  defineModule,
  each,
  eq,
  fn,
  lte,
  map,
  object,
  oneOf,
  optional,
  or,
  output,
  resource,
  string,
  toMap,
} from "tfwright";
import { offline, providers, region, tags } from "./aws";
import { glueSchemaRegistryJa } from "./ja/glue-schema-registry";
import { GlueRegistry } from "./providers/aws/glue-registry";
import { GlueSchema } from "./providers/aws/glue-schema";
import { KEYS_ARE_KNOWN, shapeOf } from "./rules";

const COMPATIBILITIES = [
  "NONE",
  "DISABLED",
  "BACKWARD",
  "BACKWARD_ALL",
  "FORWARD",
  "FORWARD_ALL",
  "FULL",
  "FULL_ALL",
] as const;

const avro = (...fields: readonly object[]) => JSON.stringify({ type: "record", name: "Order", fields });
const order = avro({ name: "id", type: "long" });
const changedOrder = avro({ name: "id", type: "long" }, { name: "note", type: "string", default: "" });

export const glueSchemaRegistry = defineModule({
  name: "glue-schema-registry",
  iam: [
    "A registry has no role. Producers and consumers of the stream use their own.",
    "To apply this module you need `glue:CreateRegistry`, `glue:GetRegistry`, `glue:UpdateRegistry`, `glue:DeleteRegistry`, `glue:CreateSchema`, `glue:GetSchema`, `glue:GetSchemaVersion`, `glue:UpdateSchema`, `glue:RegisterSchemaVersion`, `glue:DeleteSchema`, `glue:GetTags`, `glue:TagResource` and `glue:UntagResource` on `arn:aws:glue:REGION:ACCOUNT:registry/NAME` and `arn:aws:glue:REGION:ACCOUNT:schema/NAME/*`.",
    "A consumer needs `glue:GetSchemaVersion` on `*`, because it finds a version by its ID. A producer needs `glue:GetSchemaByDefinition` on the registry and the schema besides. It needs `glue:RegisterSchemaVersion` only if it registers new versions itself. Do not allow that for schemas of this module.",
  ],
  notes: [
    "AWS checks whether a changed definition is compatible only after it has accepted the new version. If it is not compatible, the version gets the status `FAILURE`, and the old version stays the latest one, but the apply succeeds. The check `definitions_are_registered` then warns at the end of the apply, and the next plan shows the same change again. Correct the definition, or change `compatibility` in an apply before.",
    "Each change of `definition` registers a new version, also if only spaces change. Old versions stay: producers and consumers that use them go on. You cannot return to an old version: an old definition is registered already, and the latest version does not change.",
    "AWS cannot change the `data_format` of a schema, and the provider does not replace the schema for it: the plan shows the same change for ever. Use another key in `schemas`, which makes another schema.",
    "If you destroy a schema, AWS deletes all of its versions, and messages of a stream that use them can no longer be read. If you rename the registry, all of its schemas are replaced.",
    'Keep definitions in files: `definition = file("${path.module}/schemas/order.avsc")`.',
  ],
  examples: {
    basic: {
      description: "A registry with one Avro schema.",
      inputs: { name: "shop", schemas: { order: { definition: order } } },
    },
    complete: {
      description: "Schemas of each format.",
      inputs: {
        name: "shop",
        description: "Events of the shop",
        schemas: {
          order: { definition: order, data_format: "AVRO", compatibility: "FULL_ALL", description: "An order" },
          customer: {
            definition: JSON.stringify({ $schema: "http://json-schema.org/draft-07/schema#", type: "object" }),
            data_format: "JSON",
          },
          payment: {
            definition: 'syntax = "proto3";\n\nmessage Payment {\n  int64 id = 1;\n}\n',
            data_format: "PROTOBUF",
            compatibility: "FORWARD",
          },
        },
        region: "eu-west-1",
        tags: { owner: "data-team" },
      },
    },
    adopt: {
      description: "Takes over a hand-written registry and schema without a change.",
      inputs: { name: "shop", schemas: { order: { definition: order } } },
      moved: [
        { from: "aws_glue_registry.shop", to: "aws_glue_registry.this" },
        { from: "aws_glue_schema.order", to: 'aws_glue_schema.this["order"]' },
      ],
    },
  },
  tests: {
    registry: {
      providers: offline,
      variables: { name: "shop" },
      runs: [
        {
          name: "no_schemas",
          assert: [
            { condition: 'output.name == "shop"', message: "name" },
            { condition: "length(aws_glue_schema.this) == 0", message: "no schema" },
          ],
        },
        {
          name: "schemas",
          variables: {
            schemas: {
              order: { definition: changedOrder },
              payment: { definition: 'syntax = "proto3";', data_format: "PROTOBUF", compatibility: "NONE" },
            },
          },
          assert: [
            { condition: 'aws_glue_schema.this["order"].schema_name == "order"', message: "the key is the name" },
            { condition: 'aws_glue_schema.this["order"].data_format == "AVRO"', message: "format" },
            { condition: 'aws_glue_schema.this["order"].compatibility == "BACKWARD"', message: "compatibility" },
            { condition: 'aws_glue_schema.this["payment"].compatibility == "NONE"', message: "as given" },
          ],
        },
        {
          name: "an_avro_schema_is_json",
          variables: { name: "my shop", schemas: { order: { definition: "record Order {}" } } },
          expectFailures: ["var.name", "var.schemas"],
        },
        {
          name: "a_json_schema_is_json",
          variables: { schemas: { order: { definition: "type: object", data_format: "JSON" } } },
          expectFailures: ["var.schemas"],
        },
        {
          name: "a_name_has_no_space",
          variables: { schemas: { "my order": { definition: order } } },
          expectFailures: ["var.schemas"],
        },
      ],
    },
  },
  translations: { ja: glueSchemaRegistryJa },
  title: "AWS Glue schema registry",
  description: "A schema registry and its schemas (Avro, JSON Schema, Protobuf), for streams of Kafka and Kinesis.",
  providers,
  variables: {
    name: string({
      description: "Name of the registry.",
      validate: [
        shapeOf(
          "^[A-Za-z0-9_$#.-]+$",
          'name must have 1 to 255 letters, digits and _ $ # . -, and no spaces: "shop-events".',
        ),
      ],
    }),
    description: optional(string({ description: "What the registry is for." })),
    schemas: map(
      object(
        {
          definition: string({
            description: "Text of the schema. Another text registers a new version",
            validate: [
              {
                condition: (text) => lte(fn.length(text), 170000),
                message: "definition of schemas must have at most 170,000 characters.",
                shows: "element",
              },
            ],
          }),
          data_format: optional(
            oneOf(["AVRO", "JSON", "PROTOBUF"], {
              description: "Language of the schema: `AVRO`, `JSON` or `PROTOBUF`. It cannot be changed later",
            }),
            "AVRO",
          ),
          compatibility: optional(
            oneOf(COMPATIBILITIES, {
              description: `What a new version must be compatible with: ${COMPATIBILITIES.map((one) => `\`${one}\``).join(", ")}. \`BACKWARD\`: consumers with the new version read data of the previous one. \`DISABLED\`: there are no new versions`,
            }),
            "BACKWARD",
          ),
          description: optional(string({ description: "What the schema describes" })),
        },
        {
          validate: [
            {
              condition: (schema) => or(eq(schema.data_format, "PROTOBUF"), fn.can(fn.jsondecode(schema.definition))),
              message:
                'definition of schemas must be JSON for AVRO and JSON, for example the content of an .avsc file: file("order.avsc").',
              shows: "element",
            },
          ],
        },
      ),
      {
        description: `Schemas by their names. ${KEYS_ARE_KNOWN}`,
        default: {},
        validate: [
          {
            condition: (schemas) =>
              fn.alltrue(
                each(fn.keys(schemas), (name) => fn.can(fn.regex("^[A-Za-z0-9_$#.-]*[A-Za-z0-9_$#-]$", name))),
              ),
            message:
              "The keys of schemas are the names of the schemas: letters, digits and _ $ # . -, with no dot at the end, and no spaces.",
            shows: "element",
          },
        ],
      },
    ),
    region,
    tags,
  },
  build(scope, v) {
    const registry = resource(scope, GlueRegistry, "this", {
      registry_name: v.name,
      description: v.description,
      region: v.region,
      tags: v.tags,
    });
    const schemas = resource(
      scope,
      GlueSchema,
      "this",
      (item) => ({
        registry_arn: registry.arn,
        schema_name: item.key,
        schema_definition: item.value.definition,
        data_format: item.value.data_format,
        compatibility: item.value.compatibility,
        description: item.value.description,
        region: v.region,
        tags: v.tags,
      }),
      { forEach: v.schemas, lifecycle: { replaceTriggeredBy: [registry.registry_name] } },
    );
    checkBlock(scope, "definitions_are_registered", [
      {
        condition: fn.alltrue(
          each(v.schemas, (schema, name) => eq(schemas.at(name).schema_definition, schema.definition), {
            as: "schema",
          }),
        ),
        message:
          "The latest version of a schema does not have its definition. AWS has rejected the new version, because it is not compatible with the version before, or somebody else registered a version. Compare the definitions, and correct yours or change compatibility.",
      },
    ]);
    return {
      name: output(registry.registry_name, { description: "Name of the registry." }),
      arn: output(registry.arn, { description: "ARN of the registry." }),
      schema_arns: output(
        toMap(v.schemas, (_schema, name) => [name, schemas.at(name).arn]),
        { description: "ARNs of the schemas by their names." },
      ),
      latest_versions: output(
        toMap(v.schemas, (_schema, name) => [name, schemas.at(name).latest_schema_version]),
        { description: "Numbers of the latest available versions by the names of the schemas." },
      ),
    };
  },
});
