/** What a person should know of a stack that moves to another folder. */
import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { StackFile } from "../../eject/stack-file";
import { isAbsolutePath, pathsIn, type StackPath } from "../../eject/stack-notes";
import { secretsIn } from "../../eject/stack-secrets";
import { unresolvedTokensIn } from "../../eject/unresolved-tokens";
import type { FoundStack } from "./find-stacks";
import { readStack } from "./read-stack";

/** Something to know of a stack in its new folder. */
export interface StackNote {
  readonly place: string;
  readonly message: string;
}

/** What will not be found, or not be the same, from the new folder. */
export function notesOf(stack: FoundStack, out: string, cwd: string): readonly StackNote[] {
  const file = StackFile.read(stack.file, readStack(stack));
  const secrets = secretsIn(file).map(({ name, place }) => ({
    place,
    message: `\`${name}\` is a secret as text: take it out before the folder goes into a repository`,
  }));
  const tokens = unresolvedTokensIn(file).map(({ name, place, token }) => ({
    place,
    message: `\`${name}\` has ${token}, a token that CDKTF did not replace: the program put a value into the text that it did not have yet`,
  }));
  const told = (paths: readonly StackPath[]) =>
    paths.flatMap((one) => {
      const message = noteOf(one, stack, { out, cwd });
      return message === undefined ? [] : [{ place: one.place, message }];
    });
  const paths = pathsIn(file);
  const isState = ({ use }: StackPath) => use === "state";
  // The state comes first: without it the first plan makes everything again.
  return [...told(paths.filter(isState)), ...secrets, ...tokens, ...told(paths.filter((one) => !isState(one)))];
}

function noteOf(
  { use, name, path }: StackPath,
  { folder }: FoundStack,
  { out, cwd }: { readonly out: string; readonly cwd: string },
): string | undefined {
  const shown = (target: string) => relative(cwd, target) || ".";
  switch (use) {
    case "state":
      if (isAbsolutePath(path))
        return `the state stays at ${path}, which is a path of one machine: use a backend that your team can access`;
      return existsSync(join(folder, path))
        ? `the state is in ${shown(join(folder, path))}: copy it to ${shown(join(out, path))} before the first plan`
        : `the state is a file, ${path}, relative to the stack's folder: copy it to ${shown(out)} before the first plan`;
    case "other-state":
      return isAbsolutePath(path)
        ? `\`${name}\` is a path of one machine: ${path}`
        : `\`${name}\` is relative to the folder of the stack: ${path}`;
    case "module": {
      const target = resolve(folder, path);
      if (isAbsolutePath(path)) return `\`${name}\` is a path of one machine: ${path}`;
      if (/^\.\/assets\//.test(path)) return undefined;
      return `\`${name}\` is ${path}, outside of what is copied: move the module from ${shown(target)}, or change the path`;
    }
    case "file":
      return isAbsolutePath(path)
        ? `\`${name}\` is a path of one machine: ${path}`
        : `\`${name}\` is relative to the folder where Terraform runs, which is another one now: ${path}`;
    case "asset":
      return existsSync(join(folder, path))
        ? undefined
        : `\`${name}\` is ${path}, which is not in the stack's folder: run \`cdktf synth\` again, and eject what it writes`;
    case "value":
      return existsSync(path) ? `\`${name}\` is a file of this machine: ${path}` : undefined;
  }
}
