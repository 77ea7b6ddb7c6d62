/** `renamedFrom`: a variable that had another name in earlier versions of the module. */
import { rememberCall } from "./author-call";
import type { Variable } from "./types";

/** The name of the `check` block that tells callers who use an old name. */
export const RENAMED_CHECK = "renamed_inputs";

/** A variable whose callers may still use its old name. */
export type RenamedVariable<Old extends string, In, E> = Variable<In, E, "optional"> & { readonly renamedFrom: Old };

/**
 * A variable that was renamed. The module has both names, and takes the value of the new one where both are given. A caller who
 * gives the old one gets a warning: by `deprecated` where the module's bounds allow it, else by a `check` block.
 *
 * A required variable stays required: one of the two names must be given.
 *
 * @example
 * variables: { timeout: renamedFrom("timeout_minutes", number({ description: "Minutes.", default: 480 })) }
 */
export function renamedFrom<const Old extends string, In, E>(
  old: Old,
  variable: Variable<In, E>,
): RenamedVariable<Old, In, E> {
  return Object.freeze(rememberCall({ ...variable, given: "optional", renamedFrom: old })) as RenamedVariable<
    Old,
    In,
    E
  >;
}
