'use strict';

const vscode = require('vscode');
const { elsewhere, isKraf, isShotList } = require('./documents.js');
const { shotAt } = require('./shots.js');

/** @typedef {import('./session.js').Session} Session */

/** Krafd's commands about a shot list, and those about one shot of it. */
const aboutLists = ['kraf.generateAll', 'kraf.plan', 'kraf.export'];
const aboutShots = ['kraf.generate', 'kraf.enhance', 'kraf.compare', 'kraf.openResult'];

/** The shot list that a person looks at, if there is one. Throws when it is one that krafd is not told of. */
function visibleList() {
  const document = vscode.window.activeTextEditor?.document;
  if (document && isShotList(document)) return document;
  if (document && isKraf(document)) throw new Error(elsewhere);
  return vscode.window.visibleTextEditors.map((editor) => editor.document).find(isShotList);
}

/** The shot list that a person looks at. */
function activeList() {
  const found = visibleList();
  if (!found) throw new Error('Open a shot list first: a file that ends in .kraf');
  return found;
}

/**
 * The shot at the cursor.
 * @param {Session} session
 */
async function shotAtCursor(session) {
  const document = activeList();
  const uri = document.uri.toString();
  const line = vscode.window.visibleTextEditors.find((one) => one.document === document)?.selection.active.line ?? 0;
  const shot = await shotAt(session, uri, line);
  if (!shot) throw new Error('Put the cursor into a shot first: below a line that begins with ##');
  return { uri, shot };
}

/**
 * @param {Session} session @param {string} command @param {any} [target]
 */
async function run(session, command, target) {
  if (command === 'kraf.cancel' && session.server.state.name === 'stopped') return;
  if (!target && aboutLists.includes(command)) target = { uri: activeList().uri.toString() };
  if (!target && aboutShots.includes(command)) target = await shotAtCursor(session);
  return session.request('workspace/executeCommand', { command, arguments: target ? [target] : [] });
}

/**
 * Makes a command tell a person why it could not be done.
 * @param {(...words: any[]) => any} work
 */
const saying = (work) => async (/** @type {any[]} */ ...words) => {
  try {
    return await work(...words);
  } catch (error) {
    vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
};

/** @param {Session} session */
function registerCommands(session) {
  const passedOn = [...aboutLists, ...aboutShots, 'kraf.cancel'].map((name) =>
    vscode.commands.registerCommand(name, saying((target) => run(session, name, target))));
  return [...passedOn, vscode.commands.registerCommand('kraf.restart', saying(() => session.restart()))];
}

module.exports = { activeList, registerCommands, saying, visibleList };
