/** What must compile, and which types come out. Read by `types.test.ts`; nothing here runs. */
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { GlueCatalogTable } from "@cdktf/provider-aws/lib/glue-catalog-table";
import { GlueCrawler } from "@cdktf/provider-aws/lib/glue-crawler";
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import { DataResource } from "cdktf";
import { expectTypeOf } from "expect-type";
import {
  any,
  blockIf,
  blockList,
  blocks,
  bool,
  defineModule,
  type Expr,
  each,
  fn,
  type InputsOf,
  ifNotNull,
  type ListExpr,
  list,
  type MapExpr,
  map,
  moduleCall,
  type Nullable,
  number,
  type Output,
  object,
  oneOf,
  optional,
  optionalBlock,
  output,
  resource,
  set,
  string,
  toMap,
  when,
} from "tfwright";

const variables = {
  name: string(),
  nick: string({ nullable: true }),
  size: number({ default: 1 }),
  note: string({ default: null }),
  flag: bool(false),
  mode: oneOf(["fast", "slow"]),
  step: oneOf([1, 2], { default: 1 }),
  version: oneOf(["1.0", "2.0"], { open: true, default: "1.0" }),
  names: list(string()),
  zones: set(string(), { default: [] }),
  tags: map(string(), { default: {} }),
  target: object({
    path: string(),
    depth: optional(number()),
    sizes: optional(list(number()), []),
    inner: object({ id: string() }),
  }),
  rule: optional(object({ id: string() })),
  loose: any(),
};

type Inputs = InputsOf<typeof variables>;
expectTypeOf<Omit<Inputs, "version">>().toEqualTypeOf<{
  readonly name: string;
  readonly nick: string | null;
  readonly mode: "fast" | "slow";
  readonly names: readonly string[];
  readonly target: {
    readonly path: string;
    readonly inner: { readonly id: string };
    readonly depth?: number | null;
    readonly sizes?: readonly number[] | null;
  };
  readonly loose: unknown;
  readonly size?: number | null;
  readonly note?: string | null;
  readonly flag?: boolean | null;
  readonly step?: 1 | 2 | null;
  readonly zones?: readonly string[] | null;
  readonly tags?: Readonly<Record<string, string>> | null;
  readonly rule?: { readonly id: string } | null;
}>();

expectTypeOf<Inputs["version"]>().toExtend<string | null | undefined>();
expectTypeOf<"3.0">().toExtend<Inputs["version"]>();

