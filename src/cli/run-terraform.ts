/** Runs Terraform or OpenTofu. */
import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { fail } from "../errors";

/**
 * The command that is given, else `terraform`, else `tofu`.
 *
 * @param instead what to do without one
 * @throws TfwrightError `no-terraform`
 */
export async function findTerraform(given: string | undefined, instead: string): Promise<string> {
  const candidates = given === undefined ? ["terraform", "tofu"] : [given];
  for (const command of candidates)
    if ((await runTerraform(command, ["version", "-json"], tmpdir())).text !== undefined) return command;
  return fail({
    code: "no-terraform",
    path: candidates.join(", "),
    message: given === undefined ? "neither Terraform nor OpenTofu can be run" : "this command cannot be run",
    hint: `install one of them, name it by \`--terraform COMMAND\`, ${instead}`,
  });
}

/** What a command answered. */
interface TerraformAnswer {
  /** Standard output; undefined where the command failed. */
  readonly text?: string;
  readonly error: string;
  /** Standard output, also of a command that failed. */
  readonly output: string;
}

/** The schema of a large provider has 20 MB. */
const MOST_BYTES = 2 ** 30;

/** Runs Terraform in a folder. */
export function runTerraform(command: string, args: readonly string[], folder: string): Promise<TerraformAnswer> {
  return new Promise((resolve) => {
    const env = { ...process.env, TF_IN_AUTOMATION: "1", CHECKPOINT_DISABLE: "1" };
    execFile(command, args, { cwd: folder, maxBuffer: MOST_BYTES, env }, (error, stdout, stderr) => {
      const told = `${stderr}`.trim() || (error?.message ?? "");
      resolve(
        error === null ? { text: stdout, error: told, output: stdout } : { error: withoutFrame(told), output: stdout },
      );
    });
  });
}

/** Terraform's messages without the lines that it draws around them. */
function withoutFrame(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/^[╷│╵]\s?/, "").trimEnd())
    .filter((line) => line !== "")
    .join("\n");
}
