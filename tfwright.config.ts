import { defineConfig } from "tfwright";
import { modules } from "./modules";

export default defineConfig({ modules, out: "generated", templates: "modules/templates" });
