// Keeps what is shown as krafd has it: all of it at first, then after every event, and after a time in which nobody listened.

import { request } from '../bridge.js';

export class Reading {
  /** The folder that the canvas is about; none before the first answer. */
  root = '';
  /** The clock of the last event that was heard. */
  #heard = 0;
  #isBusy = false;
  #isOld = false;
  /** Counts the folders that were shown, so that a late answer about another one is known. */
  #life = 0;
  isBeginning = false;

  /** @param {import('./model.js').Model} model @param {(error: any) => void} failed */
  constructor(model, failed) {
    this.model = model;
    this.failed = failed;
  }

  /** Begins with the folder that the editor names. Answers whether it is still the one that is shown. */
  async begin() {
    const life = ++this.#life;
    this.root = '';
    this.isBeginning = true;
    this.model.replace({ clock: 0, nodes: [], edges: [] });
    try {
      const { clock, root } = await request('page/subscribe');
      if (life !== this.#life) return false;
      this.#heard = clock;
      await this.read();
      if (life === this.#life) this.root = root;
    } finally {
      if (life === this.#life) this.isBeginning = false;
    }
    return life === this.#life;
  }

  /** Reads the canvas now. */
  async read() {
    const life = this.#life;
    const canvas = await request('kraf/canvas/get');
    if (life !== this.#life || canvas.clock < this.model.clock) return; // A newer answer is shown already.
    this.#heard = Math.max(this.#heard, canvas.clock);
    this.model.replace(canvas);
  }

  /**
   * Hears that something happened.
   * @param {number} clock
   */
  hear(clock) {
    this.#heard = clock;
    return this.#readSoon();
  }

  /** After a time in which nothing was heard: asks what was missed, and reads only if something was. */
  async catchUp() {
    const { clock, reset, changes } = await request('page/subscribe', { since: this.#heard });
    this.#heard = clock;
    if (reset || changes.length) await this.#readSoon();
  }

  /** Reads the canvas again soon; however many events come, once more at the most. */
  async #readSoon() {
    this.#isOld = true;
    if (this.#isBusy) return;
    this.#isBusy = true;
    while (this.#isOld) {
      this.#isOld = false;
      await this.read().catch(this.failed);
    }
    this.#isBusy = false;
  }
}
