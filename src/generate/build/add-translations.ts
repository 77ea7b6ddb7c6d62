/** Puts the translations of a definition beside its English texts, so that what reads the texts knows one form only. */
import type { Problems } from "../../errors";
import type { TypeConstraint } from "../../hcl/type";
import { DEFAULT_LOCALE, LOCALES, type LocalText } from "../../text/locale";
import { checkFields, type FieldKinds } from "../check/check-fields";
import type { Definition, Outputs, Variables } from "../dsl/definition";
import type { Translation } from "../dsl/translation";
import type { AnyVariable } from "../dsl/types";
import { isOutput } from "./read-outputs";
import { at, isPaired, NamedTexts, type TranslationPlace, translate } from "./translate-text";

type Given = Definition<Variables, Outputs>;

const FIELDS = {
  title: "text?",
  description: "text?",
  creates: "array?",
  iam: "array?",
  notes: "array?",
  upgrading: "array?",
  differences: "array?",
  examples: "object?",
  variables: "object?",
  outputs: "object?",
  comments: "object?",
} as const satisfies FieldKinds & Record<keyof Translation, unknown>;
const LANGUAGES: FieldKinds = Object.fromEntries(
  LOCALES.filter((locale) => locale !== DEFAULT_LOCALE).map((locale) => [locale, "object?"]),
);
const LISTS = ["creates", "iam", "notes", "upgrading"] as const;

/** A translation, and where it stands. */
export type PlacedTranslation = readonly [translation: Translation, place: TranslationPlace];

/** The translations of a definition. Reports what is none. */
export function readTranslations({ name, translations }: Given, problems: Problems): readonly PlacedTranslation[] {
  if (translations === undefined) return [];
  const path = `${name}.translations`;
  if (!checkFields(translations, LANGUAGES, { path, what: "`translations`" }, problems)) return [];
  return Object.entries(translations).flatMap(([locale, translation]) => {
    const place = { locale, path: `${path}.${locale}`, problems };
    const isSound = checkFields(translation, FIELDS, { path: place.path, what: "a translation" }, problems);
    return isSound ? [[translation as Translation, place] as const] : [];
  });
}

/** The definition with `{ en, ja }` for each text of the translations but those of outputs. Reports translations of no text. */
export function addTranslations(definition: Given, translations: readonly PlacedTranslation[]): Given {
  return translations.reduce(addTranslation, definition);
}

function addTranslation(definition: Given, [translation, given]: PlacedTranslation): Given {
  const comments = new NamedTexts(translation.comments ?? {}, at(given, "comments"));
  const place = { ...given, comments };
  const text = (field: "title" | "description") =>
    translate(definition[field], translation[field], at(place, field)) ?? definition[field];
  const lists = LISTS.map((field) => {
    const translated = translateList(definition[field], translation[field], at(place, field));
    return translated === undefined ? {} : { [field]: translated };
  });
  const { differences, examples, variables } = translation;
  const translated: Given = Object.assign(
    { ...definition, title: text("title"), description: text("description") },
    ...lists,
    differences !== undefined && {
      differences: translateDifferences(definition.differences ?? [], differences, at(place, "differences")),
    },
    examples !== undefined && {
      examples: translateExamples(definition.examples ?? {}, examples, at(place, "examples")),
    },
    variables !== undefined && {
      variables: translateVariables(definition.variables, variables, at(place, "variables")),
    },
  );
  comments.reportUnknown();
  return translated;
}

/** The description of each output. */
export type OutputTexts = Readonly<Record<string, LocalText | undefined>>;

/** The descriptions of outputs with their translations, by the name of the output. Reports translations of no output. */
export function describeOutputs(outputs: Outputs, translations: readonly PlacedTranslation[]): OutputTexts {
  const written = Object.entries(outputs).map(
    ([name, output]) => [name, isOutput(output) ? output.options.description : undefined] as const,
  );
  return translations.reduce<OutputTexts>((told, [{ outputs: texts = {} }, place]) => {
    const named = new NamedTexts(texts, at(place, "outputs"));
    const described = Object.entries(told).map(([name, text]) => [name, named.addTo(name, text)] as const);
    named.reportUnknown();
    return Object.fromEntries(described);
  }, Object.fromEntries(written));
}

function translateList(
  texts: readonly LocalText[] = [],
  translations: readonly string[] | undefined,
  place: TranslationPlace,
): readonly LocalText[] | undefined {
  // A text that has this language already needs no translation.
  const open = Array.isArray(texts) ? texts.filter((text) => !isInLanguage(text, place.locale)) : texts;
  if (translations === undefined || !isPaired(open, translations, place)) return undefined;
  let next = 0;
  return texts.map((text) => {
    if (isInLanguage(text, place.locale)) return text;
    const index = next++;
    return translate(text, translations[index], at(place, `${index}`)) ?? text;
  });
}

const isInLanguage = (text: unknown, locale: string): boolean =>
  typeof text === "object" && text !== null && locale in text;

type Differences = NonNullable<Given["differences"]>;

function translateDifferences(
  differences: Differences,
  translations: NonNullable<Translation["differences"]>,
  place: TranslationPlace,
): Differences {
  if (!isPaired(differences, translations, place)) return differences;
  return differences.map((difference, index) => {
    const inner = at(place, `${index}`);
    const texts: unknown = translations[index];
    if (!checkFields(texts, { theirs: "text", ours: "text" }, { ...inner, what: "a translation" }, place.problems))
      return difference;
    return {
      ...difference,
      theirs: translate(difference.theirs, texts.theirs, inner) ?? difference.theirs,
      ours: translate(difference.ours, texts.ours, inner) ?? difference.ours,
    };
  });
}

type Examples = NonNullable<Given["examples"]>;

function translateExamples(
  examples: Examples,
  translations: NonNullable<Translation["examples"]>,
  place: TranslationPlace,
): Examples {
  const named = new NamedTexts(translations, place);
  const told = Object.entries(examples).map(([name, example]) => {
    const description = named.addTo(name, example?.description);
    return [name, description === undefined ? example : { ...example, description }] as const;
  });
  named.reportUnknown();
  return Object.fromEntries(told);
}

function translateVariables(
  variables: Variables,
  translations: NonNullable<Translation["variables"]>,
  place: TranslationPlace,
): Variables {
  const named = new NamedTexts(translations, place);
  const told = Object.entries(variables).map(([name, variable]) => [name, translateVariable(name, variable, named)]);
  named.reportUnknown();
  return Object.fromEntries(told);
}

function translateVariable(name: string, variable: AnyVariable, named: NamedTexts): AnyVariable {
  // What is no variable is reported where variables are built.
  if (variable?.type === undefined) return variable;
  const { description } = variable.options;
  const told = named.addTo(name, description);
  const options = told === undefined ? variable.options : { ...variable.options, description: told };
  return { ...variable, options, type: translateType(name, variable.type, named) } as AnyVariable;
}

/** The type with the translations of the attributes of its objects, also of those in lists, sets and maps. */
function translateType(path: string, type: TypeConstraint, named: NamedTexts): TypeConstraint {
  if ("element" in type) return { ...type, element: translateType(path, type.element, named) };
  if (type.kind !== "object") return type;
  const attributes = Object.entries(type.attributes).map(([name, attribute]) => {
    const own = `${path}.${name}`;
    const description = named.addTo(own, attribute.description);
    const inner = translateType(own, attribute.type, named);
    return [name, { ...attribute, type: inner, ...(description !== undefined && { description }) }] as const;
  });
  return { ...type, attributes: Object.fromEntries(attributes) };
}
