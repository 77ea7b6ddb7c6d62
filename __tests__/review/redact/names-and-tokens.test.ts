import { createRedactor } from "../../../src/review/redact/redactor";

const redactor = createRedactor([]);
const shown = (text: string) => redactor.show(text) as string;
const letters = (count: number, alphabet: string) =>
  Array.from({ length: count }, (_, index) => alphabet[(index * 7 + 3) % alphabet.length]).join("");
const BASE62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const HEX = "0123456789abcdef";

describe("R4 natural names are shown", () => {
  const TEAMS = ["DataLake", "Orders", "CustomerInsights", "Billing2", "MLPlatform"];
  const THINGS = [
    "S3ToRDSLoader",
    "GlueETL",
    "Ec2InstanceConnect",
    "KinesisFirehoseToS3",
    "LambdaVpcAccess",
    "SQSPoller",
    "EventBridgeRule",
    "Route53Updater",
  ];
  const ENDS = ["Role1", "ExecutionRole", "PolicyV2", "ReadOnlyAccess", "Job2024"];
  const names = TEAMS.flatMap((team) => THINGS.flatMap((thing) => ENDS.map((end) => `${team}${thing}${end}`)));

  test("200 names of roles, policies and jobs, in ARNs, by themselves, and in sentences", () => {
    expect(names).toHaveLength(200);
    const hidden = names.flatMap((name) => {
      const forms = [
        name,
        `arn:aws:iam::111111111111:role/${name}`,
        `role/${name}`,
        `the role ${name} is new`,
        `s3://${name.toLowerCase()}/Part2024x/${name}/`,
      ];
      return forms.filter((form) => shown(form) !== form || redactor.text(form) !== form);
    });
    expect(hidden).toEqual([]);
  });

  test.each([
    "arn:aws:iam::111111111111:role/DataLakeS3ToRDSLoaderRole1",
    "AmazonS3ReadOnlyAccess",
    "s3://a/Part2024x/",
    "AmazonEKSWorkerNodePolicyV2",
    "AWSServiceRoleForAmazonEKSNodegroup",
    "arn:aws:apigateway:eu-west-1::/restapis/aB3dE5gH7jK9mN1pQ3sT/stages/v1",
    "arn:aws:secretsmanager:eu-west-1:111111111111:secret:Db2ProdA-x7Yk2Q",
    "s3://lake/Year2024/Q3x9Zt7Lm2Pw8Rv5Ks/part-00000.parquet",
    "gs://bucket/aB3dE5gH7jK9mN1pQ3sT/x",
    "jobs/etl/LoadS3ToRedshiftV3Final2.py",
    "./modules/GlueJobS3ToRDSV2Loader9/main",
    "E2QWRUHAPOMQZL",
    "git::ssh://git@github.com/acme/modules.git?ref=v1.2.3",
    "https://example.com/a?x=y@z",
  ])("%s", (name) => {
    expect(shown(name)).toBe(name);
    expect(redactor.text(name)).toBe(name);
  });

  test.each([
    ["a secret access key", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"],
    ["a random string alone", "q7Xz9Kp2Lm4Rt6Vw8Yb1"],
    ["a random string in a sentence", "use q7Xz9Kp2Lm4Rt6Vw8Yb1 for it"],
    ["a random string in the query of a web address", "https://example.com/a?x=q7Xz9Kp2Lm4Rt6Vw8Yb1"],
    ["a random string in the path of a web address", "https://example.com/q7Xz9Kp2Lm4Rt6Vw8Yb1"],
    ["a key beside an ARN", "arn:aws:iam::111111111111:role/x q7Xz9Kp2Lm4Rt6Vw8Yb1"],
  ])("%s is hidden", (_, text) => expect(shown(text)).toContain("(sensitive)"));

  test("random strings are not taken for names", () => {
    let seed = 12345;
    const next = () => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed / 2147483648;
    };
    let named = 0;
    for (let round = 0; round < 2_000; round++) {
      const text = Array.from({ length: 32 }, () => BASE62[Math.floor(next() * 62)]).join("");
      if (shown(text) === text) named++;
    }
    // Of all such strings, 4 in 1,000 have few changes of case, or words.
    expect(named).toBeLessThan(20);
  });
});

