'use strict';

// The preview in a real browser, with the extension itself on the stand-in and a real krafd behind it. A krafd that says that it
// can preview does; before that its pictures come from a stub, which tells small, then larger pictures of what krafd rendered.

const assert = require('node:assert/strict');
const { test, before, after } = require('node:test');
const krafd = require('../krafd.js');
const standIn = require('../vscode.js');
const { skip } = require('./chromium.js');
const { openPage } = require('./page.js');
const themes = require('./themes.js');

test('the preview', { skip: skip || krafd.skip }, async (group) => {
  let project;
  before(() => {
    project = krafd.project();
    project.run('render', 'trailhead.kraf', '--out', `${project.shop}/out`);
  });
  after(() => project.end());

  /** The extension with a shot list and its preview open; `stub` stands in where krafd cannot preview yet. */
  async function opened(t, { theme = themes.dark, file = 'trailhead.kraf', size = [760, 900] } = {}) {
    const fake = standIn.install({ folders: [project.shop], settings: { 'kraf.path': { globalValue: krafd.program } } });
    const { Session } = standIn.fresh('../src/session.js');
    const { Preview } = require('../../src/preview.js');
    const session = new Session(fake.vscode.window.createOutputChannel('krafd', { log: true }));
    const preview = new Preview(session, fake.vscode.Uri.file(`${__dirname}/../..`));
    fake.restore();
    session.start();
    await fake.until(() => session.server.state.name === 'running', 'krafd');
    fake.open(project.uri(file), project.text(file));
    session.notify('textDocument/didOpen', { textDocument: { uri: project.uri(file), languageId: 'kraf', version: 1, text: project.text(file) } });
    const stub = session.can('preview') ? undefined : stubOn(session);
    if (stub) t.diagnostic('this krafd cannot preview; a stub tells its pictures');
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
      await session.dispose();
      await page.end();
    });
    return { fake, page, panel, stub, session };
  }

  /** Answers kraf/preview/* as krafd will. */
  function stubOn(session) {
    const asked = [];
    const request = session.request.bind(session);
    const stub = { asked, problem: undefined };
    session.can = () => true;
    session.request = async (method, params, token) => {
      if (!method.startsWith('kraf/preview/')) return request(method, params, token);
      asked.push([method, params]);
      if (method.endsWith('stop')) return {};
      const preview = `p${asked.length}`;
      const { workspace } = await request('kraf/workspace/open', { path: project.shop });
      const { nodes } = await request('kraf/canvas/get', { workspace });
      const { asset } = nodes.find((one) => one.shot === params.shot && one.kind === 'output');
      const sizes = [64, 160, params.px];
      (async () => {
        for (const [index, px] of sizes.entries()) {
          const { path, width, height } = await request('kraf/asset/thumbnail', { asset, px, workspace });
          session.tell('kraf/preview/picture', {
            preview, uri: params.uri, shot: params.shot, version: 1, step: index + 1, steps: sizes.length, done: index === sizes.length - 1, path,
            mediaType: 'image/png', width, height, truth: 'product pixels as photographed', cost: '1 picture, free, about 4 s',
          });
        }
      })();
      return { preview, shot: params.shot };
    };
    stub.tellProblem = (params) => session.tell('kraf/preview/problem', params);
    return stub;
  }

  const isDone = '!document.querySelector("#figure").hidden && document.querySelector("#progress").getAttribute("aria-valuenow") === "100"';

  await group.test('the shot at the cursor is shown, sharper in place, with its truth and its cost', async (t) => {
    const { page } = await opened(t);
    await page.until(isDone, 'the sharpest picture');
    assert.equal(await page.value('document.querySelector("#shot").textContent'), 'campaign-launch');
    assert.equal(await page.value('document.querySelector("#truth").textContent'), 'product pixels as photographed');
    assert.match(await page.value('document.querySelector("#cost").textContent'), /^1 picture, free/);
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
    const { fake, page, stub } = await opened(t);
    await page.until(isDone, 'the sharpest picture');
    fake.cursor(project.text('trailhead.kraf').split('\n').indexOf('## hero') + 3);
    await page.until(`${isDone} && document.querySelector("#shot").textContent === "hero"`, 'the other shot');
    fake.cursor(project.text('trailhead.kraf').split('\n').indexOf('## hero') + 4);
    fake.cursor(0);
    await page.until('document.querySelector("#shot").textContent === "hero"');
    if (stub) assert.deepEqual(stub.asked.map(([, params]) => params.shot), ['campaign-launch', 'hero']);
  });

  await group.test('a problem dims the picture and is said; the next picture takes it away', async (t) => {
    const { page, stub, session } = await opened(t);
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
    assert.ok(stub || session.can('preview'));
  });

  await group.test('a hidden preview stops, and begins again when it is shown', async (t) => {
    const { page, panel, stub } = await opened(t);
    await page.until(isDone, 'the sharpest picture');
    panel.show(false);
    if (stub) assert.deepEqual(stub.asked.map(([method]) => method), ['kraf/preview/start', 'kraf/preview/stop']);
    panel.show(true);
    await page.call('Page.reload');
    await page.until(isDone, 'the picture again');
    if (stub) assert.equal(stub.asked.length, 3);
  });

  await group.test('high contrast, and small', async (t) => {
    const { page } = await opened(t, { theme: themes.contrast, size: [360, 420] });
    await page.until(isDone, 'the sharpest picture');
    await page.shot('preview-contrast-small');
    assert.ok(await page.value('document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight'), 'nothing is cut off');
  });

  await group.test('a krafd that cannot preview is told', async (t) => {
    const { fake, page, stub, session } = await opened(t);
    if (!stub) return t.skip('this krafd can preview');
    session.can = () => false;
    await page.until(isDone, 'a picture');
    fake.cursor(project.text('trailhead.kraf').split('\n').indexOf('## hero') + 3);
    await page.until('document.querySelector("#problem").textContent.trim() === "This krafd has no live preview; install a newer one"', 'the sentence');
  });
});
