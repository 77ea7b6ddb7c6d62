/** Lists of names of what a deployer deploys. */
import { bool, list, string } from "tfwright";
import { noArns, shapeOf } from "./rules";

const NAME = "^[^*?$]+[*]?$";

/** Names of databases, which AWS Glue stores in lower case. A dot would be one between a database and a table. */
const isDatabase = (name: string) =>
  shapeOf(
    "^([^A-Z.]+|arn:.*)$",
    `${name} takes names of databases in lower case, without tables: "orders", not "orders.items" and not "orders.*".`,
  );

/** Names of resources, each of which may end with `*`. */
export const names = (what: string, name: string, example: string) => listOf(what, name, example, []);

/** The same for names of databases. */
export const databaseNames = (what: string, name: string) => listOf(what, name, "orders_*", [isDatabase(name)]);

const listOf = (what: string, name: string, example: string, rules: readonly ReturnType<typeof shapeOf>[]) =>
  list(
    string({
      validate: [
        shapeOf(
          NAME,
          `${name} takes names. A * is allowed only at the end of a name, after at least one character. No ? and no $.`,
        ),
        noArns(name, what),
        ...rules,
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
