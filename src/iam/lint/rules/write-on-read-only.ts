import { say, withBackticks, words } from "../../../text/message";
import { type ArnPattern, arnIntersects, arnPattern } from "../../arn/arn-match";
import { glueChildren } from "../../arn/catalog-tree";
import type { ActionInfo } from "../../data/authorization";
import type { Context } from "../context";
import { defineRule } from "../define-rule";
import { LEAST_PRIVILEGE } from "../documentation";
import { allow } from "../example-policies";
import { type PlacedResource, type ResourceTerm, typesNamed, worksOn } from "../parsed/resource-term";
import { listOf, verb } from "../words";

/** Rule `write-on-read-only`: writing on what is only read. */
export const writeOnReadOnly = defineRule({
  code: "write-on-read-only",
  title: "writing on what is only read",
  severity: "info",
  what: "Actions that write, on resources that are declared as only read (`--reads-only` or `readsOnly` in the config). Without such a declaration the rule reports nothing.",
  why: "A role that should only read a source can destroy it if it can also write.",
  bad: { ...allow(["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::raw-zone/*"), readsOnly: ["s3://raw-zone"] },
  good: { ...allow("s3:GetObject", "arn:aws:s3:::raw-zone/*"), readsOnly: ["s3://raw-zone"] },
  source: LEAST_PRIVILEGE,
  check: {
    comparesEntries: true,
    statement(parsed, context) {
      if (!parsed.allows || context.options.readsOnly === undefined || context.options.readsOnly.length === 0)
        return undefined;
      const readOnly = context.analyze(readOnlyResources);
      const touched = parsed.resources.filter(({ term }) => isReadOnly(readOnly, term));
      if (touched.length === 0) return undefined;
      const writing = parsed.actions.filter(({ term }) => term.members().some((member) => writesOn(member, touched)));
      const [first] = writing;
      if (first === undefined) return undefined;
      const names = writing.map(({ at }) => at.value);
      const where = touched.map(({ term }) => term.text);
      const entirely = writing.filter(({ term }) => !hasWhatItNeeds(context, term.info, touched));
      const isExact = writing.every(({ term }) => term.kind === "exact");
      return {
        at: first.at,
        message: say`${listOf(names)} ${words(verb(names, "writes", "write"))} to ${listOf(where, 3)}, which should only be read`,
        hint: `leave ${withBackticks(listOf(where, 3))} out for ${verb(names, "this action", "these actions")}`,
        about: names.join(),
        fix: isExact
          ? { kind: "withdraw", actions: names, resources: where, entirely: entirely.map(({ at }) => at.value) }
          : undefined,
      };
    },
  },
});

/** The resources that are only read, as they are given and as patterns of all that is in them. */
interface ReadOnly {
  readonly given: readonly string[];
  readonly patterns: readonly ArnPattern[];
}

function readOnlyResources({ options }: Context): ReadOnly {
  const given = options.readsOnly ?? [];
  return { given, patterns: given.flatMap(patternsOf) };
}

/** The resource, and all that is in it. */
function patternsOf(given: string): readonly ArnPattern[] {
  const uri = /^s3:\/\/([^/]+)(?:\/(.*))?$/.exec(given);
  if (uri !== null) {
    const [, bucket = "", path = ""] = uri;
    if (path === "") return [`arn:*:s3:::${bucket}`, `arn:*:s3:::${bucket}/*`].map(arnPattern);
    return [arnPattern(`arn:*:s3:::${bucket}/${path}${path.endsWith("*") ? "" : "*"}`)];
  }
  const below = glueChildren(given).map(({ arn }) => arn);
  const inside = /^arn:[^:]*:s3:::[^/]*$/.test(given) ? [`${given}/*`] : [];
  return [given, ...below, ...inside].map(arnPattern);
}

/** An unknown reference may be any resource, so it matches only if it is written identically. */
function isReadOnly({ given, patterns }: ReadOnly, term: ResourceTerm): boolean {
  if (term.unresolved || term.matchesEverything) return false;
  if (term.text.includes("${")) return given.some((text) => term.text === text || term.text.startsWith(`${text}/`));
  return patterns.some((pattern) => arnIntersects(pattern, term.pattern));
}

const WRITES = ["Write", "Permissions management", "Tagging"];

/** Actions that the data calls writing though they change nothing: kms:Decrypt, for one, only uses a key. */
const READERS = [
  "kms:Decrypt",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "s3:GetObject",
];

function writesOn(action: ActionInfo, touched: readonly PlacedResource[]): boolean {
  if (READERS.includes(action.id) || !action.access.some((level) => WRITES.includes(level))) return false;
  return touched.some(({ term }) => worksOn(action, term));
}

/** Whether an action without some of its resources still has one of each type that it needs. */
function hasWhatItNeeds(context: Context, action: ActionInfo | undefined, without: readonly PlacedResource[]): boolean {
  if (action === undefined) return true;
  const { terms, whole } = context.grants.resourcesOf(action.id.toLowerCase());
  const left = terms.filter((term) => !without.some((one) => one.term.text === term.text));
  if (whole) return true;
  if (action.requires.length === 0) return left.some((term) => worksOn(action, term));
  return typesNamed(action, action.requires).every((type) => left.some((term) => term.is(type)));
}
