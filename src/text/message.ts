/** Messages: fixed words, and values of the plan. They are kept apart until they are printed, so that a value is never markup. */

/** Our own words as a string, or a value from outside. */
export type MessagePart =
  | string
  | {
      readonly value: string;
      /** Its path in a resource, if the path shows what kind of value it is, such as a password. */
      readonly path?: readonly (string | number)[];
      /** Whether plain text shows it without backticks. @default false */
      readonly bare?: true;
    };

export type Message = readonly MessagePart[];

/**
 * Makes a message of words and values. In `say`...`` a string in `${}` is a value, which is printed in backticks; a number is printed
 * as a word; a message is inserted as it is.
 */
export function say(words: TemplateStringsArray, ...holes: readonly (string | number | Message)[]): Message {
  const parts: MessagePart[] = [];
  for (const [index, word] of words.entries()) {
    if (word !== "") parts.push(word);
    const hole = holes[index];
    if (typeof hole === "string") parts.push({ value: hole });
    else if (typeof hole === "number") parts.push(formatNumber(hole));
    else if (hole !== undefined) parts.push(...hole);
  }
  return parts;
}

/** Words of ours alone. */
export function words(text: string): Message {
  return text === "" ? [] : [text];
}

/** A value alone. */
export function value(text: string, path?: readonly (string | number)[]): Message {
  return [path === undefined ? { value: text } : { value: text, path }];
}

/** A value that plain text shows without backticks. Markup shows it like any other value. */
export function bareValue(text: string): Message {
  return [{ value: text, bare: true }];
}

/** Texts in a row. */
export function join(texts: readonly Message[], between: string): Message {
  return texts.flatMap((text, index) => (index === 0 ? text : [between, ...text]));
}

/** The first values of a list, and how many more there are. */
export function listValues(values: readonly string[], most: number): Message {
  const shown = join(
    values.slice(0, most).map((one) => value(one)),
    ", ",
  );
  return values.length > most ? [...shown, ` and ${values.length - most} more`] : shown;
}

/** With neighbouring words as one part, so that messages that read the same are the same data. */
export function mergeWords(text: Message): Message {
  const merged: MessagePart[] = [];
  for (const part of text) {
    const last = merged.at(-1);
    if (typeof part === "string" && typeof last === "string") merged[merged.length - 1] = last + part;
    else merged.push(part);
  }
  return merged;
}

/** Each message once. */
export function uniqueMessages(messages: readonly Message[]): readonly Message[] {
  return [...new Map(messages.map((text) => [JSON.stringify(text), text])).values()];
}

/** Without marks, for JSON and for comparing. */
export function plainText(text: Message): string {
  return text.map((part) => (typeof part === "string" ? part : part.value)).join("");
}

/** The message as plain text, each value in backticks unless it is bare. The values must not be parsed out of this text again. */
export function withBackticks(text: Message): string {
  let sentence = "";
  for (const part of text) {
    if (typeof part === "string") sentence += part;
    else sentence += part.bare === true ? part.value : `\`${part.value}\``;
  }
  return sentence;
}

/** `1 change`, `3 changes`. */
export function count(number: number, noun: string, many = `${noun}s`): string {
  return `${formatNumber(number)} ${number === 1 ? noun : many}`;
}

/** `10,000`; at most two digits after the point. The locale of the machine has no say. */
export function formatNumber(number: number): string {
  const [whole = "", rest] = String(Math.round(number * 100) / 100).split(".");
  if (!/^-?\d+$/.test(whole)) return String(number);
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}
