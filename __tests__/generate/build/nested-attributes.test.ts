/** Nested attributes: what a class of cdktf describes as a block, and Terraform takes as an attribute alone. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Lexv2ModelsBotVersion } from "@cdktf/provider-aws/lib/lexv2models-bot-version";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3TablesTableBucket } from "@cdktf/provider-aws/lib/s3tables-table-bucket";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { blockIf, blocks, bool, list, map, object, optional, optionalBlock, resource, string } from "tfwright";
import { defineOne, mainOf } from "../one-module";

interface Owner {
  readonly id: string;
  readonly note?: string;
  /** Others by their names. */
  readonly others?: Readonly<Record<string, { readonly id: string } | undefined>>;
}
interface Rule {
  readonly name: string;
  readonly ports?: Owner;
}

/** One object, as cdktf's generated classes keep it. @param index 0 for a single block */
class OwnerReference extends cdktf.ComplexObject {
  constructor(parent: cdktf.IInterpolatingParent, attribute: string, index?: number) {
    super(parent, attribute, false, index);
  }
}

class RuleList extends cdktf.ComplexList {
  get(index: number): OwnerReference {
    return new OwnerReference(this.terraformResource, this.terraformAttribute, index);
  }
}

interface Described {
  readonly value: unknown;
  readonly isBlock: boolean;
  readonly type: string;
  readonly storageClassType: string;
}
type Arguments = Readonly<Record<string, Described>>;

const simple = (value: unknown): Described => ({ value, isBlock: false, type: "simple", storageClassType: "string" });
const defined = (described: Arguments): Arguments =>
  Object.fromEntries(Object.entries(described).filter(([, { value }]) => value !== undefined));

function ownerToHclTerraform(struct?: Owner): unknown {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) return struct;
  const others = {
    value: cdktf.hashMapperHcl(ownerToHclTerraform)(struct?.others),
    isBlock: true,
    type: "map",
    storageClassType: "OwnerMap",
  };
  return defined({ id: simple(struct?.id), note: simple(struct?.note), others });
}
function ruleToHclTerraform(struct?: Rule): unknown {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) return struct;
  const ports = { value: ownerToHclTerraform(struct?.ports), isBlock: true, type: "struct", storageClassType: "Ports" };
  return defined({ name: simple(struct?.name), ports });
}
/** Of a list of objects that is an attribute of protocol 5: what is left out is null. */
function entryToHclTerraform(struct?: Owner): unknown {
  return defined({ id: simple(struct?.id ?? null), note: simple(struct?.note ?? null) });
}

interface ZoneConfig extends cdktf.TerraformMetaArguments {
  readonly name: string;
  readonly owner?: Owner;
  readonly single?: Owner;
  readonly timeouts?: { readonly create?: string };
  readonly rules?: Rule[];
  readonly entries?: Owner[];
  readonly parts?: Owner[];
}

/** As the generator of cdktf writes a class for a provider of protocol 6. */
class Zone extends cdktf.TerraformResource {
  static readonly tfResourceType: string = "cloud_zone";
  readonly given: ZoneConfig;
  readonly _rules: { readonly internalValue: unknown };
  readonly _entries: { readonly internalValue: unknown };
  readonly _parts: { readonly internalValue: unknown };

  constructor(scope: Construct, id: string, config: ZoneConfig) {
    super(scope, id, { terraformResourceType: "cloud_zone", terraformGeneratorMetadata: { providerName: "cloud" } });
    this.given = config;
    this._rules = { internalValue: config.rules };
    this._entries = { internalValue: config.entries };
    this._parts = { internalValue: config.parts };
  }
  get name() {
    return this.getStringAttribute("name");
  }
  get owner() {
    return new OwnerReference(this, "owner");
  }
  get single() {
    return new OwnerReference(this, "single", 0);
  }
  get timeouts() {
    return new OwnerReference(this, "timeouts");
  }
  get rules() {
    return new RuleList(this, "rules", false);
  }
  get entries() {
    return new RuleList(this, "entries", false);
  }
  get parts() {
    return new RuleList(this, "parts", false);
  }
  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return {};
  }
  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    const { given } = this;
    const struct = (value: unknown) => ({ value, isBlock: true, type: "struct", storageClassType: "Owner" });
    return defined({
      name: simple(given.name),
      owner: struct(ownerToHclTerraform(given.owner)),
      single: struct(ownerToHclTerraform(given.single)),
      timeouts: struct(given.timeouts && { create: simple(given.timeouts.create) }),
      rules: {
        value: cdktf.listMapperHcl(ruleToHclTerraform, false)(this._rules.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "RuleList",
      },
      entries: {
        value: cdktf.listMapperHcl(entryToHclTerraform, false)(this._entries.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "EntryList",
      },
      parts: {
        value: cdktf.listMapperHcl(ownerToHclTerraform, true)(this._parts.internalValue),
        isBlock: true,
        type: "list",
        storageClassType: "PartList",
      },
    });
  }
}

