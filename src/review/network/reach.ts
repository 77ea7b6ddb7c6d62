/** What a firewall lets through, as data. */
import type { Level } from "../rule";
import type { AddressSpan } from "./address-line";
import type { ServiceSpan } from "./service-line";

/**
 * What a peer is.
 *
 * - `addresses`: its spans say who it is
 * - `inside`: a security group, or another name of what is in the network
 * - `outside`: a name of addresses of others, such as a prefix list or all of Azure
 * - `unknown`: what nobody can know before apply
 */
export type PeerNature = "addresses" | "inside" | "outside" | "unknown";

/** Who reaches, or is reached. */
export interface Peer {
  /** As it is written: `10.0.0.0/8`, `sg-1`, an address of the plan. */
  readonly name: string;
  readonly nature: PeerNature;
  readonly spans: readonly AddressSpan[];
}

/** One rule of a firewall. */
export interface ReachRule {
  readonly services: readonly ServiceSpan[];
  readonly peers: readonly Peer[];
  readonly allow: boolean;
  /** The rule with the lowest number decides; of two with the same number, the one that denies. */
  readonly priority: number;
  /** Address of the resource that the rule is of. */
  readonly from: string;
  /** Whether the plan changes that resource. */
  readonly changes: boolean;
  /** False for a rule of a wider target, which is told there. */
  readonly own: boolean;
}

/** How far a peer is: `internet` for a large part of it, `public` for other public addresses. */
export type ReachScope = "internet" | "public" | "inside" | "unknown";

/** What a peer reaches. */
export interface ReachedServices {
  readonly peer: Peer;
  readonly scope: ReachScope;
  readonly services: readonly ServiceSpan[];
  /** Whether it is all of the peer, and not only some of its addresses. */
  readonly whole: boolean;
  /** Addresses of the changed resources that let it through. */
  readonly from: ReadonlySet<string>;
}

/** What becomes reachable, and what no longer is. */
export interface ReachChange {
  readonly gained: readonly ReachedServices[];
  readonly lost: readonly ReachedServices[];
}

export type Direction = "ingress" | "egress";

/** What a firewall protects. */
export interface FirewallTarget {
  /** Equal for the same target before and after. */
  readonly key: string;
  /** Address and type of the resource that the findings are about. */
  readonly address: string;
  readonly type: string;
  /** The target, if the address does not tell it: an ID, a network and tags. @default the address tells it */
  readonly shown?: string;
  /** What is reached, in place of ports: `the server`. @default ports are told */
  readonly what?: string;
  /** The worst level of its findings. @default danger */
  readonly worst?: Level;
}

/** A rule, and what it protects. */
export interface FirewallRule extends Omit<ReachRule, "own"> {
  readonly target: FirewallTarget;
  readonly direction: Direction;
  /** The part of the target that it holds for, such as the machines with a tag. @default all of it */
  readonly part?: string;
}

/** A rule that cannot be read before apply. */
export interface UnclearRule {
  readonly target: FirewallTarget;
  readonly direction: Direction;
  readonly from: string;
  /** What is not known: `its ports`. */
  readonly what: string;
}
