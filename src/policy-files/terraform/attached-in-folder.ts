/** Managed policies of AWS that a folder of Terraform attaches: as texts, through data sources, and as inputs of modules. */
import type { AttachedPolicy } from "../../iam/lint/attached-policy";
import { readManagedPolicyArn } from "../../iam/managed";
import { sourceText, type Value } from "../../terraform/value";
import type { SourcePlace } from "../../text/source-place";
import { type ReadBlock, writtenInLookup } from "./folder-principals";

/** An argument that attaches managed policies, or sets one as a boundary. */
export interface AttachingArgument extends Pick<AttachedPolicy, "use" | "file" | "address"> {
  readonly locate: (at: Value["at"]) => SourcePlace;
  /** The value of the block's `for_each`, where its instances are not known. */
  readonly forEach?: Value;
}

/** Inputs of modules that name what is not attached. */
const NOT_ATTACHED = /den(?:y|ied)|exclu|forbid|block|ignore/i;

/** Inputs of modules that limit. */
const BOUNDARY = /boundar/i;

/** A data source, in which `[...]` is the instance, also inside of `one(...)`. */
const LOOKED_UP = /^\$\{(?:one\()?data\.aws_iam_policy\.([\w-]+)(?:\[([^\]]*)\])?\.arn\)?\}$/;

/** Lists and objects are searched so deep. */
const DEEPEST = 6;

/** Collects the attachments of a folder. */
export class AttachedInFolder {
  readonly #noted: AttachedPolicy[] = [];

  /** Notes all texts of an argument of a resource. */
  note(value: Value, here: AttachingArgument): void {
    if (value.kind === "list") for (const item of value.items) this.note(item, here);
    if (value.kind !== "text" && value.kind !== "unknown") return;
    this.#add(withCollection(sourceText(value), here.forEach), value, here);
  }

  /** Notes the ARNs of policies of AWS in an input of a module; the names around them tell what they are for. */
  noteInput(value: Value, name: string, here: Omit<AttachingArgument, "use">, depth = 0): void {
    if (NOT_ATTACHED.test(name) || depth > DEEPEST) return;
    if (value.kind === "list") for (const item of value.items) this.noteInput(item, name, here, depth + 1);
    if (value.kind === "object")
      for (const entry of value.entries) this.noteInput(entry.value, `${name}.${entry.key}`, here, depth + 1);
    const written = value.kind === "text" || value.kind === "unknown" ? sourceText(value) : "";
    if (readManagedPolicyArn(written) === undefined && !LOOKED_UP.test(written)) return;
    this.#add(written, value, { ...here, use: BOUNDARY.test(name) ? "boundary" : "attached" });
  }

  /** The attachments, each that a data source looks up with what that one names. */
  resolve(blocks: readonly ReadBlock[]): readonly AttachedPolicy[] {
    return this.#noted.flatMap((attached) => {
      const [, name, instance] = LOOKED_UP.exec(attached.written) ?? [];
      if (name === undefined) return [attached];
      const key = instance === undefined ? undefined : /^"(.*)"$/.exec(instance)?.[1];
      const lookups = blocks.filter((one) => one.isData && one.name === name);
      const named = lookups.filter((one) => key === undefined || one.round === undefined || one.round === key);
      return named.flatMap((one) => {
        const written = writtenInLookup(one);
        return written === undefined ? [] : [{ ...attached, written }];
      });
    });
  }

  #add(written: string, { at }: Value, { use, file, address, locate }: AttachingArgument): void {
    this.#noted.push({ written, use, at: locate(at), file, address });
  }
}

/** `${each.value.arn}` with the data source that `for_each` goes through. */
function withCollection(written: string, forEach: Value | undefined): string {
  const collection =
    forEach?.kind === "unknown" ? /^\$\{(data\.aws_iam_policy\.[\w-]+)\}$/.exec(sourceText(forEach)) : null;
  return collection === null ? written : written.replace(/^\$\{each\.value\b/, `\${${collection[1]}[each.key]`);
}
