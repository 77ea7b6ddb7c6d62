/** Tells values apart that are not read. */

import { hashOf } from "../../iam/lint/hash";
import type { Json } from "../../json/json-value";

/** The same for the same value; it says nothing about the value. */
export function fingerprint(value: Json | undefined): string {
  return hashOf(JSON.stringify(value ?? null));
}
