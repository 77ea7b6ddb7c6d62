/** A data lake: jobs and crawlers as a graph, with databases, roles and triggers that follow from it. */
import { at, defineModule, local, moduleCall, output, resource } from "tfwright";
import { providers } from "./aws";
import { checkovNote } from "./checkov-findings";
import { mermaidOf } from "./data-lake-diagram";
import { lakeCreates, lakeExamples, lakeIam, lakeNotes, lakeTests } from "./data-lake-docs";
import { graphOf, placesOf } from "./data-lake-graph";
import { makeCrawlers, makeJobs } from "./data-lake-jobs";
import { mistakesOf } from "./data-lake-mistakes";
import { preconditionsOf } from "./data-lake-preconditions";
import { makeDuties, makeRoles } from "./data-lake-roles";
import { makeTriggers } from "./data-lake-triggers";
import { lakeVariables } from "./data-lake-variables";
import { logsAreWritten, makeAlerts, makeLogs } from "./data-lake-watch";
import { glueCatalogDatabase } from "./glue-catalog-database";
import { dataLakeJa } from "./ja/data-lake";
import { NEEDS_ACCOUNT } from "./place";
import { GlueWorkflow } from "./providers/aws/glue-workflow";

export const dataLake = defineModule({
  name: "data-lake",
  translations: { ja: dataLakeJa },
  title: "AWS Glue data lake",
  description: `A data lake as a graph: you name its zones, and what each job and crawler reads, writes and waits for. The module creates databases, roles with least-privilege policies, jobs, crawlers and the triggers between them. It takes buckets, keys and connections that exist.\n\n${NEEDS_ACCOUNT}`,
  creates: lakeCreates,
  iam: lakeIam,
  notes: [...lakeNotes, checkovNote("data-lake", "en")],
  examples: lakeExamples,
  tests: lakeTests,
  providers,
  variables: lakeVariables,
  build(scope, v) {
    const graph = graphOf(scope, v);
    const { jobs, crawlers } = graph;
    const places = placesOf(scope, v, graph);
    const mistakes = mistakesOf(scope, v, graph);
    const common = { region: v.region, tags: v.tags };

    const databases = moduleCall(
      scope,
      glueCatalogDatabase,
      "databases",
      ({ key, value }) => ({ name: at(places.databases, key), location_uri: value, ...common }),
      { forEach: v.zones },
    );
    const databaseNames = local(
      scope,
      "database_names",
      databases.all((database) => database.name),
    );

    const duties = makeDuties(scope, graph);
    const logs = makeLogs(scope, v, common);
    const roles = makeRoles(scope, v, common, { duties, places, logs });
    const job = makeJobs(scope, v, common, { jobs, roles, logs });
    const crawler = makeCrawlers(scope, v, common, { crawlers, roles, places, databaseNames });

    const workflow = resource(
      scope,
      GlueWorkflow,
      "this",
      { name: v.name, max_concurrent_runs: 1, ...common },
      { lifecycle: { preconditions: [...preconditionsOf(mistakes), logsAreWritten(v)] } },
    );
    const jobNames = local(
      scope,
      "job_names",
      job.all((one) => one.name),
    );
    const crawlerNames = local(
      scope,
      "crawler_names",
      crawler.all((one) => one.name),
    );
    makeTriggers(scope, v, common, { graph, mistakes, workflowName: workflow.name, jobNames, crawlerNames });
    makeAlerts(scope, v, common);
    return {
      workflow_name: output(workflow.name, { description: "Name of the workflow that runs the data lake." }),
      jobs: output(jobNames, { description: "Names of the jobs in AWS Glue, by their names here." }),
      crawlers: output(crawlerNames, { description: "Names of the crawlers in AWS Glue, by their names here." }),
      databases: output(databaseNames, { description: "Names of the databases by zone." }),
      role_arns: output(
        roles.all((one) => one.arn),
        { description: "ARNs of the roles by name." },
      ),
      graph: output(mermaidOf(v, graph, places.tables), {
        description: "The graph as a Mermaid diagram, for a README or a wiki.",
      }),
    };
  },
});
