/** What the age of the authorization data says of a name that it does not have. */
import { dataOrigin } from "../data/authorization";
import type { ResolvedOptions } from "./options";
import type { Severity } from "./rule";

const DAY = 24 * 60 * 60 * 1000;
/** Data that is older than so many days may lack what AWS has added since. */
const OLD = 60;

/** How messages name the data: that of a service, or of services in general. */
export function ofData(service?: string): string {
  return dataOrigin(service).name;
}

/** How many days old the data is, where it is so old that it may miss a new name; undefined where it is not. */
export function daysOfOldData({ today }: ResolvedOptions, service?: string): number | undefined {
  const { day } = dataOrigin(service);
  const days = day === undefined ? 0 : daysBetween(day, today);
  return days > OLD ? days : undefined;
}

/** How many days old the table of managed policies is, where it is so old that it may miss a new one; undefined where it is not. */
export function daysOfOldTable({ today }: Pick<ResolvedOptions, "today">, day: string): number | undefined {
  const days = daysBetween(day, today);
  return days > OLD ? days : undefined;
}

function daysBetween(day: string, today: string): number {
  return Math.floor((Date.parse(today) - Date.parse(day)) / DAY);
}

/** A name that the data does not have is wrong, unless the data may be too old to have it. */
export function severityOfUnknown(days: number | undefined): Severity {
  return days === undefined ? "error" : "warning";
}

/** What to do where the data may be too old. */
export function adviceForOldData(days: number): string {
  return `the data is ${days} days old: update tfwright, or give newer data with \`--data\``;
}
