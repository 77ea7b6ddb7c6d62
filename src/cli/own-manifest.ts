/** The package.json of tfwright itself. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface OwnManifest {
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** What is read of it; the version is `unknown` where it is not found. */
export function readOwnManifest(): OwnManifest {
  for (const folder of ["../../..", "../.."]) {
    try {
      const text = readFileSync(join(__dirname, folder, "package.json"), "utf8");
      const manifest = JSON.parse(text) as OwnManifest & { readonly name?: string };
      if (manifest.name === "tfwright") return manifest;
    } catch {
      // One folder further up in the compiled package; there first, because a miss takes long.
    }
  }
  return { version: "unknown", peerDependencies: {} };
}
