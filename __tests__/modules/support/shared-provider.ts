/**
 * AWS providers that run before Terraform and stay, so that many runs of Terraform use one process.
 *
 * `terraform test` starts the provider again for each `run` block: that is one second of processor time, and most of what a run
 * takes. Terraform configures a provider each time it uses it, and only one command uses it at a time, so that nothing of one
 * command is left for the next. A configuration with two provider blocks must not use it: the second would replace the first.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { findProviders } from "./find-terraform";
import { Queue } from "./queue";
import { AT_ONCE, environment } from "./run-command";

interface SharedProvider {
  readonly process: ChildProcess;
  /** What tells Terraform to use the process. */
  readonly environment: NodeJS.ProcessEnv;
}

/** The provider ends when its standard input ends, which is also when jest is killed. */
const UNTIL_INPUT_ENDS = '"$PROVIDER" -debug & cat > /dev/null; kill -INT $!; wait';

const started: SharedProvider[] = [];
const idle: SharedProvider[] = [];
const queue = new Queue(AT_ONCE);

afterAll(async () => {
  idle.splice(0);
  await Promise.all(started.splice(0).map(stop));
});

/** Runs a task that calls Terraform with the environment that it is given. No other task has the provider at that time. */
export function withSharedProvider<T>(task: (environment: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  return queue.run(async () => {
    const provider = idle.pop() ?? (await start());
    try {
      return await task(provider.environment);
    } finally {
      idle.push(provider);
    }
  });
}

/** Starts a provider and waits until it says how it is reached. */
async function start(): Promise<SharedProvider> {
  const child = spawn(UNTIL_INPUT_ENDS, {
    shell: true,
    env: { ...environment, PROVIDER: findAwsProvider() },
    stdio: ["pipe", "pipe", "ignore"],
  });
  let printed = "";
  for await (const text of child.stdout.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    printed += text;
    const [, reattach] = /TF_REATTACH_PROVIDERS='(.*)'/.exec(printed) ?? [];
    if (reattach === undefined) continue;
    child.stdout.resume();
    const provider = { process: child, environment: { TF_REATTACH_PROVIDERS: reattach } };
    started.push(provider);
    return provider;
  }
  throw new Error(`the AWS provider ended before it could be used: ${printed}`);
}

async function stop({ process: child }: SharedProvider): Promise<void> {
  const ended = once(child, "exit");
  child.stdin?.end();
  await ended;
}

/** The provider's program in the folder of the gathered providers. */
function findAwsProvider(): string {
  const folder = findProviders("terraform");
  if (folder === undefined) throw new Error("Terraform with the AWS provider is not available");
  let path = join(folder, "registry.terraform.io", "hashicorp", "aws");
  // Version, platform, program.
  for (let level = 0; level < 2; level++) path = join(path, readdirSync(path)[0] as string);
  const program = readdirSync(path).find((name) => name.startsWith("terraform-provider-aws"));
  if (program === undefined) throw new Error("the folder of the AWS provider has no program");
  return join(path, program);
}
