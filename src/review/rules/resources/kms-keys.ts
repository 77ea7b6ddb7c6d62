/** KMS keys by which something is encrypted, wherever in a resource they stand. */
import { type Fields, isFields, isList, type Json } from "../../json/json-value";
import { replaces } from "../../terraform/plan/actions";
import type { Marked, ResourceChange } from "../../terraform/plan/plan";
import { join, type Message, say, words } from "../../text/message";
import { changedAttributes } from "../changed";
import { at, type Field, fieldAt, type Path, show } from "../field";
import type { Draft } from "../finding";
import type { Json } from "../../../hcl/expression";
import { replaces } from "../../../terraform/plan/actions";
import { type Fields, isFields, isList } from "../../../terraform/plan/fields";
import type { Marked, ResourceChange } from "../../../terraform/plan/plan";
import { join, type Message, say, words } from "../../../text/message";
import { changedAttributes } from "../../changed";
import { at, type Field, fieldAt, type Path, show } from "../../field";
import type { Draft } from "../../finding";

/** `kms_key_id`, `kms_master_key_id`, `sse_aws_kms_key_id`, `replica_kms_key_id`: what AWS resources call a key. */
const NAME = /(?:^|_)kms_(?:master_)?key(?:_id|_arn|_identifier)?$/;

const SECURITY = "security_configuration";

/** Deeper blocks have no provider. */
const DEPTH = 12;

/** Of these types other attributes are keys, too. */
const MORE: ReadonlyMap<string, readonly string[]> = new Map([["aws_kms_alias", ["target_key_id"]]]);

/** What holds no data of its own: one in its place encrypts what others have written. */
const SETTINGS: ReadonlySet<string> = new Set([
  "aws_athena_workgroup",
  "aws_ebs_default_kms_key",
  "aws_glue_data_catalog_encryption_settings",
  "aws_glue_security_configuration",
  "aws_kms_alias",
  "aws_s3_bucket_server_side_encryption_configuration",
]);

/** The keys of one place on both sides; a block may stand there more than once. */
interface Place {
  /** Dotted, without the numbers of blocks. */
  readonly name: string;
  readonly before: readonly Field[];
  readonly after: readonly Field[];
}

/**
 * Keys that are taken off or are others. A replaced object that holds data is written anew with the new key. In a block that
 * is told already, a key that goes says nothing more.
 */
export function checkKeys(change: ResourceChange, told: ReadonlySet<string>): readonly Draft[] {
  const isNew = replaces(change.action) && !SETTINGS.has(change.type);
  return [...placesOf(change), ...securityConfiguration(change)].flatMap((place): readonly Draft[] => {
    if (place.before.length === 0 || isSame(place)) return [];
    const message = say`${place.name} ${tell(place.before)} → ${tell(place.after)}`;
    if (place.after.length > 0) return isNew ? [] : [{ rule: "key-changed", message }];
    if (place.name === SECURITY) return [{ rule: "encryption-off", message }];
    return told.has(place.name.split(".").slice(0, -1).join(".")) ? [] : [{ rule: "encryption-weaker", message }];
  });
}

/** Names of jobs' and crawlers' security configurations are keys as well: without one nothing is encrypted. */
function securityConfiguration({ before, after }: ResourceChange): readonly Place[] {
  const side = (marked: Marked) => [fieldAt(marked, [SECURITY])].filter(isSet);
  return [{ name: SECURITY, before: side(before), after: side(after) }];
}

function placesOf(change: ResourceChange): readonly Place[] {
  const { type, before, after } = change;
  const finder = new KeyFinder(MORE.get(type) ?? []);
  for (const name of changedAttributes(change)) finder.inField(name, at(before.value, [name]), at(after.value, [name]));
  return [...finder.found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, paths]) => ({ name, before: fieldsAt(before, paths), after: fieldsAt(after, paths) }));
}

/** Paths of keys by their names, gathered from both sides. */
class KeyFinder {
  readonly found = new Map<string, Map<string, Path>>();
  /** Where it looks; copied where a key stands. */
  private readonly path: (string | number)[] = [];

  constructor(private readonly more: readonly string[]) {}

  inField(name: string, before: Json | undefined, after: Json | undefined): void {
    if (this.isKey(name)) this.note([...this.path, name]);
    else if (isNested(before) || isNested(after)) this.inside(name, before, after);
  }

  private isKey(name: string): boolean {
    return (name.includes("kms") && NAME.test(name)) || this.more.includes(name);
  }

  private inside(step: string | number, before: Json | undefined, after: Json | undefined): void {
    if (this.path.length === DEPTH) return;
    this.path.push(step);
    if (isList(before) || isList(after)) {
      const [left, right] = [isList(before) ? before : NO_ITEMS, isList(after) ? after : NO_ITEMS];
      const length = Math.max(left.length, right.length);
      for (let index = 0; index < length; index++) {
        if (isNested(left[index]) || isNested(right[index])) this.inside(index, left[index], right[index]);
      }
    } else {
      const [left, right] = [isFields(before) ? before : NO_FIELDS, isFields(after) ? after : NO_FIELDS];
      for (const name in left) this.inField(name, left[name], right[name]);
      for (const name in right) if (left[name] === undefined) this.inField(name, undefined, right[name]);
    }
    this.path.pop();
  }

  private note(path: Path): void {
    const name = path.filter((step) => typeof step === "string").join(".");
    const paths = this.found.get(name);
    if (paths === undefined) this.found.set(name, new Map([[path.join("."), path]]));
    else paths.set(path.join("."), path);
  }
}

const NO_ITEMS: readonly Json[] = [];
const NO_FIELDS: Fields = {};

function isNested(value: Json | undefined): boolean {
  return typeof value === "object" && value !== null;
}

function fieldsAt(side: Marked, paths: ReadonlyMap<string, Path>): readonly Field[] {
  return [...paths.values()].map((path) => fieldAt(side, path)).filter(isSet);
}

function isSet({ value, unknown }: Field): boolean {
  return unknown || (typeof value === "string" && value !== "");
}

/** The same keys, whatever the order of the blocks. */
function isSame({ before, after }: Place): boolean {
  const values = (fields: readonly Field[]) => new Set(fields.map(({ value, unknown }) => (unknown ? "?" : value)));
  const [old, now] = [values(before), values(after)];
  return old.size === now.size && [...old].every((value) => now.has(value));
}

function tell(fields: readonly Field[]): Message {
  if (fields.length === 0) return words("(none)");
  const texts = new Map(fields.map((field) => [JSON.stringify(show(field)), show(field)]));
  return join([...texts.values()].slice(0, 3), ", ");
}
