/** What is lost with a resource, as far as its type tells. */
import type { Level } from "../rule";

/**
 * What a type of resource is to those who lose it.
 *
 * - `data`: it holds data that the next apply does not bring back
 * - `keys`: keys and credentials; the next apply makes other ones
 * - `identities`: users, accounts, numbers and addresses; a new one is not the same one
 * - `outage`: what uses it does not work while it is gone
 * - `empty`: it holds nothing, and Terraform makes it again exactly the same
 */
export const lossKinds = ["data", "keys", "identities", "outage", "empty"] as const;

/** See {@link lossKinds}. */
export type LossKind = (typeof lossKinds)[number];

/** What is lost with a resource of a type. */
export interface Loss {
  readonly kind: LossKind;
  /** How much it matters that a resource of the type is destroyed. */
  readonly level: Level;
  /** What is lost, or why nothing is, in words that can follow the title of a rule. */
  readonly lost: string;
}
