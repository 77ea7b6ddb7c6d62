/**
 * Stacks of CDKTF and what `tfwright eject` makes of them, by Terraform: it plans the same for both, and on a state that was
 * applied from the stack it changes nothing.
 *
 * `modules/fixtures/eject/programs` holds the programs. `synthesise.js` and `synthesise.py` made the stacks, `apply.js` the states.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { eject } from "../../src/cli/eject";
import { confirm } from "../../src/cli/eject/eject-confirm";
import { verifyStack } from "../../src/cli/eject/verify-stack";
import type { Rename } from "../../src/eject/renames";
import { WANTED, writeDifficultValues } from "../modules/support/difficult-values";
import {
  type Changes,
  copyForm,
  copyInitialised,
  dropBackend,
  type EjectedForms,
  type EjectedStacks,
  ejectStacks,
  type Form,
  giveState,
  PROVIDERS,
  planForms,
  renamed,
  type StackForm,
  stackNames,
} from "../modules/support/ejected-stacks";
import { describeWithProviders, type Tool } from "../modules/support/find-terraform";
import { makeFolder } from "../modules/support/generated";
import { runCommand } from "../modules/support/run-command";
import { mustRun, PATIENCE, type Plan, plannedResources, validate } from "../modules/support/terraform";
import { describeWithProgram } from "../support/find-program";

/** Stacks that were applied, and have no hash in a name. */
const APPLIED = ["iterators", "network", "queues", "service", "values"];

/** Stacks that were applied, and have names to move. */
const MOVED = ["catalog", "storage"];

/** Stacks with names to move that were not applied. */
const UNAPPLIED = ["regions", "schedule"];

/** Stacks with hashes in names. */
const HASHED = [...MOVED, ...UNAPPLIED];

const asJson = (name: string): StackForm => ["json", name];
const asHcl = (name: string): StackForm => ["plain", name];
const asRenamed = (name: string): StackForm => ["renamed", name];

const COMMAND = resolve(__dirname, "../../bin/tfwright.js");

let stacks: EjectedStacks;

beforeAll(async () => {
  stacks = await ejectStacks();
});

const formsOf = (name: string): EjectedForms => stacks.forms.get(name) as EjectedForms;

test("ten stacks and more are ejected whole", () => {
  expect(stackNames.length).toBeGreaterThanOrEqual(10);
  for (const name of stackNames) expect([name, formsOf(name).remaining]).toEqual([name, []]);
});

test("names without a hash stay, so that both forms are the same", () => {
  for (const name of stackNames) {
    const { folders, renames } = formsOf(name);
    expect([name, renames.length > 0]).toEqual([name, HASHED.includes(name)]);
    if (renames.length === 0) expect(textsIn(folders.renamed)).toEqual(textsIn(folders.plain));
  }
});

