'use strict';

const vscode = require('vscode');
const { readFile, stat } = require('node:fs/promises');
const { activeList, saying, visibleList } = require('./commands.js');
const { isShotList } = require('./documents.js');
const { latest } = require('./latest.js');
const { openPanel, takeBack } = require('./panel.js');
const { photoOf, shotsOf } = require('./shots.js');

/** @typedef {import('./session.js').Session} Session */

/** In bytes; a larger photo is not shown. */
const photoLimit = 64 * 1024 * 1024;

/** The live preview of the shot at the cursor, beside its shot list. It runs only while it can be seen. */
class Preview {
  /** @type {ReturnType<typeof openPanel> | undefined} */
  #open;
  /**
   * The shot that is shown; a picture may come before the answer that names its preview.
   * @type {{ uri: string, shot: string, preview?: string } | undefined}
   */
  #running;
  /**
   * The shot that was shown last, for when no shot list can be seen.
   * @type {{ uri: string, shot: string } | undefined}
   */
  #last;
  /** How many pictures krafd told, and which of them the page was told last: a file may be read later than a newer one. */
  #count = 0;
  #newest = 0;
  /** Which photo, of which moment, the page has. */
  #photo = '';
  #isReady = false;
  #follow = latest(() => this.#look());
  #followPhoto = latest(() => this.#lookForPhoto());

  /** @param {Session} session @param {vscode.Uri} extensionUri */
  constructor(session, extensionUri) {
    this.session = session;
    this.extensionUri = extensionUri;
    this.subscriptions = [
      vscode.commands.registerCommand('kraf.preview', saying(() => this.open())),
      takeBack('kraf.preview', (panel, state) => this.#takeBack(panel, state)),
      session.on('kraf/preview/picture', (picture) => this.#show(picture)),
      session.on('kraf/preview/problem', (problem) => {
        if (this.#isAbout(problem)) this.#problem(problem.message);
      }),
      session.onState((state) => {
        this.#running = undefined;
        if (state.name === 'running') this.#follow();
        if (state.name === 'failed') this.#problem(state.sentence);
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#follow()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (isShotList(textEditor.document)) this.#follow();
      }),
    ];
  }

  dispose() {
    this.#open?.panel.dispose();
    for (const one of this.subscriptions) one.dispose();
  }

  /** Opens the preview, or shows it again. */
  open() {
    activeList();
    if (this.#open) return this.#open.panel.reveal(undefined, true);
    this.#fill();
  }

  /**
   * Shows a shot again in a panel that was kept over a reload.
   * @param {vscode.WebviewPanel} panel @param {any} state
   */
  #takeBack(panel, { uri, shot }) {
    if (this.#open || typeof uri !== 'string' || typeof shot !== 'string') return false;
    this.#last = { uri, shot };
    this.#fill(panel);
    return true;
  }

  /** @param {vscode.WebviewPanel} [kept] */
  #fill(kept) {
    this.#open = openPanel(this.session, this.extensionUri, {
      kind: 'kraf.preview', page: 'preview.html', title: 'Preview', column: vscode.ViewColumn.Beside, keeps: false,
      workspace: () => undefined,
      own: { 'page/ready': () => this.#ready() },
    }, kept);
    const { panel } = this.#open;
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#stop();
    });
    panel.onDidDispose(() => {
      this.#open = undefined;
      this.#stop();
    });
  }

