/** KMS keys by which something is encrypted, in whichever argument of a resource they are named. */
import { type Fields, isFields, isList, isNested, type Json, jsonAt, type ValuePath } from "../../../json/json-value";
import { replaces } from "../../../terraform/plan/actions";
import type { Marked, ResourceChange } from "../../../terraform/plan/plan";
import { compareTexts } from "../../../text/compare-texts";
import { join, type Message, say, words } from "../../../text/message";
import { changedAttributes } from "../../changed";
import { type Field, fieldAt, show } from "../../field";

/**
 * Matches what resources call a key: `kms_key_id`, `kms_master_key_id`, `sse_aws_kms_key_id`, `replica_kms_key_id`,
 * `customer_encryption_key_arn`, and of Google `kms_key_name`.
 */
const KEY_NAME =
  /(?:^|_)kms_(?:(?:master_)?key(?:_id|_arn|_identifier|_name|_self_link)?|arn)$|(?:^|_)encryption_key(?:_arn)?$/;

/** No provider nests blocks more deeply. */
const MAX_DEPTH = 12;

/** Arguments of these types that hold a key under another name. */
const OTHER_NAMES: ReadonlyMap<string, readonly string[]> = new Map([["aws_kms_alias", ["target_key_id"]]]);

/** These types hold no data of their own: if one is replaced, the data that others have written is not encrypted anew. */
const SETTINGS: ReadonlySet<string> = new Set([
  "aws_athena_workgroup",
  "aws_ebs_default_kms_key",
  "aws_glue_data_catalog_encryption_settings",
  "aws_glue_security_configuration",
  "aws_kms_alias",
  "aws_s3_bucket_server_side_encryption_configuration",
]);

/** The keys of one argument on both sides. There are several where its block is repeated. */
export interface KeyChange {
  /** The dotted path of the argument, without the indexes of blocks. */
  readonly name: string;
  readonly before: readonly Field[];
  readonly after: readonly Field[];
}

/** Arguments that named a key before the change, and name another one or none after it; sorted by name. */
export function findKeyChanges(change: ResourceChange): readonly KeyChange[] {
  const { type, before, after } = change;
  const finder = new KeyFinder(OTHER_NAMES.get(type) ?? []);
  for (const name of changedAttributes(change))
    finder.findIn(name, jsonAt(before.value, [name]), jsonAt(after.value, [name]));
  return [...finder.found]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([name, paths]) => ({ name, before: fieldsAt(before, paths), after: fieldsAt(after, paths) }))
    .filter(isChanged);
}

/**
 * The security configuration of a job or crawler, where the change removes or replaces it. Without one nothing is
 * encrypted, so that its name matters as much as that of a key.
 */
export function securityConfigurationChange({ before, after }: ResourceChange): readonly KeyChange[] {
  const name = "security_configuration";
  const side = (marked: Marked) => [fieldAt(marked, [name])].filter(isPresent);
  return [{ name, before: side(before), after: side(after) }].filter(isChanged);
}

/** Whether the change writes the data anew, so that all of it is encrypted with the new key. */
export function isWrittenAnew({ action, type }: ResourceChange): boolean {
  return replaces(action) && !SETTINGS.has(type);
}

/** The argument with its keys before and after: `kms_key_id a → b`. */
export function showKeyChange({ name, before, after }: KeyChange): Message {
  return say`${name} ${showKeys(before)} → ${showKeys(after)}`;
}

function showKeys(fields: readonly Field[]): Message {
  if (fields.length === 0) return words("(none)");
  const messages = new Map(fields.map((field) => [JSON.stringify(show(field)), show(field)]));
  return join([...messages.values()].slice(0, 3), ", ");
}

/** Walks both sides of a change together, and collects the paths of keys by their dotted names. */
class KeyFinder {
  readonly found = new Map<string, Map<string, ValuePath>>();
  readonly #otherNames: readonly string[];
  /** The path of the walk; it is copied where a key is found. */
  readonly #path: (string | number)[] = [];

  constructor(otherNames: readonly string[]) {
    this.#otherNames = otherNames;
  }

  findIn(name: string, before: Json | undefined, after: Json | undefined): void {
    if (this.#isKey(name) && !isNested(before) && !isNested(after)) this.#add([...this.#path, name]);
    else if (isNested(before) || isNested(after)) this.#descend(name, before, after);
  }

  #isKey(name: string): boolean {
    return (/kms|encryption_key/.test(name) && KEY_NAME.test(name)) || this.#otherNames.includes(name);
  }

  #descend(step: string | number, before: Json | undefined, after: Json | undefined): void {
    if (this.#path.length === MAX_DEPTH) return;
    this.#path.push(step);
    if (isList(before) || isList(after)) {
      const [left, right] = [isList(before) ? before : NO_ITEMS, isList(after) ? after : NO_ITEMS];
      const length = Math.max(left.length, right.length);
      for (let index = 0; index < length; index++) {
        if (isNested(left[index]) || isNested(right[index])) this.#descend(index, left[index], right[index]);
      }
    } else {
      const [left, right] = [isFields(before) ? before : NO_FIELDS, isFields(after) ? after : NO_FIELDS];
      for (const name in left) this.findIn(name, left[name], right[name]);
      for (const name in right) if (left[name] === undefined) this.findIn(name, undefined, right[name]);
    }
    this.#path.pop();
  }

  #add(path: ValuePath): void {
    const name = path.filter((step) => typeof step === "string").join(".");
    const paths = this.found.get(name);
    if (paths === undefined) this.found.set(name, new Map([[path.join("."), path]]));
    else paths.set(path.join("."), path);
  }
}

const NO_ITEMS: readonly Json[] = [];
const NO_FIELDS: Fields = {};

function fieldsAt(side: Marked, paths: ReadonlyMap<string, ValuePath>): readonly Field[] {
  return [...paths.values()].map((path) => fieldAt(side, path)).filter(isPresent);
}

function isPresent({ value, unknown }: Field): boolean {
  return unknown || (typeof value === "string" && value !== "");
}

/** Whether there was a key, and the keys are not the same now. The order of repeated blocks does not matter. */
function isChanged({ before, after }: KeyChange): boolean {
  if (before.length === 0) return false;
  const keys = (fields: readonly Field[]) => new Set(fields.map(({ value, unknown }) => (unknown ? "?" : value)));
  const [old, now] = [keys(before), keys(after)];
  return old.size !== now.size || [...old].some((key) => !now.has(key));
}
