'use strict';

// The preview in a real browser, with the extension itself on the stand-in and a real krafd behind it.

const assert = require('node:assert/strict');
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const { test, before, after } = require('node:test');
const krafd = require('../krafd.js');
const standIn = require('../vscode.js');
const { skip } = require('./chromium.js');
const { openPage } = require('./page.js');
const themes = require('./themes.js');

/** Pictures that people look at are large. */
const shown = process.env.KRAF_SHOTS ? 1024 : undefined;

test('the preview', { skip: skip || krafd.skip }, async (group) => {
  let project;
  before(() => { project = krafd.project(); });
  after(() => project.end());

  /** The extension with a shot list and its preview open; `told` has what krafd told of it. */
  async function opened(t, { theme = themes.dark, file = 'trailhead.kraf', size = [760, 900], px = shown ?? 192 } = {}) {
    const fake = standIn.install({ folders: [project.shop], settings: { 'kraf.path': { globalValue: krafd.program }, 'kraf.preview.px': { globalValue: px } } });
    const { Session } = standIn.fresh('../src/session.js');
    const { Preview } = require('../../src/preview.js');
    const documents = require('../../src/documents.js');
    const session = new Session(fake.vscode.window.createOutputChannel('krafd', { log: true }));
    const preview = new Preview(session, fake.vscode.Uri.file(`${__dirname}/../..`));
    const follow = documents.follow(session);
    fake.restore();
    const told = { pictures: [], problems: [] };
    session.on('kraf/preview/picture', (picture) => told.pictures.push(picture));
    session.on('kraf/preview/problem', (problem) => told.problems.push(problem));
    const asked = spyOn(session);
    const document = fake.open(project.uri(file), project.text(file));
    await fake.until(() => session.server.state.name === 'running', 'krafd');
    fake.cursor(project.text(file).split('\n').indexOf('## campaign launch') + 2);
    await fake.commands.get('kraf.preview')();
    const [panel] = fake.panels;
    const page = await openPage({
      name: 'preview.html', theme, size,
      connect(post) {
        panel.panel.webview.postMessage = async (message) => post(message);
        return (message) => panel.send(message);
      },
    });
    t.after(async () => {
      preview.dispose();
      for (const one of follow) one.dispose();
      await session.dispose();
      await page.end();
    });
    /** Types over a part of the text. */
    const type = (part, words) => {
      const lines = document.getText().split('\n');
      const line = lines.findIndex((one) => one.includes(part));
      const from = lines[line].indexOf(part);
      const { Position, Range, TextEdit } = fake.vscode;
      fake.replace(document, [new TextEdit(new Range(new Position(line, from), new Position(line, from + part.length)), words)]);
      return document.version;
    };
    return { fake, page, panel, session, told, asked, type };
  }

  /** What is asked about previews; everything reaches krafd. */
  function spyOn(session) {
    const asked = [];
    const request = session.request.bind(session);
    session.request = (method, params, token) => {
      if (method.startsWith('kraf/preview/')) asked.push([method, params]);
      return request(method, params, token);
    };
    return asked;
  }

  /** The color at the upper right of the picture, where the wall is. */
  const wall = (page) => page.value(`[...document.querySelector('#picture').getContext('2d').getImageData(document.querySelector('#picture').width * 0.9, 20, 1, 1).data].slice(0, 3)`);

  const isDone = '!document.querySelector("#figure").hidden && document.querySelector("#progress").getAttribute("aria-valuenow") === "100"';

  await group.test('the shot at the cursor is shown, sharper in place, with its truth and its cost', async (t) => {
    const { page } = await opened(t, { px: 512 });
    await page.until(isDone, 'the sharpest picture');
    assert.equal(await page.value('document.querySelector("#shot").textContent'), 'campaign-launch');
    assert.equal(await page.value('document.querySelector("#truth").textContent'), 'product pixels as in photos/bottle-studio.jpg');
    assert.match(await page.value('document.querySelector("#cost").textContent'), /^1 picture · free · [\d.]+ s$/);
    assert.equal(await page.value('document.querySelector("#picture").width'), 512);
    const colors = await page.value('(() => { const c = document.querySelector("#picture"); const d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data; const seen = new Set(); for (let i = 0; i < d.length; i += 400) seen.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]); return seen.size; })()');
    assert.ok(colors > 50, `only ${colors} colors`);
    await page.shot('preview-dark');
    assert.deepEqual(await page.value('window.violations'), []);
    assert.deepEqual(await page.value('window.errors'), []);
  });

  await group.test('the photo lies behind a slider, by keys alone too', async (t) => {
    const { page } = await opened(t, { theme: themes.light });
    await page.until(isDone, 'the sharpest picture');
    await page.until('!document.querySelector("#before").disabled', 'the photo');
    await page.key('b');
    await page.until('document.activeElement.id === "slider"', 'the slider');
    assert.equal(await page.value('document.querySelector("#line").style.left'), '50%');
    for (let step = 0; step < 5; step++) await page.key('ArrowLeft');
    assert.equal(await page.value('document.querySelector("#photo").style.clipPath'), 'inset(0px 55% 0px 0px)');
    await page.shot('preview-photo-light');
    assert.equal(await page.value('window.state.isBeside'), true);
    await page.key('b');
    assert.equal(await page.value('document.querySelector("#photo").hidden'), true);
  });

  await group.test('another shot is followed, and the same one is not begun again', async (t) => {
    const { fake, page, asked } = await opened(t);
    await page.until(isDone, 'the sharpest picture');
    fake.cursor(project.text('trailhead.kraf').split('\n').indexOf('## hero') + 3);
    await page.until(`${isDone} && document.querySelector("#shot").textContent === "hero"`, 'the other shot');
    fake.cursor(project.text('trailhead.kraf').split('\n').indexOf('## hero') + 4);
    fake.cursor(0);
    await page.until('document.querySelector("#shot").textContent === "hero"');
    assert.deepEqual(asked.map(([, params]) => params.shot), ['campaign-launch', 'hero']);
  });

  await group.test('what is typed is shown, rough at first, then sharper until it is done', async (t) => {
    const { page, fake, told, type } = await opened(t);
    await page.until(isDone, 'the sharpest picture');
    const [red, , blue] = await wall(page);
    assert.ok(red > blue + 20, 'a rosy wall');
    const version = type('a #EFBFB0 wall', 'a #3050C0 wall');
    await fake.until(() => told.pictures.at(-1).version === version && told.pictures.at(-1).done, 'the picture of the new text');
    const steps = told.pictures.filter((one) => one.version === version);
    assert.deepEqual(steps.map((one) => one.step), steps.map((_, index) => steps[0].step + index));
    assert.ok(steps.length > 1 && steps.slice(0, -1).every((one) => !one.done), 'more than one step');
    assert.equal(steps.at(-1).step, steps.at(-1).steps);
    await page.until(`document.querySelector("#picture").dataset.version === "${version}" && ${isDone}`, 'the sharpest picture');
    const [newRed, , newBlue] = await wall(page);
    assert.ok(newBlue > newRed + 20, 'a blue wall');
  });

  await group.test('a mistake dims the picture and is said; when it is mended the next picture takes it away', async (t) => {
    const { page, told, type } = await opened(t);
    await page.until(isDone, 'the sharpest picture');
    type('style: color-block', 'style: color-blokc');
    await page.until('document.querySelector("#figure").classList.contains("dimmed") && !document.querySelector("#problem").hidden', 'the dimmed picture');
    assert.equal(await page.value('document.querySelector("#problem").textContent.trim()'), told.problems.at(-1).message);
    assert.match(told.problems.at(-1).message, /color-blokc/);
    await page.shot('preview-mistake');
    type('color-blokc', 'color-block');
    await page.until(`${isDone} && document.querySelector("#problem").hidden && !document.querySelector("#figure").classList.contains("dimmed")`, 'the mended picture');
  });

  await group.test('a picture without a cost says none, and many warnings are counted', async (t) => {
    const { page, session, told } = await opened(t);
    await page.until(isDone, 'the sharpest picture');
    const { cost, ...last } = told.pictures.at(-1);
    session.tell('kraf/preview/picture', { ...last, warnings: ['<b>one</b>', 'two', 'three', 'four', 'five'] });
    await page.until('document.querySelector("#cost").parentElement.hidden', 'no cost');
    assert.deepEqual(await page.value('[...document.querySelectorAll("#warnings li")].map((one) => one.textContent)'),
      ['<b>one</b>', 'two', 'three', 'and 2 more, in the shot list']);
    await page.shot('preview-warnings');
  });

  await group.test('a picture whose file is read later than that of a newer one is not shown', async (t) => {
    const { fake, page, panel, session, told } = await opened(t);
    await page.until(isDone, 'the sharpest picture');
    const steps = [], { webview } = panel.panel, post = webview.postMessage;
    webview.postMessage = (message) => {
      if (message.method === 'page/picture') steps.push(message.params.step);
      return post(message);
    };
    const last = told.pictures.at(-1), slow = project.file('slow'), copy = project.file('copy.png');
    fs.copyFileSync(last.path, copy);
    execFileSync('mkfifo', [slow]);
    const writing = fs.promises.open(slow, 'w');
    session.tell('kraf/preview/picture', { ...last, path: slow, step: 101, done: false });
    session.tell('kraf/preview/picture', { ...last, path: copy, step: 102 });
    await fake.until(() => steps.length === 1, 'the newer picture');
    const pipe = await writing;
    await pipe.write(fs.readFileSync(copy));
    await pipe.close();
    session.tell('kraf/preview/picture', { ...last, path: copy, step: 103 });
    await fake.until(() => steps.includes(103), 'the newest picture');
    assert.deepEqual(steps, [102, 103]);
  });

  await group.test('after the daemon ended in the middle of a picture the preview goes on with the new one', async (t) => {
    const { fake, page, session, told, type } = await opened(t, { px: 512 });
    await page.until(isDone, 'the sharpest picture');
    const version = type('a #EFBFB0 wall', 'a #3050C0 wall');
    await fake.until(() => told.pictures.at(-1).version === version, 'a first picture of the new text');
    assert.equal(told.pictures.at(-1).done, false);
    const ended = new Promise((resolve) => {
      const watch = session.onState((state) => {
        if (state.name === 'running') return;
        watch.dispose();
        resolve();
      });
    });
    project.kill();
    await ended;
    const before = told.pictures.length;
    await fake.until(() => told.pictures.length > before && told.pictures.at(-1).done, 'the picture of the new krafd');
    await page.until(isDone, 'the sharpest picture');
  });

  await group.test('a hostile sentence is text, and what is told of another shot is not shown', async (t) => {
    const { page, session } = await opened(t);
    await page.until(isDone, 'the sharpest picture');
    const sentence = '<b>No style</b> is named \'pure-whit\'; did you mean \'pure-white\'?';
    const about = { preview: 'p1', uri: project.uri('trailhead.kraf'), shot: 'campaign-launch', version: 2 };
    session.tell('kraf/preview/problem', { ...about, message: sentence });
    await page.until('document.querySelector("#figure").classList.contains("dimmed")', 'the dimmed picture');
    assert.equal(await page.value('document.querySelector("#problem").textContent.trim()'), sentence);
    assert.equal(await page.value('document.querySelectorAll("#problem b").length'), 0);
    await page.shot('preview-problem');
    session.tell('kraf/preview/problem', { ...about, shot: 'other', message: 'about another shot' });
    assert.equal(await page.value('document.querySelector("#problem").textContent.trim()'), sentence);
  });

  await group.test('a hidden preview stops, and begins again when it is shown', async (t) => {
    const { page, panel, session, told, asked, type } = await opened(t);
    await page.until(isDone, 'the sharpest picture');
    panel.show(false);
    assert.deepEqual(asked.map(([method]) => method), ['kraf/preview/start', 'kraf/preview/stop']);
    assert.equal(asked[1][1].preview, told.pictures[0].preview);
    const before = told.pictures.length;
    const version = type('a #EFBFB0 wall', 'a #3050C0 wall');
    // Whatever a change would have begun is asked for behind this answer; a stopped preview begins nothing.
    await session.request('kraf/shots/analyse', { path: project.file('trailhead.kraf'), text: project.text('trailhead.kraf') });
    assert.equal(told.pictures.length, before);
    panel.show(true);
    await page.call('Page.reload');
    await page.until(isDone, 'the picture again');
    assert.deepEqual([told.pictures.at(-1).version, asked.length], [version, 3]);
    assert.ok(told.pictures.slice(before).every((one) => one.preview !== asked[1][1].preview), 'nothing more of the stopped one');
  });

  await group.test('high contrast, and small', async (t) => {
    const { page } = await opened(t, { theme: themes.contrast, size: [360, 420] });
    await page.until(isDone, 'the sharpest picture');
    await page.shot('preview-contrast-small');
    assert.ok(await page.value('document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight'), 'nothing is cut off');
  });

  await group.test('a krafd that cannot preview is told', async (t) => {
    const { fake, page, session } = await opened(t);
    await page.until(isDone, 'a picture');
    session.can = () => false;
    fake.cursor(project.text('trailhead.kraf').split('\n').indexOf('## hero') + 3);
    await page.until('document.querySelector("#problem").textContent.trim() === "This krafd has no live preview; install a newer one"', 'the sentence');
  });
});
