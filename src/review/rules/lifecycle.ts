/** The lifecycle of a bucket: what it deletes that it did not delete before, or deletes sooner. */
import { alters } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { join, type Message, say, words } from "../../text/message";
import { differs, fieldAt, pairAt } from "../field";
import type { Check, Draft } from "../finding";
import { type Expiry, expiriesIn, forerunners, isSameScope, isWithin, tellEnd, tellScope } from "./resources/expiries";

const RULE = "lifecycle-shortened";

/** Lifecycle of a bucket, as a resource of its own or inside of the bucket. */
export const checkLifecycle: Check = (change, facts) => {
  if (change.action !== "create" && !alters(change)) return [];
  const level = change.action === "create" && facts.isNew(change, "aws_s3_bucket") ? ({ level: "note" } as const) : {};
  const told = messagesOf(change).map((message): Draft => ({ rule: RULE, message, ...level }));
  if (!hasUnknownEnd(change)) return told;
  return [...told, { rule: RULE, message: words("an expiry is known only after apply"), level: "attention", ...level }];
};

function messagesOf(change: ResourceChange): readonly Message[] {
  const pair = ["rule", "lifecycle_rule"].map((name) => pairAt(change, [name])).find(differs);
  if (pair === undefined) return [];
  const before = expiriesIn(change.before.value);
  const sooner = expiriesIn(change.after.value).filter((one) => !before.some((other) => isWithin(one, other)));
  if (pair.before.secret || pair.after.secret)
    return sooner.length === 0 ? [] : [words("what expires changes, and is sensitive")];
  const told = new Map(
    sooner.map((one) => {
      const message = tell(one, before);
      return [JSON.stringify(message), message];
    }),
  );
  return [...told.values()];
}

/** `expiration under tmp/ 365 days → 30 days` */
function tell(one: Expiry, before: readonly Expiry[]): Message {
  const old = forerunners(one, before);
  const same = old.filter((other) => isSameScope(one, other));
  const was = old.length === 0 ? words("never") : join((same.length > 0 ? same : old).slice(0, 3).map(tellOld), ", ");
  return say`${words(one.kind)} ${tellScope(one)} ${was} → ${tellEnd(one)}`;

  function tellOld(other: Expiry): Message {
    return isSameScope(one, other) ? tellEnd(other) : say`${tellEnd(other)} ${tellScope(other)}`;
  }
}

/** Whether days, a date or a filter is known only after apply. The bucket's own block is filled in by the provider where nobody writes it. */
function hasUnknownEnd({ after }: ResourceChange): boolean {
  return ["rule", "lifecycle_rule"].some((block) => {
    const { value, unknown } = fieldAt(after, [block]);
    if (!unknown) return false;
    if (!Array.isArray(value)) return block === "rule";
    return value.some((_, index) =>
      ["expiration", "noncurrent_version_expiration", "filter", "prefix"].some(
        (name) => fieldAt(after, [block, index, name]).unknown,
      ),
    );
  });
}
