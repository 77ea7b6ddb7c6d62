/** Which resources of the plan cause a change of permissions. */
import type { StatementOrigin } from "../../iam/delta/types";
import { lookUpManagedPolicy } from "../../iam/managed";
import { moduleOfAddress, withoutKeys } from "../../terraform/address";
import { compareTexts } from "../../text/compare-texts";
import { type Message, say, words } from "../../text/message";
import type { PrincipalReview } from "./types";

/** How many resources are named. */
const MOST = 5;

/** The resources that cause a change, as lines of text, and the module of the first one that is in a module. */
interface BroughtBy {
  readonly lines: readonly Message[];
  readonly module?: string;
}

/** The resources that cause a change. They are listed without instance keys, because forty instances would be forty lines. */
export function broughtBy(from: readonly StatementOrigin[], { sources, address }: PrincipalReview): BroughtBy {
  const found = new Map<string, Message>();
  let module: string | undefined;
  for (const { document } of from) {
    for (const source of sources.get(document) ?? []) {
      const plain = withoutKeys(source);
      if (source !== address) module ??= moduleOfAddress(source) || undefined;
      const isPolicy = document.startsWith("arn:");
      if (plain === withoutKeys(address) && !isPolicy) continue;
      const key = isPolicy ? `${plain} ${document}` : plain;
      if (!found.has(key)) found.set(key, isPolicy ? say`by ${plain}: ${policyOf(document)}` : say`by ${plain}`);
    }
  }
  const lines = [...found].sort(([a], [b]) => compareTexts(a, b)).map(([, text]) => text);
  const more = lines.length > MOST ? [words(`and by ${lines.length - MOST} more`)] : [];
  return { lines: [...lines.slice(0, MOST), ...more], ...(module !== undefined && { module }) };
}

/** The name of an AWS managed policy is made of `words`, because it is not a secret, even if it looks like one. */
function policyOf(arn: string): Message {
  const known = lookUpManagedPolicy(arn);
  return known?.kind === "known" ? words(`${known.policy.name} of AWS`) : say`${arn}`;
}
