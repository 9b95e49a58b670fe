'use strict';

const vscode = require('vscode');
const { stat } = require('node:fs/promises');
const path = require('node:path');
const { activeList, saying, visibleList } = require('./commands.js');
const { folderOf } = require('./documents.js');
const { openPanel, takeBack } = require('./panel.js');
const { show } = require('./requests.js');
const { shotsOf } = require('./shots.js');

/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./events.js').Events} Events */

/**
 * Whether something lies at a path.
 * @param {string} path
 */
const isThere = (path) => stat(path).then(() => true, () => false);

/** The canvas: one panel about the workspace of the shot list that was looked at when it was opened. */
class Canvas {
  /** @type {ReturnType<typeof openPanel> | undefined} */
  #open;
  #root = '';

  /** @param {Session} session @param {Events} events @param {vscode.Uri} extensionUri */
  constructor(session, events, extensionUri) {
    this.session = session;
    this.events = events;
    this.extensionUri = extensionUri;
    this.subscriptions = [
      vscode.commands.registerCommand('kraf.canvas', saying(() => this.open())),
      takeBack('kraf.canvas', (panel, { root }) => this.#takeBack(panel, root)),
      session.on('kraf/event', (event) => {
        if (event.workspace === this.#root && this.#open?.panel.visible) this.#open.channel.tell('kraf/event', event);
      }),
      session.onState((state) => {
        if (state.name === 'running') this.#open?.channel.tell('page/shown', {});
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#open?.channel.tell('page/shown', {})),
    ];
  }

  dispose() {
    this.#open?.panel.dispose();
    for (const one of this.subscriptions) one.dispose();
  }

  /** Opens the canvas, or shows it again. */
  async open() {
    const list = visibleList();
    if (!list && this.#open) return this.#open.panel.reveal();
    const root = list || !this.events.root ? await this.events.follow(folderOf(list ?? activeList())) : this.events.root;
    if (this.#open && root === this.#root) return this.#open.panel.reveal();
    this.#root = root;
    if (this.#open) {
      this.#open.channel.tell('page/restart', {});
      return this.#open.panel.reveal();
    }
    this.#show();
  }

  /**
   * Shows the canvas of a folder again in a panel that was kept over a reload.
   * @param {vscode.WebviewPanel} panel @param {unknown} root
   */
  #takeBack(panel, root) {
    if (this.#open || typeof root !== 'string') return false;
    this.#root = root;
    this.#show(panel);
    return true;
  }

  /** @param {vscode.WebviewPanel} [kept] */
  #show(kept) {
    this.#open = openPanel(this.session, this.extensionUri, {
      kind: 'kraf.canvas', page: 'canvas.html', title: 'Canvas', column: vscode.ViewColumn.Active, keeps: true,
      workspace: () => this.#root,
      own: {
        'page/subscribe': ({ since }) => this.#subscribe(since),
        'page/open': (params) => this.#openPicture(params),
        'page/reveal': (params) => this.#reveal(params),
      },
    }, kept);
    const { panel, channel } = this.#open;
    panel.onDidChangeViewState(() => {
      if (panel.visible) channel.tell('page/shown', {});
    });
    panel.onDidDispose(() => { this.#open = undefined; });
  }

  /**
   * What the page missed since a moment, and the folder that it is about. A krafd that has just started knows no folder yet.
   * @param {number | undefined} since
   */
  async #subscribe(since) {
    const root = this.#root;
    if (!(await isThere(root))) throw new Error(`The folder '${root}' is not there any more; open a shot list and then the canvas again`);
    if (this.events.root) await this.session.request('kraf/workspace/open', { path: root });
    else await this.events.follow(root);
    return { ...(await this.events.subscribe(since, root)), root };
  }

  /** @param {{ asset: string }} params */
  async #openPicture({ asset }) {
    const found = await this.session.request('kraf/asset/get', { asset, workspace: this.#root });
    if (!(await isThere(found.path))) throw new Error('The file of this picture is gone; generate its shot again');
    await show(vscode.Uri.file(found.path));
  }

  /**
   * Shows a shot in its shot list, which stays inside of the workspace.
   * @param {{ product: string, shot?: string }} params
   */
  async #reveal({ product, shot }) {
    const file = path.join(this.#root, String(product));
    if (!file.startsWith(this.#root + path.sep)) throw new Error('The shot list lies outside of its workspace');
    const uri = vscode.Uri.file(file);
    const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
    const found = (await shotsOf(this.session, uri.toString())).find((one) => one.shot === shot);
    if (!found) return;
    const place = new vscode.Position(found.line, 0);
    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

module.exports = { Canvas };
