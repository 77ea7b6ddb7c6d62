/**
 * Terraform's functions, one row for each: parameters (`takes`), result (`gives`), what is known of the result in a plan (`plan`),
 * and how it is computed before Terraform runs (`fold`, `approximate`). `function-facts.ts` explains the values of the columns.
 */
import {
  encodeJson,
  firstKnown,
  flattenLists,
  formatText,
  formatTexts,
  joinLists,
  joinTexts,
  listKeys,
  listValues,
  mergeObjects,
  sameValue,
  uniteLists,
  withoutDoubles,
  withoutEmpty,
} from "./approximate";
import {
  alltrue,
  anytrue,
  coalesce,
  compact,
  concat,
  contains,
  distinct,
  flatten,
  keysOf,
  lengthOf,
  lookup,
  merge,
  one,
  sort,
  valuesOf,
} from "./fold-collections";
import { can, tobool, tonumber, tostring, tryFirst } from "./fold-conversions";
import { atEnd, join, onTexts, replaceText, split, trimPrefix, trimSuffix } from "./fold-texts";
import type { FunctionFacts } from "./function-facts";

/**
 * All functions of Terraform, in the families of its documentation.
 *
 * @see https://developer.hashicorp.com/terraform/language/functions
 */
export const FUNCTIONS = {
  // Numeric
  abs: { takes: { num: "number" }, gives: "number" },
  ceil: { takes: { num: "number" }, gives: "number" },
  floor: { takes: { num: "number" }, gives: "number" },
  log: { takes: { num: "number", base: "number" }, gives: "number" },
  max: { takes: {}, rest: { numbers: "number" }, gives: "number" },
  min: { takes: {}, rest: { numbers: "number" }, gives: "number" },
  parseint: { takes: { number: "any", base: "number" }, gives: "number" },
  pow: { takes: { num: "number", power: "number" }, gives: "number" },
  signum: { takes: { num: "number" }, gives: "number" },
  sum: { takes: { list: "any" }, gives: "number" },

  // String
  chomp: { takes: { str: "string" }, gives: "string" },
  endswith: {
    takes: { str: "string", suffix: "string" },
    gives: "bool",
    since: { terraform: [1, 3] },
    fold: atEnd("end"),
  },
  format: { takes: { format: "string" }, rest: { args: "any?" }, gives: "string", approximate: formatText },
  formatlist: { takes: { format: "string" }, rest: { args: "any?" }, gives: "list(string)", approximate: formatTexts },
  indent: { takes: { spaces: "number", str: "string" }, gives: "string" },
  join: {
    takes: { separator: "string" },
    rest: { lists: "list(string)" },
    gives: "string",
    fold: join,
    approximate: joinTexts,
  },
  lower: { takes: { str: "string" }, gives: "string", fold: onTexts((str) => str.toLowerCase()) },
  regex: { takes: { pattern: "string", string: "string" }, gives: "any" },
  regexall: { takes: { pattern: "string", string: "string" }, gives: "any" },
  replace: {
    takes: { str: "string", substr: "string", replace: "string" },
    gives: "string",
    fold: onTexts(replaceText),
  },
  split: { takes: { separator: "string", str: "string" }, gives: "list(string)", fold: split },
  startswith: {
    takes: { str: "string", prefix: "string" },
    gives: "bool",
    since: { terraform: [1, 3] },
    fold: atEnd("start"),
  },
  strcontains: {
    takes: { str: "string", substr: "string" },
    gives: "bool",
    since: { terraform: [1, 5] },
    fold: onTexts((str, substr) => str.includes(substr)),
  },
  strrev: { takes: { str: "string" }, gives: "string" },
  substr: { takes: { str: "string", offset: "number", length: "number" }, gives: "string" },
  templatestring: {
    takes: { template: "string", vars: "any" },
    gives: "string",
    since: { terraform: [1, 9], opentofu: [1, 7] },
  },
  title: { takes: { str: "string" }, gives: "string" },
  trim: { takes: { str: "string", cutset: "string" }, gives: "string" },
  trimprefix: { takes: { str: "string", prefix: "string" }, gives: "string", fold: onTexts(trimPrefix) },
  trimspace: { takes: { str: "string" }, gives: "string", fold: onTexts((str) => str.trim()) },
  trimsuffix: { takes: { str: "string", suffix: "string" }, gives: "string", fold: onTexts(trimSuffix) },
  upper: { takes: { str: "string" }, gives: "string", fold: onTexts((str) => str.toUpperCase()) },

  // Collection
  alltrue: { takes: { list: "list(bool)" }, gives: "bool", since: { terraform: [0, 14] }, fold: alltrue },
  anytrue: { takes: { list: "list(bool)" }, gives: "bool", since: { terraform: [0, 14] }, fold: anytrue },
  chunklist: { takes: { list: "list(any)", size: "number" }, gives: "list of arguments", plan: "shape of arguments" },
  coalesce: { takes: {}, rest: { vals: "any?" }, gives: "argument", fold: coalesce, approximate: firstKnown },
  coalescelist: { takes: {}, rest: { vals: "any?" }, gives: "argument" },
  compact: {
    takes: { list: "list(string)" },
    gives: "list(string)",
    plan: "spreads unknown",
    fold: compact,
    approximate: withoutEmpty,
  },
  concat: {
    takes: {},
    rest: { seqs: "any" },
    gives: "argument",
    plan: "shape of arguments",
    fold: concat,
    approximate: joinLists,
  },
  contains: { takes: { list: "any", value: "any" }, gives: "bool", fold: contains },
  distinct: {
    takes: { list: "list(any)" },
    gives: "argument",
    plan: "spreads unknown",
    fold: distinct,
    approximate: withoutDoubles,
  },
  element: { takes: { list: "any", index: "number" }, gives: "element", isNullable: true },
  flatten: {
    takes: { list: "any" },
    gives: "element",
    plan: "shape of elements",
    fold: flatten,
    approximate: flattenLists,
  },
  index: { takes: { list: "any", value: "any" }, gives: "number" },
  keys: { takes: { inputMap: "any" }, gives: "list(string)", plan: "of shape", fold: keysOf, approximate: listKeys },
  length: { takes: { value: "any" }, gives: "number", plan: "of shape", fold: lengthOf },
  lookup: {
    takes: { inputMap: "any", key: "string" },
    rest: { default: "any?" },
    gives: "element",
    plan: "of part",
    isNullable: true,
    fold: lookup,
  },
  matchkeys: { takes: { values: "list(any)", keys: "list(any)", searchset: "list(any)" }, gives: "argument" },
  merge: {
    takes: {},
    rest: { maps: "any?" },
    gives: "argument",
    plan: "shape of arguments",
    fold: merge,
    approximate: mergeObjects,
  },
  one: { takes: { list: "any" }, gives: "element", isNullable: true, since: { terraform: [0, 15] }, fold: one },
  range: { takes: {}, rest: { params: "number" }, gives: "list(number)" },
  reverse: { takes: { list: "any" }, gives: "argument", plan: "shape of arguments" },
  setintersection: { takes: { first_set: "set(any)" }, rest: { other_sets: "set(any)" }, gives: "set of elements" },
  setproduct: { takes: {}, rest: { sets: "any" }, gives: "any", plan: "shape of arguments" },
  setsubtract: { takes: { a: "set(any)", b: "set(any)" }, gives: "set of elements" },
  setunion: {
    takes: { first_set: "set(any)" },
    rest: { other_sets: "set(any)" },
    gives: "set of elements",
    approximate: uniteLists,
  },
  slice: {
    takes: { list: "any", start_index: "number", end_index: "number" },
    gives: "argument",
    plan: "shape of arguments",
  },
  sort: {
    takes: { list: "list(string)" },
    gives: "list(string)",
    plan: "spreads unknown",
    fold: sort,
    approximate: sameValue,
  },
  transpose: { takes: { values: "map(list(string))" }, gives: "map(list(string))" },
  values: {
    takes: { mapping: "any" },
    gives: "list of elements",
    plan: "shape of arguments",
    fold: valuesOf,
    approximate: listValues,
  },
  zipmap: { takes: { keys: "list(string)", values: "any" }, gives: "any", plan: "shape of keys" },

  // Encoding, hash and crypto
  base64decode: { takes: { str: "string" }, gives: "string" },
  base64encode: { takes: { str: "string" }, gives: "string" },
  base64gzip: { takes: { str: "string" }, gives: "string" },
  base64sha256: { takes: { str: "string" }, gives: "string" },
  base64sha512: { takes: { str: "string" }, gives: "string" },
  bcrypt: { takes: { str: "string" }, rest: { cost: "number" }, gives: "string", plan: "after apply" },
  csvdecode: { takes: { str: "string" }, gives: "any" },
  jsondecode: { takes: { str: "string" }, gives: "any", isNullable: true },
  jsonencode: { takes: { val: "any?" }, gives: "string", approximate: encodeJson },
  md5: { takes: { str: "string" }, gives: "string" },
  rsadecrypt: { takes: { ciphertext: "string", privatekey: "string" }, gives: "string" },
  sha1: { takes: { str: "string" }, gives: "string" },
  sha256: { takes: { str: "string" }, gives: "string" },
  sha512: { takes: { str: "string" }, gives: "string" },
  textdecodebase64: { takes: { source: "string", encoding: "string" }, gives: "string", since: { terraform: [0, 14] } },
  textencodebase64: { takes: { string: "string", encoding: "string" }, gives: "string", since: { terraform: [0, 14] } },
  urlencode: { takes: { str: "string" }, gives: "string" },
  uuid: { takes: {}, gives: "string", plan: "after apply" },
  uuidv5: { takes: { namespace: "string", name: "string" }, gives: "string" },
  yamldecode: { takes: { src: "string" }, gives: "any", isNullable: true },
  yamlencode: { takes: { value: "any?" }, gives: "string" },

  // Filesystem
  abspath: { takes: { path: "string" }, gives: "string" },
  basename: { takes: { path: "string" }, gives: "string" },
  dirname: { takes: { path: "string" }, gives: "string" },
  file: { takes: { path: "string" }, gives: "string" },
  filebase64: { takes: { path: "string" }, gives: "string" },
  filebase64sha256: { takes: { path: "string" }, gives: "string" },
  filebase64sha512: { takes: { path: "string" }, gives: "string" },
  fileexists: { takes: { path: "string" }, gives: "bool" },
  filemd5: { takes: { path: "string" }, gives: "string" },
  fileset: { takes: { path: "string", pattern: "string" }, gives: "set(string)" },
  filesha1: { takes: { path: "string" }, gives: "string" },
  filesha256: { takes: { path: "string" }, gives: "string" },
  filesha512: { takes: { path: "string" }, gives: "string" },
  pathexpand: { takes: { path: "string" }, gives: "string" },
  templatefile: { takes: { path: "string", vars: "any" }, gives: "string" },

  // Date and time
  formatdate: { takes: { format: "string", time: "string" }, gives: "string" },
  plantimestamp: { takes: {}, gives: "string", since: { terraform: [1, 5] } },
  timeadd: { takes: { timestamp: "string", duration: "string" }, gives: "string" },
  timecmp: { takes: { timestamp_a: "string", timestamp_b: "string" }, gives: "number", since: { terraform: [1, 3] } },
  timestamp: { takes: {}, gives: "string", plan: "after apply" },

  // IP network
  cidrhost: { takes: { prefix: "string", hostnum: "number" }, gives: "string" },
  cidrnetmask: { takes: { prefix: "string" }, gives: "string" },
  cidrsubnet: { takes: { prefix: "string", newbits: "number", netnum: "number" }, gives: "string" },
  cidrsubnets: { takes: { prefix: "string" }, rest: { newbits: "number" }, gives: "list(string)" },

  // Type conversion
  can: { takes: { expression: "any" }, gives: "bool", fold: can },
  ephemeralasnull: {
    takes: { value: "any?" },
    gives: "argument",
    isNullable: true,
    since: { terraform: [1, 10], opentofu: [1, 11] },
  },
  issensitive: {
    takes: { value: "any?" },
    gives: "bool",
    hidesSecrets: true,
    since: { terraform: [1, 8], opentofu: [1, 7] },
  },
  nonsensitive: {
    takes: { value: "any?" },
    gives: "argument",
    passesArgument: true,
    hidesSecrets: true,
    since: { terraform: [0, 15] },
    approximate: sameValue,
  },
  sensitive: {
    takes: { value: "any?" },
    gives: "argument",
    passesArgument: true,
    since: { terraform: [0, 15] },
    approximate: sameValue,
  },
  tobool: { takes: { v: "any?" }, gives: "bool", passesArgument: true, fold: tobool },
  tolist: {
    takes: { v: "any?" },
    gives: "list of elements",
    plan: "shape of arguments",
    passesArgument: true,
    approximate: sameValue,
  },
  tomap: {
    takes: { v: "any?" },
    gives: "argument",
    plan: "shape of arguments",
    passesArgument: true,
    approximate: sameValue,
  },
  tonumber: { takes: { v: "any?" }, gives: "number", passesArgument: true, fold: tonumber },
  toset: {
    takes: { v: "any?" },
    gives: "set of elements",
    plan: "spreads unknown",
    passesArgument: true,
    approximate: withoutDoubles,
  },
  tostring: { takes: { v: "any?" }, gives: "string", passesArgument: true, fold: tostring, approximate: sameValue },
  try: {
    takes: {},
    rest: { expressions: "any" },
    gives: "argument",
    plan: "spreads unknown",
    isNullable: true,
    fold: tryFirst,
    approximate: firstKnown,
  },
} as const satisfies Readonly<Record<string, FunctionFacts>>;

/** The name of a function of Terraform. */
export type FunctionName = keyof typeof FUNCTIONS;

/** The facts of a function; undefined for functions of providers and for names that Terraform does not know. */
export function factsOf(name: string): FunctionFacts | undefined {
  return Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name as FunctionName] : undefined;
}
