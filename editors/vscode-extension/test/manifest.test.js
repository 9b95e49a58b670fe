'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');

const root = path.join(__dirname, '..');
const read = (name) => fs.readFileSync(path.join(root, name));
const manifest = JSON.parse(read('package.json'));
const { contributes } = manifest;

test('says what a package must say', () => {
  assert.match(manifest.version, /^\d+\.\d+\.\d+$/);
  assert.match(manifest.engines.vscode, /^\^1\.\d+\.0$/);
  assert.equal(manifest.license, 'Apache-2.0');
  assert.ok(manifest.publisher && manifest.displayName && manifest.description && manifest.categories.length);
  for (const name of ['dependencies', 'devDependencies', 'scripts']) assert.equal(manifest[name], undefined, name);
});

test('is loaded for shot lists, by its commands and for its panels after a reload, never for everything', () => {
  assert.deepEqual(manifest.activationEvents, ['onWebviewPanel:kraf.preview', 'onWebviewPanel:kraf.canvas']);
  assert.deepEqual(contributes.languages.map(({ id, extensions }) => [id, extensions]), [['kraf', ['.kraf']]]);
});

test('the license is that of the whole project', () => {
  assert.equal(read('LICENSE').toString(), fs.readFileSync(path.join(root, '../../LICENSE')).toString());
});

test('the icon is a PNG of 128 px', () => {
  const icon = read(manifest.icon);
  assert.equal(icon.toString('latin1', 1, 4), 'PNG');
  assert.deepEqual([icon.readUInt32BE(16), icon.readUInt32BE(20)], [128, 128]);
});

test('every setting has a scope and a description, and the program is chosen for a machine only', () => {
  for (const [name, setting] of Object.entries(contributes.configuration.properties)) {
    assert.ok(name.startsWith('kraf.'), name);
    assert.ok(['machine', 'window', 'resource'].includes(setting.scope), name);
    assert.ok((setting.description ?? setting.markdownDescription).endsWith('.'), name);
    assert.notEqual(setting.default, undefined, name);
  }
  assert.equal(contributes.configuration.properties['kraf.path'].scope, 'machine');
});

test('a folder that nobody trusts starts nothing and names no program', () => {
  const { untrustedWorkspaces } = manifest.capabilities;
  assert.equal(untrustedWorkspaces.supported, 'limited');
  assert.deepEqual(untrustedWorkspaces.restrictedConfigurations, ['kraf.path']);
  for (const entry of [...contributes.menus.commandPalette, ...contributes.menus['editor/title']]) assert.match(entry.when, /^isWorkspaceTrusted/);
  assert.deepEqual(contributes.menus.commandPalette.map((entry) => entry.command).sort(), contributes.commands.map((one) => one.command).sort());
});

test('folders that are not on a disk are not promised anything', () => {
  assert.equal(manifest.capabilities.virtualWorkspaces.supported, false);
  assert.deepEqual(manifest.extensionKind, ['workspace']);
});

test('every command has a title and a category, and every key and step names a command that is there', () => {
  const names = new Set(contributes.commands.map((one) => one.command));
  for (const { command, title, category } of contributes.commands) assert.ok(command.startsWith('kraf.') && title && category === 'kraf', command);
  for (const key of contributes.keybindings) assert.ok(names.has(key.command) && key.when.includes('editorLangId == kraf'), key.command);
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  for (const link of JSON.stringify(steps).matchAll(/command:(kraf\.\w+)/g)) assert.ok(names.has(link[1]), link[1]);
});

test('every file that is named is there', () => {
  const files = [manifest.main, manifest.icon, contributes.languages[0].configuration, contributes.grammars[0].path,
    ...contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps).map((step) => step.media.markdown)];
  for (const file of files) assert.ok(fs.existsSync(path.join(root, file)), file);
});

test('the grammar and the language configuration are patterns that can be read', () => {
  const grammar = JSON.parse(read('syntaxes/kraf.tmLanguage.json'));
  assert.equal(grammar.scopeName, contributes.grammars[0].scopeName);
  const patterns = [];
  JSON.stringify(grammar, (key, value) => {
    if (['match', 'begin', 'end'].includes(key)) patterns.push(value);
    if (key === 'include' && value.startsWith('#')) assert.ok(grammar.repository[value.slice(1)], value);
    return value;
  });
  for (const pattern of patterns) new RegExp(pattern, 'u');
  new RegExp(JSON.parse(read('language-configuration.json')).wordPattern, 'u');
});
