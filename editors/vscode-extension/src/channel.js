'use strict';

/**
 * What a page may ask krafd, always about the workspace that the page was opened for. Nothing else passes, so that a page
 * that went wrong can neither name files nor start what nobody asked for.
 */
const passedOn = new Set([
  'kraf/accept', 'kraf/asset/get', 'kraf/canvas/apply', 'kraf/canvas/get', 'kraf/canvas/redo', 'kraf/canvas/search',
  'kraf/canvas/undo', 'kraf/catalog/operations', 'kraf/compare', 'kraf/edit', 'kraf/job/cancel', 'kraf/job/get', 'kraf/job/wait',
  'kraf/reject',
]);

/** What pages and the status bar show: of a change of it krafd tells. A verdict is a change of an asset. */
const topics = ['asset', 'canvas', 'job', 'product'];

/**
 * The messages between a page and krafd: `{id, method, params}` one way, `{id, result}` or `{id, error}` the other, and
 * `{method, params}` for what is told unasked. Knows nothing of VS Code, so that a browser under test uses the same.
 * @typedef {object} Wishes
 * @property {(method: string, params: any) => Promise<any>} request Asks krafd.
 * @property {(message: any) => void} post Sends to the page.
 * @property {(path: string) => Promise<Uint8Array>} read The bytes of a file that krafd named.
 * @property {() => string | undefined} workspace The root that the page is about.
 * @property {Record<string, (params: any) => any>} [own] What the editor itself answers.
 */
class Channel {
  /** @param {Wishes} wishes */
  constructor(wishes) {
    this.wishes = wishes;
    /** @type {Record<string, (params: any) => any>} */
    this.own = { 'page/picture': (params) => this.#picture(params), ...wishes.own };
  }

  /**
   * Takes a message of the page and answers it.
   * @param {any} message
   */
  async take(message) {
    const { id, method, params } = Object(message);
    if (!Number.isSafeInteger(id) || typeof method !== 'string') return;
    try {
      this.wishes.post({ id, result: (await this.#answer(method, params)) ?? null });
    } catch (error) {
      const { message: sentence, code, reason, data } = /** @type {any} */ (error);
      this.wishes.post({ id, error: { message: String(sentence), code, reason, data } });
    }
  }

  /**
   * Tells the page something unasked.
   * @param {string} method @param {any} params
   */
  tell(method, params) {
    this.wishes.post({ method, params });
  }

  /** @param {string} method @param {any} params */
  async #answer(method, params) {
    if (Object.hasOwn(this.own, method)) return this.own[method](Object(params));
    if (passedOn.has(method)) return this.wishes.request(method, { ...params, workspace: this.wishes.workspace() });
    throw new Error(`The page may not ask for '${method}'`);
  }

  /**
   * A small picture of an asset as bytes: pages load no files.
   * @param {{ asset: string, px: number }} params
   */
  async #picture({ asset, px }) {
    const { path, mediaType } = await this.wishes.request('kraf/asset/thumbnail', { asset, px, workspace: this.wishes.workspace() });
    return { mediaType, bytes: await this.wishes.read(path) };
  }
}

module.exports = { Channel, topics };
