/** A single block that is no list: of it the code of a provider's class says the same as of a nested attribute, and its declarations do not. */
import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Project, ROOT } from "./support/project";

/** As the generator of cdktf writes a class for a provider of protocol 6. */
const CLASS = `"use strict";
const cdktf = require("cdktf");
const text = (value) => ({ value, isBlock: false, type: "simple", storageClassType: "string" });
const given = (all) => Object.fromEntries(Object.entries(all).filter(([, one]) => one.value !== undefined));
const struct = (value, fields) => ({
  value: value && given(Object.fromEntries(fields.map((name) => [name, text(value[name])]))),
  isBlock: true, type: "struct", storageClassType: "Struct",
});
class Reference extends cdktf.ComplexObject {
  constructor(parent, attribute) { super(parent, attribute, false); }
  get internalValue() { return this.value; }
  set internalValue(value) { this.value = value; }
}
class Downtime extends cdktf.TerraformResource {
  constructor(scope, id, config) {
    super(scope, id, { terraformResourceType: "dog_downtime", terraformGeneratorMetadata: { providerName: "dog" } });
    this._window = new Reference(this, "window");
    this._owner = new Reference(this, "owner");
    this._scope = config.scope;
    this._window.internalValue = config.window;
    this._owner.internalValue = config.owner;
  }
  get scope() { return this.getStringAttribute("scope"); }
  get window() { return this._window; }
  get owner() { return this._owner; }
  synthesizeAttributes() { return { scope: this._scope, window: this._window.internalValue, owner: this._owner.internalValue }; }
  synthesizeHclAttributes() {
    return given({
      scope: text(this._scope),
      window: struct(this._window.internalValue, ["start", "end"]),
      owner: struct(this._owner.internalValue, ["name"]),
    });
  }
}
Downtime.tfResourceType = "dog_downtime";
exports.Downtime = Downtime;
`;

const DOCS =
  "Docs at Terraform Registry: {@link https://registry.terraform.io/providers/x/dog/1.0.0/docs/resources/downtime";
const DECLARATIONS = `import * as cdktf from 'cdktf';
import { Construct } from 'constructs';
export interface DowntimeConfig extends cdktf.TerraformMetaArguments {
    /**
    * ${DOCS}#scope Downtime#scope}
    */
    readonly scope: string;
    /**
    * Owner of the downtime, no window block
    *
    * ${DOCS}#owner Downtime#owner}
    */
    readonly owner?: DowntimeOwner;
    /**
    * window block
    *
    * ${DOCS}#window Downtime#window}
    */
    readonly window?: DowntimeWindow;
}
export interface DowntimeOwner { readonly name: string; }
export interface DowntimeWindow { readonly start: string; readonly end?: string; }
export declare class Downtime extends cdktf.TerraformResource {
    static readonly tfResourceType = "dog_downtime";
    constructor(scope: Construct, id: string, config: DowntimeConfig);
    get id(): string;
}
`;

const definition = (type: string, imported: string) => `import { Downtime } from "@x/provider-dog/lib/downtime";
import { defineModule, object, optional, optionalBlock, resource, string } from "tfwright";
${imported}
export const downtime = defineModule({
  name: "downtime",
  title: "Downtime",
  description: "A downtime.",
  providers: { dog: { source: "x/dog", version: ">= 1.0" } },
  variables: { window: optional(object({ start: string() }, { description: "When it begins." })) },
  build(scope, v) {
    resource(scope, ${type}, "this", {
      scope: "all",
      owner: { name: "a" },
      window: optionalBlock(v.window, (window) => ({ start: window.start })),
    });
    resource(scope, ${type}, "always", { scope: "all", window: { start: "b" } });
    return {};
  },
});
`;

function generated(files: Readonly<Record<string, string>>): string {
  const project = new Project(
    {
      ...files,
      "tfwright.config.ts":
        'import { defineConfig } from "tfwright";\nimport { downtime } from "./downtime";\nexport default defineConfig({ modules: [downtime] });\n',
      "node_modules/@x/provider-dog/package.json": '{"name":"@x/provider-dog","version":"1.0.0"}',
      "node_modules/@x/provider-dog/lib/downtime/index.js": CLASS,
    },
    { packages: false },
  );
  for (const name of readdirSync(join(ROOT, "node_modules")))
    if (!name.startsWith("."))
      symlinkSync(join(ROOT, "node_modules", name), join(project.folder, "node_modules", name));
  mkdirSync(join(project.folder, "generated"), { recursive: true });
  const { code, stderr } = project.run(["generate"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return project.read("generated/modules/downtime/main.tf");
}

const declared = { "node_modules/@x/provider-dog/lib/downtime/index.d.ts": DECLARATIONS };
const BLOCK = `  dynamic "window" {
    for_each = var.window[*]

    content {
      start = window.value.start
    }
  }`;

test.each([
  ["the provider's class", "Downtime", ""],
  ["a class that extends it", "Ours", "\nclass Ours extends Downtime {}\n"],
])("%s: what is declared a block is one, and what is not is an attribute", (_name, type, imported) => {
  const main = generated({ ...declared, "downtime.ts": definition(type, imported) });
  expect(main).toContain(BLOCK);
  expect(main).toContain('  window {\n    start = "b"\n  }');
  expect(main).toContain('  owner = { name = "a" }');
});

test("without declarations it is an attribute", () => {
  const main = generated({ "downtime.ts": definition("Downtime", "") });
  expect(main).toContain('  window = { start = "b" }');
});
