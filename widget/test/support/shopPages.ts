import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';

const dist = (name: string) => readFileSync(new URL(`../../dist/${name}`, import.meta.url));
const picture = (name: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="hsl(${name.charCodeAt(0) * 47 % 360} 30% 75%)"/><path d="M3 8V4l2-1 2 1v4z" fill="#456"/></svg>`;

/** What the shop's server can be told to do wrong. */
export const faults = { widgetMissing: false };

/** A shop's page with nothing of ours but the snippet; its attributes, language and style come from the address. */
function page(query: URLSearchParams): string {
  const attributes = [...query].filter(([name]) => name.startsWith('data-')).map(([name, value]) => `${name}="${value}"`).join(' ');
  return `<!doctype html><html lang="${query.get('lang') ?? 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Fern &amp; Fell</title><style>body{font:16px/1.5 Georgia,serif;margin:0;padding:24px;max-width:960px} button{background:hotpink} *{letter-spacing:.01em}</style></head>
<body><main><h1>Fern &amp; Fell</h1><p>Jackets, made for weather.</p><button id="own">Ask us</button><p>${'Warm, dry, and quiet in the wind. '.repeat(60)}</p></main>
<script src="/widget/loader.js" data-store="demo" ${attributes} async></script></body></html>`;
}

const policy = `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-none'; img-src 'self'; connect-src 'self' ws:`;

export function serveShop(request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url!, 'http://shop');
  const send = (type: string, body: string | Buffer, status = 200) => response.writeHead(status, { 'content-type': type, ...(searchParams.has('strict') ? { 'content-security-policy': policy } : {}) }).end(body);
  if (pathname === '/widget/reva.js' && faults.widgetMissing) send('text/plain', 'away', 503);
  else if (pathname.startsWith('/widget/')) send('text/javascript; charset=utf-8', dist(pathname.slice(8)));
  else if (pathname.startsWith('/images/')) send('image/svg+xml', picture(pathname.slice(8)));
  else send('text/html; charset=utf-8', page(searchParams));
}
