/** The compilers that authors may have, as processes of their own: TypeScript 5.9 and 7. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../cli/support/project";
import { findPackage } from "../support/find-package";
import { describeUnless } from "../support/needs";

const COMPILERS = [
  ["5.9", join(ROOT, "node_modules", "typescript")],
  ["7", findPackage("typescript", "7")],
] as const;

/** Tests with each compiler. @param define gets what compiles the project of a folder, and returns what it prints */
export function describeCompilers(define: (compile: (folder: string) => string) => void): void {
  for (const [version, typescript = ""] of COMPILERS) {
    const missing = { what: `TypeScript ${version}`, how: "it comes from the npm registry" };
    const command = [join(typescript, "bin", "tsc"), "-p", ".", "--pretty", "false"];
    describeUnless(typescript === "" ? missing : undefined, `TypeScript ${version}`, () => {
      define((folder) => spawnSync(process.execPath, command, { cwd: folder, encoding: "utf8" }).stdout);
    });
  }
}

/** What a compiler says of each line of a file, with the lines that go on below. */
export function errorsByLine(printed: string, file: string): ReadonlyMap<number, string> {
  const told = new Map<number, string>();
  for (const [, of, line, text] of printed.matchAll(/^([\w-]+\.ts)\((\d+),\d+\): error (.*(?:\n {2}.*)*)/gm))
    if (of === file) told.set(Number(line), `${told.get(Number(line)) ?? ""}${text}\n`);
  return told;
}
