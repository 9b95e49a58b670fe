'use strict';

// The extension, activated on a fresh stand-in, and ended with its test.

const path = require('node:path');
const { performance } = require('node:perf_hooks');
const krafd = require('./krafd.js');
const standIn = require('./vscode.js');

exports.activated = function activated(t, wishes = {}) {
  const fake = standIn.install({ settings: { 'kraf.path': { globalValue: krafd.program ?? '/nowhere/krafd' } }, ...wishes });
  const context = { subscriptions: [], extensionUri: fake.vscode.Uri.file(path.join(__dirname, '..')) };
  const began = performance.now();
  const extension = standIn.fresh('../src/extension.js');
  extension.activate(context);
  fake.activationMs = performance.now() - began;
  fake.restore();
  /** @type {Promise<void> | undefined} */
  let ended;
  /** Ends it once, as when its window is closed or loaded again. */
  const end = () => (ended ??= (async () => {
    for (const one of context.subscriptions) one.dispose();
    await extension.deactivate();
  })());
  t.after(end);
  return { fake, context, end };
};

/** What a page of a panel asks, and what it is answered. */
exports.asker = function asker(fake, one) {
  let id = 0;
  return (method, params) => {
    const mine = ++id;
    one.send({ id: mine, method, params });
    return fake.until(() => one.posted.find((message) => message.id === mine), method);
  };
};
