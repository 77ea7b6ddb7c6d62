import { defineConfig } from "tfwright";
import { everything, plain } from "./everything";

export default defineConfig({ modules: [everything, plain], out: "generated" });
