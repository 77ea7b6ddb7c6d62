/** The published types under the oldest TypeScript that package.json names, and under the newest. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findPackage } from "../support/find-package";
import { describeUnless } from "../support/needs";
import { AUTHOR, MISTAKEN_LINES, MISTAKES, manifest, PackedProject } from "./support/packed";
import { ROOT } from "./support/project";

const OLDEST = "5.4";
const NEWEST = "7";

const project = new PackedProject();
for (const name of [...Object.keys(manifest.peerDependencies), "@types/node"]) project.link(name);
const USER = `import { lintText } from "tfwright/iam";
import * as review from "tfwright/review";
import plugin from "tfwright/eslint";
export const used: readonly unknown[] = [lintText("{}")[0]?.severity, Object.keys(review), plugin.configs.recommended];
`;
const MISTAKEN = "mistakes.ts";
/** One run of a compiler takes them all: it spends its time on the declarations of packages. */
const FILES = ["tfwright.config.ts", "user.ts", MISTAKEN];
project.write({ "tfwright.config.ts": AUTHOR, [MISTAKEN]: MISTAKES, "user.ts": USER });

test("package.json names the oldest", () => {
  expect(manifest.peerDependencies.typescript).toBe(`>=${OLDEST}`);
});

test("the ESLint plugin's page names the range of typescript-eslint, which is narrower", () => {
  const { peerDependencies } = JSON.parse(
    readFileSync(join(ROOT, "node_modules", "typescript-eslint", "package.json"), "utf8"),
  ) as { readonly peerDependencies: { readonly typescript: string } };
  const [, below] = /<(\S+)$/.exec(peerDependencies.typescript) ?? [];
  expect(readFileSync(join(ROOT, "docs", "eslint-plugin.md"), "utf8")).toContain(
    `TypeScript from ${OLDEST} to below ${below}`,
  );
});

for (const version of [OLDEST, NEWEST]) {
  const typescript = findPackage("typescript", version);
  const missing = { what: `TypeScript ${version}`, how: "it comes from the npm registry" };
  describeUnless(typescript === undefined ? missing : undefined, `TypeScript ${version}`, () => {
    let told = "";
    beforeAll(() => {
      const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "node16", "--types", "node"];
      const command = [join(typescript as string, "bin", "tsc"), ...options, ...FILES];
      told = spawnSync(process.execPath, command, { cwd: project.folder, encoding: "utf8" }).stdout;
    });

    test("takes every entry, also where it checks the declarations themselves", () => {
      // Other packages' declarations are not ours to mend.
      const errors = told
        .split("\n")
        .filter((line) => /^(?:\w|node_modules\/tfwright\/)/.test(line) && !/^node_modules\/(?!tfwright\/)/.test(line));
      expect(errors.filter((line) => !line.startsWith(MISTAKEN))).toEqual([]);
    });

    test("finds the mistakes", () => {
      const errors = [...told.matchAll(/^(\S+\.ts)\((\d+),/gm)].filter(([, file]) => file === MISTAKEN);
      expect(errors.map(([, file, line]) => `${file}:${line}`)).toEqual(MISTAKEN_LINES);
    });
  });
}