const module = defineModule({
  name: "sample",
  title: "Sample",
  description: "A sample.",
  variables,
  build(scope, v) {
    expectTypeOf(v.name).toEqualTypeOf<Expr<string>>();
    expectTypeOf(v.nick).toEqualTypeOf<Nullable<Expr<string>>>();
    expectTypeOf(v.size).toEqualTypeOf<Expr<number>>();
    expectTypeOf(v.note).toEqualTypeOf<Nullable<Expr<string>>>();
    expectTypeOf(v.flag).toEqualTypeOf<Expr<boolean>>();
    expectTypeOf(v.mode).toEqualTypeOf<Expr<string>>();
    expectTypeOf(v.step).toEqualTypeOf<Expr<number>>();
    expectTypeOf(v.names).toEqualTypeOf<ListExpr<Expr<string>>>();
    expectTypeOf(v.tags).toEqualTypeOf<MapExpr<Expr<string>>>();
    expectTypeOf(v.target.inner.id).toEqualTypeOf<Expr<string>>();
    expectTypeOf(v.target.sizes).toEqualTypeOf<ListExpr<Expr<number>>>();
    expectTypeOf(v.target.depth).toEqualTypeOf<Nullable<Expr<number>>>();
    expectTypeOf(each(v.names, (name) => `${name}/*`)).toEqualTypeOf<ListExpr<Expr<string>>>();
    expectTypeOf(toMap(v.names, (name) => [name, 1])).toEqualTypeOf<MapExpr<Expr<number>>>();
    expectTypeOf(fn.length(v.names)).toEqualTypeOf<Expr<number>>();

    const job = resource(scope, GlueJob, "this", {
      name: v.name,
      roleArn: `arn:${v.name}`,
      description: v.note,
      timeout: when(v.flag, 1, v.size),
      connections: v.names,
      defaultArguments: v.tags,
      command: { scriptLocation: v.target.path, name: null },
      notificationProperty: optionalBlock(v.rule, (rule) => ({ notifyDelayAfter: fn.length(rule.id) })),
    });
    expectTypeOf(job.arn).toEqualTypeOf<Expr<string>>();
    expectTypeOf(job.timeout).toEqualTypeOf<Expr<number>>();
    expectTypeOf(job.command.scriptLocation).toEqualTypeOf<Expr<string>>();

    resource(scope, GlueCrawler, "this", {
      name: v.name,
      role: job.arn,
      databaseName: "db",
      s3Target: blockList(
        { path: "s3://a" },
        blocks(v.names, (name) => ({ path: name, exclusions: ["a", name] })),
        blockIf(v.flag, () => ({ path: "s3://b" })),
      ),
    });
    // Blocks inside blocks that are written out, inside blocks of a list, and where every argument is optional.
    resource(scope, GlueCatalogTable, "this", {
      name: "t",
      databaseName: "d",
      storageDescriptor: {
        columns: blocks(v.names, (name) => ({ name })),
        serDeInfo: optionalBlock(v.rule, (rule) => ({ name: rule.id })),
      },
    });
    resource(scope, DataAwsIamPolicyDocument, "this", {
      statement: blocks(v.names, (name) => ({
        sid: name,
        condition: blocks(v.names, () => ({ test: "a", variable: "b", values: [name] })),
      })),
    });
    resource(scope, Wafv2WebAcl, "this", {
      name: "w",
      scope: "REGIONAL",
      visibilityConfig: { cloudwatchMetricsEnabled: v.flag, metricName: "m", sampledRequestsEnabled: true },
      defaultAction: {
        allow: optionalBlock(v.rule, (rule) => ({
          customRequestHandling: { insertHeader: blocks(v.names, (name) => ({ name, value: rule.id })) },
        })),
      },
    });
    const counted = resource(
      scope,
      GlueJob,
      "counted",
      { name: v.name, roleArn: "r", command: { scriptLocation: "s" } },
      { count: v.size },
    );
    expectTypeOf(counted.one((one) => one.arn)).toEqualTypeOf<Nullable<Expr<string>>>();
    expectTypeOf(counted.all((one) => one.arn)).toEqualTypeOf<ListExpr<Expr<string>>>();
    const keyed = resource(
      scope,
      GlueJob,
      "keyed",
      ({ key, value }) => ({ name: key, roleArn: value, command: { scriptLocation: "s" } }),
      { forEach: v.tags },
    );
    expectTypeOf(keyed.all((one) => one.arn)).toEqualTypeOf<MapExpr<Expr<string>>>();
    return { arn: output(job.arn), names: output(v.names), nothing: output(null), sizes: output([1, 2]) };
  },
});

type Outputs = ReturnType<typeof module.definition.build>;
expectTypeOf<Outputs["arn"]>().toEqualTypeOf<Output<Expr<string>>>();
expectTypeOf<Outputs["names"]>().toEqualTypeOf<Output<ListExpr<Expr<string>>>>();
expectTypeOf<Outputs["sizes"]>().toEqualTypeOf<Output<ListExpr<Expr<number>>>>();
expectTypeOf<keyof Outputs>().toEqualTypeOf<"arn" | "names" | "nothing" | "sizes">();

// Resources by a schema.
import { dataSourceType, nestedBlock, nestedBlocks, resourceType } from "tfwright";

const Widget = resourceType("acme_widget", {
  arguments: {
    name: string(),
    mode: optional(oneOf(["fast", "slow"])),
    size: optional(number()),
    zones: optional(set(string())),
    tags: optional(map(string())),
    settings: optional(object({ depth: optional(number()) })),
    groups: optional(map(object({ size: number() }))),
    ports: optional(list(object({ from: number(), to: optional(number()) }))),
    loose: optional(any()),
    rule: optional(nestedBlocks({ port: number(), source: optional(nestedBlocks({ cidr: string() })) })),
    health: nestedBlock({ path: string(), http: optional(nestedBlock({ status: optional(list(number())) })) }),
  },
  attributes: {
    arn: string(),
    owner: optional(string()),
    endpoints: list(object({ host: string() })),
    status: object({ phase: string() }),
  },
});
const Zone = dataSourceType("acme_zone", { attributes: { id: string() } });

