// Asks the sandbox what shop it serves and which orders show each state.
// node demo.mjs shop SANDBOX TOKEN              -> NAME, CURRENCY and TIMEZONE, one a line
// node demo.mjs write FILE SANDBOX URL API_KEY   -> writes what people and scripts need to try the demo
import { rename, writeFile } from "node:fs/promises";

const [command, ...args] = process.argv.slice(2);
await { shop, write }[command](...args);

async function shop(sandbox, token) {
  const answer = await json(`${sandbox}/admin/api/2026-10/graphql.json`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-shopify-access-token": token },
    body: JSON.stringify({ query: "{ shop { name currencyCode ianaTimezone } }" }),
  });
  if (answer.errors) throw new Error(`The sandbox refused: ${JSON.stringify(answer.errors)}`);
  const { name, currencyCode, ianaTimezone } = answer.data.shop;
  console.log([name, currencyCode, ianaTimezone].join("\n"));
}

async function write(file, sandbox, url, apiKey) {
  const sampleOrders = (await json(`${sandbox}/_control/sample-orders`)).map(({ number, email, status }) => ({ number, email, status }));
  const demo = { url, widgetUrl: `${url}/widget/loader.js`, storeId: "demo", apiKey, sampleOrders };
  // Renamed into place, so that a script that waits for the file never reads half of it.
  await writeFile(`${file}.new`, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

async function json(address, request) {
  const response = await fetch(address, request);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}
