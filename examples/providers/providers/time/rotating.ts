// Resource time_rotating of hashicorp/time 0.14.2. Edits will be lost: this file is written by
// `tfwright provider hashicorp/time time_rotating --version 0.14.2`.
import { blockType, map, number, optional, resourceType, string } from "tfwright";

const rotatingConfigFields = {
  /**
   * Base timestamp in [RFC3339](https://datatracker.ietf.org/doc/html/rfc3339#section-5.8) format (see [RFC3339 time
   * string](https://tools.ietf.org/html/rfc3339#section-5.8) e.g., `YYYY-MM-DDTHH:MM:SSZ`). Defaults to the current
   * time.
   */
  rfc3339: optional(string()),
  /**
   * Number of days to add to the base timestamp to configure the rotation timestamp. When the current time has
   * passed the rotation timestamp, the resource will trigger recreation. At least one of the 'rotation_' arguments
   * must be configured.
   */
  rotation_days: optional(number()),
  /**
   * Number of hours to add to the base timestamp to configure the rotation timestamp. When the current time has
   * passed the rotation timestamp, the resource will trigger recreation. At least one of the 'rotation_' arguments
   * must be configured.
   */
  rotation_hours: optional(number()),
  /**
   * Number of minutes to add to the base timestamp to configure the rotation timestamp. When the current time has
   * passed the rotation timestamp, the resource will trigger recreation. At least one of the 'rotation_' arguments
   * must be configured.
   */
  rotation_minutes: optional(number()),
  /**
   * Number of months to add to the base timestamp to configure the rotation timestamp. When the current time has
   * passed the rotation timestamp, the resource will trigger recreation. At least one of the 'rotation_' arguments
   * must be configured.
   */
  rotation_months: optional(number()),
  /**
   * Configure the rotation timestamp with an [RFC3339](https://datatracker.ietf.org/doc/html/rfc3339#section-5.8)
   * format of the offset timestamp. When the current time has passed the rotation timestamp, the resource will
   * trigger recreation. At least one of the 'rotation_' arguments must be configured.
   */
  rotation_rfc3339: optional(string()),
  /**
   * Number of years to add to the base timestamp to configure the rotation timestamp. When the current time has
   * passed the rotation timestamp, the resource will trigger recreation. At least one of the 'rotation_' arguments
   * must be configured.
   */
  rotation_years: optional(number()),
  /**
   * Arbitrary map of values that, when changed, will trigger a new base timestamp value to be saved. These
   * conditions recreate the resource in addition to other rotation arguments. See [the main provider
   * documentation](../index.md) for more information.
   */
  triggers: optional(map(string())),
};

/** Arguments of `time_rotating`. */
class RotatingConfig extends blockType(rotatingConfigFields) {}

const rotatingAttributes = {
  /** Number day of timestamp. */
  day: number(),
  /** Number hour of timestamp. */
  hour: number(),
  /** RFC3339 format of the timestamp, e.g. `2020-02-12T06:36:13Z`. */
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
 * Manages a rotating time resource, which keeps a rotating UTC timestamp stored in the Terraform state and
 * proposes resource recreation when the locally sourced current time is beyond the rotation time. This rotation
 * only occurs when Terraform is executed, meaning there will be drift between the rotation timestamp and actual
 * rotation. The new rotation timestamp offset includes this drift. This prevents perpetual differences caused by
 * using the [`timestamp()` function](https://www.terraform.io/docs/configuration/functions/timestamp.html) by only
 * forcing a new value on the set cadence.
 */
export class Rotating extends resourceType("time_rotating", {
  from: { source: "hashicorp/time", version: "0.14.2" },
  arguments: RotatingConfig,
  attributes: rotatingAttributes,
}) {}
