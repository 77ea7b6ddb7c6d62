/** The address of a suppression: where it holds, and whether the plans have anything to do with it. */
import { moduleOfAddress, withoutKeys } from "../terraform/address";
import type { Plan } from "../terraform/plan/plan";

/** Whether an address of a suppression means an address of a plan. Without keys it means all instances; `*` stands for any text. */
export function meansAddress(written: string, address: string): boolean {
  if (written === address || written === withoutKeys(address)) return true;
  const parts = textsBetweenStars(written);
  return parts.length > 1 && (matchesInOrder(parts, address) || matchesInOrder(parts, withoutKeys(address)));
}

/** A star in a key, as in `this["*.example.com"]`, is a part of its name. */
function textsBetweenStars(written: string): readonly string[] {
  const parts = [""];
  for (const [piece] of written.matchAll(/"(?:[^"\\]|\\.)*"|\*|[^*"]+|"/gs)) {
    if (piece === "*") parts.push("");
    else parts[parts.length - 1] += piece;
  }
  return parts;
}

function matchesInOrder(parts: readonly string[], text: string): boolean {
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}

/** What of the plans an address may be about: a config is often shared by several plans, each reviewed alone. */
export class PlannedPlaces {
  readonly #modules = new Set<string>();
  readonly #rootTypes = new Set<string>();

  constructor(plans: readonly Plan[]) {
    for (const { configuration, resources, prior, outputs } of plans) {
      for (const { name } of outputs) this.#add(`output.${name}`);
      for (const { address } of configuration.calls) this.#modules.add(address);
      for (const { address } of configuration.resources) this.#add(address);
      for (const { address } of resources) this.#add(address);
      for (const address of prior.keys()) this.#add(address);
    }
  }

  #add(address: string): void {
    const module = moduleOfAddress(address);
    if (module === "") this.#rootTypes.add(typeOf(address));
    else this.#modules.add(module);
  }

  /** Whether a plan has the module of an address, or, of one in the root module, the type of the resource. */
  has(written: string): boolean {
    const plain = withoutKeys(written);
    if (plain.includes("*")) return this.#hasUnder(plain.slice(0, plain.indexOf("*")));
    const module = moduleOfAddress(plain);
    return module === "" ? this.#rootTypes.has(typeOf(plain)) : this.#modules.has(module);
  }

  /** What stands in front of a star is the beginning of an address, which may end in the middle of a name. */
  #hasUnder(start: string): boolean {
    const type = typeOf(start);
    const isWhole = start.includes(".");
    if (!start.startsWith("module."))
      return [...this.#rootTypes].some((one) => (isWhole ? one === type : one.startsWith(type)));
    const whole = start.slice(0, Math.max(0, start.lastIndexOf(".")));
    return [...this.#modules].some(
      (module) => module === whole || module.startsWith(start) || start.startsWith(`${module}.`),
    );
  }
}

/** `aws_s3_bucket` of `aws_s3_bucket.this` and of `data.aws_s3_bucket.this`; `output` of an output. */
function typeOf(address: string): string {
  const [first = "", second = ""] = withoutKeys(address).split(".");
  return first === "data" ? second : first;
}
