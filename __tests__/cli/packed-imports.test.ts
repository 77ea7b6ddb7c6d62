/** What each entry of the package exports: a change of it is seen in review. And Node finds the names in ESM too. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import ts from "typescript";
import { manifest, PackedProject } from "./support/packed";

const project = new PackedProject();
project.linkPeers();

const entries = Object.entries(manifest.exports).flatMap(([path, target]) =>
  typeof target === "string" ? [] : [{ name: join("tfwright", path), types: join(project.installed, target.types) }],
);
const declared = namesIn(entries.map(({ types }) => types));

/** The names that declarations export, values and types. */
function namesIn(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  return new Map(
    files.map((file) => {
      const module = checker.getSymbolAtLocation(program.getSourceFile(file) as ts.SourceFile);
      // `export =` gives one object: its properties are what can be imported.
      const whole = module?.exports?.get(ts.InternalSymbolName.ExportEquals);
      const symbols =
        whole === undefined
          ? checker.getExportsOfModule(module as ts.Symbol)
          : checker.getPropertiesOfType(checker.getTypeOfSymbol(whole));
      return [file, symbols.map(({ escapedName }) => ts.unescapeLeadingUnderscores(escapedName))];
    }),
  );
}

function run(file: string, text: string) {
  project.write({ [file]: text });
  const env = { PATH: process.env.PATH };
  const { stdout, stderr } = spawnSync(process.execPath, [file], { cwd: project.folder, encoding: "utf8", env });
  return { stdout, stderr };
}

/** What is there when the program runs. */
function valuesOf(name: string): readonly string[] {
  const { stdout, stderr } = run("values.cjs", `console.log(JSON.stringify(Object.keys(require("${name}"))));\n`);
  expect(stderr).toBe("");
  return JSON.parse(stdout) as readonly string[];
}

test.each(entries)("$name exports what is written down", ({ name, types }) => {
  const values = valuesOf(name);
  const names = declared.get(types) ?? [];
  expect(names).toEqual(expect.arrayContaining([...values]));
  const lines = names.map((one) => (values.includes(one) ? one : `type ${one}`));
  expect(lines.sort().join("\n")).toMatchSnapshot();
});

test.each(entries)("$name: each value can be imported by its name from an ES module", ({ name }) => {
  const names = valuesOf(name).join(", ");
  expect(run("imports.mjs", `import { ${names} } from "${name}";\nconsole.log([${names}].length);\n`)).toEqual({
    stdout: `${valuesOf(name).length}\n`,
    stderr: "",
  });
});

test("a named import does its work", () => {
  const program = `import { lintText } from "tfwright/iam";\nconsole.log(lintText("")[0].rule);\n`;
  expect(run("lint.mjs", program)).toEqual({ stdout: "not-json\n", stderr: "" });
});
