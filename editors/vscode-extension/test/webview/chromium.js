'use strict';

// A real Chromium, driven over its own debugging pipe: no package, no port.

const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const program = process.env.CHROMIUM ?? 'chromium';
exports.skip = spawnSync(program, ['--version']).status !== 0 && 'no Chromium; install chromium, or name the program by CHROMIUM=path';
if (exports.skip) console.log(`SKIP ${path.basename(process.argv[1] ?? '')}: ${exports.skip}`);

const deadlineMs = 20000;
const browsers = new Set();
process.once('exit', () => browsers.forEach((child) => child.kill('SIGKILL')));

/** A browser with one page, and `end` for both. */
exports.launch = async function launch() {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'kraf-chromium-'));
  const child = spawn(program, ['--headless=new', '--no-sandbox', '--remote-debugging-pipe', '--disable-gpu', '--no-first-run', '--hide-scrollbars',
    '--disable-background-networking', '--disable-component-update', '--force-color-profile=srgb', `--user-data-dir=${profile}`, 'about:blank'],
  { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const [, , , out, input] = child.stdio;
  for (const one of [child, out, input]) one.unref(); // A test that failed must not wait for a browser that nobody ends.
  browsers.add(child);
  child.once('exit', () => browsers.delete(child));
  const waiting = new Map();
  const listeners = [];
  let last = 0, held = '';
  out.on('error', () => {}); // A browser that has ended is told by its end.
  input.setEncoding('utf8');
  input.on('data', (text) => {
    const parts = (held + text).split('\0');
    held = parts.pop();
    for (const message of parts.map((part) => JSON.parse(part))) {
      const one = waiting.get(message.id);
      if (!one) listeners.forEach((listener) => listener(message));
      else if (waiting.delete(message.id) && message.error) one.reject(new Error(message.error.message));
      else one.resolve(message.result);
    }
  });
  const call = (method, params = {}, sessionId = undefined) => new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`Chromium did not answer ${method} within ${2 * deadlineMs} ms`)), 2 * deadlineMs);
    const ended = (end) => (value) => {
      clearTimeout(late);
      end(value);
    };
    waiting.set(++last, { resolve: ended(resolve), reject: ended(reject) });
    out.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
  });
  const end = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    call('Browser.close').catch(() => {});
    await ended;
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const { targetId } = await call('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await call('Target.attachToTarget', { targetId, flatten: true });
  return { page: pageOf((method, params) => call(method, params, sessionId), (listener) => listeners.push(listener)), end };
};

const keyCodes = { ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40, Enter: 13, Escape: 27, Tab: 9, Delete: 46, ' ': 32 };

/** What a person can do with a page, and what a test must know of it. */
function pageOf(call, listen) {
  const listeners = new Map();
  listen(({ method, params }) => listeners.get(method)?.(params));
  const page = {
    call,
    on: (method, listener) => listeners.set(method, listener),
    /** The value of an expression in the page. */
    async value(expression) {
      const { result, exceptionDetails } = await call('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    /** Waits until an expression is true, looking at every frame of the page. */
    async until(expression, what = expression) {
      const isSo = await page.value(`new Promise((resolve) => {
        const late = performance.now() + ${deadlineMs};
        (function look() {
          let found;
          try { found = ${expression}; } catch {}
          if (found) resolve(true); else if (performance.now() > late) resolve(false); else setTimeout(look, 16);
        })();
      })`);
      if (isSo) return;
      await page.shot(`failed-${Date.now()}`);
      throw new Error(`Not within ${deadlineMs} ms: ${what}`);
    },
    async size(width, height, density = 1) {
      await call('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: density, mobile: false });
    },
    /** One key, with `Ctrl+`, `Shift+` or `Alt+` before it. */
    async key(name) {
      const parts = name === '+' ? ['+'] : name.split('+');
      const key = parts.pop();
      const modifiers = parts.reduce((sum, one) => sum + { Alt: 1, Ctrl: 2, Meta: 4, Shift: 8 }[one], 0);
      const code = keyCodes[key] ?? key.toUpperCase().charCodeAt(0);
      const text = key.length === 1 && !(modifiers & 7) ? key : key === 'Enter' ? '\r' : undefined;
      const event = { key, modifiers, windowsVirtualKeyCode: code, code: key.length === 1 && /[a-z]/i.test(key) ? `Key${key.toUpperCase()}` : key };
      await call('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', text, ...event });
      await call('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    },
    type: (text) => call('Input.insertText', { text }),
    mouse: (type, x, y, more = {}) => call('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1, ...more }),
    async click(x, y, more) {
      await page.mouse('mousePressed', x, y, more);
      await page.mouse('mouseReleased', x, y, more);
    },
    /** Presses an element as a person does. */
    async press(selector) {
      const place = await page.value(`(() => { const box = document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect(); return box && [box.x + box.width / 2, box.y + box.height / 2]; })()`);
      if (!place) throw new Error(`The page has no ${selector}`);
      await page.click(...place);
    },
    async drag([x, y], [toX, toY]) {
      await page.mouse('mousePressed', x, y);
      for (let step = 1; step <= 5; step++) await page.mouse('mouseMoved', x + ((toX - x) * step) / 5, y + ((toY - y) * step) / 5);
      await page.mouse('mouseReleased', toX, toY);
    },
    wheel: (x, y, deltaX, deltaY, modifiers = 0) => call('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX, deltaY, modifiers }),
    /** Keeps what is seen, where KRAF_SHOTS names a folder. */
    async shot(name) {
      const folder = process.env.KRAF_SHOTS;
      if (!folder) return;
      const { data } = await call('Page.captureScreenshot', { format: 'png' });
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(path.join(folder, `${name}.png`), Buffer.from(data, 'base64'));
    },
  };
  return page;
}
