/** Generated files are what the definitions give, on cdktf and on cdktn: what only reads them need not run on both. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "..", "..");

test.each([
  ["the golden modules", "__tests__/golden/tfwright.config.ts", "npm run golden"],
  ["the Glue pack", "tfwright.config.ts", "npx tfwright generate"],
])("%s: they are what the definitions give (%s; rewritten by `%s`)", (_what, config) => {
  const result = spawnSync(process.execPath, ["bin/tfwright.js", "generate", "--check", "--config", config], {
    cwd: root,
    encoding: "utf8",
  });
  expect(result.stderr + result.stdout).toContain("is up to date");
  expect(result.status).toBe(0);
});
