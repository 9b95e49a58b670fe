// How each kind of node looks.

import { wrap } from './text.js';

/**
 * @typedef {import('./model.js').CanvasNode} CanvasNode
 * @typedef {import('./pictures.js').Pictures} Pictures
 * @typedef {Record<'ground' | 'card' | 'sunk' | 'text' | 'muted' | 'line' | 'accent' | 'good' | 'bad' | 'warn' | 'onMark' | 'font', string>} Colors
 * @typedef {{ pen: CanvasRenderingContext2D, colors: Colors, scale: number, pictures: Pictures, density: number }} Brush
 */

const radius = 8;

/**
 * Draws a node where it lies.
 * @param {Brush} brush @param {CanvasNode} node
 */
export function drawNode(brush, node) {
  if (node.kind === 'group') group(brush, node);
  else if (node.asset) picture(brush, node);
  else if (node.kind === 'product') product(brush, node);
  else words(brush, node);
}

/** @param {Brush} brush @param {CanvasNode} node */
function group({ pen, colors, scale }, node) {
  pen.setLineDash([6 / scale, 5 / scale]);
  panel(pen, node, undefined, colors.muted, 1.5 / scale, 14);
  pen.setLineDash([]);
  if (scale < 0.2) return;
  pen.fillStyle = colors.muted;
  pen.font = `600 ${Math.max(15, 11 / scale)}px ${colors.font}`;
  pen.fillText(wrap(pen, node.title || 'Group', node.width, 1)[0] ?? '', node.x + 4, node.y - 9);
}

/** @param {Brush} brush @param {CanvasNode} node */
function product({ pen, colors, scale }, node) {
  panel(pen, node, colors.sunk, colors.line, 1 / scale, 12);
  if (scale < 0.16) return;
  pen.fillStyle = colors.text;
  pen.font = `600 30px ${colors.font}`;
  const lines = wrap(pen, node.title, node.width - 56, 2);
  const top = node.y + node.height / 2 - lines.length * 18 - 2;
  lines.forEach((line, index) => pen.fillText(line, node.x + 28, top + 27 + index * 36));
  pen.fillStyle = colors.muted;
  pen.font = `17px ${colors.font}`;
  pen.fillText(wrap(pen, node.product ?? '', node.width - 56, 1)[0] ?? '', node.x + 28, top + 24 + lines.length * 36);
}

/**
 * A prompt, or a person's note.
 * @param {Brush} brush @param {CanvasNode} node
 */
function words({ pen, colors, scale }, node) {
  const isNote = node.kind === 'note';
  panel(pen, node, isNote ? colors.sunk : colors.card, colors.line, 1 / scale, radius);
  pen.fillStyle = isNote ? colors.warn : colors.accent;
  pen.beginPath();
  pen.roundRect(node.x + 14, node.y + 18, 4, node.height - 36, 2);
  pen.fill();
  if (scale < 0.26) return;
  const left = node.x + 34, width = node.width - 56;
  pen.fillStyle = colors.muted;
  pen.font = `600 15px ${colors.font}`;
  pen.fillText(wrap(pen, node.title || (isNote ? 'Note' : 'Prompt'), width, 1)[0] ?? '', left, node.y + 32);
  pen.fillStyle = colors.text;
  pen.font = `18px ${colors.font}`;
  const lines = wrap(pen, node.text ?? '', width, Math.max(1, Math.floor((node.height - 52) / 25)));
  lines.forEach((line, index) => pen.fillText(line, left, node.y + 62 + index * 25));
}

/** @param {Brush} brush @param {CanvasNode} node */
function picture(brush, node) {
  const { pen, colors, scale, pictures, density } = brush;
  const { bitmap, failed } = pictures.of(/** @type {string} */ (node.asset), Math.max(node.width, node.height) * scale * density);
  const alpha = pen.globalAlpha;
  const isFar = Math.max(node.width, node.height) * scale < 90;
  if (!isFar) {
    pen.save();
    pen.beginPath();
    pen.roundRect(node.x, node.y, node.width, node.height, radius);
    pen.clip();
  }
  if (!bitmap || node.verdict === 'rejected') {
    pen.fillStyle = colors.sunk;
    pen.fillRect(node.x, node.y, node.width, node.height);
  }
  if (node.verdict === 'rejected') pen.globalAlpha = alpha * 0.3;
  if (bitmap) pen.drawImage(bitmap, node.x, node.y, node.width, node.height);
  pen.globalAlpha = alpha;
  if (!isFar) {
    pen.restore();
    panel(pen, node, undefined, colors.line, 1 / scale, radius);
  }
  if (failed && scale > 0.3) sentence(brush, node, failed);
  marks(brush, node);
  if (scale > 0.3) caption(brush, node);
}