  /** The page was loaded, for the first time or because it is shown again. */
  #ready() {
    this.#isReady = true;
    this.#running = undefined;
    this.#photo = '';
    this.#follow();
  }

  /** Has the shot at the cursor shown, or the one that was shown last where no shot list can be seen. */
  async #look() {
    if (!this.#open || !this.#isReady) return;
    try {
      const document = visibleList() ?? await this.#lastList();
      const uri = document.uri.toString();
      const shots = await shotsOf(this.session, uri);
      const shot = this.#shotOf(document, shots);
      if (!shot) return this.#problem('This shot list has no shot yet; begin one by a line like “## hero”');
      this.#last = { uri, shot };
      if (shot !== this.#running?.shot || uri !== this.#running?.uri) await this.#start(uri, shot);
    } catch (error) {
      this.#problem(error instanceof Error ? error.message : String(error));
    }
  }

  /** The shot list of the shot that was shown last, opened behind what is seen. */
  async #lastList() {
    if (!this.#last) return activeList();
    const uri = vscode.Uri.parse(this.#last.uri);
    try {
      return await vscode.workspace.openTextDocument(uri);
    } catch {
      throw new Error(`The shot list '${uri.fsPath}' cannot be read; open another one`);
    }
  }

  /**
   * The shot at the cursor; in the header of a shot list its first.
   * @param {vscode.TextDocument} document @param {{ shot: string, line: number }[]} shots
   */
  #shotOf(document, shots) {
    const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
    const { line = 0 } = editor?.selection.active ?? shots.find((one) => one.shot === this.#last?.shot) ?? {};
    return (shots.filter((one) => one.line <= line).at(-1) ?? shots[0])?.shot;
  }

  /** @param {string} uri @param {string} shot */
  async #start(uri, shot) {
    if (!this.session.can('preview')) return this.#problem('This krafd has no live preview; install a newer one');
    const px = vscode.workspace.getConfiguration('kraf').get('preview.px', 512);
    /** @type {{ uri: string, shot: string, preview?: string }} */
    const running = { uri, shot };
    this.#running = running;
    try {
      running.preview = (await this.session.request('kraf/preview/start', { uri, shot, px })).preview;
    } catch (error) {
      this.#running = undefined;
      throw error;
    }
    if (!this.#isReady) await this.session.request('kraf/preview/stop', { preview: running.preview });
  }

  /** Shows the photo that the shot is made from behind the slider; a preview without one is still a preview. */
  async #lookForPhoto() {
    const running = this.#running;
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === running?.uri);
    if (!running || !document) return;
    const path = await photoOf(this.session, document, running.shot).catch(() => undefined);
    const facts = path && (await stat(path).catch(() => undefined));
    const photo = facts && facts.size <= photoLimit ? `${path} ${facts.size} ${facts.mtimeMs}` : 'none';
    if (photo === this.#photo) return;
    const bytes = path && photo !== 'none' && (await readFile(path).catch(() => undefined));
    if (!this.#isReady || running !== this.#running) return;
    this.#photo = photo;
    this.#open?.channel.tell('page/photo', bytes ? { bytes, mediaType: '' } : null);
  }

  #stop() {
    const running = this.#running;
    this.#isReady = false;
    this.#running = undefined;
    if (running?.preview) this.session.request('kraf/preview/stop', { preview: running.preview }).catch(() => {});
  }

  /**
   * Reads a picture at once, as krafd deletes it when two newer ones were told, and hands its bytes to the page.
   * @param {any} picture
   */
  async #show(picture) {
    if (!this.#isAbout(picture)) return;
    const number = ++this.#count;
    try {
      const bytes = await readFile(picture.path);
      if (!this.#isAbout(picture) || number < this.#newest) return;
      this.#newest = number;
      this.#open?.channel.tell('page/picture', { ...picture, path: undefined, bytes });
      if (picture.step === 1 || !this.#photo) this.#followPhoto(); // A photo that krafd cannot read has no picture.
    } catch {
      // A newer picture has replaced it; that one is shown.
    }
  }

  /** @param {{ uri: string, shot: string }} told */
  #isAbout({ uri, shot }) {
    return this.#isReady && uri === this.#running?.uri && shot === this.#running.shot;
  }

  /** @param {string} message */
  #problem(message) {
    if (this.#isReady) this.#open?.channel.tell('page/problem', { message, ...this.#last });
  }
}

module.exports = { Preview };
