/** STS on this machine, for plans without AWS: it says that the caller is of the account 111111111111. Plain JavaScript. */
const { once } = require("node:events");
const { createServer } = require("node:http");

const CALLER =
  "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>unused</Arn><UserId>unused</UserId>" +
  "<Account>111111111111</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";

/** Starts it: the address that a provider takes as the endpoint of `sts`, and how to stop. */
async function startSts() {
  const server = createServer((_, response) => response.setHeader("content-type", "text/xml").end(CALLER));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    endpoint: `http://127.0.0.1:${server.address().port}`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

module.exports = { startSts };
