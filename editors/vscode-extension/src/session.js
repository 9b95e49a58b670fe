'use strict';

const vscode = require('vscode');
const { krafdPath } = require('./binary.js');
const documents = require('./documents.js');
const { registerFeatures } = require('./features.js');
const { Requests } = require('./requests.js');
const { Server } = require('./server.js');

/** @typedef {import('./server.js').State} State */
/** @typedef {import('./connection.js').Token} Token */

/** VS Code's side of one krafd: its texts, its features, and whoever listens to what it tells. */
class Session {
  /** @type {vscode.Disposable[]} */
  #features = [];
  /** @type {Map<string, Set<(params: any) => void>>} */
  #listeners = new Map();
  /** @type {Set<(state: State) => void>} */
  #watchers = new Set();
  /** Whether VS Code lets go of the extension; nothing is started any more. */
  #isOver = false;

  /** @param {vscode.LogOutputChannel} output */
  constructor(output) {
    this.output = output;
    this.diagnostics = vscode.languages.createDiagnosticCollection('kraf');
    this.requests = new Requests(this, output, this.diagnostics);
    this.server = new Server({
      command: () => ({ path: krafdPath(), arguments: ['lsp', '--stdio'] }),
      initialization,
      handlers: this.requests,
      told: (state) => this.#told(state),
      log: (line) => output.info(line),
    });
  }

  /** Starts krafd if this workspace is trusted and krafd was neither started before nor given up. */
  start() {
    if (vscode.workspace.isTrusted && !this.#isOver && this.server.state.name === 'stopped') this.server.start();
  }

  /** @returns {Promise<void>} */
  async restart() {
    needTrust();
    await this.server.restart();
  }

  /** @param {string} method @param {any} params @param {Token} [token] @returns {Promise<any>} */
  async request(method, params, token) {
    needTrust();
    this.start();
    return this.server.request(method, params, token);
  }

  /** @param {string} method @param {any} params */
  notify(method, params) {
    this.server.notify(method, params);
  }

  /**
   * Whether krafd says that it can do something.
   * @param {string} name
   */
  can(name) {
    const { state } = this.server;
    return state.name === 'running' && state.capabilities.experimental?.kraf?.capabilities?.includes(name) === true;
  }

  /**
   * Calls the listener with every notification of a method.
   * @param {string} method @param {(params: any) => void} listener
   */
  on(method, listener) {
    const all = this.#listeners.get(method) ?? new Set();
    this.#listeners.set(method, all.add(listener));
    return new vscode.Disposable(() => all.delete(listener));
  }

  /**
   * Calls the watcher with every new state.
   * @param {(state: State) => void} watcher
   */
  onState(watcher) {
    this.#watchers.add(watcher);
    return new vscode.Disposable(() => this.#watchers.delete(watcher));
  }

  /**
   * Passes on what krafd told.
   * @param {string} method @param {any} params
   */
  tell(method, params) {
    for (const listener of this.#listeners.get(method) ?? []) listener(params);
  }

  dispose() {
    this.#isOver = true;
    const ended = this.server.stop();
    this.diagnostics.dispose();
    return ended;
  }

  #clear() {
    for (const one of this.#features.splice(0)) one.dispose();
    this.requests.endAll();
  }

  /** @param {State} state */
  #told(state) {
    this.#clear();
    if (state.name === 'running') {
      documents.openAll(this);
      this.#features = registerFeatures(this, state.capabilities);
    }
    if (state.name === 'failed') this.#offer(state.sentence);
    for (const watcher of this.#watchers) watcher(state);
  }

  /** @param {string} sentence */
  async #offer(sentence) {
    this.output.error(sentence);
    const chosen = await vscode.window.showErrorMessage(sentence, 'Restart', 'Settings', 'Output');
    if (chosen === 'Restart') await this.restart();
    if (chosen === 'Settings') await vscode.commands.executeCommand('workbench.action.openSettings', 'kraf.path');
    if (chosen === 'Output') this.output.show();
  }
}

function needTrust() {
  if (!vscode.workspace.isTrusted) throw new Error('krafd is not started in a folder that you do not trust; trust it first');
}

/** What this editor can do, which decides what krafd sends. */
function initialization() {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  return {
    processId: process.pid,
    clientInfo: { name: 'Visual Studio Code', version: vscode.version },
    rootUri: folders[0]?.uri.toString() ?? null,
    workspaceFolders: folders.map(({ uri, name }) => ({ uri: uri.toString(), name })),
    capabilities: {
      general: { positionEncodings: ['utf-16'] },
      workspace: { applyEdit: true, workspaceFolders: true },
      window: { workDoneProgress: true, showDocument: { support: true } },
      textDocument: {
        hover: { contentFormat: ['markdown', 'plaintext'] },
        completion: { completionItem: { documentationFormat: ['markdown', 'plaintext'] } },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } }, isPreferredSupport: true },
        rename: { prepareSupport: true },
        publishDiagnostics: { versionSupport: true },
      },
    },
  };
}

module.exports = { Session };