/** Files of HCL by name. */
function textsIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).filter((name) => /\.tf(?:\.json)?$/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

describeWithProviders("terraform", PROVIDERS, "ejected stacks", () => {
  test("are formatted as Terraform formats", async () => {
    const { stdout } = await runCommand("terraform", ["fmt", "-check", "-diff", "-recursive"], stacks.root);
    expect(stdout).toBe("");
  });

  describe("planned without a state", () => {
    let planned: ReadonlyMap<string, Changes>;
    const changesOf = (form: Form, name: string) => planned.get(`${form}-${name}`) as Changes;

    beforeAll(async () => {
      const [json, hcl] = await Promise.all([
        planForms(stacks, stackNames.map(asJson)),
        planForms(stacks, [...stackNames.map(asHcl), ...UNAPPLIED.map(asRenamed)]),
      ]);
      planned = new Map([...json, ...hcl]);
    }, PATIENCE);

    test.each(stackNames)("%s: the same changes of resources and outputs", (name) => {
      const json = changesOf("json", name);
      expect(Object.keys(json).length).toBeGreaterThan(1);
      expect(changesOf("plain", name)).toEqual(json);
    });

    test.each(UNAPPLIED)("%s with short names: the same, at other addresses", (name) => {
      const json = changesOf("json", name);
      const expected = renamed(json, formsOf(name).renames);
      expect(Object.keys(expected)).not.toEqual(Object.keys(json));
      expect(renamed(changesOf("renamed", name), [])).toEqual(expected);
    });
  });

  describe("planned on the state that was applied from the stack", () => {
    test.concurrent.each(APPLIED)(
      "%s: nothing changes",
      async (name) => {
        const { code, stdout, stderr } = await planOnState(copyOnState(name, "plain"));
        expect([code, code === 0 ? "" : `${stdout}${stderr}`]).toEqual([0, ""]);
      },
      PATIENCE,
    );

    test.concurrent.each(MOVED)(
      "%s with short names: resources move, and nothing else",
      async (name) => {
        const [before, after] = await Promise.all([showOnState(name, "json"), showOnState(name, "renamed")]);
        const { differences, moved, shared, unchanged: still } = confirm(before, after);
        expect({ differences, shared }).toEqual({ differences: [], shared: [] });
        const expected = formsOf(name).renames.filter(({ isMoved }) => isMoved);
        expect([...moved].sort(byAddress)).toEqual(expected.map(({ from, to }) => ({ from, to })).sort(byAddress));
        expect(still).toBeGreaterThanOrEqual(moved.length);
        expect(plannedWithoutNames(after)).toEqual(plannedWithoutNames(before, expected));
        expect(await confirmByCommand(before, after)).toMatchObject({ code: 0 });
      },
      PATIENCE,
    );

    test(
      "a change that is not of the stack is named",
      async () => {
        const before = await showOnState("network", "json");
        const folder = copyOnState("network", "plain");
        edit(join(folder, "main.tf"), '"10.0.0.0/16"', '"10.9.0.0/16"');
        const { code, stdout, stderr } = await confirmByCommand(before, await show(folder));
        expect({ code, text: `${stdout}${stderr}` }).toMatchObject({
          code: 1,
          text: expect.stringContaining("terraform_data.vpc"),
        });
      },
      PATIENCE,
    );
  });

  describe("--verify", () => {
    test.concurrent.each(["service", "schedule"])(
      "%s is the same",
      async (name) => {
        const folder = copyForm(stacks, name, "json");
        const { stacks: results } = await eject(folder, { out: "../hcl", verify: true, rename: true }, folder);
        expect(results[0]?.verification).toMatchObject({ outcome: "same", details: [] });
        expect(results[0]?.verification?.compared).toBeGreaterThan(2);
      },
      PATIENCE,
    );

    test(
      "a stack whose backend is out of reach is ejected by the tables",
      async () => {
        const folder = copyInitialised(stacks, { name: "schedule", form: "json" });
        const { stacks: results } = await eject(folder, { out: "../hcl" }, folder);
        expect(results[0]?.notes[0]?.message).toMatch(/^the tables .* are used, .*Backend initialization required/s);
        expect(results[0]?.remaining).toEqual([]);
      },
      PATIENCE,
    );

    test(
      "HCL that was edited is different",
      async () => {
        const [folder, ejected] = [copyForm(stacks, "service", "json"), copyForm(stacks, "service", "plain")];
        const source = { name: "service", file: "cdk.tf.json", folder };
        edit(join(ejected, "main.tf"), 'upper("x")', 'upper("y")');
        const found = await verifyStack({ source, ejected, renames: [] }, "terraform");
        expect(found).toMatchObject({ outcome: "different" });
        expect(found.details.join("\n")).toContain("terraform_data.server");
      },
      PATIENCE,
    );
  });
});

describeWithProgram("terraform", "values that are easily changed", () => {
  test(
    "each is what Terraform makes of the JSON",
    async () => {
      const folder = join(makeFolder(), "json");
      writeDifficultValues(folder);
      const { stacks: results } = await eject(".", { out: "../hcl" }, folder);
      expect(results[0]?.remaining).toEqual([]);
      const [json, hcl] = await Promise.all([outputsOf(folder), outputsOf(join(folder, "../hcl"))]);
      expect(hcl).toBe(json);
      const values = Object.entries(JSON.parse(json) as Record<string, { readonly value: unknown }>);
      expect(Object.fromEntries(values.map(([name, { value }]) => [name, value]))).toEqual(WANTED);
    },
    PATIENCE,
  );
});

/** The planned outputs, as Terraform writes them: JavaScript would round some of the numbers. */
async function outputsOf(folder: string): Promise<string> {
  await mustRun("terraform", ["init", "-no-color"], folder);
  await mustRun("terraform", ["plan", "-no-color", "-out=plan.bin"], folder);
  const { stdout } = await mustRun("terraform", ["show", "-json", "plan.bin"], folder);
  const [, outputs = ""] = /"planned_values":\{"outputs":(.*?),"root_module"/s.exec(stdout) ?? [];
  return outputs;
}

describe.each(["tofu", "terraform-1.5.7"] as const)("by %s", (tool) => {
  describeWithProviders(tool, PROVIDERS, "values and schedule", () => {
    test.each(["values", "schedule"])(
      "%s: both forms plan the same",
      async (name) => {
        const [json, plain] = await Promise.all([planText(name, "json", tool), planText(name, "plain", tool)]);
        expect(plain).toBe(json);
        expect(plain).toMatch(/^Plan: \d+ to add, 0 to change, 0 to destroy\.$/m);
      },
      PATIENCE,
    );
  });
});

/** What a plan without a state tells; its faults are thrown. */
async function planText(name: string, form: Form, tool: Tool): Promise<string> {
  const folder = copyInitialised(stacks, { name, form, tool });
  dropBackend(folder);
  await mustRun(tool, ["get", "-no-color"], folder);
  expect(await validate(folder, tool)).toEqual([]);
  const { stdout } = await mustRun(tool, ["plan", "-input=false", "-no-color"], folder);
  return stdout.replace(/^.*: (?:Reading\.\.\.|Read complete after ).*\n/gm, "");
}

/** A copy of one form on the state that was applied. */
function copyOnState(name: string, form: Form): string {
  const folder = copyInitialised(stacks, { name, form });
  giveState(folder, name);
  return folder;
}

async function planOnState(folder: string, tool: Tool = "terraform") {
  await mustRun(tool, ["get", "-no-color"], folder);
  const settings = ["-refresh=false", "-input=false", "-no-color", "-detailed-exitcode", "-out=plan.bin"];
  return runCommand(tool, ["plan", ...settings], folder);
}

/** The path of the plan as JSON. */
async function show(folder: string): Promise<string> {
  const { code, stdout, stderr } = await planOnState(folder);
  if (code !== 0 && code !== 2) throw new Error(`${stdout}${stderr}`);
  const path = join(folder, "plan.json");
  writeFileSync(path, (await mustRun("terraform", ["show", "-json", "plan.bin"], folder)).stdout);
  return path;
}

function showOnState(name: string, form: Form): Promise<string> {
  return show(copyOnState(name, form));
}

function confirmByCommand(before: string, after: string) {
  return runCommand(process.execPath, [COMMAND, "eject", "--confirm", before, after], resolve(__dirname));
}

function byAddress(a: { readonly from: string }, b: { readonly from: string }): number {
  return a.from < b.from ? -1 : 1;
}

/** The planned values of a plan's resources and outputs, at the addresses that renames give. */
function plannedWithoutNames(path: string, renames: readonly Rename[] = []) {
  const plan = JSON.parse(readFileSync(path, "utf8")) as Plan & {
    readonly planned_values: { readonly outputs: unknown };
  };
  const resources = Object.fromEntries(plannedResources(plan).map((one) => [one.address, one]));
  return { resources: renamed(resources, renames), outputs: plan.planned_values.outputs };
}

/** Changes a file by hand. */
function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  writeFileSync(path, text.replace(from, to));
}
