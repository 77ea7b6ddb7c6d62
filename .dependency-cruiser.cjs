/** The arrows between the rooms: a room imports only what stands left of it. */
const rooms = ["hcl", "expr", "define", "render", "workspace", "iam", "sources", "plan", "review", "cli"];

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    ...rooms.map((room, index) => ({
      name: `arrows-of-${room}`,
      comment: `src/${room} imports what stands left of it: errors, cdk, ${rooms.slice(0, index).join(", ")}`,
      severity: "error",
      from: { path: `^src/${room}/` },
      to: {
        path: "^src/",
        pathNot: `^src/((errors|cdk|suggest-name)\\.ts${room === "cli" ? "|index\\.ts" : ""}|(${rooms.slice(0, index + 1).join("|")})/)`,
      },
    })),
    {
      name: "workspace-stands-alone",
      comment: "the only room that writes files knows nothing of what it writes",
      severity: "error",
      from: { path: "^src/workspace/" },
      to: { path: "^src/", pathNot: "^src/(errors\\.ts|workspace/)" },
    },
    {
      name: "iam-is-pure",
      comment: "usable alone: no cdktf, no file system, nothing of the other rooms",
      severity: "error",
      from: { path: "^src/iam/" },
      to: {
        path: "^src/|^(node:)?(fs|child_process|path|os)|node_modules/",
        pathNot: "^src/((errors|suggest-name)\\.ts|iam/)",
      },
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
      from: { path: "^src/", pathNot: "^src/(workspace|render|cli)/" },
      to: { path: "^(node:)?fs$" },
    },
    {
      name: "modules-know-the-engine-by-its-door",
      severity: "error",
      from: { path: "^modules/" },
      to: { path: "^src/", pathNot: "^src/(iam/)?index\\.ts$" },
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
