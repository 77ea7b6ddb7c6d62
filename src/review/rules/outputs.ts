/** Outputs of the root module: what those who read them may count on. */
import { isFields, isList, type Json } from "../../json/json-value";
import { markOf } from "../../terraform/plan/marks";
import type { OutputChange } from "../../terraform/plan/plan";
import { join, type Message, say, words } from "../../text/message";
import { fieldAt } from "../field";
import type { Draft } from "../finding";

/** How far a value is looked into, and how many differences are told. */
const DEPTH = 8;
const MOST = 3;

/** Outputs that go, and those of which the type changes. */
export function checkOutput({ action, before, after }: OutputChange): readonly Draft[] {
  if (action === "delete") return [{ rule: "output-removed", message: words("no longer there") }];
  if (action !== "update" || after.unknown === true || before.value === undefined || before.value === null) return [];
  const found: Message[] = [];
  compare(before.value, after.value, after.unknown, { path: "", depth: 0, found });
  if (found.length === 0) return [];
  const isSecret = fieldAt(before, []).secret || fieldAt(after, []).secret;
  if (isSecret) return [{ rule: "output-type", message: words("its type changes, and it is sensitive") }];
  const more = found.length > MOST ? ` and ${found.length - MOST} more` : "";
  return [{ rule: "output-type", message: [...join(found.slice(0, MOST), ", "), ...words(more)] }];
}

interface Here {
  /** `a.b[*].c`; empty for the output itself. */
  readonly path: string;
  readonly depth: number;
  /** What is to be told. */
  readonly found: Message[];
}

/** What is known only after apply may be anything, and an attribute that is new harms nobody. */
function compare(from: Json | undefined, to: Json | undefined, unknown: Json | undefined, here: Here): void {
  const { path, depth, found } = here;
  if (unknown === true || depth === DEPTH) return;
  const [old, now] = [kindOf(from), kindOf(to)];
  if (old !== now) {
    const what = words(`${old} → ${now}`);
    if (old !== "null") found.push(path === "" ? what : say`${path} ${what}`);
  } else if (isList(from) && isList(to)) {
    const [one, other] = [sampleOf(from), sampleOf(to)];
    if (one === undefined || other === undefined) return;
    compare(one, other, markOf(unknown, 0), { path: `${path}[*]`, depth: depth + 1, found });
  } else if (isFields(from) && isFields(to)) {
    for (const name of Object.keys(from).sort()) {
      const inner = path === "" ? name : `${path}.${name}`;
      if (Object.hasOwn(to, name))
        compare(from[name], to[name], markOf(unknown, name), { path: inner, depth: depth + 1, found });
      else if (markOf(unknown, name) === undefined) found.push(say`no ${inner}`);
    }
  }
}

/** An element that speaks for all: those of a list share their type. Undefined where there is none. */
function sampleOf(list: readonly Json[]): Json | undefined {
  return list.find((item) => item !== null);
}

function kindOf(value: Json | undefined): string {
  if (value === null || value === undefined) return "null";
  return isList(value) ? "list" : typeof value;
}
