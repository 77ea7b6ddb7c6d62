/** Rules for inputs. A rule for each element of a list or map is a rule of the element's type, so that the message names the element. */
import { and, type Expr, each, eq, fn, gt, gte, type ListExpr, lte, type MapExpr, mod, not } from "tfwright";

const hasShape = (shape: string) => (text: Expr<string>) => fn.can(fn.regex(shape, text));

/** The string must match this pattern. Unknown strings pass until they are known. */
export const shapeOf = (shape: string, message: string) => ({ condition: hasShape(shape), message });

/** The bounds of a number, both allowed. */
interface Bounds {
  readonly lowest: number;
  readonly highest: number;
}

/** A number between bounds of AWS. The provider knows them too, but does not name the input. */
export const between = (input: string, { lowest, highest }: Bounds) => ({
  condition: (value: Expr<number>) => and(gte(value, lowest), lte(value, highest)),
  message: `${input} must be between ${lowest} and ${highest}.`,
});

/** A whole number between bounds of AWS. */
export const wholeBetween = (input: string, { lowest, highest }: Bounds) => ({
  condition: (value: Expr<number>) => and(gte(value, lowest), lte(value, highest), eq(mod(value, 1), 0)),
  message: `${input} must be a whole number from ${lowest} to ${highest}.`,
});

/** A whole number of at least one. */
export const wholeFromOne = (input: string, what: string) => ({
  condition: (value: Expr<number>) => and(gte(value, 1), eq(mod(value, 1), 0)),
  message: `${input} must be a whole number of ${what}, at least 1. Leave it out for the default.`,
});

/**
 * Arguments that AWS Glue itself gives to each run, and that nobody else may set. Scripts read them in this case, so that another
 * case is an argument of the caller's own.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-glue-arguments.html
 */
const RESERVED_ARGUMENTS = ["--JOB_NAME", "--debug", "--mode"];

/** No argument that AWS Glue uses internally. */
export const noReservedArguments = (input: string) => ({
  condition: (values: MapExpr<Expr<string>>) =>
    fn.alltrue(each(fn.keys(values), (key) => not(fn.contains(RESERVED_ARGUMENTS, key)))),
  message: `${input} must not contain --JOB_NAME, --debug and --mode, which AWS Glue sets itself: a script can read JOB_NAME in every run. Give an argument of your own another name, such as "--run-mode".`,
  shows: "element" as const,
});

/** Arguments of a run, which can be secrets. AWS Glue accepts a key without dashes, but the script never gets it. */
export const argumentKeys = (input: string, advice = "") => ({
  condition: (values: MapExpr<Expr<string>>) => fn.alltrue(each(fn.keys(values), (key) => fn.startswith(key, "--"))),
  message: `The keys of ${input} must start with two dashes: "--my-argument".${advice}`,
  shows: "element" as const,
});

/** A key of an AWS user, and a user and password in a URL. What comes after a port is no password: `://db:1433;user=etl@db`. */
const SECRET_VALUE = "(AKIA|ASIA)[A-Z0-9]{16}|://[^/@: ]+:[^/@ ?#;]+@";

/** A value that everybody who can read the resource can read. */
export const noSecretValue = (input: string, example: string) => ({
  condition: (value: Expr<string>) => not(fn.can(fn.regex(SECRET_VALUE, value))),
  message: `The values of ${input} must not be access keys, and must not be URLs with a password. Keep the secret in Secrets Manager, and pass its name: ${example}.`,
  shows: "element" as const,
});

/**
 * The name of a catalog database. AWS Glue stores it in lower case, so a name with capitals is never found again. Spaces
 * are allowed inside of the name.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-databases.html
 */
export const databaseName = (input: string) =>
  shapeOf(
    "^[^:A-Z\\s]([^:A-Z]*[^:A-Z\\s])?$",
    `${input} must be the name of a database in lower case, without spaces around it, and not its ID or ARN: aws_glue_catalog_database.orders.name, or the name output of glue-catalog-database.`,
  );

/** The name of a resource. Callers often write its ARN. */
export const noArn = (input: string, what: string) => ({
  // Not `startswith`, which fails on a null element with a message that does not name the input.
  condition: (name: Expr<string>) => not(fn.can(fn.regex("^arn:", name))),
  message: `${input} takes the name of the ${what}, not its ARN.`,
});

const isArnOrId = (name: Expr<string>) => fn.can(fn.regex("^(arn|[0-9]{12}):", name));

/** The name of a connection. Callers often write its ARN, or its ID, which has the account before the name. */
export const connectionNameRule = (input: string) => ({
  condition: (name: Expr<string>) => and(hasShape("^.{1,255}$")(name), not(isArnOrId(name))),
  message: `${input} takes the name of the connection, not its ARN and not its ID: aws_glue_connection.orders.name.`,
});

/** The same where the provider treats an empty string as no value. */
export const optionalConnectionName = (input: string) => ({
  ...connectionNameRule(input),
  condition: (name: Expr<string>) => not(isArnOrId(name)),
});

/** A list of names of resources, each of which a caller often writes as an ARN. */
export const noArns = (input: string, what: string) => ({
  ...noArn(input, what),
  message: `${input} takes names of ${what}, not their ARNs.`,
});

/** A list that says what is meant, so that an empty one means nothing. */
export const notEmpty = (input: string, what: string) => ({
  condition: (list: ListExpr<Expr<string>>) => gt(fn.length(list), 0),
  message: `${input} must name at least one ${what}.`,
});

/** How long a run can take. */
export const runMinutes = (input: string, lowest: number) => ({
  condition: (minutes: Expr<number>) => and(gte(minutes, lowest), lte(minutes, 10080), eq(mod(minutes, 1), 0)),
  message: `${input} must be a whole number of minutes from 1 to 10080, which is 7 days: 480 for 8 hours.`,
});

/** The types of jobs, by our names. */
export const JOB_TYPES = ["spark", "streaming", "python_shell", "ray"] as const;

/** The type of the workers of a job. */
export const workerShape = (input: string) =>
  shapeOf("^[A-Z][.][0-9]+X$", `${input} must be a capital letter, a dot, a number and a capital X: "G.1X".`);

/** How many workers a job has. */
export const wholeWorkers = (input: string) => ({
  condition: (workers: Expr<number>) => and(gte(workers, 1), eq(mod(workers, 1), 0)),
  message: `${input} must be a whole number: 2 or more for spark and streaming, 1 or more for ray.`,
});

/** For the description of each list whose length decides what is created. */
export const LENGTH_IS_KNOWN =
  "The number of elements must be known at plan time, because it decides what is created: do not use `compact` or `distinct` on values that are known only after apply.";

/** The same for a map. */
export const KEYS_ARE_KNOWN =
  "The keys must be known at plan time, because each creates a resource. The values can be unknown.";
