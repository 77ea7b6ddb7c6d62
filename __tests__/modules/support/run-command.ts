/** Runs programs, two at a time, in an environment that says nothing about AWS or Terraform's arguments. */
import { execFile } from "node:child_process";

const AT_ONCE = 2;
const waiting: (() => void)[] = [];
let running = 0;

export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The caller's environment without keys, profiles, workspaces, variables and arguments that would change what is tested. */
export const environment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(AWS_|TF_VAR_|TF_CLI_ARGS|TF_WORKSPACE$|TF_DATA_DIR$|TF_LOG)/.test(name),
    ),
  ),
  AWS_EC2_METADATA_DISABLED: "true",
  CHECKPOINT_DISABLE: "1",
  TF_IN_AUTOMATION: "1",
};

/** Waits for a free place, runs the program in `folder` and returns how it ended, whatever its exit code. */
export async function runCommand(command: string, args: readonly string[], folder: string): Promise<Finished> {
  if (running === AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await new Promise((resolve) => {
      const options = { cwd: folder, env: environment, maxBuffer: 2 ** 28 };
      execFile(command, [...args], options, (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
        resolve({ code, stdout, stderr: code === -1 ? `${stderr}\n${error?.message}` : stderr });
      });
    });
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
