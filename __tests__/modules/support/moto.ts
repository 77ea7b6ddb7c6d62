/** moto_server, which stands for AWS where something must be applied. */
import { spawnSync } from "node:child_process";
import { describeUnless, type Need } from "../../support/needs";
import { describeWith, findProviders } from "./find-terraform";

export interface Moto {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

const { awsOverride, startMoto } = require("../../../scripts/plans-aws.js") as {
  readonly awsOverride: (endpoint: string) => string;
  readonly startMoto: () => Promise<Moto | undefined>;
};

const MISSING: Need = { what: "moto_server", how: "install `moto[server]` from PyPI, on PATH" };

/** `describe` where Terraform with the providers of the pack and moto_server are here, else a skipped one. */
export function describeWithMoto(title: string, tests: () => void): void {
  const withoutTerraform = findProviders("terraform") === undefined;
  if (withoutTerraform) describeWith("terraform", title, tests);
  else describeUnless(isHere() ? undefined : MISSING, title, tests);
}

/** Starts the server, empty. @throws Error where it does not answer */
export async function beginMoto(): Promise<Moto> {
  const moto = await startMoto();
  if (moto === undefined) throw new Error("moto_server does not answer");
  return moto;
}

/** Settings of the AWS provider with which it talks to moto. What moto does not have is asked for once. */
export function providerFor({ endpoint }: Moto): Readonly<Record<string, unknown>> {
  const { provider } = JSON.parse(awsOverride(endpoint)) as { readonly provider: { readonly aws: object } };
  return { ...provider.aws, max_retries: 1 };
}

function isHere(): boolean {
  return spawnSync(process.env.MOTO_SERVER ?? "moto_server", ["--help"]).status === 0;
}
