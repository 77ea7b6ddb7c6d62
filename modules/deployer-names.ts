/** Lists of names of what a deployer deploys. */
import { bool, list, string } from "tfwright";
import { noArns, shapeOf } from "./rules";

const NAME = "^[^*?$]+[*]?$";

/** Names of resources, each of which may end with `*`. */
export const names = (what: string, name: string, example: string) =>
  list(
    string({
      validate: [
        shapeOf(
          NAME,
          `${name} takes names. A * is allowed only at the end of a name, after at least one character. No ? and no $.`,
        ),
        noArns(name, what),
      ],
    }),
    {
      description: `Names of the ${what} that can be deployed. A name can end with \`*\`: \`${example}\`.`,
      default: [],
    },
  );

/** Resources that a policy cannot name one by one. */
export const wholeKind = <const D extends string>(description: D) => bool({ description, default: false });

/** Whether what is deployed can also be deleted. */
export const allowDelete = bool({ description: "Whether these resources can also be deleted.", default: true });
