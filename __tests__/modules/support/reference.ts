/** The reference environment `data-lake-test`, as a user writes it, beside a copy of the generated modules. */
import { cpSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { GENERATED, makeFolder, planOffline } from "./generated";

const FIXTURE = resolve(__dirname, "../fixtures/reference/main.tf");

export const ACCOUNT = "111111111111";

/** A root folder with the environment, the variable that it refers to and dummy keys; only files beside it. */
export function writeReference(): string {
  const folder = makeFolder();
  cpSync(GENERATED, join(folder, "generated"), { recursive: true });
  cpSync(FIXTURE, join(folder, "main.tf"));
  writeFileSync(
    join(folder, "variables.tf"),
    'variable "snapshot_kms_keys" {\n  type    = list(string)\n  default = []\n}\n',
  );
  planOffline(folder);
  return folder;
}

/** The account as an argument of both roles, so that nothing asks AWS for it; the environment stays as it is written. */
export function giveAccount(folder: string): void {
  const module = { job_role: { account_id: ACCOUNT }, crawler_role: { account_id: ACCOUNT } };
  writeFileSync(join(folder, "account_override.tf.json"), JSON.stringify({ module }));
}
