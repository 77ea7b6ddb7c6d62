// biome-ignore-all format: each mistake stands on the line behind its comment
// biome-ignore-all lint/suspicious/noDoubleEquals: one of the mistakes
/**
 * What must not compile: each line behind a `@ts-expect-error` is an error, and `types.test.ts` counts them.
 * Nothing here runs.
 */
import { GlueCatalogTable } from "@cdktf/provider-aws/lib/glue-catalog-table";
import { GlueCrawler } from "@cdktf/provider-aws/lib/glue-crawler";
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import {
  blockIf,
  blockList,
  blocks,
  bool,
  defineModule,
  each,
  type InputsOf,
  ifNotNull,
  list,
  map,
  moduleCall,
  number,
  object,
  oneOf,
  optional,
  optionalBlock,
  output,
  resource,
  string,
} from "tfwright";

const variables = {
  name: string(),
  size: number(),
  flag: bool(),
  names: list(string()),
  tags: map(string()),
  target: object({ path: string(), depth: optional(number()) }),
  targets: list(object({ path: string() })),
  rule: optional(object({ id: string() })),
  mode: oneOf(["fast", "slow"], { default: "fast" }),
};
const command = { scriptLocation: "s" };

export const module = defineModule({
  name: "sample",
  title: "Sample",
  description: "A sample.",
  variables,
  build(scope, v) {
    // Names of variables and their attributes.
    // @ts-expect-error no such variable
    v.nam;
    // @ts-expect-error no such attribute
    v.target.pth;
    // @ts-expect-error what may be null is reached by ifNotNull or optionalBlock
    v.rule.id;

    // JavaScript on plan-time values.
    // @ts-expect-error + on a number
    v.size + 1;
    // @ts-expect-error > on a number
    v.size > 0;
    // @ts-expect-error map on a list
    v.names.map((name) => name);
    // @ts-expect-error length of a list
    v.names.length;
    // @ts-expect-error walking a list
    for (const name of v.names) output(name);
    // @ts-expect-error spreading a list
    [...v.names];
    // @ts-expect-error index of a list
    v.names[0];
    // @ts-expect-error a method of text
    v.name.toUpperCase();
    // @ts-expect-error length of a text
    v.name.length;
    // @ts-expect-error === with a text
    v.name === "x";
    // @ts-expect-error == with a text
    v.name == "x";
    // @ts-expect-error === with a number
    v.size === 1;
    // @ts-expect-error an attribute of a map
    v.tags.owner;
    // @ts-expect-error switch over a text
    switch (v.mode) { case "fast": break; }

    // Arguments of resources.
    // @ts-expect-error no such argument
    resource(scope, GlueJob, "a", { name: v.name, roleArn: "r", command, timout: 1 });
    // @ts-expect-error a number where a text is wanted
    resource(scope, GlueJob, "b", { name: v.size, roleArn: "r", command });
    // @ts-expect-error a text where a number is wanted
    resource(scope, GlueJob, "c", { name: v.name, roleArn: "r", command, timeout: v.name });
    // @ts-expect-error a text where a list is wanted
    resource(scope, GlueJob, "d", { name: v.name, roleArn: "r", command, connections: v.name });
    // @ts-expect-error a list where a map is wanted
    resource(scope, GlueJob, "e", { name: v.name, roleArn: "r", command, tags: v.names });
    // @ts-expect-error null where something is required
    resource(scope, GlueJob, "f", { name: null, roleArn: "r", command });
    // @ts-expect-error may be null where something is required
    resource(scope, GlueJob, "g", { name: v.name, roleArn: "r", command: optionalBlock(v.rule, (rule) => ({ scriptLocation: rule.id })), timeout: "1", });
    // @ts-expect-error a required argument is missing
    resource(scope, GlueJob, "h", { name: v.name, command });
    // @ts-expect-error a required argument of a block is missing
    resource(scope, GlueJob, "i", { name: v.name, roleArn: "r", command: { name: "glueetl" } });
    // @ts-expect-error no such argument in a block
    resource(scope, GlueJob, "j", { name: v.name, roleArn: "r", command: { scriptLocation: "s", script: "x" } });
    // @ts-expect-error a meta-argument among the arguments
    resource(scope, GlueJob, "k", { name: v.name, roleArn: "r", command, count: 1 });
    // @ts-expect-error no such argument deep in a resource of many blocks
    resource(scope, Wafv2WebAcl, "l", { name: "x", scope: "REGIONAL", defaultAction: { alow: {} }, visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "x", sampledRequestsEnabled: v.flag }, });

    // Inside blocks.
    const crawler = { name: "c", role: "r", databaseName: "d" };
    // @ts-expect-error no such argument in blocks
    resource(scope, GlueCrawler, "a", { ...crawler, s3Target: blocks(v.targets, (target) => ({ path: target.path, pth: "x" })), });
    // @ts-expect-error no such attribute of an element
    resource(scope, GlueCrawler, "b", { ...crawler, s3Target: blocks(v.targets, (target) => ({ path: target.pth })) });
    // @ts-expect-error no such argument in optionalBlock over a part that may be null
    resource(scope, GlueCrawler, "b2", { ...crawler, lineageConfiguration: optionalBlock(ifNotNull(v.rule, () => v.target.depth, null), () => ({ crawlerLineage: "ENABLE" })), });
    // @ts-expect-error a wrong type in blocks
    resource(scope, GlueCrawler, "c", { ...crawler, s3Target: blocks(v.targets, () => ({ path: v.size })) });
    // @ts-expect-error a required argument is missing in blocks
    resource(scope, GlueCrawler, "d", { ...crawler, s3Target: blocks(v.targets, () => ({ exclusions: [] })) });
    // @ts-expect-error no such argument in optionalBlock
    resource(scope, GlueCrawler, "e", { ...crawler, lineageConfiguration: optionalBlock(v.rule, () => ({ crawlerLineage: "ENABLE" })), });
    // @ts-expect-error a wrong type in optionalBlock
    resource(scope, GlueCrawler, "f", { ...crawler, lineageConfiguration: optionalBlock(v.rule, () => ({ crawlerLineageSettings: 1 })), });
    // @ts-expect-error no such argument in blockIf
    resource(scope, GlueCrawler, "g", { ...crawler, lineageConfiguration: blockIf(v.flag, () => ({ crawlerLineage: "ENABLE" })), });
    // @ts-expect-error a condition that is no bool
    resource(scope, GlueCrawler, "h", { ...crawler, lineageConfiguration: blockIf(v.name, () => ({})) });
    // @ts-expect-error no such argument in what `blockIf` makes inside of blockList
    resource(scope, GlueCrawler, "i1", { ...crawler, s3Target: blockList(blockIf(v.flag, () => ({ path: "a", pth: "b" }))) });
    resource(scope, GlueCrawler, "i2", {
      ...crawler,
      // @ts-expect-error no such argument in what `blocks` makes inside of blockList
      s3Target: blockList({ path: "a" }, blocks(v.names, (path) => ({ path, pth: "b" }))),
    });
    // @ts-expect-error no such argument in a part of blockList
    resource(scope, GlueCrawler, "i", { ...crawler, s3Target: blockList({ path: "a", pth: "b" }) });
    // @ts-expect-error optionalBlock over what is never null
    resource(scope, GlueCrawler, "j", { ...crawler, lineageConfiguration: optionalBlock(v.target, () => ({ crawlerLineageSettings: "ENABLE" })), });

    // Blocks inside a block that is written out.
    const table = { name: "t", databaseName: "d" };
    // @ts-expect-error no such argument in inner blocks
    resource(scope, GlueCatalogTable, "a", { ...table, storageDescriptor: { columns: blocks(v.targets, (target) => ({ name: target.path, nam: "x" })) } });
    // @ts-expect-error a wrong type in inner blocks
    resource(scope, GlueCatalogTable, "b", { ...table, storageDescriptor: { columns: blocks(v.targets, () => ({ name: v.size })) } });
    // @ts-expect-error a required argument is missing in inner blocks
    resource(scope, GlueCatalogTable, "c", { ...table, storageDescriptor: { columns: blocks(v.targets, () => ({ type: "string" })) } });
    // @ts-expect-error no such argument of an inner block
    resource(scope, GlueCatalogTable, "d", { ...table, storageDescriptor: { serDeInfo: { nam: "x" } } });
    // @ts-expect-error blocks where a text is wanted
    resource(scope, GlueCatalogTable, "e", { ...table, storageDescriptor: { location: blocks(v.targets, () => ({})) } });

    // Attributes of resources, and options.
    const job = resource(scope, GlueJob, "this", { name: v.name, roleArn: "r", command });
    // @ts-expect-error no such attribute
    job.arnn;
    // @ts-expect-error ignore_changes of no argument
    resource(scope, GlueJob, "m", { name: v.name, roleArn: "r", command }, { lifecycle: { ignoreChanges: ["tgas"] } });
    // @ts-expect-error count by a text
    resource(scope, GlueJob, "n", { name: v.name, roleArn: "r", command }, { count: v.name });
    // @ts-expect-error with count there is no attribute without `at`, `one` or `all`
    resource(scope, GlueJob, "o", { name: v.name, roleArn: "r", command }, { count: v.size }).arn;
    // @ts-expect-error each over what is no list
    each(v.name, (name) => name);
    return { arn: output(job.arn) };
  },
});