/** The same class of a provider of protocol 5. */
class AwsZone extends Zone {
  constructor(scope: Construct, id: string, config: ZoneConfig) {
    super(scope, id, config);
    Object.assign(this, { terraformGeneratorMetadata: { providerName: "aws" } });
  }
}

const PROVIDERS = { cloud: { source: "example/cloud" } };

/** What the arguments of a zone become. */
function bodyOf(args: Omit<ZoneConfig, "name">, type = Zone): string {
  const module = defineOne({
    providers: PROVIDERS,
    build(scope) {
      resource(scope, type, "this", { name: "a", ...args });
      return {};
    },
  });
  return bodyIn(mainOf(module));
}

const bodyIn = (main: string): string => /name += "a"\n([\s\S]*)^}/m.exec(main)?.[1]?.replace(/\s+/g, " ").trim() ?? "";

test.each<[string, Omit<ZoneConfig, "name">, string]>([
  ["a single object", { owner: { id: "x" } }, 'owner = { id = "x" }'],
  ["an empty one", { owner: {} as Owner }, "owner = {}"],
  ["a single block", { single: { id: "x" } }, 'single { id = "x" }'],
  [
    "a map of objects in a block, of which one is left out",
    { single: { id: "x", others: { a: { id: "y" }, b: undefined } } },
    'single { id = "x" others = { a = { id = "y" } } }',
  ],
  ["timeouts", { timeouts: { create: "5m" } }, 'timeouts { create = "5m" }'],
  [
    "a list of objects with objects",
    { rules: [{ name: "x", ports: { id: "y" } }, { name: "z" }] },
    'rules = [ { name = "x" ports = { id = "y" } }, { name = "z" }, ]',
  ],
  ["a list of objects of protocol 5", { entries: [{ id: "x" }] }, 'entries { id = "x" }'],
  ["blocks", { parts: [{ id: "x" }] }, 'parts { id = "x" }'],
])("%s", (_, given, want) => {
  expect(bodyOf(given).replace(/ = null/g, "")).toBe(want);
});

test("a provider of protocol 5 has objects as attributes, and blocks in each list", () => {
  expect(bodyOf({ owner: { id: "x" } }, AwsZone)).toBe('owner = { id = "x" }');
  expect(bodyOf({ rules: [{ name: "x" }] }, AwsZone)).toBe('rules { name = "x" }');
});

test("an argument of hashicorp/aws whose type is an object", () => {
  const module = defineOne({
    variables: { key: string() },
    build(scope, v) {
      resource(scope, S3TablesTableBucket, "this", {
        name: "a",
        encryptionConfiguration: { kmsKeyArn: v.key, sseAlgorithm: "aws:kms" },
        maintenanceConfiguration: {
          icebergUnreferencedFileRemoval: { status: "enabled", settings: { nonCurrentDays: 3, unreferencedDays: 4 } },
        },
      });
      return {};
    },
  });
  const main = mainOf(module).replace(/\s+/g, " ");
  expect(main).toContain('encryption_configuration = { kms_key_arn = var.key sse_algorithm = "aws:kms" }');
  expect(main).toContain("settings = { non_current_days = 3 unreferenced_days = 4 }");
});

describe("an argument whose type is a map of objects", () => {
  const locales = (given: unknown) =>
    defineOne({
      variables: { release: string(), all: map(object({ source_bot_version: string() }), { default: {} }) },
      build(scope, v) {
        const localeSpecification = typeof given === "function" ? given(v) : given;
        resource(scope, Lexv2ModelsBotVersion, "this", { botId: v.release, localeSpecification });
        resource(scope, Lexv2ModelsBotVersion, "other", { botId: "b", localeSpecification: v.all as never });
        return {};
      },
    });

  test("has the author's keys, and the provider's names in each object", () => {
    const module = locales((v: { release: string }) => ({
      en_US: { sourceBotVersion: v.release },
      "de-DE": { sourceBotVersion: "3" },
    }));
    expect(mainOf(module).replace(/\s+/g, " ")).toContain(
      'locale_specification = { en_US = { source_bot_version = var.release } de-DE = { source_bot_version = "3" } }',
    );
  });

  test("may be one expression", () => {
    const module = locales((v: { release: string }) => ({ en_US: { sourceBotVersion: v.release } }));
    expect(mainOf(module)).toContain("locale_specification = var.all");
  });

  test("a misspelt name in it is refused", () => {
    const refused = () => mainOf(locales({ en_US: { sourceBotVersoin: "3" } }));
    expect(refused).toThrow(/localeSpecification.*sourceBotVersoin/s);
  });
});

