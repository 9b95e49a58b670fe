// What a person can do on the canvas; every deed is a request to krafd.

import { request } from '../bridge.js';

/** @typedef {import('./model.js').CanvasNode} CanvasNode */

export class Deeds {
  /** @type {Promise<any>} */
  #last = Promise.resolve();

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
   * Does one thing after the other, each on the canvas as the one before left it: keys may be faster than krafd.
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  #inTurn(work) {
    const turn = this.#last.then(async () => {
      try {
        return await work();
      } finally {
        await this.refresh();
      }
    });
    this.#last = turn.catch(() => {});
    return turn;
  }

  /**
   * Changes the canvas as one step.
   * @param {() => any[]} changes Asked when it is their turn.
   */
  change(changes) {
    return this.#inTurn(async () => {
      const wanted = changes();
      if (!wanted.length) return;
      await request('kraf/canvas/apply', { baseClock: this.model.clock, changes: wanted });
      this.history.add({ undo: () => request('kraf/canvas/undo'), redo: () => request('kraf/canvas/redo') });
    });
  }

  /**
   * Accepts or rejects pictures, or takes back what was decided; answers how many that concerned.
   * @param {CanvasNode[]} nodes @param {'accepted' | 'rejected' | undefined} verdict
   */
  judge(nodes, verdict) {
    return this.#inTurn(async () => {
      const changed = nodes.filter((one) => one.asset && one.kind !== 'reference' && one.verdict !== verdict)
        .map((one) => ({ asset: one.asset, before: one.verdict }));
      const all = (/** @type {(one: { asset?: string, before?: string }) => string | undefined} */ wanted) =>
        Promise.all(changed.map((one) => say(one.asset, wanted(one))));
      if (!changed.length) return 0;
      await all(() => verdict);
      this.history.add({ undo: () => all((one) => one.before), redo: () => all(() => verdict) });
      return changed.length;
    });
  }

  undo() {
    return this.#inTurn(() => this.history.undo());
  }

  redo() {
    return this.#inTurn(() => this.history.redo());
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
