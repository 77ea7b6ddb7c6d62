/** Compares two policies: whether one allows what the other does not. */
import { checkOptions, type OptionKinds } from "../../text/check-options";
import { documentsOf } from "../document/given-policy";
import type { PolicyDocument, PolicyType } from "../document/policy";
import { policyKind } from "../document/policy-kinds";
import { type DeltaOptions, givesMore, isUncertain, permissionDelta, takesSome } from "./delta";
import type { Delta, Layer, NamedDocument } from "./types";

/** The options of {@link comparePolicies}. */
export interface CompareOptions extends DeltaOptions {
  /** What the policies are attached to. @default what their elements look like */
  readonly type?: PolicyType;
}

/** How the second policy compares with the first. */
export interface PolicyComparison {
  /**
   * - `same`: both allow the same
   * - `more`: the second allows all that the first does, and more
   * - `less`: the reverse
   * - `different`: each allows something that the other does not
   * - `unknown`: it cannot be determined, for instance because of `NotAction`
   */
  readonly allows: "same" | "more" | "less" | "different" | "unknown";
  /** The access that the second policy adds, and the access that it removes. */
  readonly delta: Delta;
}

/**
 * Compares two policies by what they allow, not by how they are written. Each is JSON text, the value of such a text, or a document
 * that `readPolicyText` found; several documents in one text count together.
 *
 * @example
 * ```ts
 * comparePolicies(readFileSync("old.json", "utf8"), readFileSync("new.json", "utf8")).allows; // "more"
 * ```
 * @throws TfwrightError if one of the texts is not JSON, or contains no policy
 */
export function comparePolicies(before: unknown, after: unknown, options: CompareOptions = {}): PolicyComparison {
  checkOptions(options, { type: "text", account: "text" } satisfies OptionKinds<CompareOptions>, {
    place: "comparePolicies(options)",
  });
  const { type, ...rest } = options;
  const readSide = (given: unknown, name: "before" | "after") => {
    const documents = documentsOf(given, { name, place: `comparePolicies(${name})`, type });
    return { documents: documents.map((document) => named(document, name)) };
  };
  const delta = permissionDelta(readSide(before, "before"), readSide(after, "after"), rest);
  return { allows: relationOf(delta), delta };
}

function relationOf(delta: Delta): PolicyComparison["allows"] {
  if (delta.cannotTell.length > 0 || isUncertain(delta)) return "unknown";
  const [more, less] = [givesMore(delta), takesSome(delta)];
  return more ? (less ? "different" : "more") : less ? "less" : "same";
}

function named(document: PolicyDocument, name: string): NamedDocument {
  return { name, layer: layerOf(document.type), document };
}

/** The layer in which policies of a type are compared. It does not matter whether the policies grant permissions or limit them. */
function layerOf(type: PolicyType): Layer {
  if (type === "trust") return type;
  return policyKind(type).principal === "none" ? "identity" : "resource";
}
