/** The properties of a broker of Kafka, which are a text of lines `name=value`. */
import type { Field } from "../../field";

/** The properties by name; none if the text is not known, or is secret. */
export function brokerProperties({ value, secret }: Field): ReadonlyMap<string, string> {
  if (typeof value !== "string" || secret) return new Map();
  return new Map(
    value.split("\n").flatMap((line): readonly (readonly [string, string])[] => {
      const [, name, set] = /^\s*([\w.]+)\s*[=:]\s*(.*?)\s*$/.exec(line) ?? [];
      return name === undefined || set === undefined ? [] : [[name, set]];
    }),
  );
}
