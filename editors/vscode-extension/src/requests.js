'use strict';

const vscode = require('vscode');
const { UnknownMethod } = require('./connection.js');
const convert = require('./convert.js');

/** @typedef {import('./session.js').Session} Session */

/** What krafd asks of the editor, and what it tells it. */
class Requests {
  /** @type {Map<string | number, { report(value: any): void, end(): void }>} */
  #progress = new Map();

  /** @param {Session} session @param {vscode.LogOutputChannel} output @param {vscode.DiagnosticCollection} diagnostics */
  constructor(session, output, diagnostics) {
    this.session = session;
    this.output = output;
    this.diagnostics = diagnostics;
  }

  /** @param {string} method @param {any} params @returns {Promise<any>} */
  async request(method, params) {
    switch (method) {
      case 'workspace/applyEdit':
        return { applied: await vscode.workspace.applyEdit(convert.workspaceEdit(params.edit)) };
      case 'window/showDocument':
        return { success: await show(vscode.Uri.parse(params.uri)) };
      case 'window/workDoneProgress/create':
        return this.#follow(params.token);
      default:
        throw new UnknownMethod(method);
    }
  }

  /** @param {string} method @param {any} params */
  notification(method, params) {
    switch (method) {
      case 'textDocument/publishDiagnostics':
        this.diagnostics.set(vscode.Uri.parse(params.uri), params.diagnostics.map(convert.diagnostic));
        break;
      case 'window/showMessage':
        say(params.type, String(params.message));
        break;
      case 'window/logMessage':
        this.output.info(String(params.message));
        break;
      case '$/progress':
        this.#report(params.token, params.value);
        break;
      default:
        this.session.tell(method, params);
    }
  }

  /** Ends every progress; the krafd that told it is gone. */
  endAll() {
    for (const one of this.#progress.values()) one.end();
    this.#progress.clear();
    this.diagnostics.clear();
  }

  /** @param {string | number} token */
  #follow(token) {
    this.#progress.set(token, { report: () => {}, end: () => {} });
  }

  /** @param {string | number} token @param {any} value */
  #report(token, value) {
    const shown = this.#progress.get(token);
    if (!shown) return;
    if (value.kind === 'begin') this.#begin(token, value);
    else if (value.kind === 'report') shown.report(value);
    else {
      shown.end();
      this.#progress.delete(token);
    }
  }

  /** @param {string | number} token @param {any} begin */
  #begin(token, begin) {
    const options = { location: vscode.ProgressLocation.Notification, title: `krafd: ${begin.title}`, cancellable: begin.cancellable === true };
    /** @type {(value?: any) => void} */
    let end = () => {};
    const ended = new Promise((resolve) => { end = resolve; });
    /** @type {((value: any) => void) | undefined} */
    let show;
    this.#progress.set(token, { report: (value) => show?.(value), end });
    vscode.window.withProgress(options, (progress, cancel) => {
      let shown = begin.percentage ?? 0;
      cancel.onCancellationRequested(() => this.session.notify('window/workDoneProgress/cancel', { token }));
      show = ({ message, percentage }) => {
        progress.report({ message, increment: Math.max(0, (percentage ?? shown) - shown) });
        shown = Math.max(shown, percentage ?? shown);
      };
      return ended;
    });
  }
}

/** @param {number} type @param {string} sentence */
function say(type, sentence) {
  if (type === 1) vscode.window.showErrorMessage(sentence);
  else if (type === 2) vscode.window.showWarningMessage(sentence);
  else vscode.window.showInformationMessage(sentence);
}

/**
 * Opens a file in the editor; no other kind of address is followed.
 * @param {vscode.Uri} uri
 */
async function show(uri) {
  if (uri.scheme !== 'file') return false;
  await vscode.commands.executeCommand('vscode.open', uri);
  return true;
}

module.exports = { Requests, show };
