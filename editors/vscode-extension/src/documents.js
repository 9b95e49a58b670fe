'use strict';

const vscode = require('vscode');
const path = require('node:path');
const convert = require('./convert.js');

/** @typedef {import('./session.js').Session} Session */

/**
 * The texts that krafd is told of: those on a disk, and new ones. An older version beside a change, or a text of a
 * folder elsewhere, has colors and nothing else.
 */
const selector = ['file', 'untitled'].map((scheme) => ({ language: 'kraf', scheme }));

/** @param {vscode.TextDocument} document */
const isKraf = (document) => document.languageId === 'kraf';

/** @param {vscode.TextDocument} document */
const isShotList = (document) => isKraf(document) && selector.some(({ scheme }) => scheme === document.uri.scheme);

/** Why krafd does nothing with a text that it is not told of. */
const elsewhere = 'This shot list is not a file on this machine; open the file itself to work on it with krafd';

/**
 * The folder of a shot list. Throws for one that was never saved.
 * @param {vscode.TextDocument} document
 */
function folderOf({ uri }) {
  if (uri.scheme !== 'file') throw new Error('Save this shot list beside its photos first');
  return path.dirname(uri.fsPath);
}

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

module.exports = { elsewhere, folderOf, follow, isKraf, isShotList, openAll, selector };
