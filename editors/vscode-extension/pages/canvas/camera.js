// Which part of the canvas is seen, and how large.

/** @typedef {import('./model.js').Frame} Frame */

const smallest = 0.04, largest = 4;

export class Camera {
  /** The place of the canvas at the window's top left corner, and the px of the screen that one of its px takes. */
  x = -60;
  y = -60;
  scale = 0.6;
  /** The window, in px of the screen. */
  width = 1;
  height = 1;

  /** @param {number} sx @param {number} sy Px of the screen. */
  toCanvas(sx, sy) {
    return { x: this.x + sx / this.scale, y: this.y + sy / this.scale };
  }

  /**
   * The part of the canvas that is seen.
   * @returns {Frame}
   */
  get seen() {
    return { x: this.x, y: this.y, width: this.width / this.scale, height: this.height / this.scale };
  }

  /** @param {number} dx @param {number} dy Px of the screen. */
  pan(dx, dy) {
    this.x += dx / this.scale;
    this.y += dy / this.scale;
  }

  /**
   * Zooms by a factor around a place of the window.
   * @param {number} factor @param {number} [sx] @param {number} [sy]
   */
  zoom(factor, sx = this.width / 2, sy = this.height / 2) {
    const { x, y } = this.toCanvas(sx, sy);
    this.scale = Math.min(largest, Math.max(smallest, this.scale * factor));
    this.x = x - sx / this.scale;
    this.y = y - sy / this.scale;
  }

  /**
   * Shows a place of the canvas in the middle.
   * @param {{ x: number, y: number }} place
   */
  center({ x, y }) {
    this.x = x - this.width / 2 / this.scale;
    this.y = y - this.height / 2 / this.scale;
  }

  /**
   * Shows a frame as a whole, not larger than it is.
   * @param {Frame} frame @param {number} [margin] In px of the screen.
   */
  fit(frame, margin = 56) {
    const room = { width: Math.max(50, this.width - 2 * margin), height: Math.max(50, this.height - 2 * margin) };
    this.scale = Math.min(1, largest, Math.max(smallest, Math.min(room.width / frame.width, room.height / frame.height)));
    this.center({ x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 });
  }

  /**
   * Moves as little as needed so that a frame can be seen.
   * @param {Frame} frame @param {number} [margin] In px of the screen.
   */
  reveal(frame, margin = 40) {
    const space = margin / this.scale, { seen } = this;
    if (frame.x - space < seen.x) this.x = frame.x - space;
    else if (frame.x + frame.width + space > seen.x + seen.width) this.x = frame.x + frame.width + space - seen.width;
    if (frame.y - space < seen.y) this.y = frame.y - space;
    else if (frame.y + frame.height + space > seen.y + seen.height) this.y = frame.y + frame.height + space - seen.height;
  }
}
