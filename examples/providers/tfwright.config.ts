import { defineConfig } from "tfwright";
import { databaseCredentials } from "./database-credentials";
import { loadBalancer } from "./load-balancer";
import { namespace } from "./namespace";
import { rotationClock } from "./rotation-clock";

export default defineConfig({
  modules: [databaseCredentials, loadBalancer, namespace, rotationClock],
  out: "generated",
  providers: {
    time: { source: "hashicorp/time", version: "0.14.2", types: ["time_offset", "time_rotating", "time_static"] },
  },
});
