/**
 * cdktf loads packages that it uses only while it writes a stack to files. `generate` writes no stack, and loading them takes two fifths
 * of the time that cdktf needs to start (`bench/README.md`).
 */
import { createRequire, Module } from "node:module";

/** What compresses assets, writes the manifest, and compares versions of the `terraform` that would run. */
const PACKAGES = ["archiver", "json-stable-stringify", "semver"];

/**
 * Runs a function that loads cdktf or cdktn, and lets these packages load when something of them is used. Only the command line may
 * use this function, because the cache of modules is global.
 */
export function withLazyPackages<T>(load: () => T): T {
  const requireFrom = requireOfRuntime();
  const added = requireFrom === undefined ? [] : PACKAGES.flatMap((name) => addLazy(name, requireFrom));
  try {
    return load();
  } finally {
    for (const path of added) delete require.cache[path];
  }
}

/** `require` as the files of cdktf have it; undefined where no runtime is installed. */
function requireOfRuntime(): NodeJS.Require | undefined {
  for (const name of ["cdktf", "cdktn"]) {
    try {
      return createRequire(require.resolve(name));
    } catch {}
  }
  return undefined;
}

/** Puts a package into the cache of modules before it is loaded. Returns its path, or nothing where it is not installed or is loaded already. */
function addLazy(name: string, requireFrom: NodeJS.Require): readonly string[] {
  const path = resolveIn(requireFrom, name);
  if (path === undefined || require.cache[path] !== undefined) return [];
  const load = (): object => {
    if (require.cache[path] === lazy) delete require.cache[path];
    return requireFrom(path) as object;
  };
  const exports = new Proxy(() => undefined, {
    apply: (_, self, args) => Reflect.apply(load() as () => unknown, self, args),
    get: (_, key) => Reflect.get(load(), key) as unknown,
  });
  const lazy = Object.assign(new Module(path), { filename: path, loaded: true, exports });
  require.cache[path] = lazy;
  return [path];
}

function resolveIn({ resolve }: NodeJS.Require, name: string): string | undefined {
  try {
    return resolve(name);
  } catch {
    return undefined;
  }
}
