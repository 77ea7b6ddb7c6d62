/** The reference environment as docs/contributing.md tells it: the app, and `npx cdktf synth`. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

const root = join(__dirname, "..");
let folder: string;

function hashes(of: string): Record<string, string> {
  const files = readdirSync(of, { recursive: true, encoding: "utf8" }).filter((path) =>
    statSync(join(of, path)).isFile(),
  );
  return Object.fromEntries(
    files.sort().map((path) => [
      path,
      createHash("sha256")
        .update(readFileSync(join(of, path)))
        .digest("hex"),
    ]),
  );
}

/** A folder that looks like a checkout which `npm start` has set up. */
function checkout(): string {
  const made = mkdtempSync(join(tmpdir(), "tfwright-app-"));
  for (const name of [
    "generated",
    "scripts",
    "cdktf.json",
    "package.json",
    "package-lock.json",
    "dist",
    "bin",
    "templates",
  ]) {
    cpSync(join(root, name), join(made, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(made, "node_modules"));
  return made;
}

beforeAll(() => {
  folder = checkout();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the reference environment", () => {
  it("is the same by the app alone and by `npx cdktf synth`, without an absolute path", () => {
    const own = spawnSync(process.execPath, ["dist/main.js"], { cwd: folder, encoding: "utf8" });
    expect(own.stderr).toBe("");
    const first = hashes(join(folder, "cdktf.out"));
    expect(Object.keys(first)).toEqual(
      expect.arrayContaining([
        "manifest.json",
        "stacks/data-lake-test/cdk.tf.json",
        "stacks/data-lake-test/modules/glue-job/main.tf",
      ]),
    );
    rmSync(join(folder, "cdktf.out"), { recursive: true });

    const environment = { ...process.env, CHECKPOINT_DISABLE: "1" };
    const cli = join("node_modules", "cdktf-cli", "bundle", "bin", "cdktf.js");
    const synth = spawnSync(process.execPath, [cli, "synth"], { cwd: folder, encoding: "utf8", env: environment });
    expect(synth.stdout + synth.stderr).toContain("Generated Terraform code for the stacks: data-lake-test");
    expect(hashes(join(folder, "cdktf.out"))).toEqual(first);

    for (const path of Object.keys(first)) {
      const text = readFileSync(join(folder, "cdktf.out", path), "utf8");
      expect(text).not.toContain(folder);
      expect(text).not.toContain(root);
    }
  });

  it("follows CDKTF_OUTDIR", () => {
    const out = join(folder, "elsewhere", "out");
    mkdirSync(join(folder, "elsewhere"));
    const result = spawnSync(process.execPath, ["dist/main.js"], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, CDKTF_OUTDIR: out },
    });
    expect(result.status).toBe(0);
    expect(readdirSync(join(out, "stacks", "data-lake-test", "modules")).sort()).toEqual([
      "glue-catalog-database",
      "glue-crawler",
      "glue-job",
      "glue-role",
    ]);
    expect(relative(folder, out)).toBe(join("elsewhere", "out"));
  });
});
