import * as iam from "../../src/entries/iam";
import * as review from "../../src/entries/review";
import { TfwrightError } from "../../src/errors";
test("x", () => {
  const out: string[] = [];
  for (const [entry, api] of [["iam", iam], ["review", review]] as const)
    for (const [name, fn] of Object.entries(api)) {
      if (typeof fn !== "function") continue;
      const bad: string[] = [];
      for (const [label, value] of [["undefined", undefined], ["null", null], ["number", 5], ["object", {}], ["buffer", Buffer.from("{}")], ["text", "x"], ["list", [5]]] as const) {
        try { (fn as (...a: unknown[]) => unknown)(value); } catch (e) {
          if (!(e instanceof TfwrightError)) bad.push(`${label}: ${String(e).slice(0, 70)}`);
        }
      }
      if (bad.length) out.push(`${entry}.${name}(${(fn as Function).length}) ${bad.map((b) => b).join(" | ")}`);
    }
  require("fs").writeFileSync("/tmp/h-left-x/bad.txt", out.join("\n"));
});