type Inputs = InputsOf<typeof variables>;
const given = { name: "n", size: 1, flag: true, names: [], tags: {}, target: { path: "p" }, targets: [] };
export const inputs: readonly Inputs[] = [
  given,
  // @ts-expect-error no such input
  { ...given, nmae: "x" },
  // @ts-expect-error a wrong type
  { ...given, size: "1" },
  // @ts-expect-error a value that oneOf has not
  { ...given, mode: "medium" },
  // @ts-expect-error null for what is required
  { ...given, name: null },
  // @ts-expect-error an attribute that the object has not
  { ...given, target: { path: "p", dpth: 1 } },
  // @ts-expect-error a required attribute is missing
  { ...given, target: {} },
  // @ts-expect-error required inputs are missing
  { name: "n" },
];

// Definitions.
// @ts-expect-error a default of another type
string({ default: 1 });
// @ts-expect-error a default that is none of the values
oneOf(["a", "b"], { default: "c" });
// @ts-expect-error a default with an unknown attribute
object({ a: string() }, { default: { a: "x", b: 1 } });
// @ts-expect-error a default of an attribute of another type
optional(string(), 1);
// @ts-expect-error an unknown option
string({ descripton: "x" });
// @ts-expect-error a validation that is no bool
string({ validate: [{ condition: (value) => value, message: "x" }] });
// @ts-expect-error an output that was not made by `output`
defineModule({ name: "a", title: "a", description: "a", variables: {}, build: () => ({ a: "x" }) });
// @ts-expect-error the unknown outputs of a module
module.definition.build(undefined as never, undefined as never).arm;

