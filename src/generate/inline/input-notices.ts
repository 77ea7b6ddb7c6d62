/** Warnings of `cdktf synth` for inputs that a caller should no longer give. */
import { Annotations, type Construct } from "../../cdk";
import { chooseText, DEFAULT_LOCALE } from "../../text/locale";
import { noticeOf, renamingsOf } from "../build/renamed-variables";
import type { Definition, Outputs, Variables } from "../dsl/definition";

/** Adds a warning for each given input that is deprecated or has a new name: inlined, no variable is left that could warn. */
export function warnOfInputs(
  { variables }: Definition<Variables, Outputs>,
  inputs: Readonly<Record<string, unknown>>,
  scope: Construct,
): void {
  const isGiven = (name: string) => inputs[name] !== undefined && inputs[name] !== null;
  const warn = (text: string) => Annotations.of(scope).addWarning(text);
  for (const renaming of renamingsOf(variables)) if (isGiven(renaming.from)) warn(noticeOf(renaming, DEFAULT_LOCALE));
  for (const [name, { options }] of Object.entries(variables))
    if (options.deprecated !== undefined && isGiven(name))
      warn(`${name} is deprecated: ${chooseText(options.deprecated, DEFAULT_LOCALE)}`);
}
