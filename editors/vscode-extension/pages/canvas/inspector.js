// What is selected, in words, with what can be done with it.

import { element, icon } from '../dom.js';
import { pictureOf } from './small.js';

/** @typedef {import('./model.js').CanvasNode} CanvasNode */
/** @typedef {{ name: string, icon: string, key: string, wide?: boolean, main?: boolean, run: () => any }} Deed */

const kinds = {
  product: 'Product', prompt: 'Prompt', reference: 'Photo', output: 'Picture', variation: 'Variation', edit: 'Edit', note: 'Note', group: 'Group',
};

/**
 * Shows what is selected. Where that is the same as before, a person keeps the place in it: scroll, focus and picture.
 * @param {HTMLElement} side @param {CanvasNode[]} nodes @param {Deed[]} deeds
 * @param {import('./model.js').Model} model
 */
export function showInspector(side, nodes, deeds, model) {
  const about = nodes.map((one) => one.node).join(' ');
  const isSame = side.dataset.about === about;
  const places = isSame ? scrolled(side).map((one) => one.scrollTop) : [];
  const key = isSame && document.activeElement instanceof HTMLElement && side.contains(document.activeElement) && document.activeElement.dataset.key;
  side.dataset.about = about;
  if (!nodes.length) side.replaceChildren(...overview(model));
  else if (nodes.length === 1) side.replaceChildren(...one(nodes[0], model, side.querySelector('canvas')), buttons(deeds));
  else side.replaceChildren(...several(nodes), buttons(deeds));
  if (key) /** @type {HTMLElement | null} */ (side.querySelector(`[data-key="${key}"]`))?.focus({ preventScroll: true });
  scrolled(side).forEach((one, index) => { one.scrollTop = places[index] ?? 0; });
}

/**
 * What can be scrolled.
 * @param {HTMLElement} side @returns {Element[]}
 */
const scrolled = (side) => [side, ...side.querySelectorAll('.words')];

/** @param {Deed[]} deeds */
const buttons = (deeds) => element('div', { class: 'deeds' }, ...deeds.map((deed) => element('button', {
  class: [deed.wide && 'wide', deed.main && 'main'].filter(Boolean).join(' '), title: `${deed.name} (${deed.key})`, 'data-key': deed.key, onclick: deed.run,
}, icon(deed.icon), deed.name)));

/**
 * What there is, where nothing is selected.
 * @param {import('./model.js').Model} model
 */
function overview(model) {
  const made = model.nodes.filter((one) => one.asset && one.kind !== 'reference');
  const count = (/** @type {(one: CanvasNode) => any} */ test, /** @type {CanvasNode[]} */ among = made) => String(among.filter(test).length);
  /** @type {[string, string][]} */
  const facts = [
    ['Products', count((one) => one.kind === 'product', model.nodes)], ['Photos', count((one) => one.kind === 'reference', model.nodes)],
    ['Pictures', String(made.length)], ['Accepted', count((one) => one.verdict === 'accepted')], ['Rejected', count((one) => one.verdict === 'rejected')],
    ['Undecided', count((one) => !one.verdict)], ['Out of date', count((one) => one.stale)],
  ];
  return [
    element('h2', {}, 'On this canvas'),
    element('dl', { class: 'facts counts' }, ...facts.flatMap(([key, value]) => [element('dt', {}, key), element('dd', {}, value)])),
    element('p', { class: 'muted' }, 'Select something to see what it is and what can be done with it. ', element('kbd', {}, '?'), ' shows every key.'),
  ];
}

/** @param {CanvasNode} node @param {import('./model.js').Model} model @param {HTMLCanvasElement | null} before The picture that is there. */
function one(node, model, before) {
  const [name, style] = node.title.split(' · ');
  const prompt = node.asset && model.some(model.family(node.node)).find((other) => other.kind === 'prompt' && other.shot === node.shot);
  const operation = node.kind === 'edit' ? model.edges.find((edge) => edge.to === node.node)?.operation : undefined;
  /** @type {[string, string | undefined][]} */
  const facts = [
    ['Shot list', node.product], ['Shot', node.shot], ['Style', style], ['Made by', operation],
    ['Tags', node.tags?.join(', ')],
  ];
  return [
    node.asset && (before?.dataset.asset === node.asset ? before : pictureOf(node.asset, 640, node.title)),
    element('div', { class: 'head' }, element('div', {},
      element('span', { class: 'muted' }, kinds[/** @type {keyof kinds} */ (node.kind)] ?? node.kind),
      element('h2', {}, name || 'Without a title'))),
    ...marks(node),
    element('dl', { class: 'facts' }, ...facts.filter(([, value]) => value).flatMap(([key, value]) => [element('dt', {}, key), element('dd', {}, value)])),
    (node.text || prompt) && element('div', { class: 'words', tabindex: 0 }, node.text || (prompt ? prompt.text : '')),
  ].filter((part) => part !== undefined && part !== '' && part !== false);
}

/** @param {CanvasNode} node */
function marks(node) {
  const made = [];
  if (node.verdict) made.push(element('span', { class: `mark ${node.verdict}` }, icon(node.verdict === 'accepted' ? 'check' : 'cross'), node.verdict === 'accepted' ? 'Accepted' : 'Rejected'));
  if (node.stale) made.push(element('span', { class: 'mark stale' }, icon('clock'), 'Out of date: made from something else than what is there now'));
  return made;
}

/** @param {CanvasNode[]} nodes */
function several(nodes) {
  const pictures = nodes.filter((one) => one.asset).length;
  return [
    element('h2', {}, `${nodes.length} selected`),
    element('p', { class: 'muted' }, pictures ? `${pictures} of them ${pictures === 1 ? 'is a picture' : 'are pictures'}` : 'None of them is a picture'),
  ];
}
