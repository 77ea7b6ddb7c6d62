// Resource time_offset of hashicorp/time 0.14.2. Edits will be lost: this file is written by
// `tfwright provider hashicorp/time time_offset --version 0.14.2`.
import { blockType, map, number, optional, resourceType, string } from "tfwright";

const offsetConfigFields = {
  /**
   * Base timestamp in [RFC3339](https://datatracker.ietf.org/doc/html/rfc3339#section-5.8) format (see [RFC3339 time
   * string](https://tools.ietf.org/html/rfc3339#section-5.8) e.g., `YYYY-MM-DDTHH:MM:SSZ`). Defaults to the current
   * time.
   */
  base_rfc3339: optional(string()),
  /** Number of days to offset the base timestamp. At least one of the 'offset_' arguments must be configured. */
  offset_days: optional(number()),
  /** Number of hours to offset the base timestamp. At least one of the 'offset_' arguments must be configured. */
  offset_hours: optional(number()),
  /** Number of minutes to offset the base timestamp. At least one of the 'offset_' arguments must be configured. */
  offset_minutes: optional(number()),
  /** Number of months to offset the base timestamp. At least one of the 'offset_' arguments must be configured. */
  offset_months: optional(number()),
  /** Number of seconds to offset the base timestamp. At least one of the 'offset_' arguments must be configured. */
  offset_seconds: optional(number()),
  /** Number of years to offset the base timestamp. At least one of the 'offset_' arguments must be configured. */
  offset_years: optional(number()),
  /**
   * Arbitrary map of values that, when changed, will trigger a new base timestamp value to be saved. See [the main
   * provider documentation](../index.md) for more information.
   */
  triggers: optional(map(string())),
};

/** Arguments of `time_offset`. */
class OffsetConfig extends blockType(offsetConfigFields) {}

const offsetAttributes = {
  /** Number day of offset timestamp. */
  day: number(),
  /** Number hour of offset timestamp. */
  hour: number(),
  /** RFC3339 format of the offset timestamp, e.g. `2020-02-12T06:36:13Z`. */
  id: string(),
  /** Number minute of offset timestamp. */
  minute: number(),
  /** Number month of offset timestamp. */
  month: number(),
  /** RFC3339 format of the offset timestamp, e.g. `2020-02-12T06:36:13Z`. */
  rfc3339: string(),
  /** Number second of offset timestamp. */
  second: number(),
  /** Number of seconds since epoch time, e.g. `1581489373`. */
  unix: number(),
  /** Number year of offset timestamp. */
  year: number(),
};

/**
 * Manages an offset time resource, which keeps an UTC timestamp stored in the Terraform state that is offset from
 * a locally sourced base timestamp. This prevents perpetual differences caused by using the [`timestamp()`
 * function](https://www.terraform.io/docs/configuration/functions/timestamp.html).
 */
export class Offset extends resourceType("time_offset", {
  from: { source: "hashicorp/time", version: "0.14.2" },
  arguments: OffsetConfig,
  attributes: offsetAttributes,
}) {}