/**
 * The words below a picture: what it is, and in what style.
 * @param {Brush} brush @param {CanvasNode} node
 */
function caption({ pen, colors }, node) {
  const [name, ...rest] = node.title.split(' · ');
  const style = rest.join(' · ');
  const y = node.y + node.height + 26;
  pen.fillStyle = colors.text;
  pen.font = `600 18px ${colors.font}`;
  const shown = wrap(pen, name || node.kind, node.width * (style ? 0.55 : 1), 1)[0] ?? '';
  pen.fillText(shown, node.x + 2, y);
  if (!style) return;
  const used = pen.measureText(shown).width + 10;
  pen.fillStyle = colors.muted;
  pen.font = `18px ${colors.font}`;
  pen.fillText(wrap(pen, style, node.width - used, 1)[0] ?? '', node.x + 2 + used, y);
}

/**
 * What a person or a changed file says about a picture, drawn on it.
 * @param {Brush} brush @param {CanvasNode} node
 */
function marks({ pen, colors, scale }, node) {
  const size = Math.min(Math.max(13, 9 / scale), node.width / 5);
  if (node.verdict) {
    const x = node.x + node.width - size - 10, y = node.y + size + 10, isGood = node.verdict === 'accepted';
    pen.fillStyle = isGood ? colors.good : colors.bad;
    pen.beginPath();
    pen.arc(x, y, size, 0, 7);
    pen.fill();
    pen.strokeStyle = colors.onMark;
    pen.lineWidth = size / 5;
    pen.lineCap = pen.lineJoin = 'round';
    pen.beginPath();
    const part = size * 0.42;
    if (isGood) {
      pen.moveTo(x - part, y + part * 0.1);
      pen.lineTo(x - part * 0.25, y + part * 0.8);
      pen.lineTo(x + part, y - part * 0.75);
    } else {
      pen.moveTo(x - part * 0.8, y - part * 0.8);
      pen.lineTo(x + part * 0.8, y + part * 0.8);
      pen.moveTo(x + part * 0.8, y - part * 0.8);
      pen.lineTo(x - part * 0.8, y + part * 0.8);
    }
    pen.stroke();
  }
  if (node.stale) chip(pen, colors, node.x + 10, node.y + 10, 'out of date', colors.warn, scale);
  else if (node.kind === 'reference') chip(pen, colors, node.x + 10, node.y + 10, 'photo', colors.text, scale);
  else if (node.kind === 'edit') chip(pen, colors, node.x + 10, node.y + 10, 'edit', colors.accent, scale);
}

/** @param {CanvasRenderingContext2D} pen @param {Colors} colors @param {number} x @param {number} y @param {string} text @param {string} color @param {number} scale */
function chip(pen, colors, x, y, text, color, scale) {
  if (scale < 0.3) return;
  pen.font = `600 15px ${colors.font}`;
  const width = pen.measureText(text).width + 20;
  pen.fillStyle = color;
  pen.beginPath();
  pen.roundRect(x, y, width, 28, 14);
  pen.fill();
  pen.fillStyle = color === colors.accent ? colors.onMark : colors.ground;
  pen.fillText(text, x + 10, y + 19);
}

/** @param {Brush} brush @param {CanvasNode} node @param {string} text */
function sentence({ pen, colors }, node, text) {
  pen.fillStyle = colors.muted;
  pen.font = `15px ${colors.font}`;
  wrap(pen, text, node.width - 40, 3).forEach((line, index) => pen.fillText(line, node.x + 20, node.y + node.height / 2 + index * 21));
}

/**
 * A rounded rectangle, filled, outlined or both.
 * @param {CanvasRenderingContext2D} pen @param {import('./model.js').Frame} frame @param {string | undefined} fill
 * @param {string | undefined} line @param {number} width @param {number} round
 */
export function panel(pen, frame, fill, line, width, round) {
  pen.beginPath();
  pen.roundRect(frame.x, frame.y, frame.width, frame.height, round);
  if (fill) {
    pen.fillStyle = fill;
    pen.fill();
  }
  if (line) {
    pen.strokeStyle = line;
    pen.lineWidth = width;
    pen.stroke();
  }
}