const OWNER = { owner: optional(object({ id: string(), note: optional(string()) })) };

test("what may be left out is a conditional", () => {
  const optionally = defineOne({
    providers: PROVIDERS,
    variables: { ...OWNER, on: bool({ default: true }) },
    build(scope, v) {
      resource(scope, Zone, "this", {
        name: "a",
        owner: optionalBlock(v.owner, (owner) => ({ id: owner.id, note: owner.note })),
      });
      resource(scope, Zone, "other", { name: "b", owner: blockIf(v.on, () => ({ id: "x" })) });
      return {};
    },
  });
  const main = mainOf(optionally).replace(/\s+/g, " ");
  expect(main).toContain("owner = ( var.owner != null ? { id = var.owner.id note = var.owner.note } : null )");
  expect(main).toContain('owner = var.on ? { id = "x" } : null');
});

test("loops over lists and maps are `for` expressions", () => {
  const looped = defineOne({
    providers: PROVIDERS,
    variables: { ports: list(string(), { default: [] }), named: map(string(), { default: {} }) },
    build(scope, v) {
      resource(scope, Zone, "this", { name: "a", rules: blocks(v.ports, (port) => ({ name: port })) });
      resource(scope, Zone, "other", { name: "b", rules: blocks(v.named, (id, name) => ({ name, ports: { id } })) });
      resource(scope, Zone, "third", {
        name: "c",
        rules: blocks(v.ports, (port, index) => ({ name: `${index}-${port}` })),
      });
      return {};
    },
  });
  const main = mainOf(looped).replace(/\s+/g, " ");
  expect(main).toContain('rules = [for index, port in var.ports : { name = "${index}-${port}" }]');
  expect(main).toContain("rules = [for port in var.ports : { name = port }]");
  expect(main).toContain("rules = [ for key, value in var.named : { name = key ports = { id = value } } ]");
});

test("an empty list is kept where it says that there are none, and is no block where there are blocks alone", () => {
  const module = defineOne({
    build(scope) {
      resource(scope, SecurityGroup, "closed", { name: "a", ingress: [], egress: blocks([], () => ({})) as never });
      resource(scope, RouteTable, "alone", { vpcId: "v", route: [] });
      resource(scope, S3Bucket, "plain", { bucket: "b", corsRule: [] });
      return {};
    },
  });
  expect(mainOf(module)).toBe(
    'resource "aws_security_group" "closed" {\n  name    = "a"\n  ingress = []\n}\n\n' +
      'resource "aws_route_table" "alone" {\n  vpc_id = "v"\n  route  = []\n}\n\n' +
      'resource "aws_s3_bucket" "plain" {\n  bucket = "b"\n}\n',
  );
});

test("inlined, too", () => {
  const module = defineOne({
    build(scope) {
      resource(scope, SecurityGroup, "closed", { name: "a", ingress: [] });
      return {};
    },
  });
  const stack = cdktf.Testing.synthScope((scope) => {
    module.inline(scope, "m", {} as never);
  });
  const [group] = Object.values(JSON.parse(stack).resource.aws_security_group as object);
  expect(group).toMatchObject({ name: "a", ingress: [] });
});

describe("classes that `cdktf get` wrote", () => {
  const declared = (argument: string) => `import * as cdktf from 'cdktf';
export interface ZoneConfig extends cdktf.TerraformMetaArguments {
  /**
  * ${argument}
  *
  * Docs at Terraform Registry: {@link https://example.com}
  */
  readonly owner?: ZoneOwner;
}
export interface ZoneOwner {
  readonly id: string;
}
`;
  const before = process.cwd();
  const inFolder = (files: Readonly<Record<string, string>>) => {
    const folder = mkdtempSync(join(tmpdir(), "tfwright-get-"));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    process.chdir(folder);
  };
  afterEach(() => process.chdir(before));

  test("a single block is one", () => {
    inFolder({ ".gen/providers/cloud/zone/index.ts": declared("owner block") });
    expect(bodyOf({ owner: { id: "x" } })).toBe('owner { id = "x" }');
  });

  test("so it is in another folder of the config", () => {
    inFolder({
      "cdktf.json": '{ "codeMakerOutput": "imports" }',
      "imports/providers/cloud/zone/index.ts": declared("owner block"),
    });
    expect(bodyOf({ owner: { id: "x" } })).toBe('owner { id = "x" }');
  });

  test.each([
    ["a description", { ".gen/providers/cloud/zone/index.ts": declared("Who has it, not a block.") }],
    ["another class", { ".gen/providers/cloud/record/index.ts": declared("owner block") }],
  ])("a nested attribute stays one: %s", (_name, files) => {
    inFolder(files as never);
    expect(bodyOf({ owner: { id: "x" } })).toBe('owner = { id = "x" }');
  });
});