defineModule({
  name: "generic",
  title: "Generic",
  description: "A resource by its schema.",
  variables,
  build(scope, v) {
    const zone = resource(scope, Zone, "this", {});
    expectTypeOf(zone.id).toEqualTypeOf<Expr<string>>();
    const widget = resource(scope, Widget, "this", {
      name: v.name,
      mode: "fast",
      size: v.target.depth,
      zones: v.zones,
      tags: v.tags,
      settings: { depth: v.size },
      groups: { a: { size: v.size } },
      ports: blocks(v.target.sizes, (size) => ({ from: size })),
      loose: v.target,
      rule: blockList(
        { port: 1 },
        blocks(v.names, (name) => ({ port: v.size, source: [{ cidr: name }] })),
        blocks(v.target.sizes, (port) => ({ port, source: blocks(v.names, (cidr) => ({ cidr })) })),
      ),
      health: { path: "/", http: optionalBlock(v.rule, () => ({ status: [200, v.size] })) },
    });
    // Objects of attributes as expressions, whole: what may be left out may be null.
    resource(scope, Widget, "whole", {
      name: v.name,
      settings: v.target,
      groups: toMap(v.names, (name) => [name, { size: v.size }]),
      ports: each(v.target.sizes, (from) => ({ from, to: v.target.depth })),
      health: { path: "/" },
    });
    resource(scope, Widget, "null", {
      name: v.name,
      ports: ifNotNull(v.rule, () => [], null),
      health: { path: "/" },
    });
    expectTypeOf(widget.arn).toEqualTypeOf<Expr<string>>();
    expectTypeOf(widget.size).toEqualTypeOf<Expr<number>>();
    expectTypeOf(widget.owner).toEqualTypeOf<Nullable<Expr<string>>>();
    expectTypeOf(widget.tags).toEqualTypeOf<MapExpr<Expr<string>>>();
    expectTypeOf(widget.status.phase).toEqualTypeOf<Expr<string>>();
    expectTypeOf(each(widget.endpoints, (one) => one.host)).toEqualTypeOf<ListExpr<Expr<string>>>();
    expectTypeOf(each(widget.rule, (rule) => rule.port)).toEqualTypeOf<ListExpr<Expr<number>>>();
    const keyed = resource(
      scope,
      Widget,
      "keyed",
      ({ key, value }) => ({ name: `${key}-${value}`, health: { path: "/" } }),
      { forEach: v.tags, provider: "acme-beta", lifecycle: { ignoreChanges: ["size", "tags"] } },
    );
    expectTypeOf(keyed.all((one) => one.arn)).toEqualTypeOf<MapExpr<Expr<string>>>();
    return { arn: output(widget.arn) };
  },
});

// A part that may be null, of what may be null itself.
defineModule({
  name: "parts",
  title: "Parts",
  description: "Optional parts of an optional object.",
  variables: { outer: optional(object({ note: optional(string()), inner: optional(object({ id: string() })) })) },
  build(scope, v) {
    const inner = ifNotNull(v.outer, (outer) => outer.inner, null);
    const note = ifNotNull(v.outer, (outer) => outer.note, null);
    expectTypeOf(ifNotNull(note, (text) => `${text}-x`, "none")).toEqualTypeOf<Expr<string>>();
    resource(scope, GlueCrawler, "this", {
      name: "c",
      role: "r",
      databaseName: "d",
      description: ifNotNull(inner, (one) => one.id, null),
      lineageConfiguration: optionalBlock(inner, (one) => ({ crawlerLineageSettings: one.id })),
      lakeFormationConfiguration: optionalBlock(
        ifNotNull(v.outer, (outer) => outer.inner, null),
        (one) => ({ accountId: one.id }),
      ),
    });
    return {};
  },
});

