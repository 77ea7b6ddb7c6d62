import { defineConfig } from "tfwright";
import { glueCatalogDatabase, glueCrawler, glueJob, glueRole } from "tfwright/glue";

/** The modules that `orders-module` calls. */
export default defineConfig({
  modules: [glueCatalogDatabase, glueCrawler, glueJob, glueRole],
  out: "generated",
});
