// Draws what is seen of the canvas, in one go, when something changed.

import { drawNode, panel } from './cards.js';
import { around, touches } from './model.js';
import { Overview } from './overview.js';

/**
 * @typedef {import('./model.js').Model} Model
 * @typedef {import('./model.js').CanvasNode} CanvasNode
 * @typedef {import('./model.js').Frame} Frame
 * @typedef {import('./cards.js').Colors} Colors
 * @typedef {{ model: Model, camera: import('./camera.js').Camera, pictures: import('./pictures.js').Pictures, marks: Marks }} World
 * @typedef {{ selected: Set<string>, focus?: string, hasKeys: boolean, family: Set<string>, band?: Frame, found?: Set<string>, isSearching?: boolean }} Marks
 */

/**
 * The page's colors, as its style sheet takes them from the editor's theme.
 * @returns {Colors}
 */
export function colorsOf(/** @type {Element} */ root) {
  const style = getComputedStyle(root);
  const color = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
  return {
    ground: color('ground'), card: color('card'), sunk: color('sunk'), text: color('text'), muted: color('muted'), line: color('line'),
    accent: color('accent'), good: color('good'), bad: color('bad'), warn: color('warn'), onMark: color('on-mark'), font: style.fontFamily,
  };
}

export class Painter {
  /** @type {Colors} */
  colors;
  #isDue = false;

  /**
   * @param {HTMLCanvasElement} canvas @param {HTMLCanvasElement} map
   * @param {World} world
   */
  constructor(canvas, map, world) {
    this.canvas = canvas;
    this.overview = new Overview(map);
    this.world = world;
    this.pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { alpha: false }));
    this.colors = colorsOf(document.body);
  }

  /** Draws at the next chance of the screen; asked for often it is done once. */
  due() {
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      this.#draw();
    });
  }

  /** Takes the size of the window. */
  fit() {
    const { camera } = this.world;
    const density = window.devicePixelRatio;
    camera.width = this.canvas.clientWidth;
    camera.height = this.canvas.clientHeight;
    this.canvas.width = Math.round(camera.width * density);
    this.canvas.height = Math.round(camera.height * density);
    this.overview.fit(density);
    this.due();
  }

  #draw() {
    const { pen, colors } = this;
    const { model, camera, pictures, marks } = this.world;
    const density = this.canvas.width / camera.width;
    pen.setTransform(density, 0, 0, density, 0, 0);
    pen.fillStyle = colors.ground;
    pen.fillRect(0, 0, camera.width, camera.height);
    const zoom = camera.scale * density;
    pen.setTransform(zoom, 0, 0, zoom, -camera.x * zoom, -camera.y * zoom);
    this.#dots();
    this.#edges();
    const { seen } = camera;
    const room = { x: seen.x - 10, y: seen.y - 10, width: seen.width + 20, height: seen.height + 50 };
    const brush = { pen, colors, scale: camera.scale, pictures, density };
    for (const node of model.nodes) {
      if (!touches(node, room)) continue;
      if (marks.isSearching && marks.found && !marks.found.has(node.node)) pen.globalAlpha = 0.25;
      drawNode(brush, node);
      pen.globalAlpha = 1;
    }
    this.#selection();
    this.overview.draw(this.world, colors);
  }

  #dots() {
    const { pen, colors } = this;
    const { scale, seen } = this.world.camera;
    const step = 40;
    if (step * scale < 14) return;
    pen.fillStyle = colors.muted;
    pen.globalAlpha = 0.3;
    pen.beginPath();
    const size = 1.5 / scale;
    for (let x = Math.floor(seen.x / step) * step; x < seen.x + seen.width; x += step) {
      for (let y = Math.floor(seen.y / step) * step; y < seen.y + seen.height; y += step) pen.rect(x - 20, y - 20, size, size);
    }
    pen.fill();
    pen.globalAlpha = 1;
  }

  #edges() {
    const { pen, colors } = this;
    const { model, camera, marks } = this.world;
    for (const isMarked of [false, true]) {
      pen.strokeStyle = isMarked ? colors.accent : colors.muted;
      pen.globalAlpha = isMarked ? 1 : 0.5;
      pen.lineWidth = (isMarked ? 2 : 1.25) / camera.scale;
      pen.beginPath();
      for (const edge of model.edges) {
        if ((marks.family.has(edge.from) && marks.family.has(edge.to)) !== isMarked) continue;
        const [from, to] = [model.node(edge.from), model.node(edge.to)];
        if (from && to && touches(/** @type {Frame} */ (around([from, to])), camera.seen)) curve(pen, from, to);
      }
      pen.stroke();
    }
    pen.globalAlpha = 1;
  }

  #selection() {
    const { pen, colors } = this;
    const { model, camera: { scale }, marks } = this.world;
    for (const node of model.some(marks.selected)) panel(pen, grown(node, 5 / scale), undefined, colors.accent, 2.5 / scale, 10);
    const focus = marks.hasKeys && marks.focus && marks.selected.size > 1 && model.node(marks.focus);
    if (focus) {
      pen.setLineDash([5 / scale, 4 / scale]);
      panel(pen, grown(focus, 10 / scale), undefined, colors.text, 1.5 / scale, 12);
      pen.setLineDash([]);
    }
    if (!marks.band) return;
    pen.globalAlpha = 0.12;
    panel(pen, marks.band, colors.accent, undefined, 0, 0);
    pen.globalAlpha = 1;
    panel(pen, marks.band, undefined, colors.accent, 1 / scale, 0);
  }
}

/** @param {Frame} frame @param {number} by */
const grown = (frame, by) => ({ x: frame.x - by, y: frame.y - by, width: frame.width + 2 * by, height: frame.height + 2 * by });

/**
 * A line from one node to what came of it: to the right where that lies to the right, else downwards.
 * @param {CanvasRenderingContext2D} pen @param {Frame} from @param {Frame} to
 */
function curve(pen, from, to) {
  if (to.x >= from.x + from.width) {
    const [x, y, endX, endY] = [from.x + from.width, from.y + from.height / 2, to.x, to.y + to.height / 2];
    const bend = (endX - x) / 2;
    pen.moveTo(x, y);
    pen.bezierCurveTo(x + bend, y, endX - bend, endY, endX, endY);
  } else {
    const [x, y, endX, endY] = [from.x + from.width / 2, from.y + from.height, to.x + to.width / 2, to.y];
    const bend = Math.abs(endY - y) / 2;
    pen.moveTo(x, y);
    pen.bezierCurveTo(x, y + bend, endX, endY - bend, endX, endY);
  }
}
