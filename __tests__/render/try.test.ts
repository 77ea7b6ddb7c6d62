import { mkdirSync, writeFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { createEngine, renderModule, renderPackage } from "../../src/render";
import { EMPTY, MODEL } from "./full-model";
test("try", () => {
  const engine = createEngine();
  rmSync("/tmp/r", { recursive: true, force: true });
  for (const m of [MODEL, EMPTY]) for (const [f, t] of renderModule(m, engine)) { const p = join("/tmp/r", m.name, f); mkdirSync(dirname(p), { recursive: true }); writeFileSync(p, t); }
  for (const [f, t] of renderPackage([MODEL, EMPTY], engine)) writeFileSync(join("/tmp/r", f), t);
});
