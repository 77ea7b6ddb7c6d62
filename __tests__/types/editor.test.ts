/** What an editor shows to authors: on hovering a variable or an input, and as completions. */
import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "../cli/support/project";
import { RUNTIME } from "../runtime";

const FILE = join(ROOT, "__tests__", "types", "edited.ts");

const TEXT = `import { GlueCrawler } from "@cdktf/provider-aws/lib/glue-crawler";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { blocks, defineModule, list, moduleCall, number, oneOf, optional, output, resource, string } from "tfwright";
import { glueJob } from "tfwright/glue";
import type { Construct } from "constructs";
export const queue = defineModule({
  name: "queue", title: "Q", description: "Q.",
  variables: {
    name: string({ description: "Name of the queue." }),
    retention: number({ description: "Seconds that a message is kept.", default: 345600 }),
    mode: oneOf(["fast", "slow"], { description: "How it works.", default: "fast" }),
    key: optional(string({ description: "ARN of the key." })),
    names: list(string(), { description: "Further names.", default: [] }),
    /** Notes of the author. */
    note: string({ default: "" }),
    bare: number(),
  },
  build(scope, v) {
    resource(scope, SqsQueue, "this", { /*arguments*/ name: v./*name*/name }, { /*options*/ count: 1 });
    resource(scope, SqsQueue, "each", (each) => ({ /*eachArguments*/ name: each.key }), { forEach: v.names as never });
    resource(scope, GlueCrawler, "c", {
      name: "c", role: "r", databaseName: "d",
      s3Target: blocks(v.names, (path) => ({ path, /*blockArguments*/ sampleSize: 1 })),
    });
    moduleCall(scope, queue2, "other", { /*inputs*/ name: v.name, bare: 1 });
    return [v./*retention*/retention, v./*mode*/mode, v./*key*/key, v./*names*/names, v./*note*/note, v./*bare*/bare] as never;
  },
});
declare const queue2: typeof queue;
declare const stack: Construct;
queue.inline(stack, "a", { /*inlineInputs*/ /*inputName*/name: "q", /*inputNote*/note: "n", /*inputMode*/mode: "fast", bare: 1 });
export const kinds = defineModule({
  name: "kinds", title: "K", description: "K.",
  variables: {
    type: oneOf(["spark", "ray"], { description: "Type of the job.", default: "spark" }),
    note: string({ description: "What it is for.", default: "" }),
    pane: optional(string({ description: "When it may stop." })),
    runtime: optional(string({ description: "Release of Ray." })),
    size: optional(oneOf(["S", "M"], { description: "How large it is.", open: true })),
  },
  kinds: { by: "type", only: { pane: ["spark"], runtime: ["ray"], size: { M: ["spark"] } } },
  build: () => ({}),
});
kinds.inline(stack, "b", { type: "ray", /*ofRay*/runtime: "2", /*kindInputs*/ });
kinds.inline(stack, "c", { /*common*/note: "x", pane: "y" });
kinds.inline(stack, "d", { type: "spark", /*known*/pane: "y", /*values*/size: "M", /*commonOfSpark*/note: "x" });
glueJob.inline(stack, "e", { name: "j", role_arn: "r", script_location: "s", /*job*/tags: {}, glue_version: "5.1" });
glueJob.inline(stack, "f", { type: "streaming", name: "j", role_arn: "r", script_location: "s", glue_version: "5.1", /*window*/maintenance_window: "Sun:10" });
void [output, optional];
`;

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(ROOT, RUNTIME === "cdktn" ? "tsconfig.cdktn.json" : "tsconfig.json"), ts.sys.readFile).config,
  ts.sys,
  ROOT,
);
const service = ts.createLanguageService({
  getScriptFileNames: () => [FILE],
  getScriptVersion: () => "1",
  getScriptSnapshot: (name) => {
    const text = name === FILE ? TEXT : ts.sys.readFile(name);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => ROOT,
  getCompilationSettings: () => ({ ...options, noErrorTruncation: true }),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (name) => name === FILE || ts.sys.fileExists(name),
  readFile: ts.sys.readFile,
  directoryExists: ts.sys.directoryExists,
  getDirectories: ts.sys.getDirectories,
});

/** The place behind a mark. */
const at = (mark: string) => TEXT.indexOf(`/*${mark}*/`) + mark.length + 4;

/** What is shown on hovering what stands behind a mark. */
function hover(mark: string): string {
  const { displayParts, documentation } = service.getQuickInfoAtPosition(FILE, at(mark)) ?? {};
  return [ts.displayPartsToString(displayParts), ts.displayPartsToString(documentation)].join("\n");
}

const completions = (mark: string): readonly string[] =>
  service.getCompletionsAtPosition(FILE, at(mark), {})?.entries.map(({ name }) => name) ?? [];

test.each([
  ["name", ["Expr<string>", "Name of the queue."]],
  ["retention", ["Expr<number>", "Seconds that a message is kept.", "345600"]],
  ["mode", ["Expr<string>", "How it works.", '"fast"', '"slow"']],
  ["key", ["Nullable<", "ARN of the key."]],
  ["names", ["ListExpr<Expr<string>>", "Further names."]],
  ["note", ["Expr<string>", "Notes of the author."]],
  ["bare", ["Expr<number>"]],
])("hovering the variable %s shows what was said of it", (mark, parts) => {
  const shown = hover(mark);
  for (const part of parts) expect(shown).toContain(part);
});

test("hovering an input shows its type, what was said of the variable, and the author's comment", () => {
  expect(hover("inputName")).toContain("Name of the queue.");
  for (const part of ["How it works.", '"fast" | "slow"']) expect(hover("inputMode")).toContain(part);
  expect(hover("inputNote")).toContain("Notes of the author.");
  expect(hover("inputMode")).toContain('"fast" | "slow"');
});

test.each([
  ["common", "What it is for."],
  ["commonOfSpark", "What it is for."],
  ["known", "When it may stop."],
  ["ofRay", "Release of Ray."],
  ["values", "How large it is."],
  ["job", "Tags of everything that the module creates."],
  ["window", "Day and hour, in UTC"],
])("hovering an input of a module with kinds shows what was said of it: %s", (mark, text) => {
  expect(hover(mark)).toContain(text);
});

test("inputs of a module with kinds are completed", () => {
  expect(completions("kindInputs")).toEqual(expect.arrayContaining(["pane", "size"]));
  expect(completions("kindInputs").filter((name) => /^\W|^__/.test(name))).toEqual([]);
});

test.each(["arguments", "eachArguments"])("%s are completed without the options of `resource`", (mark) => {
  const offered = completions(mark);
  expect(offered).toContain("fifoQueue");
  for (const option of ["count", "forEach", "dependsOn", "provider", "lifecycle", "provisioners", "connection"])
    expect(offered).not.toContain(option);
  expect(offered.filter((name) => /^\W|^__/.test(name))).toEqual([]);
});

test("options, arguments of blocks and inputs are completed", () => {
  expect(completions("options")).toEqual(expect.arrayContaining(["forEach", "dependsOn", "comment", "lifecycle"]));
  expect(completions("blockArguments")).toEqual(expect.arrayContaining(["exclusions", "connectionName"]));
  for (const mark of ["inputs", "inlineInputs"]) {
    expect(completions(mark)).toEqual(expect.arrayContaining(["retention", "names"]));
    expect(completions(mark).filter((name) => /^\W|^__/.test(name))).toEqual([]);
  }
});
