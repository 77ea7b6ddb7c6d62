import { defineConfig, defineModule, string, output } from "tfwright";
const m = defineModule({ name: "m", title: "m", description: "m.", providers: {}, variables: { a: string({ description: "A." }) }, examples: { basic: { description: "A.", inputs: { a: "x" } } }, build(scope, v) { return { a: output(v.a, { description: "A." }) }; } });
export default defineConfig({ modules: [m], out: "generated" });
