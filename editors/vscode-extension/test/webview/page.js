'use strict';

// One of the extension's pages in a real browser, under exactly the policy that the extension gives it, whatever is
// behind it. What VS Code does around a page is done here: its colors, its messages, its source of files.

const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { filled } = require('../../src/pages.js');
const { launch } = require('./chromium.js');

const pages = path.join(__dirname, '../../pages');
const types = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8' };

// Runs before the page: the editor's interface, and a record of what the policy refuses.
const editor = (theme, state) => `
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective + ' ' + event.blockedURI));
  window.errors = [];
  window.addEventListener('error', (event) => window.errors.push(event.message));
  window.addEventListener('unhandledrejection', (event) => window.errors.push(String(event.reason)));
  let state = ${JSON.stringify(state ?? null)};
  window.acquireVsCodeApi = () => {
    window.acquireVsCodeApi = () => { throw new Error('acquired twice'); };
    return { postMessage: (message) => window.toEditor(JSON.stringify(message)), getState: () => state ?? undefined, setState: (next) => { state = window.state = next; } };
  };
  window.fromEditor = (text) => {
    const revived = JSON.parse(text, (key, value) => value && value.base64 !== undefined ? Uint8Array.from(atob(value.base64), (letter) => letter.charCodeAt(0)) : value);
    window.postMessage(revived, '*');
  };
  window.theme = ({ kind, colors }) => {
    const root = document.documentElement;
    for (const name of [...root.style]) root.style.removeProperty(name);
    for (const [name, value] of Object.entries(colors)) root.style.setProperty('--vscode-' + name, value);
    document.body.className = kind;
  };
  document.addEventListener('DOMContentLoaded', () => window.theme(${JSON.stringify(theme)}));
`;

/**
 * Opens a page of the extension.
 * @param {{ name: string, theme: any, connect: (post: (message: any) => void) => (message: any) => void, state?: any,
 *   spoil?: (html: string) => string, size?: number[] }} wishes `connect` gets what sends to the page, and answers what takes from it.
 */
exports.openPage = async function openPage({ name, theme, connect, state, spoil = (html) => html, size = [1440, 900] }) {
  const server = http.createServer((request, response) => {
    const file = path.join(pages, path.normalize(new URL(request.url, 'http://page').pathname));
    const source = `http://127.0.0.1:${server.address().port}`;
    if (!file.startsWith(pages) || !fs.existsSync(file)) return response.writeHead(404).end();
    response.setHeader('Content-Type', types[path.extname(file)] ?? 'application/octet-stream');
    const isPage = file.endsWith('.html');
    response.end(isPage ? spoil(filled(fs.readFileSync(file, 'utf8'), { source, base: source })) : fs.readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { page, end } = await launch();
  const post = (message) => {
    const text = JSON.stringify(message, (key, value) => {
      if (value?.type === 'Buffer') return { base64: Buffer.from(value.data).toString('base64') };
      return value;
    });
    page.value(`window.fromEditor(${JSON.stringify(text)})`).catch(() => {});
  };
  const take = connect(post);
  page.on('Runtime.bindingCalled', ({ payload }) => take(JSON.parse(payload)));
  await page.call('Runtime.enable');
  await page.call('Page.enable');
  await page.call('Runtime.addBinding', { name: 'toEditor' });
  await page.call('Page.addScriptToEvaluateOnNewDocument', { source: editor(theme, state) });
  await page.call('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] });
  await page.size(...size);
  await page.call('Page.navigate', { url: `http://127.0.0.1:${server.address().port}/${name}` });
  await page.until('document.readyState === "complete"');
  page.theme = (next) => page.value(`window.theme(${JSON.stringify(next)})`);
  page.end = async () => {
    await end();
    server.close();
  };
  return page;
};
