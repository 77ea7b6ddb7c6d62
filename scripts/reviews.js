/**
 * `npm run reviews`: writes the review of each plan in `__tests__/plans` beside it, and the samples in `docs/reviews`, with the compiled
 * command. `git diff` then shows what a change does to the reviews.
 */
const { spawnSync } = require("node:child_process");
const { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { build, install } = require("./setup.js");
const { samples } = require("./review-samples.js");

const root = join(__dirname, "..");
/** Suppressions that end are judged by it. */
const TODAY = "2026-11-01";

function run(folder, plan) {
  const command = join(root, "bin", "tfwright.js");
  const args = [command, "review", plan, "--format", "markdown", "--today", TODAY];
  return spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 28 });
}

function review(folder, plan) {
  const { status, stdout, stderr } = run(folder, plan);
  if (status !== 0) throw new Error(`${folder}: exit ${status}\n${stderr}`);
  return stdout;
}

/** A plan that is refused has what is said of it beside it. */
function writeFixtures() {
  const plans = join(root, "__tests__", "plans");
  for (const name of readdirSync(plans).sort()) {
    const folder = join(plans, name);
    if (!existsSync(join(folder, "plan.json"))) continue;
    const { status, stderr } = run(folder, "plan.json");
    if (status === 2) writeFileSync(join(folder, "refusal.txt"), stderr);
    else writeFileSync(join(folder, "review.md"), review(folder, "plan.json"));
  }
}

function writeSamples() {
  const folder = mkdtempSync(join(tmpdir(), "tfwright-reviews-"));
  try {
    for (const [name, make] of Object.entries(samples)) {
      writeFileSync(join(folder, `${name}.json`), JSON.stringify(make()));
      writeFileSync(join(root, "docs", "reviews", `${name}.md`), review(folder, `${name}.json`));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

install();
build();
writeFixtures();
writeSamples();
