/** Which managed policies of a folder or of a plan are nothing but permissions boundaries. */

/** Arguments that name a boundary: `permissions_boundary` of a role, an input of a module, a local. */
const BOUNDARY = /boundary/i;

/** Arguments that attach policies: `policy_arn`, `managed_policy_arns`, `policies` of a module. */
const ATTACHED = /(^|[._])polic(y_arns?|ies)([._]|$)/i;

/** Where policies are named, each by its address without instance keys. */
export class BoundaryUses {
  readonly #boundaries = new Set<string>();
  readonly #attached = new Set<string>();

  /** Notes that an argument refers to a policy; other arguments than those that set or attach it tell nothing. */
  note(policy: string, argument: string): void {
    if (BOUNDARY.test(argument)) this.#boundaries.add(policy);
    else if (ATTACHED.test(argument)) this.#attached.add(policy);
  }

  /** Whether a policy limits alone: it is set as a boundary, or called one, and attached nowhere. */
  isBoundary(policy: string, called: "called-so" | "not-called-so" = "not-called-so"): boolean {
    return (this.#boundaries.has(policy) || called === "called-so") && !this.#attached.has(policy);
  }
}
