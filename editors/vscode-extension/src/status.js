'use strict';

const vscode = require('vscode');
const { elsewhere, folderOf, isKraf, isShotList } = require('./documents.js');
const { latest } = require('./latest.js');

/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./events.js').Events} Events */

/**
 * What krafd works at and what was spent.
 * @typedef {{ jobs: any[], usedMicros: number }} Work
 */

/** The item in the status bar: whether krafd runs, what it works at, and what was spent. */
class Status {
  /** @type {Work} */
  #work = { jobs: [], usedMicros: 0 };
  #ask = latest(() => this.#read());

  /** @param {Session} session @param {Events} events */
  constructor(session, events) {
    this.session = session;
    this.events = events;
    this.item = vscode.window.createStatusBarItem('kraf.status', vscode.StatusBarAlignment.Left, 0);
    this.item.name = 'krafd';
    this.subscriptions = [
      this.item,
      session.onState(() => this.#show()),
      events.onChange(() => this.#ask()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#look()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#look()),
    ];
    this.#look();
  }

  dispose() {
    for (const one of this.subscriptions) one.dispose();
  }

  #look() {
    const document = vscode.window.activeTextEditor?.document;
    if (document && isShotList(document) && document.uri.scheme === 'file' && vscode.workspace.isTrusted) {
      this.events.follow(folderOf(document)).catch(() => {}); // The state that is shown says why it failed.
    }
    this.#show();
  }

  async #read() {
    const workspace = this.events.root;
    try {
      const [running, queued, money] = await Promise.all([
        this.session.request('kraf/job/list', { state: 'running', workspace }),
        this.session.request('kraf/job/list', { state: 'queued', workspace }),
        this.session.request('kraf/budget', { workspace }),
      ]);
      this.#work = { jobs: [...running.jobs, ...queued.jobs], usedMicros: money.usedMicros };
    } catch {
      this.#work = { jobs: [], usedMicros: 0 };
    }
    this.#show();
  }

  #show() {
    const { item, session } = this;
    const document = vscode.window.activeTextEditor?.document;
    const isElsewhere = document && isKraf(document) && !isShotList(document);
    const shown = !vscode.workspace.isTrusted ? untrusted : isElsewhere ? unreachable : face(session.server.state, this.#work);
    item.text = shown.text;
    item.tooltip = shown.tooltip;
    item.command = shown.command;
    item.backgroundColor = shown.isFault ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    if (shown.isFault || this.#work.jobs.length || (document && isKraf(document))) item.show();
    else item.hide();
  }
}

/** @typedef {{ text: string, tooltip: string, command: string, isFault?: boolean }} Face */

/** @type {Face} */
const untrusted = {
  text: '$(shield) kraf', tooltip: 'krafd is not started until you trust this folder', command: 'workbench.trust.manage',
};

/** @type {Face} */
const unreachable = { text: '$(circle-slash) kraf', tooltip: elsewhere, command: 'workbench.action.files.openFolder' };

/** @param {import('./server.js').State} state @param {Work} work @returns {Face} */
function face(state, { jobs, usedMicros }) {
  if (state.name === 'failed') {
    return { text: '$(error) kraf', tooltip: `${state.sentence}. Click to start it again`, command: 'kraf.restart', isFault: true };
  }
  if (state.name !== 'running') return { text: '$(loading~spin) kraf', tooltip: 'krafd starts', command: 'kraf.restart' };
  const cost = `$${(usedMicros / 1e6).toFixed(2)}`;
  if (!jobs.length) {
    return { text: `$(device-camera) kraf ${cost}`, tooltip: `Spent in this workspace: ${cost}. Click to open the canvas`, command: 'kraf.canvas' };
  }
  const lines = jobs.slice(0, 10).map((job) => `${job.title}: ${job.stage || job.state}`);
  return {
    text: `$(sync~spin) kraf ${jobs.length} ${jobs.length === 1 ? 'job' : 'jobs'} · ${cost}`,
    tooltip: [...lines, 'Click to stop what this editor started'].join('\n'),
    command: 'kraf.cancel',
  };
}

module.exports = { Status };
