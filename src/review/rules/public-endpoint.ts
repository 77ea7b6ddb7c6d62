import { defineRule } from "../rule";
import { endpointTypes, matchPublicEndpoints } from "./resources/public-endpoints";
import { matchSettings, typesWithSettings } from "./resources/settings";

/** Reports a service that gets an endpoint in the Internet. */
export const publicEndpoint = defineRule({
  code: "public-endpoint",
  section: "network",
  level: "danger",
  title: "public endpoint",
  what: "A database, cluster, broker, load balancer, API or storage account that gets an endpoint in the Internet. It is milder for load balancers and APIs, which are often public.",
  why: "What only the own network could reach can be tried by everybody.",
  bad: "`publicly_accessible` false → true",
  good: "`publicly_accessible` true → false",
  source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
  looksAt: "resource",
  types: [...new Set([...endpointTypes, ...typesWithSettings("public-endpoint")])],
  check: (change, facts) => [
    ...matchPublicEndpoints(change, facts),
    ...matchSettings(change, "public-endpoint", facts),
  ],
});
