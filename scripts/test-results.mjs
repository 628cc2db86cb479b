// Reads what the test runners wrote, prints the failures and closes with the one line that counts.
// node test-results.mjs FOLDER   holds NAME.started for every suite that was run, and NAME.trx or NAME.json for its results
import { readFileSync, readdirSync, existsSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const suites = readdirSync(folder).filter((file) => file.endsWith(".started")).map((file) => file.slice(0, -".started".length));
const results = suites.map(readSuite);
const failures = results.flatMap((result) => result.failures);

for (const { suite, name, message } of failures) {
  console.log(`\nFAILED ${suite}: ${name}\n${indent(message)}`);
}
if (failures.length > 0) console.log("");

const passed = sum("passed");
const skipped = sum("skipped");
console.log(`${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0;

function readSuite(suite) {
  const trx = join(folder, `${suite}.trx`);
  const json = join(folder, `${suite}.json`);
  if (existsSync(trx)) return readTrx(suite, readFileSync(trx, "utf8"));
  if (existsSync(json)) return readVitest(suite, JSON.parse(readFileSync(json, "utf8")));
  const log = readFileSync(join(folder, `${suite}.log`), "utf8");
  // A filter that fits no test of a project is not a failure of that project; no test at all is caught by the total.
  if (/No test matches the given testcase filter/.test(log)) return { passed: 0, skipped: 0, failures: [] };
  return { passed: 0, skipped: 0, failures: [{ suite, name: "ended without results", message: logTail(suite) }] };
}

function readTrx(suite, xml) {
  const found = { passed: 0, skipped: 0, failures: [] };
  for (const [, attributes, body] of xml.matchAll(/<UnitTestResult ([^>]*?)(?:\/>|>([\s\S]*?)<\/UnitTestResult>)/g)) {
    const outcome = attribute(attributes, "outcome");
    if (outcome === "Passed") found.passed++;
    else if (outcome === "NotExecuted") found.skipped++;
    else found.failures.push({ suite, name: attribute(attributes, "testName"), message: trxMessage(body ?? "") || outcome });
  }
  // The host that crashed or hung leaves a result file too, with the tests until then and an outcome of its own.
  const outcome = /<ResultSummary outcome="([^"]*)"/.exec(xml)?.[1];
  if (outcome !== "Completed" && found.failures.length === 0) {
    found.failures.push({ suite, name: `the run ended as ${outcome ?? "broken off"}`, message: runErrors(xml) });
  }
  return found;
}

function trxMessage(body) {
  const stack = (/<StackTrace>([\s\S]*?)<\/StackTrace>/.exec(body)?.[1] ?? "").split("\n").slice(0, 8).join("\n");
  return text(`${/<Message>([\s\S]*?)<\/Message>/.exec(body)?.[1] ?? ""}\n${stack}`);
}

function runErrors(xml) {
  return [...xml.matchAll(/<Text>([\s\S]*?)<\/Text>/g)].map(([, words]) => text(words)).join("\n");
}

function readVitest(suite, report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const failures = tests
    .filter((test) => test.status === "failed")
    .map((test) => ({ suite, name: test.fullName, message: test.failureMessages.join("\n").split("\n").slice(0, 12).join("\n") }));
  // A file that could not even be loaded has no tests to fail.
  for (const file of report.testResults.filter((file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"))) {
    failures.push({ suite, name: file.name, message: file.message });
  }
  if (!report.success && failures.length === 0) {
    failures.push({ suite, name: "the run did not succeed", message: logTail(suite) });
  }
  return {
    passed: tests.filter((test) => test.status === "passed").length,
    skipped: tests.filter((test) => ["pending", "skipped", "todo", "disabled"].includes(test.status)).length,
    failures,
  };
}

function logTail(suite) {
  return readFileSync(join(folder, `${suite}.log`), "utf8").trim().split("\n").slice(-40).join("\n");
}

function attribute(attributes, name) {
  return text(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? "");
}

function text(xml) {
  const named = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return xml
    .replace(/&#x([0-9a-f]+);|&#(\d+);|&(lt|gt|quot|apos|amp);/gi, (_, hex, decimal, name) =>
      name ? named[name] : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)))
    .trim();
}

function indent(message) {
  return message.split("\n").map((line) => `    ${line}`).join("\n");
}

function sum(part) {
  return results.reduce((total, result) => total + result[part], 0);
}
