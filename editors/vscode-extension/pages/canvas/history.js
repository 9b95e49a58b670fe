// What a person did, in order, so that it can be taken back. krafd keeps the steps of the canvas itself; verdicts are taken
// back by their opposites.

/** @typedef {{ undo: () => Promise<any>, redo: () => Promise<any> }} Step */

export class History {
  /** @type {Step[]} */
  #done = [];
  /** @type {Step[]} */
  #undone = [];

  /** @param {Step} step */
  add(step) {
    this.#done.push(step);
    this.#undone = [];
  }

  /** Forgets all; it was done somewhere else. */
  clear() {
    this.#done = [];
    this.#undone = [];
  }

  get canUndo() {
    return this.#done.length > 0;
  }

  get canRedo() {
    return this.#undone.length > 0;
  }

  /** Takes the last step back. One that cannot be taken back any more is left out, and the error says why. */
  async undo() {
    const step = this.#done.at(-1);
    if (!step) return;
    try {
      await step.undo();
      this.#undone.push(step);
    } finally {
      this.#done.pop(); // Until now it can be seen that there is something to wait for.
    }
  }

  async redo() {
    const step = this.#undone.at(-1);
    if (!step) return;
    try {
      await step.redo();
      this.#done.push(step);
    } finally {
      this.#undone.pop();
    }
  }
}
