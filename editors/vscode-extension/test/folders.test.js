'use strict';

// Folders that krafd cannot work in: far away, never saved, or not to be written. One sentence each, and nothing half done.

const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { test, before, after } = require('node:test');
const { activated, asker } = require('./activated.js');
const krafd = require('./krafd.js');

const contributed = require('../package.json').contributes.commands.map((one) => one.command);
const elsewhere = 'This shot list is not a file on this machine; open the file itself to work on it with krafd';

/** Every file below a folder with its size, so that a test sees what was written. */
function listing(folder) {
  return fs.readdirSync(folder, { recursive: true }).sort().map((name) => {
    const facts = fs.statSync(path.join(folder, name));
    return `${name} ${facts.isDirectory() ? '' : facts.size}`;
  });
}

for (const uri of ['vscode-vfs://github/ann/shop/bottle.kraf', 'git:/home/ann/shop/bottle.kraf?%7B%22ref%22%3A%22HEAD%22%7D', 'vsls:/bottle.kraf']) {
  test(`nothing is started for ${uri.split(':')[0]}, whatever is asked for, and one sentence says why`, async (t) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kraf-elsewhere-'));
    t.after(() => fs.rmSync(folder, { recursive: true }));
    const program = path.join(folder, 'krafd');
    fs.writeFileSync(program, `#!/bin/sh\ntouch '${folder}/started'\n`, { mode: 0o755 });
    const { fake } = activated(t, { folders: [path.posix.dirname(uri)], settings: { 'kraf.path': { globalValue: program } } });
    const document = fake.open(uri, '# Bottle\n\n## hero\n');
    const { Position, Range, TextEdit } = fake.vscode;
    fake.replace(document, [new TextEdit(new Range(new Position(1, 0), new Position(1, 0)), 'seed: 7\n')]);
    fake.save(document);
    assert.deepEqual([fake.statusItem.text, fake.statusItem.tooltip, fake.statusItem.shown], ['$(circle-slash) kraf', elsewhere, true]);
    const asking = contributed.filter((name) => !['kraf.cancel', 'kraf.restart'].includes(name));
    for (const name of asking) await fake.commands.get(name)();
    assert.deepEqual(fake.messages.map((one) => one.sentence), asking.map(() => elsewhere));
    await fake.commands.get('kraf.cancel')();
    fake.close(document);
    assert.equal(fake.messages.length, asking.length);
    assert.deepEqual([fake.panels, fake.log, fs.existsSync(path.join(folder, 'started'))], [[], [], false]);
  });
}

test('with krafd', { skip: krafd.skip }, async (group) => {
  let shop;
  before(() => { shop = krafd.project(); });
  after(() => shop.end());
  const wishes = () => ({ folders: [shop.shop], settings: { 'kraf.path': { globalValue: krafd.program } } });
  const problems = (one) => one.posted.filter((message) => message.method === 'page/problem').map((message) => message.params.message);

  /** The preview's page is there; the sentence that it shows. */
  async function previewed(fake) {
    await fake.commands.get('kraf.preview')();
    const one = fake.panels.at(-1);
    await asker(fake, one)('page/ready', {});
    return fake.until(() => problems(one).at(-1), 'a sentence in the preview');
  }

  await group.test('a folder elsewhere beside a shot list on the disk is no hindrance', async (t) => {
    const { fake } = activated(t, { ...wishes(), folders: ['vscode-vfs://github/ann/shop', shop.shop] });
    const old = fake.open('git:/sand-mug.kraf', '# Mug\n\nsead: 7\n');
    const document = fake.open(shop.uri('sand-mug.kraf'), '# Mug\n\nsead: 7\n');
    await fake.until(() => fake.diagnostics.get(document.uri.toString())?.length, 'a diagnostic');
    assert.deepEqual([...fake.diagnostics.keys()], [document.uri.toString()], `none of ${old.uri}`);
    assert.deepEqual(fake.providers.Hover.words[0], [{ language: 'kraf', scheme: 'file' }, { language: 'kraf', scheme: 'untitled' }]);
    assert.deepEqual(fake.messages, []);
  });

  await group.test('a text that was never saved has its mistakes told, and pictures wait until it is saved', async (t) => {
    const before = listing(shop.shop);
    const { fake } = activated(t, wishes());
    const document = fake.open('untitled:Untitled-1', '# Mug\n\nsead: 7\n\n## hero\n\n@front on white\n');
    await fake.until(() => fake.diagnostics.get(document.uri.toString())?.length, 'a diagnostic');
    const unsaved = "'untitled:Untitled-1' is not saved yet; save it beside its photos first";
    fake.cursor(5);
    await fake.commands.get('kraf.canvas')();
    await fake.commands.get('kraf.generate')();
    await fake.commands.get('kraf.export')();
    assert.deepEqual(fake.messages.map((one) => one.sentence), ['Save this shot list beside its photos first', unsaved, unsaved]);
    assert.equal(await previewed(fake), unsaved);
    assert.equal(fake.panels.length, 1);
    assert.deepEqual(listing(shop.shop), before);
  });

  await group.test('a folder that cannot be written says so once a wish, and its language goes on', async (t) => {
    const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'kraf-unwritable-')));
    t.after(() => fs.rmSync(folder, { recursive: true }));
    fs.cpSync(path.join(__dirname, '../../../examples'), folder, { recursive: true });
    fs.rmSync(path.join(folder, '.kraf'), { recursive: true, force: true });
    fs.writeFileSync(path.join(folder, '.kraf'), ''); // Refuses a folder to everybody, also to root.
    const before = listing(folder);
    const { fake } = activated(t, { ...wishes(), folders: [folder] });
    const text = fs.readFileSync(path.join(folder, 'trailhead.kraf'), 'utf8');
    const document = fake.open(`file://${folder}/trailhead.kraf`, text);
    await fake.until(() => fake.providers.Hover, 'features');
    const { Position } = fake.vscode;
    assert.match((await fake.providers.Hover.provideHover(document, new Position(text.split('\n').indexOf('style: pure-white'), 9), fake.token)).contents.value, /white/i);
    const sentence = `'${folder}/.kraf' cannot be written; check that the folder exists and its permissions`;
    fake.cursor(text.split('\n').indexOf('## hero') + 2);
    for (const name of ['kraf.canvas', 'kraf.generate', 'kraf.plan']) await fake.commands.get(name)();
    assert.deepEqual(fake.messages.map((one) => one.sentence), [sentence, sentence, sentence]);
    assert.equal(await previewed(fake), sentence);
    assert.deepEqual(fake.panels.map((one) => one.kind), ['kraf.preview']);
    assert.deepEqual(fake.progress, []);
    assert.equal(fake.statusItem.text, '$(device-camera) kraf $0.00');
    assert.deepEqual(listing(folder), before);
  });
});
