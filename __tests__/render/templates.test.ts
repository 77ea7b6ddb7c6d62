import { type Problem, TfwrightError } from "../../src/errors";
import { createEngine, renderModule, renderPackage } from "../../src/render";
import { makeFolder, removeFolders } from "./folders";
import { MODEL } from "./full-model";

afterAll(removeFolders);

type Files = Readonly<Record<string, string>>;

/** What is wrong with a folder of templates. */
function problemsOf(files: Files): readonly Problem[] {
  try {
    createEngine({ templatesDir: makeFolder(Object.entries(files)) }).check();
    return [];
  } catch (error) {
    if (!(error instanceof TfwrightError)) throw error;
    return error.problems;
  }
}

function render(files: Files, file = "README.md"): string | undefined {
  return renderModule(MODEL, createEngine({ templatesDir: makeFolder(Object.entries(files)) })).get(file);
}

const README = "README.md.hbs";

test.each<[template: string, code: string, place: string, hint: string]>([
  ["{{nmae}}", "unknown-field", "1:3", "did you mean `name`?"],
  ["a\n\n  {{xyzzy}}", "unknown-field", "3:5", "known fields: adopt, call,"],
  ["{{#if nmae}}{{/if}}", "unknown-field", "1:7", "`name`"],
  ["{{#unless nmae}}{{/unless}}", "unknown-field", "1:11", "`name`"],
  ["{{#if adopt}}{{else}}{{nmae}}{{/if}}", "unknown-field", "1:24", "`name`"],
  ["{{#if adopt}}{{else if nmae}}{{/if}}", "unknown-field", "1:24", "`name`"],
  ["{{md nmae}}", "unknown-field", "1:6", "`name`"],
  ["{{cell (code nmae)}}", "unknown-field", "1:14", "`name`"],
  ["{{attributes this indent=nmae}}", "unknown-field", "1:26", "`name`"],
  ["{{#each variable}}{{/each}}", "unknown-field", "1:9", "`variables`"],
  ["{{#each variables}}{{title}}{{/each}}", "unknown-field", "1:22", "known fields: arguments,"],
  ["{{#each variables}}{{../nmae}}{{/each}}", "unknown-field", "1:22", "`name`"],
  ["{{#each variables}}{{../../name}}{{/each}}", "unknown-field", "1:22", "outermost"],
  ["{{#each variables}}{{@root.nmae}}{{/each}}", "unknown-field", "1:22", "`name`"],
  ["{{#each variables as |v|}}{{v.nmae}}{{/each}}", "unknown-field", "1:29", "`name`"],
  ["{{#each variables}}{{this.nmae}}{{/each}}", "unknown-field", "1:22", "`name`"],
  ["{{#each variables}}{{@indx}}{{/each}}", "unknown-field", "1:22", "@index"],
  ["{{@index}}", "unknown-field", "1:3", "@root"],
  ["{{#with title}}{{name}}{{/with}}", "unknown-field", "1:18", ""],
  ["{{variables.name}}", "unknown-field", "1:3", "{{#each variables}}"],
  ["{{constructor}}", "unknown-field", "1:3", "known fields"],
  ["{{__proto__}}", "unknown-field", "1:3", "known fields"],
  ["{{name.length}}", "unknown-field", "1:3", ""],
  ["{{@root.constructor.constructor}}", "unknown-field", "1:3", "known fields"],
  ["{{#with this as |x|}}{{x.__proto__}}{{/with}}", "unknown-field", "1:24", "known fields"],
  ["{{shout name}}", "unknown-helper", "1:1", "known helpers: and, attributes,"],
  ["{{cel name}}", "unknown-helper", "1:1", "`cell`"],
  ["{{md (cel name)}}", "unknown-helper", "1:6", "`cell`"],
  ["{{lookup this 'name'}}", "unknown-helper", "1:1", "known helpers"],
  ["{{log name}}", "unknown-helper", "1:1", "known helpers"],
  ["{{if name}}", "unknown-helper", "1:1", "{{#if ...}}"],
  ["{{valueOf name}}", "unknown-helper", "1:1", "known helpers"],
  ["{{#variables}}{{/variables}}", "unknown-helper", "1:1", "known blocks: each, if, unless, with"],
  ["{{#constructor}}{{/constructor}}", "unknown-helper", "1:1", "known blocks"],
  ["{{#eq name 'x'}}{{/eq}}", "not-a-block", "1:1", "{{#if (eq ...)}}"],
  ["{{> hedaer}}", "unknown-partial", "1:1", "`header`"],
  ["{{> constructor}}", "unknown-partial", "1:1", "known partials"],
  ["{{> (md name)}}", "unsupported-syntax", "1:1", "write the name"],
  ["{{#> header}}{{/header}}", "unsupported-syntax", "1:1", "partials/"],
  ['{{#*inline "x"}}{{/inline}}', "unsupported-syntax", "1:1", "partials/"],
  ["{{> header nmae}}", "unknown-field", "1:12", "`name`"],
  ["{{> header header=nmae}}", "unknown-field", "1:19", "`name`"],
  ["{{md}}", "wrong-arguments", "1:1", ""],
  ["{{md name title}}", "wrong-arguments", "1:1", ""],
  ["{{eq name}}", "wrong-arguments", "1:1", ""],
  ["{{md variables}}", "wrong-arguments", "1:6", ""],
  ["{{md name size=2}}", "unknown-argument", "1:11", "no named arguments"],
  ["{{#each name}}{{/each}}", "not-a-list", "1:1", ""],
  ["{{t 'usag'}}", "unknown-text", "1:5", "`usage`"],
  ["{{t 'constructor'}}", "unknown-text", "1:5", "known texts: adopt,"],
  ["{{t name}}", "wrong-arguments", "1:5", ""],
  ["{{t}}", "wrong-arguments", "1:1", ""],
  ["{{t 'usage_source'}}", "wrong-arguments", "1:1", ""],
  ["{{t 'usage' name=name}}", "unknown-argument", "1:13", "no named arguments"],
  ["{{t 'usage_source' name=name nmae=name}}", "unknown-argument", "1:30", "`name`"],
  ["{{t 'usage_source' name=variables}}", "wrong-arguments", "1:25", ""],
  ["{{t 'usage_source' name=nmae}}", "unknown-field", "1:25", "`name`"],
  ["{{#each variables providers}}{{/each}}", "wrong-arguments", "1:1", "{{#each FIELD}}"],
  ["{{variables}}", "not-printable", "1:1", "{{#each variables}}"],
  ["{{#each variables}}{{this}}{{/each}}", "not-printable", "1:20", "name one of its fields"],
  ["{{#if adopt}}", "template-syntax", "1", ""],
  ["\n{{#if adopt}}{{/each}}", "template-syntax", "2:4", ""],
  ["a\nb {{name", "template-syntax", "2", ""],
])("%j is %s", (template, code, place, hint) => {
  const [problem, ...more] = problemsOf({ [README]: template });
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ code, path: `${README}:${place}` });
  expect(problem?.hint ?? "").toContain(hint);
});

