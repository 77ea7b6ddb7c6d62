/** How a finding can be fixed. */
import type { SourcePlace } from "../../../text/source-place";

/** A change of one statement, or of the document. */
export type Fix =
  /** `from` is the version that stands at the place of the finding, if that is there. */
  | { readonly kind: "version"; readonly from?: string }
  | { readonly kind: "sid"; readonly from: string; readonly to: string }
  | { readonly kind: "effect"; readonly from: string; readonly to: string }
  | { readonly kind: "drop-resources" }
  | { readonly kind: "resource"; readonly from: string; readonly to: string }
  | { readonly kind: "action"; readonly replacements: readonly Replacement[] }
  /** Adds resources for all actions. */
  | { readonly kind: "add"; readonly resources: readonly string[] }
  /** Gives actions other resources, in place of those that they have. */
  | { readonly kind: "move"; readonly moves: readonly Move[] }
  /** Takes resources from some actions; `entirely` names those actions that then lack a resource which they need. */
  | {
      readonly kind: "withdraw";
      readonly actions: readonly string[];
      readonly resources: readonly string[];
      readonly entirely?: readonly string[];
    }
  | { readonly kind: "remove"; readonly actions: readonly string[]; readonly resources: readonly string[] }
  /** `from` is the operator as written, without set prefix and suffix, and so is `to`. */
  | { readonly kind: "operator"; readonly pointer: string; readonly from: string; readonly to: string }
  | { readonly kind: "not-null"; readonly pointer: string; readonly present: boolean };

/** A name, where it stands, and its replacement. */
interface Replacement {
  readonly from: string;
  readonly at: SourcePlace;
  readonly to: readonly string[];
}

/** An action, what it becomes, and the resources it gets. */
export interface Move {
  readonly action: string;
  readonly to: string;
  readonly resources: readonly MovedResource[];
}

/** A resource, and the one in front of which it goes. */
export interface MovedResource {
  readonly text: string;
  readonly before?: string;
}
