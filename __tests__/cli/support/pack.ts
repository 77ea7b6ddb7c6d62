/** The tarball that npm would publish. It is made once for all tests of the same content: npm takes seconds for it. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { ROOT } from "./project";

export interface Tarball {
  readonly path: string;
  /** Paths in it, sorted. */
  readonly files: readonly string[];
  /** Its bytes. */
  readonly size: number;
}

const CACHE = join(ROOT, "node_modules", ".cache", "tfwright-packed");

/** @param published what package.json names under `files` */
export function pack(published: readonly string[]): Tarball {
  const folder = join(CACHE, hashOf(published));
  if (!existsSync(folder)) packInto(folder);
  const { filename, size, files } = JSON.parse(readFileSync(join(folder, "packed.json"), "utf8")) as Packed;
  return { path: join(folder, filename), size, files: files.map(({ path }) => path).sort() };
}

/** What npm says of a tarball. */
interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

function packInto(folder: string): void {
  mkdirSync(CACHE, { recursive: true });
  // What other sources gave is not asked for again. Another test process may be at work in a folder that is new.
  for (const name of readdirSync(CACHE))
    if (!name.startsWith("new-") && name !== basename(folder))
      rmSync(join(CACHE, name), { recursive: true, force: true });
  const fresh = mkdtempSync(join(CACHE, "new-"));
  const args = ["pack", "--ignore-scripts", "--json", "--pack-destination", fresh];
  const told = execFileSync("npm", args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const [packed] = JSON.parse(told) as [Packed];
  writeFileSync(join(fresh, "packed.json"), JSON.stringify(packed));
  try {
    renameSync(fresh, folder);
  } catch (error) {
    // Another test process was first.
    if (!existsSync(folder)) throw error;
    rmSync(fresh, { recursive: true });
  }
}

/** A hash of all that npm might pack, and of what tells it what to pack. */
function hashOf(published: readonly string[]): string {
  const always = readdirSync(ROOT).filter((name) => statSync(join(ROOT, name)).isFile());
  const taken = published.filter((path) => !path.startsWith("!"));
  const paths = [...taken, ...always].flatMap((path) =>
    statSync(join(ROOT, path)).isFile()
      ? [path]
      : readdirSync(join(ROOT, path), { recursive: true, encoding: "utf8" }).map((name) => join(path, name)),
  );
  const hash = createHash("sha256");
  for (const path of [...new Set(paths)].sort())
    if (statSync(join(ROOT, path)).isFile()) hash.update(`${path}\0`).update(readFileSync(join(ROOT, path)));
  return hash.digest("hex").slice(0, 16);
}
