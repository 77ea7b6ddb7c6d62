/** The actions that people mean by a pattern of S3: those that the pages and policies of AWS name first. */
import { type ActionInfo, findAction } from "../data/authorization";
import type { ActionTerm } from "./parsed/action-term";

const OBJECTS = ["s3:getobject", "s3:putobject", "s3:deleteobject"];
const BUCKETS = ["s3:listbucket"];

/** The best known action of a pattern: of `s3:List*` it is s3:ListBucket. A pattern for buckets and objects alike has none. */
export function bestKnown(term: ActionTerm): ActionInfo | undefined {
  if (term.kind !== "pattern" || term.service !== "s3") return undefined;
  const objects = OBJECTS.filter((id) => term.allows(id));
  const buckets = BUCKETS.filter((id) => term.allows(id));
  if (objects.length > 0 && buckets.length > 0) return undefined;
  const [best] = [...objects, ...buckets];
  return best === undefined ? undefined : findAction(best);
}
