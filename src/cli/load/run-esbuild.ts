/** One build by esbuild, whose process has ended and has been reaped before the command continues. */
import type { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import type { BuildOptions, BuildResult } from "esbuild";

/** The signals that end a process without a listener. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * `build` starts a process that waits for further builds. If this process ended before it, process 1 would have to reap it,
 * and in a container without an init that is a program which reaps nothing. A signal therefore takes effect only when
 * esbuild's process is gone.
 *
 * @throws BuildFailure as `build` does
 */
export async function runEsbuild<T extends BuildOptions>(options: T): Promise<BuildResult<T>> {
  const esbuild = require("esbuild") as typeof import("esbuild");
  let received: NodeJS.Signals | undefined;
  let started: readonly ChildProcess[] = [];
  const stop = (): void => {
    // Not SIGTERM, as `stop` sends by itself: what ended the process then tells whether the signal came from outside.
    for (const child of started) child.kill("SIGKILL");
    void esbuild.stop();
  };
  let endBuild: (reason: Error) => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    endBuild = reject;
  });
  ended.catch(() => undefined);
  const onSignal = (signal: NodeJS.Signals): void => {
    received = signal;
    stop();
    endBuild(new Error(`received ${signal}`));
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  // Node.js ends when nothing is left to do, and neither esbuild's process nor a listener for a signal counts. Where that process is
  // gone before Node.js has told of the signal to both, the command would end here as if all were done.
  const alive = setInterval(() => undefined, 60_000);
  try {
    const build = withStarted(() => esbuild.build<T>(options as never));
    started = build.started;
    for (const child of started)
      child.once("close", () => setImmediate(() => endBuild(new Error("esbuild has ended"))));
    return await Promise.race([build.result, ended]);
  } finally {
    stop();
    await Promise.all(started.map(waitForExit));
    // Node.js emits a signal that has just arrived in the next turn of the event loop; without a listener it would be lost.
    await new Promise((resolve) => setImmediate(resolve));
    clearInterval(alive);
    for (const signal of SIGNALS) process.off(signal, onSignal);
    // A signal to the whole process group, as a terminal sends it, may end esbuild's process before Node.js tells of it.
    received ??= SIGNALS.find((signal) => started.some(({ signalCode }) => signalCode === signal));
    // Without a listener the signal ends this process, as its sender expects.
    if (received !== undefined) process.kill(process.pid, received);
  }
}

/** What a function returns, and the processes that it starts before it returns. esbuild does not give its own away. */
function withStarted<T>(run: () => T): { readonly result: T; readonly started: readonly ChildProcess[] } {
  const started: ChildProcess[] = [];
  const onStart = (message: unknown): void => {
    started.push((message as { readonly process: ChildProcess }).process);
  };
  subscribe("child_process", onStart);
  try {
    return { result: run(), started };
  } finally {
    unsubscribe("child_process", onStart);
  }
}

async function waitForExit(child: ChildProcess): Promise<void> {
  const isRunning = child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  if (!isRunning) return;
  // esbuild has unreferenced it: without this, Node would not wait for it.
  child.ref();
  await once(child, "exit");
}
