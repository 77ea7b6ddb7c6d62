/** Whether what something is shared with is outside of the accounts that the plan works in. */
import type { Plan } from "../../terraform/plan/plan";
import { type Message, say, words } from "../../text/message";
import type { Field } from "../field";
import type { Level } from "../rule";
import { whereOf } from "../where";

/** The accounts that the plan works in; `facts.ofPlan` keeps them. */
export function accountsOfPlan(plan: Plan): readonly string[] {
  return whereOf(plan).accounts;
}

/** What a share means, in words. */
export interface JudgedPrincipal {
  readonly level: Level;
  readonly message: Message;
}

/** Judges an account, an organization or another principal that a resource shares something with. */
export function judgePrincipal(field: Field, own: readonly string[]): JudgedPrincipal {
  if (field.secret) return { level: "attention", message: words("a principal that is sensitive") };
  if (field.unknown) return { level: "attention", message: words("a principal that is known only after apply") };
  return judgeKnown(typeof field.value === "string" ? field.value : String(field.value ?? ""), own);
}

/** {@link judgePrincipal} for a known text. */
export function judgeKnown(text: string, own: readonly string[]): JudgedPrincipal {
  if (text === "all" || text === "*") return { level: "danger", message: words("everybody") };
  if (/^arn:[^:]*:organizations:/.test(text)) return { level: "attention", message: say`all accounts of ${text}` };
  const account = /^\d{12}$/.test(text) ? text : /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(text)?.[1];
  if (account === undefined) return { level: "attention", message: say`${text}` };
  if (own.includes(account)) return { level: "note", message: say`${text}, an account of this plan` };
  const isKnown = own.length > 0;
  const message = isKnown ? say`another account, ${text}` : say`an account, ${text}; the plan does not tell its own`;
  return { level: isKnown ? "danger" : "attention", message };
}
