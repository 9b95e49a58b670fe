'use strict';

const vscode = require('vscode');
const { readFile, stat } = require('node:fs/promises');
const { activeList, saying } = require('./commands.js');
const { isShotList } = require('./documents.js');
const { latest } = require('./latest.js');
const { openPanel } = require('./panel.js');
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
  #isReady = false;
  #follow = latest(() => this.#look());

  /** @param {Session} session @param {vscode.Uri} extensionUri */
  constructor(session, extensionUri) {
    this.session = session;
    this.extensionUri = extensionUri;
    this.subscriptions = [
      vscode.commands.registerCommand('kraf.preview', saying(() => this.open())),
      session.on('kraf/preview/picture', (picture) => this.#show(picture)),
      session.on('kraf/preview/problem', (problem) => {
        if (this.#isAbout(problem)) this.#problem(problem.message);
      }),
      session.onState((state) => {
        this.#running = undefined;
        if (state.name === 'running') this.#follow();
        if (state.name === 'failed') this.#problem(state.sentence);
      }),
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
    this.#open = openPanel(this.session, this.extensionUri, {
      kind: 'kraf.preview', page: 'preview.html', title: 'Preview', column: vscode.ViewColumn.Beside, keeps: false,
      workspace: () => undefined,
      own: { 'page/ready': () => this.#ready() },
    });
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
    this.#follow();
  }

  /** Has the shot at the cursor shown; in the header of a shot list its first. */
  async #look() {
    if (!this.#open || !this.#isReady) return;
    try {
      const document = activeList();
      const uri = document.uri.toString();
      const line = vscode.window.visibleTextEditors.find((one) => one.document === document)?.selection.active.line ?? 0;
      const shots = await shotsOf(this.session, uri);
      const shot = (shots.filter((one) => one.line <= line).at(-1) ?? shots[0])?.shot;
      if (!shot) return this.#problem('This shot list has no shot yet; begin one by a line like “## hero”');
      if (shot === this.#running?.shot && uri === this.#running?.uri) return;
      await this.#start(uri, shot);
      await this.#showPhoto(document, shot);
    } catch (error) {
      this.#problem(error instanceof Error ? error.message : String(error));
    }
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

  /**
   * Shows the photo behind the slider; a preview without one is still a preview.
   * @param {vscode.TextDocument} document @param {string} shot
   */
  async #showPhoto(document, shot) {
    const path = await photoOf(this.session, document, shot).catch(() => undefined);
    const isFit = path && (await stat(path).then(({ size }) => size <= photoLimit, () => false));
    const bytes = isFit ? await readFile(path) : undefined;
    if (this.#isReady) this.#open?.channel.tell('page/photo', bytes ? { bytes, mediaType: '' } : null);
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
    try {
      const bytes = await readFile(picture.path);
      if (this.#isAbout(picture)) this.#open?.channel.tell('page/picture', { ...picture, path: undefined, bytes });
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
    if (this.#isReady) this.#open?.channel.tell('page/problem', { message });
  }
}

module.exports = { Preview };
