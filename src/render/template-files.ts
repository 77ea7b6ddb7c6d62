/** Finds the templates: the package's own, and a user's folder that may replace any of them. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail, type Problem, TfwrightError } from "../errors";
import { Memo } from "../text/memo";
import { nearestName } from "../text/suggest-name";
import { uniqueSorted } from "../text/unique-sorted";
import { TEMPLATES } from "./context-schema";

/** The text of templates and partials by file name. A file is read on first use. */
export interface TemplateFiles {
  /** Names of all partials, sorted. */
  readonly partials: readonly string[];
  /** The files in the user's folder: each replaces one of the package, or is a partial that only the user has. */
  readonly ofUser: ReadonlySet<string>;
  /** Partials that only the user's folder has. */
  readonly addedPartials: readonly string[];
  /** @param file `README.md.hbs` or `partials/header.hbs` */
  read(file: string): string;
}

/** @throws TfwrightError if the user's path is not a folder, or if a file in it replaces no template of the package */
export function findTemplateFiles(templatesDir?: string): TemplateFiles {
  const builtIn = FOLDER.get("default", findDefaultFolder);
  const partials = listPartials(builtIn);
  const ofUser = templatesDir === undefined ? [] : listUserFiles(templatesDir, partials);
  const userPartials = ofUser.flatMap((file) => partialName(file) ?? []);
  return {
    ofUser: new Set(ofUser),
    partials: uniqueSorted([...partials, ...userPartials]),
    addedPartials: userPartials.filter((name) => !partials.includes(name)),
    read(file) {
      const folder = templatesDir !== undefined && ofUser.includes(file) ? templatesDir : builtIn;
      const text = readTemplate(join(folder, file), file);
      return text.replace(/^\ufeff/, "").replaceAll("\r\n", () => "\n");
    },
  };
}

function readTemplate(path: string, file: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    return fail({
      code: "template-unreadable",
      path: file,
      message: `the template cannot be read: ${(error as Error).message}`,
      cause: error,
    });
  }
}

const FOLDER = new Memo<"default", string>(1);

/** Walks up from here, so that it is the same folder from `src/render` and from `dist/src/render`. */
function findDefaultFolder(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, "templates");
    if (existsSync(join(candidate, "README.md.hbs"))) return candidate;
    if (folder === dirname(folder)) throw new Error("the package has no templates folder");
  }
}

function listPartials(folder: string): readonly string[] {
  return readdirSync(join(folder, "partials"))
    .flatMap((file) => partialName(`partials/${file}`) ?? [])
    .sort();
}

function partialName(file: string): string | undefined {
  return /^partials\/([\w-]+)\.hbs$/.exec(file)?.[1];
}

/** The files of a user's folder, all of which must be templates. Names that start with a dot are left alone. */
function listUserFiles(folder: string, partials: readonly string[]): readonly string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    fail({
      code: "templates-not-found",
      path: folder,
      message: "the templates folder is not a folder",
      hint: "give the path of a folder that contains `*.hbs` files",
    });
  }
  const visible = (path: string) =>
    readdirSync(path)
      .filter((name) => !name.startsWith("."))
      .sort();
  const inFolder = visible(folder);
  const hasPartials = statSync(join(folder, "partials"), { throwIfNoEntry: false })?.isDirectory() === true;
  const files = [
    ...inFolder.filter((name) => !(hasPartials && name === "partials")),
    ...(hasPartials ? visible(join(folder, "partials")).map((name) => `partials/${name}`) : []),
  ];
  const templates = Object.keys(TEMPLATES).map((name) => `${name}.hbs`);
  const known = [...templates, ...partials.map((name) => `partials/${name}.hbs`)];
  const problems = files.flatMap((file): readonly Problem[] => {
    if (templates.includes(file) || partialName(file) !== undefined) return [];
    const nearest = known.find((name) => name === `${file}.hbs`) ?? nearestName(file, known);
    const guess = nearest === undefined ? "" : `did you mean \`${nearest}\`? `;
    const hint = `${guess}templates: ${templates.join(", ")}; partials: partials/NAME.hbs`;
    return [
      {
        code: "unknown-template",
        path: file,
        message: "no template has this name, so the file would have no effect",
        hint,
      },
    ];
  });
  if (problems.length > 0) throw new TfwrightError(problems);
  return files;
}
