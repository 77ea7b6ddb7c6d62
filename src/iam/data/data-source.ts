/**
 * Where the authorization data is read from: our snapshot, or newer data in its place.
 *
 * This module is in no bundle, so that there is one of it in a process and it finds its files.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CompactService } from "./compact-service";

/** Reads a file of JSON from the folder of this module, where TypeScript's build puts it; `require` takes several times as long to find it. */
export function readDataFile(name: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, name), "utf8"));
}

/** Data about all services, read one service at a time when somebody asks for it. */
export interface DataSource {
  /** Prefixes of the services, sorted. */
  readonly services: readonly string[];
  /** Whether there is a service of a prefix in lower case. */
  has(service: string): boolean;
  /** The file of a service, by its prefix in lower case. */
  read(service: string): CompactService | undefined;
  /** Where what is said of a service comes from; of services in general where none is given. */
  originOf(service?: string): DataOrigin;
  /** The services with types whose ARNs have a prefix, where that is not the service of the prefix alone. */
  servicesOfArn(prefix: string): readonly string[];
  /** The services with condition keys of a prefix, other than the service of the prefix. */
  servicesOfKey(prefix: string): readonly string[];
}

/** Where data comes from. */
export interface DataOrigin {
  /** As messages name it: `the data of 2026-09-26`. */
  readonly name: string;
  /** Package and version. */
  readonly version: string;
  /** Its day: `2026-09-26`. Absent where nobody knows it; such data is not called old. */
  readonly day?: string;
}

/** The file that says what there is; it is generated. */
interface SnapshotIndex {
  readonly package: string;
  readonly version: string;
  readonly updatedAt: string;
  readonly services: string;
  readonly arns: Readonly<Record<string, string>>;
  readonly keys: Readonly<Record<string, string>>;
}

const NONE: readonly string[] = [];

class Snapshot implements DataSource {
  #index: SnapshotIndex | undefined;
  #services: readonly string[] | undefined;
  #known: ReadonlySet<string> | undefined;

  get services(): readonly string[] {
    this.#services ??= this.#read().services.split(" ");
    return this.#services;
  }

  has(service: string): boolean {
    this.#known ??= new Set(this.services);
    return this.#known.has(service);
  }

  read(service: string): CompactService | undefined {
    return this.has(service) ? (readDataFile(`services/${service}.json`) as CompactService) : undefined;
  }

  originOf(): DataOrigin {
    const { package: name, version, updatedAt } = this.#read();
    const day = updatedAt.slice(0, 10);
    return { name: `the data of ${day}`, version: `${name} ${version}`, day };
  }

  servicesOfArn(prefix: string): readonly string[] {
    return wordsOf(this.#read().arns, prefix);
  }

  servicesOfKey(prefix: string): readonly string[] {
    return wordsOf(this.#read().keys, prefix);
  }

  #read(): SnapshotIndex {
    this.#index ??= readDataFile("services.json") as SnapshotIndex;
    return this.#index;
  }
}

function wordsOf(lists: Readonly<Record<string, string>>, name: string): readonly string[] {
  return Object.hasOwn(lists, name) ? (lists[name]?.split(" ") ?? NONE) : NONE;
}

/** The data that is in the package. */
export const snapshot: DataSource = new Snapshot();

let current = snapshot;

/** The data that is asked. */
export function dataSource(): DataSource {
  return current;
}

/** Asks other data from now on. What was looked up before is remembered, so this comes first. */
export function useData(source: DataSource): void {
  current = source;
}