describe("R6 tokens and signatures are hidden", () => {
  const tokens: readonly (readonly [string, string])[] = [
    ["GitHub", `ghp_${letters(36, BASE62)}`],
    ["GitHub, fine-grained", `github_pat_${letters(60, BASE62)}`],
    ["GitLab", `glpat-${letters(20, BASE62)}`],
    ["Slack", `xoxb-${letters(12, "0123456789")}-${letters(24, BASE62)}`],
    ["Slack's webhook", `https://hooks.slack.com/services/T00000000/B00000000/${letters(24, BASE62)}`],
    ["Discord's webhook", `https://discord.com/api/webhooks/123456789012345678/${letters(60, BASE62)}`],
    ["New Relic", `NRAK-${letters(27, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")}`],
    ["age", `AGE-SECRET-KEY-1${letters(58, "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L")}`],
    ["Google OAuth", `ya29.${letters(60, BASE62)}`],
    ["Google API", `AIza${letters(35, BASE62)}`],
    ["Google client secret", `GOCSPX-${letters(28, BASE62)}`],
    ["Stripe", `sk_live_${letters(24, BASE62)}`],
    ["Stripe's webhook", `whsec_${letters(32, BASE62)}`],
    ["SendGrid", `SG.${letters(22, BASE62)}.${letters(43, BASE62)}`],
    ["Twilio", `SK${letters(32, HEX)}`],
    ["Mailgun", `key-${letters(32, HEX)}`],
    ["Mailchimp", `${letters(32, HEX)}-us12`],
    ["Shopify", `shpat_${letters(32, HEX)}`],
    ["DigitalOcean", `dop_v1_${letters(64, HEX)}`],
    ["PyPI", `pypi-AgEIcHlwaS5vcmc${letters(60, BASE62)}`],
    ["npm", `npm_${letters(36, BASE62)}`],
    ["RubyGems", `rubygems_${letters(48, HEX)}`],
    ["HCP Terraform", `${letters(14, BASE62)}.atlasv1.${letters(67, BASE62)}`],
    ["Vault", `hvs.${letters(90, BASE62)}`],
    ["Doppler", `dp.pt.${letters(43, BASE62)}`],
    ["Databricks", `dapi${letters(32, HEX)}`],
    ["OpenAI", `sk-proj-${letters(48, BASE62)}`],
    ["Anthropic", `sk-ant-api03-${letters(93, BASE62)}`],
    ["Hugging Face", `hf_${letters(34, BASE62)}`],
    ["Linear", `lin_api_${letters(40, BASE62)}`],
    ["Grafana", `glsa_${letters(32, BASE62)}_${letters(8, HEX)}`],
    ["Atlassian", `ATATT3${letters(180, BASE62)}`],
    ["Docker", `dckr_pat_${letters(27, BASE62)}`],
    ["Telegram", `123456789:AA${letters(33, BASE62)}`],
    ["Entra", `abc8Q~${letters(34, BASE62)}`],
    ["Sentry", `sntryu_${letters(64, HEX)}`],
    ["JWT", `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.${letters(30, BASE62)}`],
  ];
  test.each(tokens)("%s", (_, token) => {
    const secret = token.split("/").at(-1) as string;
    for (const text of [token, `value ${token} end`, `{"x":"${token}"}`, `--opt=${token}`]) {
      expect(shown(text)).not.toContain(secret);
      expect(redactor.text(text)).not.toContain(secret);
    }
    // The search of the finished text finds it too.
    expect(redactor.scan(`- ${token}`)).toHaveLength(1);
  });

  test.each([
    ["an Azure DevOps token", `git::https://${letters(52, "abcdefghijklmnopqrstuvwxyz234567")}@dev.azure.com/o/r`],
    ["40 hexadecimal digits", `https://${letters(40, HEX)}@github.com/o/r.git`],
    ["a token, and a word for a password", `https://${letters(40, HEX)}:x-oauth-basic@github.com/o/r.git`],
    ["a user and a password", `https://bot:${letters(20, HEX)}@example.com/`],
    ["a user alone, which may be a token", `https://${letters(12, HEX)}@example.com/`],
    ["the signature of a URL of S3", `https://b.s3.amazonaws.com/k?X-Amz-Date=1&X-Amz-Signature=${letters(64, HEX)}`],
    ["the signature of a URL of CloudFront", `https://d.cloudfront.net/k?Expires=1&Signature=${letters(64, HEX)}`],
    ["the signature of a URL of Google", `https://storage.googleapis.com/b/k?X-Goog-Signature=${letters(64, HEX)}`],
    ["the signature of a URL of Azure", `https://a.blob.core.windows.net/c?sv=2022&sig=${letters(43, HEX)}%3D`],
    ["the code of a function's URL", `https://f.azurewebsites.net/api/x?code=${letters(52, HEX)}`],
  ])("%s", (_, url) => {
    const secret = /[a-z2-7]{52}|[0-9a-f]{12,}/.exec(url)?.[0] as string;
    expect(shown(url)).not.toContain(secret);
    expect(redactor.text(`see ${url}`)).not.toContain(secret);
    expect(redactor.scan(url)).toHaveLength(1);
    // What it points to is still told.
    expect(shown(url)).toContain(new URL(url.replace("git::", "")).hostname);
  });
});
