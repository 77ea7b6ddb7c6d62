/**
 * How test files load modules. Jest gives each file new ones: to compile, run and optimize ours and its own anew for 400 files was almost half
 * of the time of the unit tests. Here the files of a worker have those of `src/`, `modules/` and of packages in common, as all calls in a
 * process have them, and only the modules of tests are new. So a cache that one call spoils for the next is a failure here.
 */
const { join, sep } = require("node:path");
const { default: Runtime } = require("jest-runtime");

const root = join(__dirname, "..");
const foldersOf = (names) => names.map((name) => join(root, name) + sep);

/** Ours, and packages: those of the project, and those that stand for them on another runtime. */
const SHARED = foldersOf(["src", "modules", "node_modules", "runtimes"]);

/** What runs the tests of one file, and keeps them. */
const OF_A_FILE = foldersOf(["node_modules/jest-circus"]);

const isBelow = (folders, path) => folders.some((folder) => path.startsWith(folder));

/** The modules that a file has loaded, by path. Those of some paths are kept for the files that come after it. */
class Registry extends Map {
  #kept;

  constructor(kept) {
    super();
    this.#kept = kept;
  }

  get(path) {
    return this.#isKept(path) ? this.#kept.get(path) : super.get(path);
  }

  has(path) {
    return this.#isKept(path) ? this.#kept.has(path) : super.has(path);
  }

  set(path, module) {
    if (!this.#isKept(path)) return super.set(path, module);
    this.#kept.set(path, module);
    return this;
  }

  delete(path) {
    return this.#isKept(path) ? this.#kept.delete(path) : super.delete(path);
  }

  /** Jest calls it after a file, and for `jest.resetModules`: from then on the file has modules of its own. */
  clear() {
    this.#kept = undefined;
    super.clear();
  }

  #isKept(path) {
    return this.#kept !== undefined && isBelow(SHARED, path) && !isBelow(OF_A_FILE, path);
  }
}

/** What the files of a project share: modules, Jest's modules, and where the source maps of modules are. */
class Shared {
  static #ofProject = new Map();

  modules = new Map();
  modulesOfJest = new Map();
  sourceMaps = new Map();

  /** @param id of a project, which may have other packages than another one */
  static of(id) {
    if (!Shared.#ofProject.has(id)) Shared.#ofProject.set(id, new Shared());
    return Shared.#ofProject.get(id);
  }
}

/** The runtime of the file that runs. */
let current;

class SharedRuntime extends Runtime {
  constructor(config, environment, ...rest) {
    super(config, environment, ...rest);
    current = this;
    const { watch, watchAll, collectCoverage } = rest.at(-1);
    // While Jest watches, the sources change; and what is covered is asked of each file.
    if (environment.isShared !== true || watch || watchAll || collectCoverage) return;
    const shared = Shared.of(config.id);
    this.registries.moduleRegistry = new Registry(shared.modules);
    this.registries.internalModuleRegistry = new Registry(shared.modulesOfJest);
    this.transformCache.sourceMaps = shared.sourceMaps;
  }

  /** A module of an earlier file that loads another one late asks the runtime of that file, which is no more. */
  requireModuleOrMock(from, name) {
    return current === this ? super.requireModuleOrMock(from, name) : current.requireModuleOrMock(from, name);
  }

  /** As above, for Jest's own modules. */
  requireInternalModule(from, name) {
    return current === this ? super.requireInternalModule(from, name) : current.requireInternalModule(from, name);
  }
}

module.exports = { __esModule: true, default: SharedRuntime };
