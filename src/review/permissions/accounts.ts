/** The account that a resource of a plan is in. */

import { type Instance, textOf } from "../../policy-files/principals/instances";
import type { References } from "../../policy-files/principals/references";
import type { Plan, ProviderSetting } from "../../terraform/plan/plan";
import { whereOf } from "../where";

/** Accounts of one plan, which may work in several. */
export class Accounts {
  readonly #references: References;
  /** The account that the caller tells. */
  readonly #told: string | undefined;
  readonly #byProvider: ReadonlyMap<string, string>;
  /** The account, if the plan names only one. */
  readonly #only: string | undefined;

  constructor(plan: Plan, references: References) {
    this.#references = references;
    this.#told = plan.account;
    const found = plan.providers.flatMap((provider) => {
      const account = accountOfProvider(provider);
      return account === undefined ? [] : [[provider.name, account] as const];
    });
    this.#byProvider = new Map(found);
    const all = new Set([...whereOf(plan).accounts, ...this.#byProvider.values()]);
    this.#only = all.size === 1 ? [...all][0] : callerOf(plan);
  }

  /** The account of its ARN, or else of its provider, or else the only one that the plan names. */
  of(instance: Instance | undefined): string | undefined {
    if (instance === undefined) return this.#told ?? this.#only;
    const arn = textOf(instance, "before", "arn") ?? textOf(instance, "after", "arn");
    const own = arn === undefined ? undefined : /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1];
    const provider = this.#references.configured(instance)?.provider;
    return own ?? (provider === undefined ? undefined : this.#byProvider.get(provider)) ?? this.#told ?? this.#only;
  }
}

/** The only account that the provider allows, or the account of the role that it assumes. */
function accountOfProvider({ constants }: ProviderSetting): string | undefined {
  const allowed = constants.get("allowed_account_ids");
  const [only] = Array.isArray(allowed) && allowed.length === 1 ? (allowed as readonly unknown[]) : [];
  if (typeof only === "string" && /^\d{12}$/.test(only)) return only;
  const role = constants.get("assume_role.0.role_arn");
  return typeof role === "string" ? /^arn:[^:]*:iam::(\d{12}):/.exec(role)?.[1] : undefined;
}

/** The account of the caller, if the plan has only one. */
function callerOf(plan: Plan): string | undefined {
  const found = new Set<string>();
  for (const { type, values } of plan.prior.values()) {
    if (type !== "aws_caller_identity" || typeof values !== "object" || values === null) continue;
    const id = (values as { readonly account_id?: unknown }).account_id;
    if (typeof id === "string") found.add(id);
  }
  return found.size === 1 ? [...found][0] : undefined;
}
