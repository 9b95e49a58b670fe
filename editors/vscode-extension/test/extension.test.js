'use strict';

// The whole extension on the stand-in, with a real krafd behind it.

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test, before, after } = require('node:test');
const { activated } = require('./activated.js');
const krafd = require('./krafd.js');
const standIn = require('./vscode.js');

const manifest = require('../package.json');
const contributed = manifest.contributes.commands.map((one) => one.command).sort();

test('registers exactly the commands of the manifest, and takes them all back', async (t) => {
  const { fake, context } = activated(t);
  assert.deepEqual([...fake.commands.keys()].sort(), contributed);
  assert.deepEqual([...fake.serializers.keys()].map((kind) => `onWebviewPanel:${kind}`).sort(), [...manifest.activationEvents].sort());
  for (const one of context.subscriptions) one.dispose();
  assert.deepEqual([fake.commands.size, fake.serializers.size], [0, 0]);
});

test('activation does little of its own', (t) => {
  const { fake } = activated(t);
  t.diagnostic(`loading and activating took ${fake.activationMs.toFixed(1)} ms`);
  assert.equal(fake.log.length, 0);
});

test('nothing is started in a folder that nobody trusts, whatever is opened or asked for', async (t) => {
  const { fake } = activated(t, { trusted: false });
  fake.open('file:///tmp/bottle.kraf', '## hero\n');
  await fake.commands.get('kraf.generateAll')();
  await fake.commands.get('kraf.restart')();
  assert.deepEqual(fake.messages.map((one) => one.sentence), [
    'krafd is not started in a folder that you do not trust; trust it first',
    'krafd is not started in a folder that you do not trust; trust it first',
  ]);
  assert.deepEqual(fake.log, []);
  assert.equal(fake.statusItem.text, '$(shield) kraf');
  assert.equal(fake.statusItem.command, 'workbench.trust.manage');
});

test('what a workspace says of the program is never taken', (t) => {
  const fake = standIn.install({ settings: { 'kraf.path': { workspaceValue: '/evil', workspaceFolderValue: '/evil', defaultValue: 'krafd' } } });
  const { krafdPath } = standIn.fresh('../src/binary.js');
  fake.restore();
  assert.equal(krafdPath(), 'krafd');
});

test('a missing krafd is told once, with what can be done', async (t) => {
  const { fake } = activated(t, { settings: { 'kraf.path': { globalValue: '/nowhere/krafd' } } });
  fake.open('file:///tmp/bottle.kraf', '## hero\n');
  const told = await fake.until(() => fake.messages[0], 'a message');
  assert.equal(told.sentence, "The program '/nowhere/krafd' was not found; install krafd, or name where it lies in the setting “kraf.path”");
  assert.deepEqual(told.choices, ['Restart', 'Settings', 'Output']);
  assert.equal(fake.statusItem.text, '$(error) kraf');
  fake.set('kraf.path', '/nowhere/other');
  await fake.until(() => fake.messages[1]?.sentence.startsWith("The program '/nowhere/other' was not found"), 'the other program to be tried');
});

test('a command without a shot list says to open one', async (t) => {
  const { fake } = activated(t);
  await fake.commands.get('kraf.generate')();
  assert.equal(fake.messages[0].sentence, 'Open a shot list first: a file that ends in .kraf');
});

