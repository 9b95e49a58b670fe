'use strict';

const vscode = require('vscode');
const convert = require('./convert.js');

/** @typedef {import('./session.js').Session} Session */

/** @param {vscode.TextDocument} document */
const isShotList = (document) => document.languageId === 'kraf';

/** @param {Session} session @param {vscode.TextDocument} document */
function open(session, document) {
  session.notify('textDocument/didOpen', {
    textDocument: {
      uri: document.uri.toString(), languageId: document.languageId, version: document.version, text: document.getText(),
    },
  });
}

/**
 * Tells a krafd that has just started which shot lists are open.
 * @param {Session} session
 */
function openAll(session) {
  for (const document of vscode.workspace.textDocuments) if (isShotList(document)) open(session, document);
}

/**
 * Keeps krafd's texts the same as the editor's.
 * @param {Session} session
 * @returns {vscode.Disposable[]}
 */
function follow(session) {
  const { workspace } = vscode;
  return [
    workspace.onDidOpenTextDocument((document) => {
      if (!isShotList(document)) return;
      session.start();
      open(session, document);
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!isShotList(document) || !contentChanges.length) return;
      session.notify('textDocument/didChange', {
        textDocument: { uri: document.uri.toString(), version: document.version },
        contentChanges: contentChanges.map((change) => ({ range: convert.wireRange(change.range), text: change.text })),
      });
    }),
    workspace.onDidSaveTextDocument((document) => {
      if (isShotList(document)) session.notify('textDocument/didSave', { textDocument: { uri: document.uri.toString() } });
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (isShotList(document)) session.notify('textDocument/didClose', { textDocument: { uri: document.uri.toString() } });
    }),
  ];
}

module.exports = { follow, isShotList, openAll };
