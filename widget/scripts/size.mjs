// Prints what a shopper's phone downloads, and fails when it is more than was promised.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const gzipped = name => gzipSync(readFileSync(new URL(`../dist/${name}`, import.meta.url)), { level: 9 }).length;
const loader = gzipped('loader.js');
const reva = gzipped('reva.js');
const rows = [['loader_gzip_bytes', loader, 3 * 1024], ['widget_gzip_bytes', loader + reva, 30 * 1024]];

for (const [name, bytes, limit] of rows) console.log(`${name} ${bytes} (limit ${limit})`);
console.log(`  dist/loader.js ${loader}\n  dist/reva.js ${reva}`);
if (rows.some(([, bytes, limit]) => bytes > limit)) {
  console.error('Over the limit.');
  process.exitCode = 1;
}
