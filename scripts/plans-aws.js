/** AWS for `npm run plans` and for tests that apply: none, or moto_server on this machine. Plain JavaScript. */
const { spawn } = require("node:child_process");
const { once } = require("node:events");
const { createServer } = require("node:net");

const SERVICES = [
  "cloudwatchlogs",
  "ec2",
  "events",
  "glue",
  "iam",
  "kms",
  "lakeformation",
  "lambda",
  "s3",
  "secretsmanager",
  "sns",
  "sqs",
  "sts",
];

/** Settings that only the making of fixtures needs; they are taken out of the plan again. */
const OFFLINE = [
  "skip_credentials_validation",
  "skip_requesting_account_id",
  "skip_metadata_api_check",
  "skip_region_validation",
];
const SETTINGS = [...OFFLINE, "endpoints", "s3_use_path_style"];

/** The override file that keeps the provider away from AWS. */
function awsOverride(endpoint) {
  const settings = Object.fromEntries(OFFLINE.map((name) => [name, true]));
  if (endpoint !== undefined) {
    settings.skip_requesting_account_id = false;
    settings.s3_use_path_style = true;
    const own = SERVICES.map((service) => [service, endpoint]);
    settings.endpoints = Object.fromEntries([...own, ["s3control", "http://s3-control.ap-northeast-1.amazonaws.com"]]);
  }
  return JSON.stringify({ provider: { aws: settings } });
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The server ends when its standard input ends, which is also when this process is killed. */
const UNTIL_INPUT_ENDS = 'exec 3<&0; "$0" "$@" & server=$!; (cat <&3 > /dev/null; kill $server) & wait $server';

/** Starts moto_server; undefined where it is not installed. */
async function startMoto() {
  const port = await freePort();
  const program = process.env.MOTO_SERVER ?? "moto_server";
  const child = spawn("sh", ["-c", UNTIL_INPUT_ENDS, program, "-H", "127.0.0.1", "-p", String(port)], {
    stdio: ["pipe", "ignore", "ignore"],
    env: { ...process.env, MOTO_ACCOUNT_ID: "111111111111", MOTO_IAM_LOAD_MANAGED_POLICIES: "true" },
  });
  const endpoint = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 300 && child.exitCode === null; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const answer = await fetch(`${endpoint}/moto-api/data.json`).catch(() => undefined);
    if (answer?.ok) return { endpoint, reset: () => reset(endpoint), stop: () => stop(child) };
  }
  child.stdin.end();
  return undefined;
}

async function stop(child) {
  const ended = once(child, "exit");
  child.stdin.end();
  await ended;
}

/** Forgets everything; the same names, ids and keys come again in the same order. */
async function reset(endpoint) {
  await fetch(`${endpoint}/moto-api/reset`, { method: "POST" });
  await fetch(`${endpoint}/moto-api/seed?a=42`, { method: "POST" });
}

module.exports = { awsOverride, startMoto, SETTINGS };
