// Two to six pictures side by side, ranked by krafd, each with why, and decided upon here.

import { request } from '../bridge.js';
import { element, icon } from '../dom.js';
import { pictureOf } from './small.js';

/** @typedef {import('./model.js').CanvasNode} CanvasNode */

/**
 * Opens the comparison of pictures.
 * @param {CanvasNode[]} nodes With assets.
 * @param {import('./model.js').Model} model What others decide meanwhile is shown when it was read.
 * @param {(node: string, wanted: 'accepted' | 'rejected') => any} decide
 */
export async function openCompare(nodes, model, decide) {
  const { pictures } = await request('kraf/compare', { assets: nodes.map((one) => one.asset) });
  const dialog = element('dialog', { class: 'compare', 'aria-label': 'Compare', 'data-count': pictures.length });
  const cards = pictures.map((/** @type {any} */ picture) => card(picture, /** @type {CanvasNode} */ (nodes.find((one) => one.asset === picture.asset.asset))));
  dialog.append(
    element('header', {}, icon('compare'), element('h2', {}, `${pictures.length} pictures, the best first`), element('span', { class: 'room' }),
      element('span', { class: 'muted' }, element('kbd', {}, '1'), '–', element('kbd', {}, String(pictures.length)), ' choose, ', element('kbd', {}, 'A'), ' accept, ', element('kbd', {}, 'R'), ' reject'),
      element('button', { class: 'bare', title: 'Close (Esc)', 'aria-label': 'Close', onclick: () => dialog.close() }, icon('cross'))),
    element('div', { class: 'row' }, ...cards.map((/** @type {any} */ one) => one.article)));
  const follow = () => { for (const one of cards) one.show(); };
  model.addEventListener('read', follow);
  dialog.addEventListener('close', () => {
    model.removeEventListener('read', follow);
    dialog.remove();
  });
  dialog.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => key(event));
  document.body.append(dialog);
  dialog.showModal();
  cards[0].article.focus();

  /** @param {KeyboardEvent} event */
  function key(event) {
    const at = cards.findIndex((/** @type {any} */ one) => one.article.contains(document.activeElement));
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) cards[Math.min(cards.length - 1, Math.max(0, at + step))].article.focus();
    else if (cards[Number(event.key) - 1]) cards[Number(event.key) - 1].article.focus();
    else if (event.key === 'a' && at >= 0) decide(cards[at].node, 'accepted');
    else if (event.key === 'r' && at >= 0) decide(cards[at].node, 'rejected');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {any} picture @param {CanvasNode} node */
  function card(picture, node) {
    const article = element('article', { tabindex: 0, class: picture.rank === 1 ? 'first' : '' });
    const buttons = element('span', {});
    function show() {
      const verdict = model.node(node.node)?.verdict;
      article.classList.toggle('rejected', verdict === 'rejected');
      article.setAttribute('aria-label', `Rank ${picture.rank}, ${picture.style}${verdict ? `, ${verdict}` : ''}`);
      buttons.replaceChildren(...(/** @type {const} */ (['accepted', 'rejected'])).map((wanted) => element('button', {
        class: verdict === wanted ? 'main' : '', 'aria-pressed': verdict === wanted ? 'true' : 'false', onclick: () => decide(node.node, wanted),
      }, icon(wanted === 'accepted' ? 'check' : 'cross'), wanted === 'accepted' ? (verdict === wanted ? 'Accepted' : 'Accept') : verdict === wanted ? 'Rejected' : 'Reject')));
    }
    const cost = picture.costMicros ? `$${(picture.costMicros / 1e6).toFixed(2)}` : 'free';
    article.append(
      element('div', { class: 'frame' }, pictureOf(picture.asset.asset, 1280, `${node.title}, rank ${picture.rank}`)),
      element('div', { class: 'about' },
        element('div', { class: 'line' }, element('span', { class: 'rank' }, String(picture.rank)), element('strong', { title: node.title }, picture.style || node.title), buttons),
        element('p', { class: 'muted' }, [`${picture.asset.width} × ${picture.asset.height}`, picture.model, cost, `${(picture.elapsedMs / 1000).toFixed(1)} s`].filter(Boolean).join(' · ')),
        element('ul', {}, ...picture.reasons.map((/** @type {string} */ reason) => element('li', {}, reason)))));
    show();
    return { article, show, node: node.node };
  }
}
