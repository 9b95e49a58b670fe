'use strict';

const vscode = require('vscode');
const { readFileSync } = require('node:fs');
const { readFile } = require('node:fs/promises');
const { Channel } = require('./channel.js');
const { filled } = require('./pages.js');

/** @typedef {import('./session.js').Session} Session */

/**
 * Opens a webview with one of our pages, or fills one that VS Code kept over a reload, and connects it with krafd.
 * @param {Session} session @param {vscode.Uri} extensionUri
 * @param {{ kind: string, page: string, title: string, column: number, keeps: boolean, workspace: () => string | undefined,
 *   own: Record<string, (params: any) => any> }} wishes
 * @param {vscode.WebviewPanel} [kept]
 */
function openPanel(session, extensionUri, wishes, kept) {
  const pages = vscode.Uri.joinPath(extensionUri, 'pages');
  const options = { enableScripts: /** @type {const} */ (true), localResourceRoots: [pages] };
  const panel = kept ?? vscode.window.createWebviewPanel(
    wishes.kind, wishes.title, { viewColumn: wishes.column, preserveFocus: wishes.column === vscode.ViewColumn.Beside },
    { ...options, retainContextWhenHidden: wishes.keeps });
  if (kept) kept.webview.options = options;
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

/**
 * Gives the panels of a kind that VS Code kept over a reload to whoever shows that kind: with what the page remembered, if
 * it remembered anything. A panel that nobody takes is closed.
 * @param {string} kind @param {(panel: vscode.WebviewPanel, state: any) => boolean} take
 */
const takeBack = (kind, take) => vscode.window.registerWebviewPanelSerializer(kind, {
  async deserializeWebviewPanel(panel, state) {
    if (!take(panel, Object(state))) panel.dispose();
  },
});

module.exports = { openPanel, takeBack };
