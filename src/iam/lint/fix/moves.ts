/**
 * Moves actions that are granted on the wrong kind of resource: from objects to their bucket, and from a bucket to its objects.
 */
import { parseArn } from "../../arn/arn";
import { type ActionInfo, resourceType } from "../../data/authorization";
import { resourceTerm } from "../parsed/resource-term";
import type { Fix, Move, MovedResource } from "./fix";

/** An action of AWS, and how the policy writes it. */
interface Misplaced {
  readonly action: ActionInfo;
  readonly written: string;
}

/** The fix, if it is certain where each action belongs. Only in S3 the ARN of one kind follows from the ARN of the other. */
export function moveFix(wrong: readonly Misplaced[], resources: readonly string[]): Fix | undefined {
  const moves: Move[] = [];
  for (const { action, written } of wrong) {
    const places = action.service === "s3" ? resources.flatMap((text) => placeFor(action, text)) : [];
    if (places.length === 0) return undefined;
    const unique = places.filter(({ text }, index) => places.findIndex((other) => other.text === text) === index);
    moves.push({
      action: written,
      to: /[*?]/.test(written) ? action.id : written,
      resources: unique,
    });
  }
  return { kind: "move", moves };
}

function placeFor(action: ActionInfo, text: string): readonly MovedResource[] {
  const arn = parseArn(text);
  if (arn?.service !== "s3" || arn.region !== "" || arn.account !== "") return [];
  const [bucket = ""] = arn.resource.split("/");
  if (bucket === "" || bucket.includes("*")) return [];
  const root = `arn:${arn.partition}:s3:::${bucket}`;
  if (accepts(action, "bucket") && !accepts(action, "object")) return [{ text: root, before: text }];
  return accepts(action, "object") && text === root ? [{ text: `${root}/*`, before: text }] : [];
}

function accepts(action: ActionInfo, type: string): boolean {
  const found = resourceType("s3", type);
  return found !== undefined && action.accepts.includes(found.name) && resourceTerm("*", "identity").is(found);
}
