'use strict';

const vscode = require('vscode');
const { Canvas } = require('./canvas.js');
const { registerCommands } = require('./commands.js');
const documents = require('./documents.js');
const { Events } = require('./events.js');
const { Preview } = require('./preview.js');
const { Session } = require('./session.js');
const { Status } = require('./status.js');

/** @type {Session | undefined} */
let session;

/**
 * Called by VS Code when a shot list is opened or one of the commands is started.
 * @param {vscode.ExtensionContext} context
 */
function activate(context) {
  const output = vscode.window.createOutputChannel('krafd', { log: true });
  session = new Session(output);
  const events = new Events(session);
  context.subscriptions.push(
    output, events, new Status(session, events),
    new Canvas(session, events, context.extensionUri), new Preview(session, context.extensionUri),
    ...documents.follow(session), ...registerCommands(session),
    vscode.workspace.onDidGrantWorkspaceTrust(() => startIfNeeded()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('kraf.path')) session?.restart().catch(() => {});
    }));
  startIfNeeded();
}

function startIfNeeded() {
  if (vscode.workspace.textDocuments.some(documents.isShotList)) session?.start();
}

/** Called by VS Code when it ends; krafd's bridge ends, the daemon finishes its work. */
function deactivate() {
  return session?.dispose();
}

module.exports = { activate, deactivate };
