'use strict';

// The canvas in a real browser, with a real krafd behind it.

const assert = require('node:assert/strict');
const { test, before, after } = require('node:test');
const krafd = require('../krafd.js');
const { openCanvas, there, walkTo } = require('./canvas-page.js');
const { skip } = require('./chromium.js');
const { open } = require('./shop.js');
const themes = require('./themes.js');

const hostile = '</p><img src=x onerror="window.injected = 1"><script>window.injected = 2</script>';

test('the canvas', { skip: skip || krafd.skip }, async (group) => {
  let project, shop;
  before(async () => {
    project = krafd.project();
    if (!process.env.KRAF_SHOTS) project.halve('trailhead-set.kraf');
    project.run('render', 'trailhead-set.kraf', '--out', `${project.shop}/out`);
    shop = open(project);
    await shop.request('kraf/workspace/open', { path: project.shop });
  });
  after(async () => {
    await shop.end();
    project.end();
  });

  const canvas = () => shop.request('kraf/canvas/get', { workspace: project.shop });
  const find = async (test) => (await canvas()).nodes.find(test);

  const opened = (t, wishes) => openCanvas(t, shop, wishes);

  await group.test('shows what was made, and the policy refuses nothing', async (t) => {
    const page = await opened(t);
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown']) await page.key(key);
    await page.until('document.querySelector("#side canvas")', 'a selected picture');
    await page.key('0');
    await there(page);
    await page.shot('canvas-dark');
    const pixel = await page.value('(() => { const c = document.querySelector("#canvas"); const d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data; const seen = new Set(); for (let i = 0; i < d.length; i += 400) seen.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]); return seen.size; })()');
    assert.ok(pixel > 200, `only ${pixel} colors: no photo was painted`);
    assert.deepEqual(await page.value('window.violations'), []);
    assert.deepEqual(await page.value('window.errors'), []);
  });

  await group.test('a script without the nonce is refused, and nothing else', async (t) => {
    const page = await opened(t, { spoil: (html) => html.replace('</body>', '<script>window.injected = 1</script><p style="color: red" onclick="1">x</p></body>') });
    assert.equal(await page.value('window.injected'), undefined);
    assert.deepEqual((await page.value('window.violations')).sort(), ['script-src-attr inline', 'script-src-elem inline', 'style-src-attr inline']);
  });

  await group.test('by keys alone: accept, undo, redo', async (t) => {
    const page = await opened(t);
    const hero = await find((one) => one.title === 'hero · pure-white');
    const verdict = async () => (await find((one) => one.node === hero.node)).verdict;
    await walkTo(page, hero);
    await page.key('a');
    await page.until('document.querySelector("#side .mark.accepted")', 'the mark');
    assert.equal(await verdict(), 'accepted');
    await there(page);
    await page.shot('canvas-accepted');
    await page.key('Ctrl+z');
    await page.until('!document.querySelector("#side .mark")', 'no mark');
    assert.equal(await verdict(), undefined);
    await page.key('Ctrl+Shift+z');
    await page.until('document.querySelector("#side .mark.accepted")', 'the mark again');
    assert.equal(await verdict(), 'accepted');
    await page.key('Enter');
    await page.key('s');
    await page.until('true');
    assert.deepEqual(page.asked, [['open', { asset: hero.asset }], ['reveal', { product: 'trailhead-set.kraf', shot: 'hero' }]]);
  });

  await group.test('by keys alone: move, undo, trash, undo', async (t) => {
    const page = await opened(t);
    const node = await find((one) => one.title === 'detail-label · macro-material');
    await walkTo(page, node);
    await page.key('Alt+ArrowRight');
    await page.until('!document.querySelector("#undo").disabled', 'a step');
    assert.equal((await find((one) => one.node === node.node)).x, node.x + 40);
    await page.key('Ctrl+z');
    await page.until('document.querySelector("#undo").disabled', 'no step');
    assert.equal((await find((one) => one.node === node.node)).x, node.x);
    await page.key('Delete');
    await page.until('document.querySelector("#toast").textContent.includes("trash")', 'the sentence');
    assert.equal(await find((one) => one.node === node.node), undefined);
    await page.key('Ctrl+z');
    await page.until('document.querySelector("#undo").disabled', 'no step');
    assert.equal((await find((one) => one.node === node.node)).x, node.x);
  });

  await group.test('keys that come faster than krafd are done one after the other', async (t) => {
    const page = await opened(t);
    const node = await find((one) => one.title === 'detail-label · macro-material');
    await walkTo(page, node);
    for (const key of ['Alt+ArrowRight', 'Alt+ArrowRight', 'Alt+ArrowDown', 'Ctrl+z', 'Alt+ArrowRight', 'Alt+ArrowLeft', 'Ctrl+z']) await page.key(key);
    for (const key of ['Delete', 'Ctrl+z', 'a']) await page.key(key);
    await page.until('document.querySelector("#toast").textContent.startsWith("Accepted")', 'the last of them');
    const after = await find((one) => one.node === node.node);
    assert.deepEqual([after.x, after.y, after.verdict], [node.x + 120, node.y, 'accepted']);
    for (let step = 0; step < 4; step++) await page.key('Ctrl+z');
    await page.until('document.querySelector("#undo").disabled', 'all taken back');
    assert.equal((await find((one) => one.node === node.node)).x, node.x);
  });

  await group.test('the mouse selects, moves what it drags, zooms and pans', async (t) => {
    const page = await opened(t);
    const node = await find((one) => one.title === 'hero · pure-white');
    await page.key('1');
    await walkTo(page, node);
    const resting = () => page.until('document.body.dataset.view === "resting"', 'a view at rest');
    await resting();
    const before = await page.value('window.state.camera');
    await page.wheel(500, 400, 60, 30);
    await page.until(`Math.abs(window.state.camera.x - ${before.x} - 60 / ${before.scale}) < 0.01`, 'a pan of 60 px');
    await page.wheel(500, 400, 0, -100, 2);
    await page.until(`window.state.camera.scale > ${before.scale} * 1.5`, 'a zoom');
    await resting();
    const camera = await page.value('window.state.camera');
    const at = [(node.x + 100 - camera.x) * camera.scale, (node.y + 100 - camera.y) * camera.scale + 45];
    await page.drag(at, [at[0] + 50, at[1] + 25]);
    await page.until('!document.querySelector("#undo").disabled', 'a step');
    const moved = await find((one) => one.node === node.node);
    assert.ok(Math.abs(moved.x - node.x - 50 / camera.scale) < 1 && Math.abs(moved.y - node.y - 25 / camera.scale) < 1, JSON.stringify([node, moved]));
    await page.press('#undo');
    await page.until('document.querySelector("#undo").disabled', 'no step');
    assert.equal((await find((one) => one.node === node.node)).x, node.x);
  });

  await group.test('variants are compared side by side and decided upon there', async (t) => {
    const page = await opened(t);
    const sun = await find((one) => one.title === 'lifestyle · hard-sun');
    await walkTo(page, sun);
    await page.key('c');
    await page.until('document.querySelectorAll(".compare article").length === 2', 'two pictures');
    await page.until('document.querySelectorAll(".compare canvas[data-shown]").length === 2', 'their pixels');
    const styles = await page.value('[...document.querySelectorAll(".compare strong")].map((one) => one.textContent)');
    await page.key('2');
    await page.key('r');
    await page.until('document.querySelector(".compare article.rejected")', 'a rejected one');
    await page.key('1');
    await page.key('a');
    await page.until('document.querySelector(".compare article:first-child button[aria-pressed=true]")', 'an accepted one');
    await page.shot('compare-dark');
    const verdicts = Object.fromEntries((await canvas()).nodes.filter((one) => one.shot === 'lifestyle' && one.asset).map((one) => [one.title.split(' · ')[1], one.verdict]));
    assert.deepEqual(verdicts, { [styles[0]]: 'accepted', [styles[1]]: 'rejected' });
    await page.key('Escape');
    await page.until('!document.querySelector(".compare")', 'the end of the comparison');
    await page.key('Ctrl+z');
    await page.key('Ctrl+z');
    await page.until('document.querySelector("#undo").disabled', 'both taken back');
    assert.ok((await canvas()).nodes.filter((one) => one.shot === 'lifestyle').every((one) => !one.verdict));
  });

  await group.test('an edit is made from here, and its line is there', async (t) => {
    const page = await opened(t);
    const hero = await find((one) => one.title === 'hero · pure-white');
    await walkTo(page, hero);
    await page.key('e');
    await page.until('document.querySelector("dialog.edit")', 'the form');
    await page.value('(() => { const one = document.querySelector("dialog.edit select"); one.value = "crop"; one.dispatchEvent(new Event("change")); })()');
    await page.value('document.querySelector("[name=width]").focus()');
    await page.type('300');
    await page.value('document.querySelector("[name=height]").focus()');
    await page.type('300');
    await page.shot('edit-dark');
    await page.key('Enter');
    await page.until('document.querySelector("#toast").textContent.endsWith("is there")', 'the edit');
    const { edges, nodes } = await canvas();
    const made = edges.find((edge) => edge.from === hero.node && edge.operation === 'crop');
    assert.equal(nodes.find((one) => one.node === made.to).kind, 'edit');
    await there(page);
    await page.shot('canvas-edit');
  });

  await group.test('what happened while it was hidden is there when it is shown again', async (t) => {
    const page = await opened(t);
    page.isDeaf = true;
    const { clock } = await canvas();
    const { added } = await shop.request('kraf/canvas/apply', {
      workspace: project.shop, baseClock: clock, changes: [{ action: 'add', kind: 'note', title: 'Ann', text: 'Ask for a warmer light', x: 0, y: 800 }],
    });
    const count = 'Number(document.querySelector("#found").textContent)';
    page.isDeaf = false;
    page.tell('page/shown');
    await page.key('/');
    await page.type('warmer');
    await page.until(`${count} === 1`, 'the note');
    await page.key('Enter');
    await page.until('document.querySelector("#side .words").textContent === "Ask for a warmer light"', 'the note');
    await shop.request('kraf/canvas/apply', { workspace: project.shop, baseClock: (await canvas()).clock, changes: [{ action: 'trash', node: added[0] }] });
    await page.until('document.querySelector("#side h2").textContent === "On this canvas"', 'the note to go by its event');
  });

  await group.test('hostile names and prompts are text and nothing else', async (t) => {
    const { clock } = await canvas();
    const { added } = await shop.request('kraf/canvas/apply', {
      workspace: project.shop, baseClock: clock,
      changes: [{ action: 'add', kind: 'note', title: hostile, text: `${hostile} \u202Eevil ${'W'.repeat(4000)}`, tags: ['<b>tag</b>'], x: 0, y: 800 }],
    });
    const page = await opened(t);
    await page.key('/');
    await page.type('injected');
    await page.until('document.querySelector("#found").textContent === "1"', 'the note');
    await page.key('Enter');
    await page.until('document.querySelector("#side .words")', 'the note');
    assert.equal(await page.value('document.querySelector("#side h2").textContent'), hostile);
    assert.equal(await page.value('document.querySelectorAll("#side img, #side script, #side b").length'), 0);
    assert.equal(await page.value('window.injected'), undefined);
    assert.deepEqual(await page.value('window.violations'), []);
    await page.shot('canvas-hostile');
    await shop.request('kraf/canvas/apply', { workspace: project.shop, baseClock: (await canvas()).clock, changes: [{ action: 'trash', node: added[0] }] });
  });

  await group.test('the page may ask for nothing else', async (t) => {
    const page = await opened(t);
    const posted = [];
    page.channel.wishes.post = (message) => posted.push(message);
    for (const message of [{ id: 1, method: 'kraf/shutdown' }, { id: 2, method: 'constructor' }, { id: 3, method: 'kraf/asset/export', params: { path: '/tmp/x' } }, null, 'x', { method: 'kraf/canvas/get' }, { id: 'x', method: 'kraf/canvas/get' }]) {
      await page.channel.take(message);
    }
    assert.deepEqual(posted.map((one) => one.error.message), [
      "The page may not ask for 'kraf/shutdown'", "The page may not ask for 'constructor'", "The page may not ask for 'kraf/asset/export'"]);
  });

  await group.test('light, high contrast, large text, less motion and narrow', async (t) => {
    const page = await opened(t, { theme: themes.light });
    await walkTo(page, await find((one) => one.title === 'lifestyle · north-window'));
    await page.key('0');
    await there(page);
    await page.shot('canvas-light');
    await page.theme(themes.contrast);
    await page.shot('canvas-contrast');
    await page.theme(themes.light);
    await page.key('?');
    await page.until('document.querySelector("dialog.help")', 'the keys');
    await page.shot('canvas-keys');
    await page.key('Escape');
    await page.call('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'no-preference' }] });
    assert.equal(await page.value('getComputedStyle(document.querySelector("#toast")).animationName'), 'rise');
    await page.call('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] });
    assert.equal(await page.value('getComputedStyle(document.querySelector("#toast")).animationName'), 'none');
    await page.size(720, 560, 2);
    await page.until('document.querySelector("#canvas").width > 0 && innerWidth === 720');
    await page.key('0');
    await there(page);
    await page.shot('canvas-narrow');
    assert.ok(await page.value('document.documentElement.scrollWidth <= innerWidth'), 'nothing is cut off at the side');
  });

  await group.test('five hundred nodes', async (t) => {
    const { clock, nodes } = await canvas();
    const assets = nodes.filter((one) => one.asset).map((one) => one.asset);
    const changes = Array.from({ length: 500 - nodes.length }, (_, index) => ({
      action: 'add', kind: 'reference', asset: assets[index % assets.length], title: `picture ${index} · hard-sun`, x: 2000 + (index % 25) * 360, y: Math.floor(index / 25) * 400, width: 320, height: 320,
    }));
    await shop.request('kraf/canvas/apply', { workspace: project.shop, baseClock: clock, changes });
    const page = await opened(t);
    const { readMs, paintedMs } = await page.value('({ ...document.body.dataset })');
    t.diagnostic(`500 nodes: first paint ${paintedMs} ms after the script began, ${paintedMs - readMs} ms after the answer`);
    await there(page);
    await page.shot('canvas-500-all');
    await page.call('Performance.enable', { timeDomain: 'threadTicks' });
    const measured = async (name) => (await page.call('Performance.getMetrics')).metrics.find((one) => one.name === name).value;
    const elements = await page.value('document.querySelectorAll("*").length');
    assert.ok(elements < 250, `${elements} elements: nodes are painted, none is an element`);
    for (const [name, key] of [['all of them', '0'], ['as large as they are', '1']]) {
      await page.key(key);
      await there(page);
      const before = await measured('TaskDuration'), layouts = await measured('LayoutCount');
      const { frames, ms } = await page.value(`new Promise((resolve) => {
        const canvas = document.querySelector('#canvas');
        const began = performance.now();
        let frames = 0;
        (function step() {
          canvas.dispatchEvent(new WheelEvent('wheel', { deltaX: frames % 120 < 60 ? 24 : -24, deltaY: 6, cancelable: true }));
          frames += 1;
          if (performance.now() - began < 1500) requestAnimationFrame(step); else resolve({ frames, ms: performance.now() - began });
        })();
      })`);
      const cpu = (((await measured('TaskDuration')) - before) * 1000) / frames;
      const laidOut = (await measured('LayoutCount')) - layouts;
      t.diagnostic(`500 nodes, ${name}: pans at ${((frames / ms) * 1000).toFixed(0)} frames a second, ${cpu.toFixed(1)} ms of the page's own processor time a frame`);
      assert.ok(laidOut <= 3, `the page was laid out ${laidOut} times in ${frames} frames: a pan only paints`);
      assert.equal(await page.value('document.querySelectorAll("*").length'), elements);
    }
    await page.shot('canvas-500-near');
  });
});