test.each([
  "",
  "{{#each variables as |v i|}}{{i}} {{v.name}} {{../name}} {{@index}} {{#if @first}}{{else}}{{@last}}{{/if}}{{/each}}",
  "{{#each variables}}{{#each validations}}{{../name}} {{../../title}} {{@../index}} {{condition}}{{/each}}{{/each}}",
  "{{#with variables as |vs|}}{{#each vs}}{{name}}{{/each}}{{/with}}{{@root.name}}{{this.name}}{{./name}}",
  "{{#if (and adopt (or notes iam) (not creates) (eq name 'x'))}}{{{title}}}{{else if differences}}x{{else}}y{{/if}}",
  "{{#each creates}}{{item this}}{{else}}{{name}}{{/each}}{{!-- {{nmae}} --}}{{~name~}}\\{{nmae}}",
  "{{#each providers}}{{attributes arguments 'source' \"version\" indent=4}}{{> header header=../header}}{{/each}}",
])("%j is right", (template) => {
  expect(problemsOf({ [README]: template })).toEqual([]);
  expect(render({ [README]: template })).toBeDefined();
});

test.each([
  ["{{#each variables}}{{description}}{{/each}}", "unescaped-text", "{{string description}}"],
  ["# {{title}}", "unescaped-text", "{{comment title}}"],
  ["{{md title}}", "unescaped-text", "comment"],
  ["{{attributes this 'title'}}", "unescaped-text", "usage"],
  ["{{docs}}", "unknown-field", "known fields"],
])("HCL: %j is %s", (template, code, hint) => {
  const problems = problemsOf({ "variables.tf.hbs": template });
  expect(problems).toMatchObject([{ code, hint: expect.stringContaining(hint) }]);
});

