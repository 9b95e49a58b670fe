// What a person can do on the canvas; every deed is a request to krafd.

import { request } from '../bridge.js';
import { inWords, Lost } from './sentences.js';

/** @typedef {import('./model.js').CanvasNode} CanvasNode */
/** @typedef {'accepted' | 'rejected'} Verdict */

export class Deeds {
  /** @type {Promise<any>} */
  #last = Promise.resolve();
  /** The clock of the last change that was made here. */
  #changedAt = 0;

  /**
   * @param {import('./model.js').Model} model @param {import('./history.js').History} history
   * @param {() => Promise<void>} read Reads the canvas again.
   */
  constructor(model, history, read) {
    this.model = model;
    this.history = history;
    this.read = read;
  }

  /**
   * Does one thing after the other, each on the canvas as the one before left it: keys may be faster than krafd. What is
   * there now is shown before anybody hears whether it could be done.
   * @template T
   * @param {() => Promise<T>} work @param {'deed' | 'step'} [what]
   * @returns {Promise<T>}
   */
  #inTurn(work, what = 'deed') {
    const turn = this.#last.then(async () => {
      const ended = await work().then((value) => ({ value }), (error) => ({ error }));
      await this.read();
      if ('error' in ended) throw inWords(ended.error, this.model, what);
      return ended.value;
    });
    this.#last = turn.catch(() => {});
    return turn;
  }

  /**
   * Changes the canvas as one step.
   * @param {() => any[]} changes Asked when it is their turn.
   * @param {number} [seen] The clock of the canvas that the person saw, if not the newest.
   */
  change(changes, seen = Infinity) {
    return this.#inTurn(async () => {
      const wanted = changes();
      if (!wanted.length) return;
      const baseClock = Math.min(this.model.clock, Math.max(seen, this.#changedAt));
      this.#changedAt = (await request('kraf/canvas/apply', { baseClock, changes: wanted })).clock;
      const again = async (/** @type {string} */ method) => { this.#changedAt = (await request(method)).clock; };
      this.history.add({ undo: () => again('kraf/canvas/undo'), redo: () => again('kraf/canvas/redo') });
    });
  }

  /**
   * Accepts or rejects pictures, or makes them undecided again where they all are so already. Answers those that
   * are different now, and what they are.
   * @param {string[]} ids @param {Verdict} wanted
   */
  judge(ids, wanted) {
    return this.#inTurn(async () => {
      const nodes = this.model.some(ids).filter((one) => one.asset && one.kind !== 'reference');
      const verdict = nodes.every((one) => one.verdict === wanted) ? undefined : wanted;
      const changed = nodes.filter((one) => one.verdict !== verdict);
      if (!changed.length) return { changed, verdict };
      await this.#decide(changed, (one) => one.verdict, () => verdict);
      this.history.add({
        undo: () => this.#decide(changed, () => verdict, (one) => one.verdict),
        redo: () => this.#decide(changed, (one) => one.verdict, () => verdict),
      });
      return { changed, verdict };
    });
  }

  /**
   * Decides about pictures, unless somebody else decided about one of them: krafd itself takes the last word.
   * @param {CanvasNode[]} nodes @param {(one: CanvasNode) => string | undefined} seen @param {(one: CanvasNode) => string | undefined} wanted
   */
  async #decide(nodes, seen, wanted) {
    await this.read();
    const lost = nodes.filter((one) => { const now = this.model.node(one.node); return !now || now.verdict !== seen(one); });
    if (lost.length) throw new Lost(lost);
    await Promise.all(nodes.map((one) => say(one.asset, wanted(one))));
  }

  undo() {
    return this.#inTurn(() => this.history.undo(), 'step');
  }

  redo() {
    return this.#inTurn(() => this.history.redo(), 'step');
  }

  /**
   * Makes an edit of a picture, and answers when it is there.
   * @param {CanvasNode} node @param {string} operation @param {any} parameters
   */
  async edit(node, operation, parameters) {
    const key = `canvas-${Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('')}`;
    const { job } = await request('kraf/edit', { asset: node.asset, operation, parameters, key, owner: 'detached' });
    const ended = await request('kraf/job/wait', { job });
    if (ended.error) throw inWords(Object.assign(new Error(ended.error.message), ended.error), this.model, 'deed');
    await this.read();
    return ended;
  }
}

/** @param {string | undefined} asset @param {string | undefined} verdict */
function say(asset, verdict) {
  if (verdict === 'accepted') return request('kraf/accept', { asset });
  if (verdict === 'rejected') return request('kraf/reject', { asset });
  return request('kraf/accept', { asset, undo: true });
}
