'use strict';

const vscode = require('vscode');
const { topics } = require('./channel.js');

/** @typedef {import('./session.js').Session} Session */

/** The krafd workspace of the shot list that was looked at last, and what happens in it. */
class Events {
  /** @type {string | undefined} */
  root;
  /** @type {number | undefined} */
  #clock;
  /** @type {Set<() => void>} */
  #watchers = new Set();

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    this.subscriptions = [
      session.on('kraf/event', (event) => {
        if (event.workspace !== this.root) return;
        this.#clock = event.clock;
        this.#changed();
      }),
      session.onState((state) => {
        if (state.name === 'running' && this.root) this.#resume(this.root).catch(() => {});
      }),
    ];
  }

  /**
   * Calls the watcher when something happened, or another workspace is looked at.
   * @param {() => void} watcher
   */
  onChange(watcher) {
    this.#watchers.add(watcher);
    return new vscode.Disposable(() => this.#watchers.delete(watcher));
  }

  /**
   * Follows the workspace that a folder belongs to.
   * @param {string} folder Absolute.
   * @returns {Promise<string>} Its root.
   */
  async follow(folder) {
    const { root } = await this.session.request('kraf/workspace/open', { path: folder });
    if (root !== this.root) {
      this.root = root;
      this.#clock = undefined;
      await this.subscribe();
    }
    return root;
  }

  /**
   * krafd's answer with what happened in a workspace since a moment; from then on its events come.
   * @param {number} [since] @param {string} [workspace]
   */
  async subscribe(since, workspace = this.root) {
    const reply = await this.session.request('kraf/subscribe', { topics, since, workspace });
    if (workspace === this.root) {
      this.#clock = reply.clock;
      this.#changed();
    }
    return reply;
  }

  /**
   * A krafd that has just started knows neither the workspace nor who listens.
   * @param {string} root
   */
  async #resume(root) {
    await this.session.request('kraf/workspace/open', { path: root });
    await this.subscribe(this.#clock);
  }

  dispose() {
    for (const one of this.subscriptions) one.dispose();
  }

  #changed() {
    for (const watcher of this.#watchers) watcher();
  }
}

module.exports = { Events };
