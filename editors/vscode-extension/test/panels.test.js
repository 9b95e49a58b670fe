'use strict';

// Panels that VS Code kept over a reload of its window: filled again by what their pages remembered.

const assert = require('node:assert/strict');
const fs = require('node:fs');
const { test, before, after } = require('node:test');
const { activated, asker } = require('./activated.js');
const krafd = require('./krafd.js');

test('a panel that remembers nothing is closed', async (t) => {
  const { fake } = activated(t);
  for (const kind of ['kraf.preview', 'kraf.canvas']) {
    for (const state of [undefined, null, {}, { uri: 7, shot: 'hero', root: 7 }]) assert.equal((await fake.bringBack(kind, state)).isClosed, true, kind);
  }
  assert.deepEqual(fake.messages, []);
});

test('with krafd', { skip: krafd.skip }, async (group) => {
  let project;
  before(() => { project = krafd.project(); });
  after(() => project.end());
  const ready = (t, wishes) => activated(t, { folders: [project.shop], settings: { 'kraf.path': { globalValue: krafd.program }, 'kraf.preview.px': { globalValue: 96 } }, ...wishes }).fake;
  const told = (one, method) => one.posted.filter((message) => message.method === method).map((message) => message.params);
  const list = () => project.uri('trailhead.kraf');
  const isDone = (fake, one, shot) => fake.until(() => told(one, 'page/picture').some((picture) => picture.done && picture.shot === shot), `the picture of ${shot}`);

  await group.test('the preview shows its shot again, though its list is behind another tab', async (t) => {
    const fake = ready(t);
    const one = await fake.bringBack('kraf.preview', { uri: list(), shot: 'campaign-launch', isBeside: true });
    assert.deepEqual(one.panel.webview.options.localResourceRoots.map((each) => each.fsPath.split('/').at(-1)), ['pages']);
    assert.match(one.panel.webview.html, /script-src 'nonce-/);
    await asker(fake, one)('page/ready', {});
    await isDone(fake, one, 'campaign-launch');
    await fake.until(() => told(one, 'page/photo').at(-1)?.bytes, 'the photo');
    await fake.commands.get('kraf.preview')();
    assert.match(fake.messages.at(-1).sentence, /^Open a shot list first/);
    fake.open(list(), project.text('trailhead.kraf'));
    await fake.commands.get('kraf.preview')();
    assert.equal(fake.panels.length, 1);
    fake.cursor(project.text('trailhead.kraf').split('\n').indexOf('## hero') + 1);
    await isDone(fake, one, 'hero');
  });

  await group.test('the preview keeps its shot when its list goes behind another tab', async (t) => {
    const fake = ready(t);
    const document = fake.open(list(), project.text('trailhead.kraf'));
    fake.cursor(project.text('trailhead.kraf').split('\n').indexOf('## campaign launch') + 1);
    await fake.commands.get('kraf.preview')();
    const [one] = fake.panels;
    const ask = asker(fake, one);
    await ask('page/ready', {});
    await isDone(fake, one, 'campaign-launch');
    one.show(false);
    fake.hide(document);
    one.show(true);
    const before = one.posted.length;
    await ask('page/ready', {});
    await fake.until(() => one.posted.slice(before).some((message) => message.method === 'page/picture'), 'a picture again');
    assert.deepEqual(told(one, 'page/problem'), []);
  });

  await group.test('a shot list that is gone is told', async (t) => {
    const fake = ready(t);
    const one = await fake.bringBack('kraf.preview', { uri: project.uri('gone.kraf'), shot: 'hero' });
    await asker(fake, one)('page/ready', {});
    await fake.until(() => told(one, 'page/problem').length, 'a sentence');
    assert.equal(told(one, 'page/problem')[0].message, `The shot list '${project.file('gone.kraf')}' cannot be read; open another one`);
    const canvas = await fake.bringBack('kraf.canvas', { root: project.file('gone') });
    const { error } = await asker(fake, canvas)('page/subscribe', {});
    assert.equal(error.message, `The folder '${project.file('gone')}' is not there any more; open a shot list and then the canvas again`);
    assert.equal(fs.existsSync(project.file('gone')), false);
  });

  await group.test('the canvas is about its folder again and hears what happens in it; there is one of a kind', async (t) => {
    const fake = ready(t);
    const one = await fake.bringBack('kraf.canvas', { root: project.shop, camera: { x: 0, y: 0, scale: 1 }, selected: [] });
    const ask = asker(fake, one);
    assert.equal((await ask('page/subscribe', {})).result.root, project.shop);
    const { clock } = (await ask('kraf/canvas/get', {})).result;
    await ask('kraf/canvas/apply', { baseClock: clock, changes: [{ action: 'add', kind: 'note', text: 'x' }] });
    await fake.until(() => told(one, 'kraf/event').length, 'an event');
    assert.equal((await fake.bringBack('kraf.canvas', { root: project.shop })).isClosed, true);
    fake.open(list(), project.text('trailhead.kraf'));
    await fake.commands.get('kraf.canvas')();
    assert.equal(fake.panels.length, 2);
    assert.equal(one.isClosed, false);
  });

  await group.test('in a folder that nobody trusts they wait for trust, and nothing is started', async (t) => {
    const fake = ready(t, { trusted: false });
    const preview = await fake.bringBack('kraf.preview', { uri: list(), shot: 'hero' });
    const canvas = await fake.bringBack('kraf.canvas', { root: project.shop });
    await asker(fake, preview)('page/ready', {});
    const sentence = 'krafd is not started in a folder that you do not trust; trust it first';
    assert.equal((await fake.until(() => told(preview, 'page/problem')[0], 'a sentence')).message, sentence);
    assert.equal((await asker(fake, canvas)('page/subscribe', {})).error.message, sentence);
    assert.deepEqual(fake.log, []);
    fake.trust();
    await isDone(fake, preview, 'hero');
    assert.ok(told(canvas, 'page/shown').length > 0, 'the canvas is asked to look again');
  });
});