// Lists that `each`, `when` and `fn.concat` make, as inputs of a call: of a set of closed values, of objects, of a map.
const called = defineModule({
  name: "called",
  title: "Called",
  description: "A module that is called.",
  variables: {
    kinds: set(oneOf(["job", "crawler"]), { default: [] }),
    kind: oneOf(["job", "crawler"], { default: "job" }),
    targets: list(object({ path: string(), depth: optional(number()), states: optional(list(string()), []) })),
    parts: optional(map(object({ id: string(), box: optional(object({ ids: optional(list(string()), []) })) }))),
    box: optional(object({ ids: optional(list(string()), []), rule: optional(object({ id: string() })) })),
  },
  build: (_scope, v) => ({ first: output(fn.length(v.targets)) }),
});
defineModule({
  name: "caller",
  title: "Caller",
  description: "A module that calls.",
  variables,
  build(scope, v) {
    const none: readonly string[] = [];
    const start = (name: Expr<string>) => ({ path: name, depth: v.size });
    moduleCall(scope, called, "each", {
      kinds: fn.concat(when(v.flag, ["job"], none), when(v.flag, ["crawler"], none)),
      kind: fn.lookup(v.tags, "kind", "job"),
      targets: each(v.names, (name) => ({ path: name })),
      parts: toMap(v.names, (name) => [name, { id: name, box: { ids: v.names } }]),
      box: when(v.flag, { ids: none }, null),
    });
    moduleCall(scope, called, "more", {
      kinds: each(v.names, (name) => name),
      targets: each(v.names, (name) => ({ ...start(name), depth: v.target.depth, states: v.names })),
      box: ifNotNull(v.rule, (rule) => ({ ids: [rule.id] }), null),
    });
    moduleCall(scope, called, "literal", { targets: [start(v.name), { path: "a", states: v.names }], kinds: v.zones });
    return {};
  },
});

// Functions over values that may be null, and over an object that is written out beside a map.
defineModule({
  name: "functions",
  title: "Functions",
  description: "Functions of Terraform.",
  variables,
  build(scope, v) {
    expectTypeOf(fn.coalesce(v.nick, "none")).toEqualTypeOf<Expr<string>>();
    expectTypeOf(fn.coalesce(v.nick, v.note, v.name)).toEqualTypeOf<Expr<string>>();
    expectTypeOf(fn.coalesce(v.target.depth, 1)).toEqualTypeOf<Expr<number>>();
    expectTypeOf(fn.lookup(v.tags, "a", null)).toEqualTypeOf<Nullable<Expr<string>>>();
    expectTypeOf(fn.lookup(v.tags, "a", "b")).toEqualTypeOf<Expr<string>>();
    expectTypeOf(fn.merge({ Name: v.name, module: "a" }, v.tags)).toEqualTypeOf<MapExpr<Expr<string>>>();
    expectTypeOf(fn.merge({ Name: "a" }, when(v.flag, v.tags, {}))).toEqualTypeOf<MapExpr<Expr<string>>>();
    expectTypeOf(ifNotNull(v.nick, () => v.tags, {})).toEqualTypeOf<MapExpr<Expr<string>>>();
    expectTypeOf(when(v.flag, {}, v.tags)).toEqualTypeOf<MapExpr<Expr<string>>>();
    expectTypeOf(when(v.flag, {}, when(v.flag, {}, v.tags))).toEqualTypeOf<MapExpr<Expr<string>>>();
    expectTypeOf(fn.setunion(v.names, ["a", v.name, `b-${v.name}`])).toEqualTypeOf<ListExpr<Expr<string>>>();
    expectTypeOf(fn.merge(v.tags, { Name: "a" })).toEqualTypeOf<MapExpr<Expr<string>>>();
    expectTypeOf(fn.merge({ a: 1 }, { b: 2 })).toEqualTypeOf<MapExpr<Expr<number>>>();
    const rules = toMap(v.names, (name, index) => [name, { port: index }]);
    expectTypeOf(fn.merge({ ssh: { port: 22 } }, rules)).toExtend<MapExpr<Expr<{ readonly port: number }>>>();
    const job = resource(
      scope,
      GlueJob,
      "this",
      { name: "a", roleArn: fn.coalesce(v.nick, "r"), command: { scriptLocation: "s" } },
      { count: v.size },
    );
    expectTypeOf(fn.try(job.at(0).arn, "")).toEqualTypeOf<Expr<string>>();
    expectTypeOf(fn.try(job.at(0).timeout, v.size, 0)).toEqualTypeOf<Expr<number>>();
    expectTypeOf(fn.try(job.at(0).arn, v.name, null)).toEqualTypeOf<Expr<string> | Expr<null>>();
    expectTypeOf(each(v.names, (name, index) => `${index}-${name}`)).toEqualTypeOf<ListExpr<Expr<string>>>();
    expectTypeOf(each(v.names, (_, index) => index)).toEqualTypeOf<ListExpr<Expr<number>>>();
    // An argument that takes any value.
    const marker = resource(scope, DataResource, "version", { input: v.nick, triggersReplace: [v.name, v.size] });
    resource(scope, DataResource, "more", { input: { name: v.name, tags: v.tags } }, { dependsOn: [marker] });
    return {};
  },
});
