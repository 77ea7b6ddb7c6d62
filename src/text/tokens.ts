/** Finds where tokens such as `${var.name}` begin and end in a text. */

/** Where a token ends: the place after its `}`, or undefined if it has none. Braces and quotes inside are skipped. */
export function tokenEnd(text: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (quoted) {
      if (char === "\\") at++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === "{") depth++;
    else if (char === "}" && --depth === 0) return at + 1;
  }
  return undefined;
}

/** Whether a text holds a `${...}`. */
export function hasToken(text: string): boolean {
  for (let at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at + 2)) {
    if (tokenEnd(text, at) !== undefined) return true;
  }
  return false;
}

/** Splits at a character outside of tokens; the last of `limit` parts keeps the rest. */
export function splitOutside(text: string, separator: string, limit: number): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  const cut = (at: number) => {
    parts.push(text.slice(start, at));
    start = at + 1;
  };
  if (!text.includes("${")) {
    for (let at = text.indexOf(separator); at >= 0 && parts.length < limit - 1; at = text.indexOf(separator, start))
      cut(at);
  } else {
    for (let at = 0; at < text.length && parts.length < limit - 1; at++) {
      if (text[at] === "$" && text[at + 1] === "{") at = (tokenEnd(text, at) ?? at + 1) - 1;
      else if (text[at] === separator) cut(at);
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** The tokens of a text, in order, and the texts in front of, between and behind them: one more than tokens. */
export function splitAtTokens(text: string): { readonly texts: readonly string[]; readonly tokens: readonly string[] } {
  const texts: string[] = [];
  const tokens: string[] = [];
  let start = 0;
  for (let at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at)) {
    const end = tokenEnd(text, at);
    if (end === undefined) at += 2;
    else {
      texts.push(text.slice(start, at));
      tokens.push(text.slice(at, end));
      at = end;
      start = end;
    }
  }
  texts.push(text.slice(start));
  return { texts, tokens };
}
