/** Tells values apart that may not be read or shown. */

import { hashOf } from "../../iam/lint/hash";
import type { Json } from "../../json/json-value";

/** A hash of the value. It does not show the value, and equal values have equal hashes. */
export function fingerprint(value: Json | undefined): string {
  return hashOf(JSON.stringify(value ?? null));
}
