/** What Terraform itself refuses in a stack as a whole: names that are none, elements that are there twice, two backends. */
import { Problems } from "../errors";
import { isIdentifier } from "../hcl/text";
import { memberIn } from "../json/json-node";
import { addressOf } from "./renames";
import { objectsIn, type RootBlock, type StackFile } from "./stack-file";

/** Blocks that may be there several times, and have no name. */
const UNNAMED: ReadonlySet<string> = new Set(["terraform", "locals", "moved", "removed", "import"]);

/** @throws TfwrightError `bad-name`, `twice`, with every problem */
export function checkStack(file: StackFile): void {
  const problems = new Problems();
  const seen = new Set<string>();
  const once = (address: string, start: number) => {
    if (seen.has(address))
      problems.add({ code: "twice", path: file.place(start), message: `\`${address}\` is there twice` });
    seen.add(address);
  };
  for (const { address, name, start } of file.blocks.flatMap(namesOf)) {
    once(address, start);
    if (!isIdentifier(name))
      problems.add({
        code: "bad-name",
        path: file.place(start),
        message: `Terraform refuses the name ${JSON.stringify(name)}: it may hold letters, digits, \`_\` and \`-\`, and starts with a letter or \`_\``,
        hint: 'give it another one in the program, by its id or by `overrideLogicalId("...")`',
      });
  }
  const [, second] = file.blocks.flatMap(backendsOf);
  if (second !== undefined)
    problems.add({
      code: "twice",
      path: file.place(second.start),
      message: `\`${second.name}\` is a second backend, and a stack has one`,
    });
  problems.throwIfAny();
}

/** The names that a block declares. */
function namesOf(
  block: RootBlock,
): readonly { readonly address: string; readonly name: string; readonly start: number }[] {
  const { type, labels, body, start } = block;
  if (type === "locals")
    return body.members
      .filter(({ key }) => key !== "//")
      .map(({ key, keyStart }) => ({ address: `local.${key}`, name: key, start: keyStart }));
  if (UNNAMED.has(type)) return [];
  const alias = memberIn(body, "alias");
  const suffix = type === "provider" && alias?.kind === "string" ? `.${alias.value}` : "";
  return [{ address: `${addressOf(block)}${suffix}`, name: labels.at(-1) ?? "", start }];
}

function backendsOf({ type, body }: RootBlock): readonly { readonly name: string; readonly start: number }[] {
  if (type !== "terraform") return [];
  return body.members.flatMap(({ key, keyStart, value }) => {
    if (value.kind === "null") return [];
    if (key === "cloud") return [{ name: "cloud", start: keyStart }];
    if (key !== "backend") return [];
    return (objectsIn(value) ?? []).flatMap(({ members }) =>
      members.filter((one) => one.key !== "//").map((one) => ({ name: `backend.${one.key}`, start: one.keyStart })),
    );
  });
}
