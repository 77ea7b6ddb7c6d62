/** Runs programs, two at a time, in an environment that says nothing about AWS or Terraform's arguments. */
import { execFile } from "node:child_process";
import { Queue } from "./queue";

/** How many programs run at the same time. */
export const AT_ONCE = 2;
const queue = new Queue(AT_ONCE);

export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The caller's environment without keys, profiles, workspaces, variables and arguments that would change what is tested. Terraform
 * and its providers are Go programs that live for seconds: they collect garbage only where their memory nears a bound, which takes
 * a third of their processor time away.
 */
export const environment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(AWS_|TF_VAR_|TF_CLI_ARGS|TF_WORKSPACE$|TF_DATA_DIR$|TF_LOG)/.test(name),
    ),
  ),
  AWS_EC2_METADATA_DISABLED: "true",
  CHECKPOINT_DISABLE: "1",
  TF_IN_AUTOMATION: "1",
  GOGC: process.env.GOGC ?? "off",
  GOMEMLIMIT: process.env.GOMEMLIMIT ?? "2GiB",
};

/**
 * Waits for a free place, runs the program in `folder` and returns how it ended, whatever its exit code.
 *
 * @param more variables beside those of {@link environment}
 */
export function runCommand(
  command: string,
  args: readonly string[],
  folder: string,
  more: NodeJS.ProcessEnv = {},
): Promise<Finished> {
  const options = { cwd: folder, env: { ...environment, ...more }, maxBuffer: 2 ** 28 };
  return queue.run(
    () =>
      new Promise((resolve) => {
        execFile(command, [...args], options, (error, stdout, stderr) => {
          const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
          resolve({ code, stdout, stderr: code === -1 ? `${stderr}\n${error?.message}` : stderr });
        });
      }),
  );
}
