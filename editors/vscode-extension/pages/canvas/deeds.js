// What a person can do on the canvas; every deed is a request to krafd.

import { request } from '../bridge.js';

/** @typedef {import('./model.js').CanvasNode} CanvasNode */

export class Deeds {
  /**
   * @param {import('./model.js').Model} model @param {import('./history.js').History} history
   * @param {() => Promise<void>} refresh Reads the canvas again.
   */
  constructor(model, history, refresh) {
    this.model = model;
    this.history = history;
    this.refresh = refresh;
  }

  /**
   * Changes the canvas as one step.
   * @param {any[]} changes
   */
  async change(changes) {
    if (!changes.length) return;
    try {
      await request('kraf/canvas/apply', { baseClock: this.model.clock, changes });
      this.history.add({ undo: () => request('kraf/canvas/undo'), redo: () => request('kraf/canvas/redo') });
    } finally {
      await this.refresh();
    }
  }

  /**
   * Accepts or rejects pictures, or takes back what was decided.
   * @param {CanvasNode[]} nodes @param {'accepted' | 'rejected' | undefined} verdict
   */
  async judge(nodes, verdict) {
    const changed = nodes.filter((one) => one.asset && one.kind !== 'reference' && one.verdict !== verdict)
      .map((one) => ({ asset: one.asset, before: one.verdict }));
    if (!changed.length) return 0;
    const all = (/** @type {(one: { asset?: string, before?: string }) => string | undefined} */ wanted) => Promise.all(changed.map((one) => say(one.asset, wanted(one))));
    try {
      await all(() => verdict);
      this.history.add({ undo: () => all((one) => one.before), redo: () => all(() => verdict) });
    } finally {
      await this.refresh();
    }
    return changed.length;
  }

  async undo() {
    try {
      await this.history.undo();
    } finally {
      await this.refresh();
    }
  }

  async redo() {
    try {
      await this.history.redo();
    } finally {
      await this.refresh();
    }
  }

  /**
   * Makes an edit of a picture, and answers when it is there.
   * @param {CanvasNode} node @param {string} operation @param {any} parameters
   */
  async edit(node, operation, parameters) {
    const key = `canvas-${Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('')}`;
    const { job } = await request('kraf/edit', { asset: node.asset, operation, parameters, key, owner: 'detached' });
    const ended = await request('kraf/job/wait', { job });
    if (ended.error) throw new Error(ended.error.message);
    await this.refresh();
    return ended;
  }
}

/** @param {string | undefined} asset @param {string | undefined} verdict */
function say(asset, verdict) {
  if (verdict === 'accepted') return request('kraf/accept', { asset });
  if (verdict === 'rejected') return request('kraf/reject', { asset });
  return request('kraf/accept', { asset, undo: true });
}