// Resources by a schema.
import { nestedBlock, nestedBlocks, resourceType } from "tfwright";

const Widget = resourceType("acme_widget", {
  arguments: {
    name: string(),
    size: optional(number()),
    settings: optional(object({ depth: number() })),
    ports: optional(list(object({ from: number() }))),
    rule: optional(nestedBlocks({ port: number(), source: optional(nestedBlocks({ cidr: string() })) })),
    health: optional(nestedBlock({ path: string() })),
  },
  attributes: { arn: string(), status: object({ phase: string() }) },
});
defineModule({
  name: "generic",
  title: "Generic",
  description: "A resource by its schema.",
  variables,
  build(scope, v) {
    // @ts-expect-error no such argument
    resource(scope, Widget, "a", { name: v.name, sise: 1 });
    // @ts-expect-error a required argument is missing
    resource(scope, Widget, "b", { size: 1 });
    // @ts-expect-error a text where a number is wanted
    resource(scope, Widget, "c", { name: v.name, size: v.name });
    // @ts-expect-error null where something is required
    resource(scope, Widget, "d", { name: null });
    // @ts-expect-error no such attribute of an object
    resource(scope, Widget, "e", { name: v.name, settings: { depth: 1, width: 2 } });
    // @ts-expect-error a required attribute of an object is missing
    resource(scope, Widget, "f", { name: v.name, settings: {} });
    // @ts-expect-error no such argument in a block
    resource(scope, Widget, "g", { name: v.name, health: { path: "/", pth: "/" } });
    // @ts-expect-error a required argument is missing in an optional block
    resource(scope, Widget, "h", { name: v.name, health: optionalBlock(v.rule, () => ({})) });
    // @ts-expect-error no such argument in blocks
    resource(scope, Widget, "i", { name: v.name, rule: blocks(v.names, () => ({ port: 1, prt: 1 })) });
    // @ts-expect-error a wrong type in blocks
    resource(scope, Widget, "j", { name: v.name, rule: blocks(v.names, (name) => ({ port: name })) });
    // @ts-expect-error a wrong type in inner blocks
    resource(scope, Widget, "k", { name: v.name, rule: blocks(v.names, () => ({ port: 1, source: [{ cidr: v.size }] })) });
    // @ts-expect-error a list where blocks are wanted
    resource(scope, Widget, "l", { name: v.name, rule: v.targets });
    // @ts-expect-error objects without an attribute that is required
    resource(scope, Widget, "n", { name: v.name, ports: each(v.names, (to) => ({ to })) });
    // @ts-expect-error texts where objects are wanted
    resource(scope, Widget, "o", { name: v.name, ports: v.names });
    // @ts-expect-error an object without an attribute that is required
    resource(scope, Widget, "p", { name: v.name, settings: v.rule });
    const widget = resource(scope, Widget, "this", { name: v.name });
    // @ts-expect-error no such attribute
    widget.arm;
    // @ts-expect-error no such attribute of an attribute
    widget.status.fase;
    // @ts-expect-error an attribute of a block without an index
    widget.health.path;
    // @ts-expect-error ignore_changes of no argument
    resource(scope, Widget, "m", { name: v.name }, { lifecycle: { ignoreChanges: ["sise"] } });
    return { arn: output(widget.arn) };
  },
});
// @ts-expect-error an argument that is no type
resourceType("acme_widget", { arguments: { name: "string" } });

