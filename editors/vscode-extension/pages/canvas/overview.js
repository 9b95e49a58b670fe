// The whole canvas, small, with a frame around what is seen. The nodes are drawn only when they changed.

import { panel } from './cards.js';
import { around } from './model.js';

/** @typedef {import('./painter.js').World} World */

export class Overview {
  /** Whether the nodes must be drawn again. */
  isOld = true;
  #layer = document.createElement('canvas');
  /** @type {import('./model.js').Frame | undefined} */
  #all;
  #zoom = 1;

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.canvas = canvas;
  }

  /**
   * Takes the size of its element.
   * @param {number} density
   */
  fit(density) {
    this.canvas.width = this.#layer.width = Math.round(this.canvas.clientWidth * density);
    this.canvas.height = this.#layer.height = Math.round(this.canvas.clientHeight * density);
    this.isOld = true;
  }

  /**
   * @param {World} world
   * @param {import('./cards.js').Colors} colors
   */
  draw({ model, camera, marks }, colors) {
    const { canvas } = this;
    if (!canvas.width) return;
    if (this.isOld) this.#drawNodes(model, marks, colors);
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, canvas.width, canvas.height);
    if (!this.#all) return;
    pen.drawImage(this.#layer, 0, 0);
    this.#place(pen);
    panel(pen, camera.seen, undefined, colors.accent, 2 / this.#zoom, 0);
  }

  /**
   * The place of the canvas under a place of the element, in px of the screen.
   * @param {number} x @param {number} y
   */
  placeAt(x, y) {
    if (!this.#all) return undefined;
    const zoom = (this.#zoom * this.canvas.clientWidth) / this.canvas.width;
    return {
      x: this.#all.x + this.#all.width / 2 + (x - this.canvas.clientWidth / 2) / zoom,
      y: this.#all.y + this.#all.height / 2 + (y - this.canvas.clientHeight / 2) / zoom,
    };
  }

  /** @param {World['model']} model @param {World['marks']} marks @param {import('./cards.js').Colors} colors */
  #drawNodes(model, marks, colors) {
    const { width, height } = this.#layer;
    this.isOld = false;
    this.#all = around(model.nodes);
    if (!this.#all) return;
    this.#zoom = Math.min(width / this.#all.width, height / this.#all.height) * 0.86;
    const pen = /** @type {CanvasRenderingContext2D} */ (this.#layer.getContext('2d'));
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, width, height);
    this.#place(pen);
    for (const node of model.nodes) {
      pen.fillStyle = marks.selected.has(node.node) ? colors.accent : node.verdict === 'accepted' ? colors.good : node.asset ? colors.text : colors.muted;
      pen.globalAlpha = node.kind === 'group' ? 0.1 : 0.6;
      pen.fillRect(node.x, node.y, node.width, node.height);
    }
    pen.globalAlpha = 1;
  }

  /** @param {CanvasRenderingContext2D} pen */
  #place(pen) {
    const { x, y, width, height } = /** @type {import('./model.js').Frame} */ (this.#all);
    const zoom = this.#zoom;
    pen.setTransform(zoom, 0, 0, zoom, this.canvas.width / 2 - (x + width / 2) * zoom, this.canvas.height / 2 - (y + height / 2) * zoom);
  }
}
