/** Tests by Terraform, OpenTofu, terraform-docs and Go as they are on PATH. Files that import this are of the project `terraform`. */
import { spawnSync } from "node:child_process";
import { describeUnless, type Need, testUnless } from "./needs";

export interface RunResult {
  readonly status: number | null;
  readonly output: string;
}

type Program = "terraform" | "terraform-1.5.7" | "terraform-docs" | "go";

/** `test` where the program is on PATH, else a skipped one. */
export function testWith(program: Program): (title: string, body: jest.ProvidesCallback) => void {
  const missing = findMissing(program);
  return (title, body) => testUnless(missing, title, body);
}

/** `describe` where the program is on PATH, else a skipped one. */
export function describeWithProgram(program: Program, title: string, tests: () => void): void {
  describeUnless(findMissing(program), title, tests);
}

function findMissing(program: Program): Need | undefined {
  if (spawnSync(program, ["version"]).status === 0) return undefined;
  return { what: program, how: "put it on PATH" };
}

/** Runs a program to its end. */
export function runProgram(program: Program, args: readonly string[], cwd: string): RunResult {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
  return { status, output: `${stdout}${stderr}` };
}
