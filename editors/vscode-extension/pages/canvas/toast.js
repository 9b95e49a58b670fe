// One sentence at the foot of the canvas, until it is closed or another one comes.

import { byId, element, icon } from '../dom.js';

/** @param {string} text @param {boolean} [isBad] */
export function say(text, isBad = false) {
  const toast = byId('toast');
  toast.classList.toggle('bad', isBad);
  toast.replaceChildren(element('span', {}, text), element('button', { class: 'bare', 'aria-label': 'Close', onclick: () => { toast.hidden = true; } }, icon('cross')));
  toast.hidden = false;
}
