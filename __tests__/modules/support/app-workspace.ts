/** The reference environment as the CDKTF app of the repository synthesizes it. */
import { spawnSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { makeFolder, planOffline } from "./generated";

/** The workspace of the CDKTF app: `cdktf.out` copied alone to another place, with dummy keys beside it. */
export function writeWorkspace(): string {
  const out = join(makeFolder(), "cdktf.out");
  const root = resolve(__dirname, "../../..");
  const { status, stderr } = spawnSync(process.execPath, [join(root, "dist", "main.js")], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, CDKTF_OUTDIR: out },
  });
  if (status !== 0) throw new Error(stderr);
  const elsewhere = makeFolder();
  cpSync(out, elsewhere, { recursive: true });
  rmSync(out, { recursive: true });
  const workspace = join(elsewhere, "stacks", "data-lake-test");
  planOffline(workspace);
  return workspace;
}
