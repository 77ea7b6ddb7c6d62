import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "..", "..");

describe("golden modules", () => {
  it("are what the definitions give; `npm run golden` rewrites them", () => {
    const config = join("__tests__", "golden", "tfwright.config.ts");
    const result = spawnSync(process.execPath, ["bin/tfwright.js", "generate", "--check", "--config", config], {
      cwd: root,
      encoding: "utf8",
    });
    expect(result.stderr + result.stdout).toContain("is up to date");
    expect(result.status).toBe(0);
  });
});
