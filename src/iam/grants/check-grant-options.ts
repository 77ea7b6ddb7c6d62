/** Checks the options of the grants: a wrong text would become a policy that grants nothing, or something else. */
import { fail, gather } from "../../errors";
import { suggestName } from "../../text/suggest-name";
import { checkArn } from "../arn/arn-check";
import { isBucketName, readS3Uri, readTableName } from "../arn/data-names";

/** Whether a text is what an option takes, and what to write if it is not. */
interface OptionForm {
  readonly fits: (text: string) => boolean;
  /** What the text is not. */
  readonly what: string;
  readonly hint: string;
}

const FORMS = {
  account: {
    fits: (text) => /^(\d{12}|\*)$/.test(text),
    what: "an account",
    hint: 'write its twelve digits, or "*"',
  },
  region: {
    fits: (text) => /^([a-z]{2,4}(-[a-z]+)+-\d{1,2}|\*)$/.test(text),
    what: "a region",
    hint: 'write one such as eu-west-1, or "*"',
  },
  s3: {
    fits: (text) => isBucketName(readS3Uri(text)?.bucket ?? "") && !/[*?$]/.test(text),
    what: "an S3 URI",
    hint: "write s3://bucket for all of a bucket, s3://bucket/folder/ for a folder, or s3://bucket/key; no ARN, and no wildcards",
  },
  table: {
    fits: (text) => readTableName(text)?.table !== undefined,
    what: "a table",
    hint: 'write "database.table", or "database.*" for all tables of a database',
  },
  arn: {
    fits: (text) => text.startsWith("arn:") && checkArn(text).length === 0,
    what: "an ARN",
    hint: "write the whole ARN",
  },
} satisfies Readonly<Record<string, OptionForm>>;

/** The forms of the options. */
type OptionFormName = keyof typeof FORMS;

/** Options by name, each with the form of its text or of its texts. */
type OptionForms = Readonly<Record<string, OptionFormName>>;

/** Where the resources lie: every grant needs both. */
const PLACE: OptionForms = { account: "account", region: "region" };

/** Checks the place and the texts of the options. @throws TfwrightError with all that is wrong */
export function checkGrantOptions(options: object, forms: OptionForms): void {
  const given = new Map<string, unknown>(Object.entries(options));
  gather([
    ...Object.entries(PLACE).map(
      ([name, form]) =>
        () =>
          checkText(given.get(name), name, form),
    ),
    ...Object.entries(forms).map(
      ([name, form]) =>
        () =>
          checkList(given.get(name), name, form),
    ),
  ]);
}

/** Checks that a text is one of a few. @throws TfwrightError if it is not */
export function checkChoice(text: string, known: readonly string[], path: string): void {
  if (known.includes(text)) return;
  const hint = suggestName(String(text), known, "values");
  fail({ code: "bad-option", path, message: `there is no \`${text}\``, hint });
}

function checkList(given: unknown, path: string, form: OptionFormName): void {
  if (given === undefined) return;
  if (!Array.isArray(given)) {
    fail({ code: "bad-option", path, message: "a list of texts is expected", hint: `write ${path}: ["..."]` });
  }
  gather(given.map((text, index) => () => checkText(text, `${path}[${index}]`, form)));
}

function checkText(text: unknown, path: string, form: OptionFormName): void {
  const { fits, what, hint } = FORMS[form];
  if (typeof text === "string" && fits(text)) return;
  const message = text === undefined ? "the option is required" : `\`${String(text)}\` is not ${what}`;
  fail({ code: "bad-option", path, message, hint });
}
