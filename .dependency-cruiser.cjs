/** The arrows between the rooms: what each may import. `errors.ts` is everybody's. */
const base = ["text", "json", "hcl"];
const pure = [...base, "findings", "terraform", "iam"];
const below = [...pure, "cdk.ts", "render", "workspace"];

const rooms = {
  text: [],
  json: ["text"],
  hcl: ["text", "json"],
  yaml: ["text", "json"],
  // A configuration is JSON.
  findings: ["text", "json"],
  iam: ["text", "json", "findings"],
  // Which argument of which type holds a policy is Terraform's; what kinds of policies there are is IAM's.
  terraform: [...base, "findings", "iam"],
  render: pure,
  workspace: [],
  "generate/expr": below,
  "generate/dsl": [...below, "generate/expr"],
  "generate/check": [...below, "generate/expr", "generate/dsl"],
  "generate/build": [...below, "generate/expr", "generate/dsl", "generate/check"],
  "generate/inline": [...below, "generate/expr", "generate/dsl", "generate/check", "generate/build"],
  "policy-files": [...pure, "yaml"],
  eject: [...base, "terraform"],
  "provider-types": ["text", "json", "hcl", "terraform"],
  review: [...pure, "yaml", "policy-files"],
  "eslint-plugin": [],
};

/** A folder, or a file that is named with its ending. */
const places = (names) => names.map((name) => (name.endsWith(".ts") ? name.replace(".", "\\.") : `${name}/`)).join("|");

const arrow = (room, allowed, from) => ({
  name: `arrows-of-${room.replace("/", "-")}`,
  comment: `src/${room} imports itself, the errors and: ${allowed.join(", ")}`,
  severity: "error",
  from,
  to: { path: "^src/", pathNot: `^src/(${places(["errors.ts", room, ...allowed])})` },
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    ...Object.entries(rooms).map(([room, allowed]) => arrow(room, allowed, { path: `^src/${room}/` })),
    arrow("generate", below, { path: "^src/generate/[^/]+$" }),
    {
      name: "commands-leave-the-engine-out",
      comment:
        "the engine is one copy in a process, the one that definitions import: a bundle of a command must not have another",
      severity: "error",
      from: { path: "^src/cli/" },
      to: {
        path: "^src/generate/(expr|dsl|check|build|inline)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "nobody-imports-the-commands",
      severity: "error",
      from: { pathNot: "^src/cli/" },
      to: { path: "^src/cli/" },
    },
    {
      name: "iam-is-pure",
      comment: "usable alone: no cdktf, nothing of the other rooms, no file system but for the files of AWS's data",
      severity: "error",
      from: { path: "^src/iam/", pathNot: "^src/iam/data/data-source\\.ts$" },
      to: {
        path: "^src/|^(node:)?(fs|child_process|path|os)|node_modules/",
        pathNot: "^src/(errors\\.ts|(text|json|findings|iam)/)",
      },
    },
    {
      name: "secrets-are-found-below-the-reports",
      severity: "error",
      from: { path: "^src/review/redact/" },
      to: { path: "^src/review/report/" },
    },
    {
      name: "engine-knows-no-provider",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "(^|node_modules/)@(cdktf|cdktn)/provider-" },
    },
    {
      name: "providers-by-deep-path",
      comment: "the root of a provider package loads every resource of the provider",
      severity: "error",
      from: {},
      to: { path: "node_modules/@(cdktf|cdktn)/provider-[^/]+/lib/index\\.(js|d\\.ts)$" },
    },
    {
      name: "cdktf-in-one-file",
      comment: "cdktn is refused also where it is not installed: it comes in under cdktf's name",
      severity: "error",
      from: { path: "^(src/|modules/|main\\.ts)", pathNot: "^src/cdk\\.ts$" },
      to: { path: "(^|node_modules/)(cdktf|cdktn)(/|$)" },
    },
    {
      name: "only-the-workspace-writes",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: "^src/((workspace|render|cli)/|(iam/data/data-source|generate/build/declared-blocks)\\.ts$)",
      },
      to: { path: "^(node:)?fs$" },
    },
    {
      name: "modules-know-the-engine-by-its-door",
      severity: "error",
      from: { path: "^modules/" },
      to: { path: "^src/", pathNot: "^src/(index|entries/(iam|internal))\\.ts$" },
    },
    {
      name: "app-imports",
      severity: "error",
      from: { path: "^main\\.ts$" },
      to: { path: "^src/", pathNot: "^src/(index|cdk)\\.ts$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["require", "node", "types", "default"] },
  },
};
