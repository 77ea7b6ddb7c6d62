import { defineConfig } from "tfwright";
import { lake } from "./calling";
import { everything, plain } from "./everything";

// What `lake` calls comes with it.
export default defineConfig({ modules: [everything, lake, plain], out: "generated" });
