/** The reference of authoring: every definition in it compiles, generates without a word, and gives the HCL that is shown. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Project, ROOT } from "./cli/support/project";
import { compile } from "./support/compile";
import { compiledTsconfig } from "./support/compiled-tsconfig";

const page = readFileSync(join(ROOT, "docs", "authoring.md"), "utf8");

interface Snippet {
  readonly language: string;
  readonly text: string;
}

const snippets = [...page.matchAll(/```(ts|hcl)\n([\s\S]*?)```/g)].map(
  ([, language = "", text = ""]): Snippet => ({ language, text }),
);
const definitions = snippets.filter(({ language }) => language === "ts");
const nameOf = ({ text }: Snippet) => /export const (\w+)/.exec(text)?.[1] ?? "";
const folderOf = ({ text }: Snippet) => /^ {2}name: "([\w-]+)"/m.exec(text)?.[1] ?? "";

const project = new Project({
  ...Object.fromEntries(definitions.map((one) => [`${nameOf(one)}.ts`, one.text])),
  "tfwright.config.ts": `import { defineConfig } from "tfwright";
${definitions.map((one) => `import { ${nameOf(one)} } from "./${nameOf(one)}";`).join("\n")}
export default defineConfig({ modules: [${definitions.map(nameOf).join(", ")}] });
`,
  "tsconfig.json": compiledTsconfig(["tfwright.config.ts"]),
});

test("the definitions generate, and give the HCL below them", () => {
  expect(project.run(["generate"])).toMatchObject({ code: 0, stderr: "" });
  let folder = "";
  let compared = 0;
  for (const snippet of snippets) {
    if (snippet.language === "ts") folder = `generated/modules/${folderOf(snippet)}`;
    else {
      const files = project.paths(folder).filter((path) => path.endsWith(".tf"));
      expect(files.map((path) => project.read(path)).join("\n")).toContain(snippet.text);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThanOrEqual(definitions.length);
});

test("the definitions have no type errors", () => {
  expect(compile(project.folder)).toBe("");
});

test("every field and option of a definition is named", () => {
  const source = (file: string) => readFileSync(join(ROOT, "src/generate/dsl", file), "utf8");
  const fieldsOf = (file: string, name: string) => {
    const [, body = ""] = new RegExp(`interface ${name}\\b[^{]*\\{([\\s\\S]*?)^\\}`, "m").exec(source(file)) ?? [];
    return [...body.matchAll(/^ {2}(?:readonly )?(\w+)\??[:(]/gm)].map(([, field]) => field as string);
  };
  const fields = [
    ...fieldsOf("definition.ts", "Definition"),
    ...fieldsOf("definition.ts", "Example"),
    ...fieldsOf("definition.ts", "TestFile"),
    ...fieldsOf("definition.ts", "TestRun"),
    ...fieldsOf("types.ts", "VariableOptions"),
    ...fieldsOf("resource.ts", "MetaOptions"),
    ...fieldsOf("resource.ts", "RepeatOptions"),
  ];
  expect(fields.length).toBeGreaterThan(35);
  expect(fields.filter((field) => !new RegExp(`\\b${field}\\b`).test(page))).toEqual([]);
});
