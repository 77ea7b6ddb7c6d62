/** Terraform's own word on an expression. */
import { spawnSync } from "node:child_process";

/** What an expression is in a folder; in base64, because the console escapes what it prints. */
export function evaluate(folder: string, expression: string): unknown {
  const input = `base64encode(jsonencode(${expression}))\n`;
  const { stdout, stderr } = spawnSync("terraform", ["console"], {
    cwd: folder,
    input,
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  if (!stdout.startsWith('"')) throw new Error(stdout + stderr);
  return JSON.parse(Buffer.from(JSON.parse(stdout.trim()), "base64").toString());
}
