/** Tells values apart that may not be read or shown. */

import type { Json } from "../../json/json-value";
import { hashText } from "../../text/hash";

/** A hash of the value. It does not show the value, and equal values have equal hashes. */
export function fingerprint(value: Json | undefined): string {
  return hashText(JSON.stringify(value ?? null));
}
