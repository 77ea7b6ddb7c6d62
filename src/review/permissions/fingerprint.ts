/** Tells values apart that are not read. */
import type { Json } from "../../hcl/expression";
import { hashOf } from "../../iam/lint/suppressions";

/** The same for the same value; it says nothing about the value. */
export function fingerprint(value: Json | undefined): string {
  return hashOf(JSON.stringify(value ?? null));
}
