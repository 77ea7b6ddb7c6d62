import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

export type Files = Readonly<Record<string, string>>;

export const ROOT = resolve(__dirname, "../../..");

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A user's folder with the given files. The packages of the repository stand for what the user installed. */
export class Project {
  readonly folder: string;

  constructor(files: Files, options: { readonly packages?: boolean } = {}) {
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), "tfwright-cli-")));
    if (options.packages !== false) symlinkSync(join(ROOT, "node_modules"), join(this.folder, "node_modules"));
    this.write(files);
    made.push(this.folder);
  }

  write(files: Files): void {
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  remove(path: string): void {
    rmSync(join(this.folder, path), { recursive: true });
  }

  /** Runs the compiled command as a user does, not at a terminal. */
  run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "bin", "tfwright.js"), ...args], {
      cwd: this.folder,
      // NODE_OPTIONS says which runtime stands behind the name cdktf.
      env: { PATH: process.env.PATH, HOME: this.folder, NODE_OPTIONS: process.env.NODE_OPTIONS, ...env },
      encoding: "utf8",
    });
    return { code: status, stdout, stderr };
  }

  /** Paths of all files below a folder, sorted. */
  paths(below = "."): readonly string[] {
    const walk = (path: string): string[] =>
      readdirSync(join(this.folder, path), { withFileTypes: true }).flatMap((entry) => {
        const inner = path === "." ? entry.name : `${path}/${entry.name}`;
        if (entry.name === "node_modules") return [];
        return entry.isDirectory() ? walk(inner) : [inner];
      });
    return walk(below).sort();
  }

  /** Content, time and identity of each file. */
  state(below = "."): Record<string, string> {
    return Object.fromEntries(
      this.paths(below).map((path) => {
        const { mtimeNs, ino } = statSync(join(this.folder, path), { bigint: true });
        return [path, `${hash(this.read(path))} ${mtimeNs} ${ino}`];
      }),
    );
  }

  /** Hash of each file. */
  hashes(below: string): Record<string, string> {
    return Object.fromEntries(this.paths(below).map((path) => [path.slice(below.length + 1), hash(this.read(path))]));
  }
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A module in a file of its own: one queue. */
export function queueModule(name: string, options: { readonly title?: string; readonly build?: string } = {}): string {
  return `import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { defineModule, number, output, resource, string } from "tfwright";

export const ${nameOf(name)} = defineModule({
  name: "${name}",
  title: "${options.title ?? "SQS queue"}",
  description: "A queue.",
  providers: { aws: { source: "hashicorp/aws", version: ">= 6.0" } },
  variables: {
    name: string({ description: "Name of the queue." }),
    delay: number({ default: 0, description: "Seconds before a message is seen." }),
  },
  build(scope, v) {
    ${options.build ?? ""}
    const queue = resource(scope, SqsQueue, "this", { name: v.name, delaySeconds: v.delay });
    return { arn: output(queue.arn, { description: "ARN of the queue." }) };
  },
});
`;
}

/** A config that lists modules in files of their own. */
export function configOf(names: readonly string[], settings = ""): string {
  const imports = names.map((name) => `import { ${nameOf(name)} } from "./${name}";\n`).join("");
  return `import { defineConfig } from "tfwright";\n${imports}export default defineConfig({ modules: [${names.map(nameOf).join(", ")}], ${settings} });\n`;
}

function nameOf(name: string): string {
  return name.replaceAll("-", "_");
}

/** A config and its modules. */
export function projectFiles(names: readonly string[], settings = ""): Files {
  return {
    "tfwright.config.ts": configOf(names, settings),
    ...Object.fromEntries(names.map((name) => [`${name}.ts`, queueModule(name)])),
  };
}
