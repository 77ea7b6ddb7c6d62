// Resource time_static of hashicorp/time 0.14.2. Edits will be lost: this file is written by
// `tfwright provider hashicorp/time time_static --version 0.14.2`.
import { blockType, map, number, optional, resourceType, string } from "tfwright";

const staticConfigFields = {
  /**
   * Base timestamp in [RFC3339](https://datatracker.ietf.org/doc/html/rfc3339#section-5.8) format (see [RFC3339 time
   * string](https://tools.ietf.org/html/rfc3339#section-5.8) e.g., `YYYY-MM-DDTHH:MM:SSZ`). Defaults to the current
   * time.
   */
  rfc3339: optional(string()),
  /**
   * Arbitrary map of values that, when changed, will trigger a new base timestamp value to be saved. See [the main
   * provider documentation](../index.md) for more information.
   */
  triggers: optional(map(string())),
};

/** Arguments of `time_static`. */
class StaticConfig extends blockType(staticConfigFields) {}

const staticAttributes = {
  /** Number day of timestamp. */
  day: number(),
  /** Number hour of timestamp. */
  hour: number(),
  /** RFC3339 format of the offset timestamp, e.g. `2020-02-12T06:36:13Z`. */
  id: string(),
  /** Number minute of timestamp. */
  minute: number(),
  /** Number month of timestamp. */
  month: number(),
  /** Number second of timestamp. */
  second: number(),
  /** Number of seconds since epoch time, e.g. `1581489373`. */
  unix: number(),
  /** Number year of timestamp. */
  year: number(),
};

/**
 * Manages a static time resource, which keeps a locally sourced UTC timestamp stored in the Terraform state. This
 * prevents perpetual differences caused by using the [`timestamp()`
 * function](https://www.terraform.io/docs/configuration/functions/timestamp.html).
 */
export class Static extends resourceType("time_static", {
  from: { source: "hashicorp/time", version: "0.14.2" },
  arguments: StaticConfig,
  attributes: staticAttributes,
}) {}
