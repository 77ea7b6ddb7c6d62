/** Everything that a review says goes through the veil: every value, address and name. */
import type { Veil } from "../plan/secrets";
import type { ChangeRow, Origin, Place, Review, Row } from "./report";
import type { Part, Text } from "./text";

/** The review without secrets. */
export function hideSecrets(review: Review, veil: Pick<Veil, "show" | "text">): Review {
  const hidden = new Map<string, string>();
  const clean = (text: string): string => {
    const known = hidden.get(text) ?? veil.text(text);
    hidden.set(text, known);
    return known;
  };
  const cleanPart = (part: Part): Part => {
    if (typeof part === "string") return part;
    const shown = part.path === undefined ? part.value : veil.show(part.value, undefined, part.path);
    return { value: clean(typeof shown === "string" ? shown : JSON.stringify(shown)) };
  };
  const cleanText = (text: Text): Text => text.map(cleanPart);
  const cleanPlace = (place: Place): Place => ({ ...place, address: clean(place.address) });
  const cleanOrigin = (origin: Origin): Origin => ({
    ...origin,
    call: clean(origin.call),
    source: clean(origin.source),
  });
  const cleanRow = <T extends Row>(row: T): T => ({
    ...row,
    message: cleanText(row.message),
    details: row.details.map(cleanText),
    places: row.places.map(cleanPlace),
    origins: row.origins.map(cleanOrigin),
  });
  const cleanChange = (row: ChangeRow): ChangeRow => ({
    ...row,
    kind: clean(row.kind),
    attributes: row.attributes.map(clean),
    places: row.places.map(cleanPlace),
  });
  return {
    ...review,
    rows: review.rows.map(cleanRow),
    silenced: review.silenced.map(cleanRow),
    notices: review.notices.map(cleanText),
    changes: review.changes.map(cleanChange),
  };
}
