/** Actions that, together, give a caller permissions that the policy does not name. */
export interface EscalationPath {
  /** Of pathfinding.cloud, or our own. */
  readonly id: string;
  /** Where it is explained. */
  readonly source: string;
  /** Without `iam:PassRole`. The finding stands at the first one. */
  readonly actions: readonly string[];
  /** The services that may get a role by `iam:PassRole`; absent where no role has to be passed. */
  readonly passTo?: readonly string[];
  /**
   * Whether one named role is enough where no condition says for which service. Else any role has to be passed: a role that is
   * named is meant to be used.
   */
  readonly takesNamedRole?: true;
  /**
   * The types of resources of which the actions have to be allowed on all, as far as they take them: who may change what is
   * named may be meant to. Absent where it needs none of somebody else.
   */
  readonly onAll?: readonly string[];
  /** Resources of a type in `onAll` that are as good as all of it, by their names. @default none */
  readonly asGoodAsAll?: Readonly<Record<string, readonly string[]>>;
  /** How the caller gains permissions. */
  readonly how: string;
}
