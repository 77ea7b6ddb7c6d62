/**
 * `node bench/eject.js` (after `npm run build`): `tfwright eject` beside `cdktf synth --hcl` of the same program, a stack of 2,000
 * resources; and how its time grows to ten times as many.
 */
const { spawnSync } = require("node:child_process");
const { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

const root = join(__dirname, "..");
const environment = { ...process.env, CHECKPOINT_DISABLE: "1", CI: "1" };
// Where it is set, Node reads the certificates at each start.
delete environment.NODE_EXTRA_CA_CERTS;
const RUNS = process.argv.includes("--quick") ? 1 : 5;

const PROGRAM = `const { App, TerraformStack } = require("cdktf");
const { AwsProvider } = require("@cdktf/provider-aws/lib/provider");
const { SqsQueue } = require("@cdktf/provider-aws/lib/sqs-queue");
const { SecurityGroup } = require("@cdktf/provider-aws/lib/security-group");
const app = new App();
const stack = new TerraformStack(app, "large");
new AwsProvider(stack, "aws", { region: "eu-west-1" });
for (let n = 0; n < Number(process.env.COUNT) / 2; n++) {
  const queue = new SqsQueue(stack, "queue-" + n, {
    name: "queue-" + n,
    policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "sqs:SendMessage", Resource: "arn:aws:sqs:eu-west-1:111111111111:queue-" + n }] }),
    tags: { "cost:center": "4711", Name: "queue " + n, Note: "a \\"quoted\\" text\\nof two lines\\n" },
  });
  new SecurityGroup(stack, "group-" + n, {
    name: "group-" + n,
    description: "of " + queue.name,
    ingress: [443, 8443].map((port) => ({ fromPort: port, toPort: port, protocol: "tcp", cidrBlocks: ["10.0.0.0/8"], description: "from " + queue.arn })),
    egress: [],
    tags: { queue: queue.url },
  });
}
app.synth();
`;

const folder = mkdtempSync(join(tmpdir(), "tfwright-bench-"));
try {
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "main.js"), PROGRAM);
  writeFileSync(
    join(folder, "cdktf.json"),
    JSON.stringify({ language: "typescript", app: "node main.js", projectId: "bench", sendCrashReports: "false" }),
  );
  const stack = (count, out) => {
    run(["main.js"], { COUNT: String(count), CDKTF_OUTDIR: out });
    return join(folder, out, "stacks", "large", "cdk.tf.json");
  };
  const file = stack(2000, "small");
  const eject = (from, out) => run([join(root, "bin", "tfwright.js"), "eject", from, "--out", out, "--force"]);
  let outs = 0;
  const ours = [];
  const theirs = [];
  for (let turn = 0; turn < RUNS; turn++) {
    ours.push(eject(file, `out-${outs++}`));
    theirs.push(
      run([join(root, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf.js"), "synth", "--hcl", "--output", "hcl"], {
        COUNT: "2000",
      }),
    );
  }
  const size = (path) => `${(statSync(path).size / 1e6).toFixed(1)} MB`;
  print(`a stack of 2,000 resources, ${size(file)}: eject ${median(ours)} ms, cdktf synth --hcl ${median(theirs)} ms`);
  print(`ratio: ${(median(theirs) / median(ours)).toFixed(1)} times as fast`);
  let before = median(ours);
  for (const count of [4000, 8000, 16000, 32000]) {
    const larger = stack(count, `n${count}`);
    const time = median(Array.from({ length: Math.min(3, RUNS) }, () => eject(larger, `out-${outs++}`)));
    print(`${count} resources, ${size(larger)}: ${time} ms, ${(time / before).toFixed(2)} times half the size`);
    before = time;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Milliseconds of a process. */
function run(args, env = {}) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { ...environment, ...env },
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
  return Number((process.hrtime.bigint() - start) / 1000000n);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