test('with krafd', { skip: krafd.skip }, async (group) => {
  let shop;
  before(() => { shop = krafd.project(); });
  after(() => shop.end());

  /** The extension with one shot list open and its features there. */
  async function session(t, name = 'sand-mug.kraf', text = shop.text(name)) {
    const { fake } = activated(t, { folders: [shop.shop], settings: { 'kraf.path': { globalValue: krafd.program } } });
    const document = fake.open(shop.uri(name), text);
    await fake.until(() => fake.providers.Hover, 'features');
    const ask = (kind, method, ...words) => fake.providers[kind][method](document, ...words, fake.token);
    const { Position, Range } = fake.vscode;
    const place = (part, behind = 0) => {
      const lines = document.getText().split('\n');
      const line = lines.findIndex((one) => one.includes(part));
      return new Position(line, lines[line].indexOf(part) + behind);
    };
    const whole = new Range(new Position(0, 0), new Position(document.getText().split('\n').length, 0));
    return { fake, document, ask, place, whole };
  }

  await group.test('every feature answers in VS Code\'s own types', async (t) => {
    const { fake, ask, place, whole } = await session(t);
    const { vscode } = fake;
    const handle = place('@front on', 2);
    const hover = await ask('Hover', 'provideHover', place('soft-gray-studio', 2));
    assert.match(hover.contents.value, /Soft gray/);
    const list = await ask('CompletionItem', 'provideCompletionItems', place('soft-gray-studio', 4));
    assert.ok(list.items.some((item) => item.label === 'hard-sun' && item.range instanceof vscode.Range));
    assert.equal((await ask('Definition', 'provideDefinition', handle)).length, 1);
    assert.equal((await ask('Reference', 'provideReferences', handle, { includeDeclaration: true })).length, 3);
    assert.equal((await ask('DocumentHighlight', 'provideDocumentHighlights', handle)).length, 3);
    const [product] = await ask('DocumentSymbol', 'provideDocumentSymbols');
    assert.equal(product.name, 'Sand Mug');
    assert.deepEqual(product.children.map((one) => one.name).slice(-2), ['hero', 'campaign quiet morning']);
    assert.ok((await ask('FoldingRange', 'provideFoldingRanges', {})).length >= 2);
    assert.ok((await ask('SelectionRange', 'provideSelectionRanges', [handle]))[0].parent);
    assert.equal((await ask('DocumentLink', 'provideDocumentLinks'))[0].target.toString(), shop.uri('photos/mug-studio.jpg'));
    assert.equal((await ask('Rename', 'prepareRename', handle)).placeholder, 'front');
    const renamed = await ask('Rename', 'provideRenameEdits', handle, 'side');
    assert.equal(renamed.entries.get(shop.uri('sand-mug.kraf')).length, 3);
    const [color] = await ask('Color', 'provideDocumentColors');
    assert.equal(Math.round(color.color.red * 255), 0xd9);
    assert.ok(Array.isArray(await ask('DocumentFormattingEdit', 'provideDocumentFormattingEdits', {})));
    assert.ok(Array.isArray(await ask('DocumentRangeFormattingEdit', 'provideDocumentRangeFormattingEdits', whole, {})));
    const tokens = await ask('DocumentSemanticTokens', 'provideDocumentSemanticTokens');
    assert.ok(tokens.data.length > 0 && tokens.data.length % 5 === 0);
    assert.equal((await ask('InlayHints', 'provideInlayHints', whole)).length, 2);
    const lenses = await ask('CodeLens', 'provideCodeLenses');
    assert.match(lenses[0].command.title, /^Generate 'hero' · 1 picture · free/);
    for (const lens of lenses) assert.ok(contributed.includes(lens.command.command), lens.command.command);
    const presentations = await fake.providers.Color.provideColorPresentations(
      color.color, { document: fake.documents[0], range: color.range }, fake.token);
    assert.equal(presentations[0].label, '#D9A688');
    const symbols = await fake.providers.WorkspaceSymbol.provideWorkspaceSymbols('cmpgn', fake.token);
    assert.equal(symbols[0].name, 'campaign quiet morning');
  });

  await group.test('a mistake is told as it is typed, and its fix mends the text', async (t) => {
    const { fake, document, ask } = await session(t);
    const start = new fake.vscode.Position(2, 0);
    fake.replace(document, [new fake.vscode.TextEdit(new fake.vscode.Range(start, start), 'sead: 7\n')]);
    const issue = await fake.until(() => fake.diagnostics.get(document.uri.toString())?.find((one) => one.code === 'unknownKey'), 'a diagnostic');
    assert.equal(issue.severity, 0);
    assert.deepEqual([issue.range.start.line, issue.range.start.character, issue.range.end.character], [2, 0, 4]);
    const actions = await ask('CodeActions', 'provideCodeActions', issue.range, { diagnostics: [issue] });
    const fix = actions.find((one) => one.kind.value === 'quickfix');
    assert.equal(fix.isPreferred, true);
    await fake.vscode.workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /\nseed: 7\n/);
  });

  await group.test('enhance is one change of the text at the cursor', async (t) => {
    const { fake, document } = await session(t);
    const before = document.version;
    fake.cursor(document.getText().split('\n').indexOf('## hero') + 2);
    await fake.commands.get('kraf.enhance')();
    assert.equal(document.version, before + 1);
    assert.ok(document.getText().length > shop.text('sand-mug.kraf').length);
  });

  await group.test('generate shows progress, ends with a message that names the file, and the status counts', async (t) => {
    const { fake, document, ask } = await session(t);
    fake.cursor(document.getText().split('\n').indexOf('## hero') + 2);
    const texts = new Set();
    const { statusItem } = fake;
    let refreshed = 0;
    fake.providers.CodeLens.onDidChangeCodeLenses(() => { refreshed += 1; });
    const watch = setInterval(() => texts.add(statusItem.text), 10);
    await fake.commands.get('kraf.generate')();
    const told = await fake.until(() => fake.messages.find((one) => one.kind === 'information'), 'the message', 60000);
    clearInterval(watch);
    assert.match(told.sentence, /^Made 1 picture: .*\.png$/);
    assert.equal(fake.progress.length, 1);
    assert.equal(fake.progress[0].title, 'krafd: hero');
    assert.equal(fake.progress[0].cancellable, true);
    await fake.until(() => fake.progress[0].isOver, 'the end of the progress');
    assert.ok(fake.progress[0].reports.reduce((sum, one) => sum + one.increment, 0) <= 100);
    assert.ok([...texts].some((text) => text === '$(sync~spin) kraf 1 job · $0.00'), [...texts].join('\n'));
    await fake.until(() => statusItem.text === '$(device-camera) kraf $0.00', 'a quiet status');
    assert.ok(refreshed > 0, 'the lenses are asked for again');
    assert.match((await ask('CodeLens', 'provideCodeLenses'))[0].command.title, /^Generate 'hero' · made already/);
  });

  await group.test('the result is opened in the editor, and a cursor outside of shots is told', async (t) => {
    const { fake, document } = await session(t);
    fake.cursor(document.getText().split('\n').indexOf('## hero') + 2);
    await fake.commands.get('kraf.openResult')();
    const [, uri] = fake.executed.find(([name]) => name === 'vscode.open');
    assert.ok(fs.existsSync(uri.fsPath));
    fake.cursor(0);
    await fake.commands.get('kraf.generate')();
    assert.equal(fake.messages.at(-1).sentence, 'Put the cursor into a shot first: below a line that begins with ##');
  });

  await group.test('after a restart the texts and the features are there again', async (t) => {
    const { fake, document } = await session(t);
    const start = new fake.vscode.Position(2, 0);
    fake.replace(document, [new fake.vscode.TextEdit(new fake.vscode.Range(start, start), 'sead: 7\n')]);
    await fake.commands.get('kraf.restart')();
    await fake.until(() => fake.diagnostics.get(document.uri.toString())?.some((one) => one.code === 'unknownKey'), 'the diagnostic of the changed text');
    await fake.until(() => fake.providers.Hover, 'features');
  });

  await group.test('after the daemon was stopped the canvas is followed again', async (t) => {
    const { fake } = await session(t);
    await fake.commands.get('kraf.canvas')();
    const [one] = fake.panels;
    const answer = async (id, method, params) => {
      one.send({ id, method, params });
      return fake.until(() => one.posted.find((message) => message.id === id), method);
    };
    const { clock } = (await answer(1, 'page/subscribe', {})).result;
    shop.run('stop');
    await fake.commands.get('kraf.restart')();
    await fake.until(() => one.posted.some((message) => message.method === 'page/shown'), 'the new krafd');
    assert.ok((await answer(2, 'page/subscribe', { since: clock })).result.clock >= clock);
    const canvas = (await answer(3, 'kraf/canvas/get', {})).result;
    await answer(4, 'kraf/canvas/apply', { baseClock: canvas.clock, changes: [{ action: 'add', kind: 'note', text: 'x' }] });
    await fake.until(() => one.posted.some((message) => message.method === 'kraf/event'), 'an event');
  });

  await group.test('the canvas opens under a policy with a fresh nonce, and may load its own files only', async (t) => {
    const { fake } = await session(t);
    await fake.commands.get('kraf.canvas')();
    const [{ panel, options, kind }] = fake.panels;
    assert.equal(kind, 'kraf.canvas');
    assert.deepEqual(options.localResourceRoots.map((one) => one.fsPath), [path.join(__dirname, '../pages')]);
    const { html } = panel.webview;
    const nonce = /script-src 'nonce-([A-Za-z0-9+/]{24})'/.exec(html)[1];
    assert.match(html, new RegExp(`content="default-src 'none'; img-src https://webview\\.test; script-src 'nonce-${nonce.replace(/[+]/g, '\\+')}'; style-src 'nonce-${nonce.replace(/[+]/g, '\\+')}'; base-uri 'none'; form-action 'none'"`));
    for (const tag of html.match(/<(script|link)[^>]*>/g)) assert.ok(tag.includes(`nonce="${nonce}"`), tag);
    assert.doesNotMatch(html, /\{\{|<script[^>]*>[^<]|\sstyle=|\son\w+=/);
    await fake.commands.get('kraf.canvas')();
    fake.close(fake.documents[0]);
    await fake.commands.get('kraf.canvas')();
    assert.equal(fake.panels.length, 1);
    fake.panels[0].close();
    await fake.commands.get('kraf.canvas')();
    assert.equal(fake.panels.length, 2);
    assert.deepEqual(fake.messages, []);
  });

  await group.test('the canvas asks krafd, hears events while it is seen, and shows shots in their list', async (t) => {
    const { fake } = await session(t);
    await fake.commands.get('kraf.canvas')();
    const [one] = fake.panels;
    const answer = async (id, method, params) => {
      one.send({ id, method, params });
      return fake.until(() => one.posted.find((message) => message.id === id), method);
    };
    const { result } = await answer(1, 'page/subscribe', {});
    assert.ok(Number.isInteger(result.clock));
    const { result: found } = await answer(2, 'kraf/canvas/get', {});
    const picture = found.nodes.find((node) => node.asset);
    const { result: small } = await answer(3, 'page/picture', { asset: picture.asset, px: 64 });
    assert.equal(Buffer.from(small.bytes).toString('latin1', 1, 4), 'PNG');
    await answer(4, 'page/reveal', { product: 'sand-mug.kraf', shot: 'campaign-quiet-morning' });
    assert.equal(fake.editors[0].selection.active.line, fake.documents[0].getText().split('\n').indexOf('## campaign quiet morning'));
    const { error } = await answer(5, 'page/reveal', { product: '../../etc/passwd' });
    assert.equal(error.message, 'The shot list lies outside of its workspace');
    await answer(6, 'page/open', { asset: picture.asset });
    assert.ok(fake.executed.some(([name, uri]) => name === 'vscode.open' && fs.existsSync(uri.fsPath)));
    const events = () => one.posted.filter((message) => message.method === 'kraf/event').length;
    const note = (id) => answer(id, 'kraf/canvas/apply', { baseClock: found.clock, changes: [{ action: 'add', kind: 'note', text: 'x' }] });
    await note(7);
    await fake.until(() => events() === 1, 'an event');
    one.show(false);
    await note(8);
    await answer(9, 'kraf/canvas/get', {});
    assert.equal(events(), 1);
    one.show(true);
    assert.equal(one.posted.at(-1).method, 'page/shown');
    const { result: missed } = await answer(10, 'page/subscribe', { since: result.clock });
    assert.ok(missed.reset || missed.changes.length >= 2);
  });

  await group.test('a closed shot list has no mistakes any more', async (t) => {
    const { fake, document } = await session(t, 'sand-mug.kraf', '# Mug\n\nsead: 7\n');
    await fake.until(() => fake.diagnostics.get(document.uri.toString())?.length, 'a diagnostic');
    fake.close(document);
    await fake.until(() => !fake.diagnostics.get(document.uri.toString())?.length, 'no diagnostic');
  });
});
