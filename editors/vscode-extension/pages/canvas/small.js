// A picture in a canvas element of its own: pages load no image files, so every picture is painted.

import { request } from '../bridge.js';
import { element } from '../dom.js';
import { unreadable } from './sentences.js';

/**
 * An element that shows an asset as soon as it has come, or why it does not.
 * @param {string} asset @param {number} px The longer side. @param {string} label What a screen reader says.
 * @returns {HTMLCanvasElement}
 */
export function pictureOf(asset, px, label) {
  const canvas = element('canvas', { role: 'img', 'aria-label': label, 'data-asset': asset, width: 4, height: 3 });
  request('page/picture', { asset, px }).then(async ({ bytes, mediaType }) => {
    const bitmap = await createImageBitmap(new Blob([bytes], { type: mediaType }));
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    canvas.dataset.shown = 'yes';
  }).catch((error) => canvas.replaceWith(element('p', { class: 'gone' }, unreadable(error))));
  return canvas;
}