// Lists that `each` makes, as inputs of a call.
const called = defineModule({
  name: "called",
  title: "Called",
  description: "A module that is called.",
  variables: {
    kinds: list(oneOf(["job", "crawler"]), { default: [] }),
    targets: list(object({ path: string(), depth: optional(number()) }), { default: [] }),
  },
  build: () => ({}),
});
defineModule({
  name: "caller",
  title: "Caller",
  description: "A module that calls.",
  variables,
  build(scope, v) {
    // @ts-expect-error a required attribute is missing
    moduleCall(scope, called, "a", { targets: each(v.names, () => ({ depth: 1 })) });
    // @ts-expect-error a wrong type of an attribute
    moduleCall(scope, called, "b", { targets: each(v.names, () => ({ path: v.size })) });
    // @ts-expect-error a text where a number is wanted
    moduleCall(scope, called, "c", { targets: each(v.names, (name) => ({ path: name, depth: name })) });
    // @ts-expect-error texts where objects are wanted
    moduleCall(scope, called, "d", { targets: each(v.names, (name) => name) });
    // @ts-expect-error numbers where texts are wanted
    moduleCall(scope, called, "e", { kinds: each(v.names, () => v.size) });
    // @ts-expect-error a literal that is none of the closed set
    moduleCall(scope, called, "f", { kinds: ["jobs"] });
    return {};
  },
});
