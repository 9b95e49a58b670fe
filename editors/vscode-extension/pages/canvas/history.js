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
    const step = this.#done.pop();
    if (!step) return;
    await step.undo();
    this.#undone.push(step);
  }

  async redo() {
    const step = this.#undone.pop();
    if (!step) return;
    await step.redo();
    this.#done.push(step);
  }
}
