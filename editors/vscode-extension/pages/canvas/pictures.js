// Pictures of assets, decoded once a size and kept as long as there is room. Only what is seen is asked for.

import { request } from '../bridge.js';
import { unreadable } from './sentences.js';

const sizes = [96, 256, 640, 1280];
const kept = 600;
const atOnce = 6;

/** @typedef {{ bitmap?: ImageBitmap, failed?: string, usedAt: number }} Picture */

export class Pictures {
  /** @type {Map<string, Picture>} */
  #pictures = new Map();
  /** @type {{ key: string, asset: string, px: number }[]} */
  #queue = [];
  #open = 0;
  #time = 0;

  /** @param {() => void} arrived Called when a picture has come. */
  constructor(arrived) {
    this.arrived = arrived;
  }

  /**
   * The best that is there of an asset now; a sharper one is asked for when it is worth it.
   * @param {string} asset @param {number} px The longer side on the screen.
   * @returns {{ bitmap?: ImageBitmap, failed?: string }}
   */
  of(asset, px) {
    const wanted = sizes.find((size) => size >= px * 0.8) ?? sizes[sizes.length - 1];
    const exact = this.#look(asset, wanted);
    if (exact.bitmap || exact.failed) return exact;
    for (const size of [...sizes].reverse()) {
      const other = this.#pictures.get(`${asset} ${size}`);
      if (other?.bitmap) return other;
    }
    return exact;
  }

  /** Whether nothing is on its way. */
  get isQuiet() {
    return this.#open === 0 && this.#queue.length === 0;
  }

  /** Forgets what could not be read, so that it is asked for again. */
  retry() {
    for (const [key, one] of this.#pictures) if (one.failed) this.#pictures.delete(key);
  }

  /** Forgets what was asked for and has not been begun; what is seen now is asked for again. */
  forgetQueue() {
    for (const { key } of this.#queue.splice(0)) this.#pictures.delete(key);
  }

  /** @param {string} asset @param {number} px @returns {Picture} */
  #look(asset, px) {
    const key = `${asset} ${px}`;
    let picture = this.#pictures.get(key);
    if (!picture) {
      picture = { usedAt: 0 };
      this.#pictures.set(key, picture);
      this.#queue.push({ key, asset, px });
      this.#work();
    }
    picture.usedAt = ++this.#time;
    return picture;
  }

  #work() {
    while (this.#open < atOnce && this.#queue.length) {
      this.#open += 1;
      this.#load(/** @type {any} */ (this.#queue.shift())).finally(() => {
        this.#open -= 1;
        this.#work();
        this.arrived();
      });
    }
  }

  /** @param {{ key: string, asset: string, px: number }} wish */
  async #load({ key, asset, px }) {
    const picture = this.#pictures.get(key);
    if (!picture) return;
    try {
      const { bytes, mediaType } = await request('page/picture', { asset, px });
      picture.bitmap = await createImageBitmap(new Blob([bytes], { type: mediaType }));
    } catch (error) {
      picture.failed = unreadable(error);
    }
    if (this.#pictures.size > kept) this.#forget();
  }

  /** Lets go of the quarter that was not looked at for longest. */
  #forget() {
    const old = [...this.#pictures].filter(([, one]) => one.bitmap).sort((a, b) => a[1].usedAt - b[1].usedAt);
    for (const [key, one] of old.slice(0, kept / 4)) {
      one.bitmap?.close();
      this.#pictures.delete(key);
    }
  }
}
