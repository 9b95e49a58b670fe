'use strict';

// What was there before is there again: after a reload of the window, and after krafd died in the middle of its work.
// The whole extension on the stand-in, both of its pages in a real browser, and a real krafd behind it.

const assert = require('node:assert/strict');
const { test, before, after } = require('node:test');
const { activated } = require('../activated.js');
const krafd = require('../krafd.js');
const { there, walkTo } = require('./canvas-page.js');
const { skip } = require('./chromium.js');
const { openPage } = require('./page.js');
const themes = require('./themes.js');

test('there again', { skip: skip || krafd.skip }, async (group) => {
  let project;
  before(() => {
    project = krafd.project();
    project.halve('trailhead.kraf');
    project.run('render', 'trailhead.kraf', '--out', `${project.shop}/out`);
  });
  after(() => project.end());
  const wishes = () => ({ folders: [project.shop], settings: { 'kraf.path': { globalValue: krafd.program }, 'kraf.preview.px': { globalValue: 512 } } });
  const isDone = '!document.querySelector("#figure").hidden && document.querySelector("#progress").getAttribute("aria-valuenow") === "100"';
  const line = (words) => project.text('trailhead.kraf').split('\n').indexOf(words);
  const sideOf = (page) => page.value('document.querySelector("#side h2").textContent');

  /** A page of the extension in one of its panels, with what it remembers. */
  async function shown(t, one, name, state) {
    const page = await openPage({
      name, theme: themes.dark, size: [1100, 800], state,
      connect(post) {
        const { webview } = one.panel, keep = webview.postMessage;
        webview.postMessage = (message) => {
          post(message);
          return keep(message);
        };
        return (message) => one.send(message);
      },
    });
    t.after(() => page.end());
    return page;
  }

  /** A shot list with its preview and its canvas, on which a picture is selected that was moved aside and enlarged. */
  async function begun(t) {
    const { fake, end } = activated(t, wishes());
    const document = fake.open(project.uri('trailhead.kraf'), project.text('trailhead.kraf'));
    fake.cursor(line('## campaign launch') + 2);
    await fake.commands.get('kraf.preview')();
    await fake.commands.get('kraf.canvas')();
    const preview = await shown(t, fake.panels[0], 'preview.html');
    const canvas = await shown(t, fake.panels[1], 'canvas.html');
    await preview.until(isDone, 'the sharpest picture');
    await canvas.until('document.body.dataset.paintedMs', 'a first picture');
    await walkTo(canvas, { title: 'hero · pure-white' });
    await canvas.wheel(500, 400, 120, -60);
    await canvas.wheel(500, 400, 0, -100, 2);
    await canvas.until('document.body.dataset.view === "resting" && window.state?.selected.length === 1', 'a view at rest');
    await there(canvas);
    return { fake, end, document, preview, canvas };
  }

  await group.test('after a reload of the window', async (t) => {
    const { fake, end, preview, canvas } = await begun(t);
    await preview.until('!document.querySelector("#before").disabled', 'the photo');
    await preview.key('b');
    await preview.until('window.state.isBeside', 'the photo beside');
    const states = [await preview.value('window.state'), await canvas.value('window.state')];
    const [zoom, side] = [await canvas.value('document.querySelector("#zoom").textContent'), await sideOf(canvas)];
    await end();
    assert.equal(fake.panels.every((one) => one.isClosed), true);

    const { fake: next } = activated(t, wishes());
    const previewAgain = await shown(t, await next.bringBack('kraf.preview', states[0]), 'preview.html', states[0]);
    const canvasAgain = await shown(t, await next.bringBack('kraf.canvas', states[1]), 'canvas.html', states[1]);
    await previewAgain.until(`${isDone} && document.querySelector("#shot").textContent === "campaign-launch"`, 'the same shot');
    await previewAgain.until('!document.querySelector("#photo").hidden', 'the photo beside it');
    await canvasAgain.until('document.body.dataset.paintedMs', 'a first picture');
    await there(canvasAgain);
    assert.deepEqual([await canvasAgain.value('document.querySelector("#zoom").textContent'), await sideOf(canvasAgain)], [zoom, side]);
    await canvasAgain.key('ArrowLeft');
    await canvasAgain.key('ArrowRight');
    await canvasAgain.until(`document.querySelector("#side h2").textContent === ${JSON.stringify(side)}`, 'keys walk from where one was');
    const { camera } = states[1];
    await canvasAgain.until('window.state', 'what it remembers');
    assert.equal((await canvasAgain.value('window.state')).camera.scale, camera.scale);
  });

  await group.test('after krafd died in the middle of a picture', async (t) => {
    const { fake, document, preview, canvas } = await begun(t);
    const place = () => canvas.value(`({ ...window.state, zoom: document.querySelector('#zoom').textContent, side: document.querySelector('#side h2').textContent })`);
    await canvas.key('Alt+ArrowRight');
    await canvas.until('!document.querySelector("#undo").disabled', 'a step');
    const before = await place();
    const { Position, Range, TextEdit } = fake.vscode;
    const at = line('@front on a round plinth, a #EFBFB0 wall over a #C9573C floor,');
    const told = fake.panels[0].posted;
    fake.replace(document, [new TextEdit(new Range(new Position(at, 0), new Position(at, 0)), 'A small set. ')]);
    await fake.until(() => told.at(-1).params?.version === document.version, 'a first picture of the new text');
    assert.equal(told.at(-1).params.done, false);
    project.kill();
    const isBack = () => fake.panels[1].posted.some((message) => message.method === 'page/shown');
    await fake.until(isBack, 'the bridge to a new krafd');
    await preview.until(`document.querySelector("#picture").dataset.version === "${document.version}" && ${isDone}`, 'the sharpest picture of the new text');
    assert.deepEqual(await place(), before);
    assert.equal(await canvas.value('document.querySelector("#toast").hidden'), true, 'nobody is bothered');
    // The canvas is not only a picture of what was: what happens with the new krafd is seen on it, and done from it.
    project.run('call', 'kraf/canvas/apply', JSON.stringify({ workspace: project.shop, baseClock: 1000000, changes: [{ action: 'add', kind: 'note', title: 'Ann', text: 'after the end', x: 0, y: 900 }] }));
    await canvas.key('a');
    await canvas.until('document.querySelector("#side .mark.accepted")', 'the mark');
    await canvas.key('Ctrl+z');
    await canvas.until('!document.querySelector("#side .mark")', 'undecided');
    await canvas.key('Ctrl+z');
    await canvas.until('document.querySelector("#toast").classList.contains("bad")', 'a sentence');
    assert.equal(await canvas.value('document.querySelector("#toast span").textContent'), 'krafd was started again since, so this step stays as it is; change it by hand');
    for (const key of ['/', 'Escape', '/']) await canvas.key(key);
    await canvas.type('after the end');
    await canvas.until('document.querySelector("#found").textContent === "1"', 'the note');
    assert.deepEqual(fake.messages, []);
  });
});