test("a partial is checked where it is called, with the context that it is given", () => {
  const files = {
    [README]: "{{> own}}{{#each variables}}{{> own}}{{/each}}",
    "partials/own.hbs": "\n{{title}}{{nmae}}{{../name}}",
  };
  expect(problemsOf(files).map(({ code, path }) => `${code} ${path}`)).toEqual([
    "unknown-field partials/own.hbs:2:12",
    "unknown-field partials/own.hbs:2:20",
    "unknown-field partials/own.hbs:2:3",
  ]);
});

test("a partial that calls itself", () => {
  const files = { [README]: "{{> a}}", "partials/a.hbs": "{{> b}}", "partials/b.hbs": "{{#if name}}{{> a}}{{/if}}" };
  expect(problemsOf(files)).toMatchObject([
    { code: "recursive-partial", path: "partials/b.hbs:1:13", message: expect.stringContaining("a > b > a") },
  ]);
});

test("a partial that nobody calls", () => {
  expect(problemsOf({ "partials/heeader.hbs": "" })).toMatchObject([
    { code: "unused-partial", path: "partials/heeader.hbs", hint: expect.stringContaining("`header`") },
  ]);
});

test("all problems of all templates are told at once", () => {
  const problems = problemsOf({
    [README]: "{{a}}{{b c}}",
    "outputs.tf.hbs": "{{#if",
    "partials/header.hbs": "{{nope}}",
  });
  expect(problems.map(({ path }) => path).sort()).toEqual(
    [
      "README.md.hbs:1:3",
      "README.md.hbs:1:6",
      "README.md.hbs:1:10",
      "outputs.tf.hbs:1",
      "partials/header.hbs:1:3",
    ].sort(),
  );
});

test("a folder replaces one template or partial and leaves the others", () => {
  const files = { [README]: "\ufeff# {{name}}\r\n{{docs}}\r\n", "partials/header.hbs": "# Ours: {{header}}\n\n" };
  expect(render(files)).toMatch(/^# glue-job\n<!-- BEGIN_TF_DOCS -->\n/);
  expect(render(files, "variables.tf")).toMatch(/^# Ours: Generated by .*\n\nvariable "name" {\n/);
  const engine = createEngine({ templatesDir: makeFolder([["package.md.hbs", "{{#each modules}}{{name}}{{/each}}"]]) });
  expect(renderPackage([MODEL], engine).get("README.md")).toBe("glue-job\n");
});

test.each([
  [{ "variable.tf.hbs": "" }, "variable.tf.hbs", "did you mean `variables.tf.hbs`?"],
  [{ "README.md": "" }, "README.md", "did you mean `README.md.hbs`?"],
  [{ "partials/header.txt": "" }, "partials/header.txt", "did you mean `partials/header.hbs`?"],
  [{ "other/x.hbs": "" }, "other", "templates: README.md.hbs, variables.tf.hbs"],
])("a file that replaces nothing: %j", (files: Files, path, hint) => {
  expect(problemsOf(files)).toMatchObject([{ code: "unknown-template", path, hint: expect.stringContaining(hint) }]);
});

test("a templates folder that is none", () => {
  expect(() => createEngine({ templatesDir: "/no/such/folder" })).toThrow("not a folder");
});

test("a template that throws names itself and the module", () => {
  expect(() => render({ [README]: "{{indent name 99}}" })).toThrow(
    "README.md.hbs: the template failed for the module glue-job: the indentation must be a whole number",
  );
});

test("a README may not hold a marker of terraform-docs but those of its part", () => {
  expect(() => render({ [README]: "{{description}}\n{{docs}}" })).toThrow("a terraform-docs marker before its section");
  expect(render({ [README]: "{{markdown description}}\n{{docs}}" })).toContain("&lt;!-- END_TF_DOCS");
  expect(render({ [README]: "no part" })).toBe("no part\n");
});
