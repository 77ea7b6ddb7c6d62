/** What npm would publish, unpacked where npm would install it; its dependencies are links to the repository's. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { packageFolder } from "../../runtime";
import { pack } from "./pack";
import { Project, ROOT } from "./project";

export const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  readonly version: string;
  readonly files: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
};

/** A user's project that has the package, and nothing of its peers. No process of it gets the runtime's alias. */
export class PackedProject extends Project {
  readonly installed: string;
  /** Paths in the tarball, sorted. */
  readonly files: readonly string[];
  /** Bytes of the tarball. */
  readonly size: number;

  constructor() {
    super({}, { packages: false });
    this.installed = join(this.folder, "node_modules", "tfwright");
    const { path, files, size } = pack(manifest.files);
    this.size = size;
    this.files = files;
    mkdirSync(this.installed, { recursive: true });
    execFileSync("tar", ["xzf", path, "-C", this.installed, "--strip-components=1"]);
    for (const name of Object.keys(manifest.dependencies)) this.link(name);
  }

  /** Links to a package of the repository, where that has it: of the two runtimes only one is installed. */
  link(name: string): void {
    const place = join(this.folder, "node_modules", name);
    mkdirSync(dirname(place), { recursive: true });
    if (!existsSync(place) && existsSync(packageFolder(name))) symlinkSync(packageFolder(name), place);
  }

  /** What a definition needs: the peers, and TypeScript. */
  linkPeers(): void {
    for (const name of ["typescript", ...Object.keys(manifest.peerDependencies)]) this.link(name);
  }
}

/** A definition of one's own, and a module of the pack. */
export const AUTHOR = `import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { bool, defineConfig, defineModule, fn, optional, output, resource, string, when } from "tfwright";
import { glueCrawler, modules } from "tfwright/glue";

export const queue = defineModule({
  name: "queue",
  title: "SQS queue",
  description: "A queue.",
  providers: { aws: { source: "hashicorp/aws", version: ">= 6.0" } },
  variables: { name: string({ description: "N." }), key: optional(string({ description: "K." })), fifo: bool({ description: "F.", default: false }) },
  build(scope, v) {
    const made = resource(scope, SqsQueue, "this", {
      name: when(v.fifo, \`\${v.name}.fifo\`, v.name),
      fifoQueue: v.fifo,
      kmsMasterKeyId: v.key,
    });
    return { arn: output(made.arn, { description: "A." }), upper: output(fn.upper(v.name), { description: "U." }) };
  },
});

const crawler: "glue-crawler" | string = glueCrawler.name;
export default defineConfig({ modules: [queue, ...modules.filter(({ name }) => name === crawler)], out: "tf" });
`;

/** A definition that no TypeScript may take. */
export const MISTAKES = `import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { defineModule, number, output, resource, string } from "tfwright";

export const queue = defineModule({
  name: "queue",
  title: "SQS queue",
  description: "A queue.",
  variables: { name: string(), delay: number() },
  build(scope, v) {
    const made = resource(scope, SqsQueue, "this", { name: v.delay });
    const more = v.delay + 1;
    return { arn: output(made.arm), more: output(v.nmae) };
  },
});
`;

/** Where its mistakes stand. */
export const MISTAKEN_LINES = ["mistakes.ts:10", "mistakes.ts:11", "mistakes.ts:12", "mistakes.ts:12"];
