'use strict';

const vscode = require('vscode');
const { readFileSync } = require('node:fs');
const { readFile } = require('node:fs/promises');
const { Channel } = require('./channel.js');
const { filled } = require('./pages.js');

/** @typedef {import('./session.js').Session} Session */

/**
 * Opens a webview with one of our pages and connects it with krafd.
 * @param {Session} session @param {vscode.Uri} extensionUri
 * @param {{ kind: string, page: string, title: string, column: number, keeps: boolean, workspace: () => string | undefined,
 *   own: Record<string, (params: any) => any> }} wishes
 */
function openPanel(session, extensionUri, wishes) {
  const pages = vscode.Uri.joinPath(extensionUri, 'pages');
  const panel = vscode.window.createWebviewPanel(
    wishes.kind, wishes.title, { viewColumn: wishes.column, preserveFocus: wishes.column === vscode.ViewColumn.Beside },
    { enableScripts: true, localResourceRoots: [pages], retainContextWhenHidden: wishes.keeps });
  panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
  const channel = new Channel({
    request: (method, params) => session.request(method, params),
    post: (message) => panel.webview.postMessage(message),
    read: (path) => readFile(path),
    workspace: wishes.workspace,
    own: wishes.own,
  });
  panel.webview.onDidReceiveMessage((message) => channel.take(message));
  panel.webview.html = filled(readFileSync(vscode.Uri.joinPath(pages, wishes.page).fsPath, 'utf8'), {
    source: panel.webview.cspSource, base: panel.webview.asWebviewUri(pages).toString(),
  });
  return { panel, channel };
}

module.exports = { openPanel };
