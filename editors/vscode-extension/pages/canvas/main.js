// The canvas: puts its parts together. What is true lies in krafd; the page shows it and asks for changes.

import { on, remember, remembered, request } from '../bridge.js';
import { byId } from '../dom.js';
import { Camera } from './camera.js';
import { openCompare } from './compare.js';
import { Deeds } from './deeds.js';
import { askForEdit } from './edit.js';
import { History } from './history.js';
import { showInspector } from './inspector.js';
import { openHelp, press } from './keys.js';
import { around, middle, Model } from './model.js';
import { colorsOf, Painter } from './painter.js';
import { Pictures } from './pictures.js';
import { followPointer } from './pointer.js';
import { Reading } from './reading.js';
import { followSearch } from './search.js';
import { say } from './toast.js';

/** @typedef {import('./model.js').CanvasNode} CanvasNode */
/** @typedef {import('./model.js').Direction} Direction */

const began = performance.now();
const model = new Model();
const camera = new Camera();
/** @type {import('./painter.js').Marks} */
const marks = { selected: new Set(), hasKeys: false, family: new Set() };
/** @type {Pictures} */
const pictures = new Pictures(() => {
  document.body.dataset.pictures = pictures.isQuiet ? 'there' : 'coming';
  painter.due();
});
/** @type {Painter} */
const painter = new Painter(byId('canvas'), byId('map'), { model, camera, pictures, marks });
const history = new History();
const reading = new Reading(model, failed);
const deeds = new Deeds(model, history, () => reading.read());

const selected = () => model.some(marks.selected);
const judged = () => selected().filter((one) => one.asset && one.kind !== 'reference');

// Reading

model.addEventListener('read', () => {
  showAgain();
  byId('empty').hidden = !reading.root || model.nodes.length > 0;
  byId('map').hidden = byId('side').hidden = model.nodes.length === 0;
});

/** Shows the folder that the editor names, as it was seen when the page was there before. */
async function start() {
  history.clear();
  if (!(await reading.begin())) return;
  document.body.dataset.readMs = String(Math.round(performance.now() - began));
  byId('empty').hidden = model.nodes.length > 0;
  painter.fit();
  const { root, camera: view, selected: ids = [] } = remembered();
  if (root === reading.root && view) {
    Object.assign(camera, view);
    select(ids.filter((/** @type {string} */ id) => model.node(id)), false);
  } else showAll();
  changed();
  requestAnimationFrame(() => requestAnimationFrame(() => { document.body.dataset.paintedMs = String(Math.round(performance.now() - began)); }));
}

/** The page is shown again, or krafd is there again: what could not be read may be readable now. */
async function shown() {
  pictures.retry();
  showAgain();
  if (reading.root) await reading.catchUp();
  else if (!reading.isBeginning) await start();
}

// Showing

function changed() {
  const zoom = `${Math.round(camera.scale * 100)} %`;
  if (byId('zoom').textContent !== zoom) byId('zoom').textContent = zoom; // The same text again would be laid out again.
  byId('undo').disabled = !history.canUndo;
  byId('redo').disabled = !history.canRedo;
  painter.due();
}

/** @type {Partial<Record<'resting' | 'keeping', ReturnType<typeof setTimeout>>>} */
const timers = {};

/** The view has changed for good, as far as one knows. */
function rested() {
  clearTimeout(timers.resting);
  document.body.dataset.view = 'moving';
  timers.resting = setTimeout(() => {
    document.body.dataset.view = 'resting';
    pictures.forgetQueue();
    keep();
    painter.due();
  }, 150);
}

/** Remembers what is seen, for when the editor loads the page again. */
function keep() {
  const { x, y, scale } = camera;
  if (reading.root) remember({ root: reading.root, camera: { x, y, scale }, selected: [...marks.selected] });
}

/** @param {string[]} ids @param {boolean} adds */
function select(ids, adds) {
  painter.overview.isOld = true;
  marks.selected = new Set(adds ? [...marks.selected, ...ids] : ids);
  marks.focus = ids.at(-1);
  marks.family = marks.selected.size === 1 ? model.family(/** @type {string} */ (ids[ids.length - 1] ?? [...marks.selected][0])) : new Set();
  showInspector(byId('side'), selected(), offered(), model);
  clearTimeout(timers.keeping);
  timers.keeping = setTimeout(keep, 150);
  changed();
}

/** Shows what is left of what is selected as it is now. */
function showAgain() {
  const { focus } = marks;
  select([...marks.selected].filter((id) => model.node(id)), false);
  if (focus && model.node(focus)) marks.focus = focus;
}

function showAll() {
  const all = around(model.nodes);
  if (all) camera.fit({ ...all, height: all.height + 40 });
  moved();
}

function moved() {
  changed();
  rested();
}

/** @param {any} error */
function failed(error) {
  say(error instanceof Error ? error.message : String(error), true);
}

/** @param {() => any} work */
const saying = (work) => async () => {
  try {
    await work();
  } catch (error) {
    failed(error);
  }
  changed();
};

// Doing

/** @param {import('./deeds.js').Verdict} wanted */
async function judge(wanted) {
  const nodes = judged();
  if (!nodes.length) return say('Select a picture first', true);
  const { changed: different, verdict } = await deeds.judge(nodes.map((one) => one.node), wanted);
  const count = different.length;
  if (count) say(`${!verdict ? 'Undecided again' : verdict === 'accepted' ? 'Accepted' : 'Rejected'}: ${count === 1 ? different[0].title : `${count} pictures`}`);
}

async function compare() {
  let nodes = judged();
  if (nodes.length === 1) nodes = model.relatives(nodes[0]);
  if (nodes.length < 2) return say('Select two to six pictures first', true);
  if (nodes.length > 6) return say(`${nodes.length} pictures are selected; six at the most can be seen side by side`, true);
  await openCompare(nodes, model, (node, wanted) => deeds.judge([node], wanted).catch(failed).finally(changed));
}

async function edit() {
  const node = selected().find((one) => one.asset);
  if (!node) return say('Select a picture first', true);
  const wish = await askForEdit(node.title);
  if (!wish) return;
  say(`${wish.operation} of ${node.title} …`);
  await deeds.edit(node, wish.operation, wish.parameters);
  const made = model.nodes.filter((one) => model.edges.some((edge) => edge.from === node.node && edge.to === one.node)).at(-1);
  if (made) go(made, false);
  say(`${wish.operation} of ${node.title} is there`);
}

const open = (/** @type {CanvasNode} */ node) => node.asset ? request('page/open', { asset: node.asset }) : reveal(node);
const reveal = (/** @type {CanvasNode | undefined} */ node) => node?.product
  ? request('page/reveal', { product: node.product, shot: node.shot }) : say('This belongs to no shot list', true);

/** @param {number} dx @param {number} dy */
function shift(dx, dy) {
  const ids = [...marks.selected];
  return deeds.change(() => model.some(ids).map((one) => ({ action: 'set', node: one.node, x: one.x + dx, y: one.y + dy })));
}

async function trash() {
  const nodes = selected();
  await deeds.change(() => nodes.map((one) => ({ action: 'trash', node: one.node })));
  if (nodes.length) say(`${nodes.length === 1 ? nodes[0].title || 'It' : `${nodes.length} things`} went to the trash; undo brings it back`);
}

/**
 * What can be done with what is selected, as buttons.
 * @returns {import('./inspector.js').Deed[]}
 */
function offered() {
  const nodes = selected();
  const canJudge = judged().length > 0, one = nodes.length === 1 ? nodes[0] : undefined, verdict = one?.verdict;
  /** @type {(import('./inspector.js').Deed | false | '' | undefined)[]} */
  const all = [
    canJudge && { name: verdict === 'accepted' ? 'Accepted' : 'Accept', icon: 'check', key: 'A', main: verdict !== 'rejected', run: saying(() => judge('accepted')) },
    canJudge && { name: verdict === 'rejected' ? 'Rejected' : 'Reject', icon: 'cross', key: 'R', main: verdict === 'rejected', run: saying(() => judge('rejected')) },
    canJudge && { name: judged().length > 1 ? `Compare ${judged().length}` : 'Compare side by side', icon: 'compare', key: 'C', wide: true, run: saying(compare) },
    one?.asset && { name: 'Edit', icon: 'edit', key: 'E', run: saying(edit) },
    one?.asset && { name: 'Open', icon: 'open', key: 'Enter', run: saying(() => open(one)) },
    one?.product && { name: 'Show in shot list', icon: 'list', key: 'S', wide: true, run: saying(() => reveal(one)) },
    { name: 'Move to the trash', icon: 'trash', key: 'Del', wide: true, run: saying(trash) },
  ];
  return /** @type {import('./inspector.js').Deed[]} */ (all.filter(Boolean));
}

// Walking

/** @param {CanvasNode | undefined} node @param {boolean} adds */
function go(node, adds) {
  if (!node) return;
  select([node.node], adds);
  camera.reveal({ ...node, height: node.height + 40 });
  byId('spoken').textContent = [node.title || node.kind, node.kind, node.verdict, node.stale && 'out of date'].filter(Boolean).join(', ');
  moved();
}

/** @param {Direction} direction @param {boolean} adds */
function walk(direction, adds) {
  marks.hasKeys = true;
  go(model.next(marks.focus, direction), adds);
}

/** @type {import('./keys.js').Key[]} */
const keys = [
  ...(/** @type {[string, Direction, number, number][]} */ ([['ArrowLeft', 'left', -1, 0], ['ArrowRight', 'right', 1, 0], ['ArrowUp', 'up', 0, -1], ['ArrowDown', 'down', 0, 1]]))
    .flatMap(([key, direction, dx, dy], index) => [
      { keys: [key], shown: '← → ↑ ↓', says: index ? '' : 'walk to the next node', run: () => walk(direction, false) },
      { keys: [`Shift+${key}`], shown: 'Shift+arrow', says: index ? '' : 'walk and select more', run: () => walk(direction, true) },
      { keys: [`Alt+${key}`], shown: 'Alt+arrow', says: index ? '' : 'move what is selected', run: saying(() => shift(dx * 40, dy * 40)) },
    ]),
  { keys: ['a'], shown: 'A', says: 'accept; again: undecided', run: saying(() => judge('accepted')) },
  { keys: ['r'], shown: 'R', says: 'reject; again: undecided', run: saying(() => judge('rejected')) },
  { keys: ['c'], shown: 'C', says: 'compare what is selected, or all variants of a shot', run: saying(compare) },
  { keys: ['e'], shown: 'E', says: 'edit from here', run: saying(edit) },
  { keys: ['Enter'], shown: 'Enter', says: 'open the picture', run: saying(() => selected()[0] && open(selected()[0])) },
  { keys: ['s'], shown: 'S', says: 'show it in its shot list', run: saying(() => reveal(selected()[0])) },
  { keys: ['Delete', 'Backspace'], shown: 'Del', says: 'move to the trash', run: saying(trash) },
  { keys: ['Ctrl+z'], shown: 'Ctrl+Z', says: 'undo', run: saying(() => deeds.undo()) },
  { keys: ['Ctrl+Shift+z', 'Ctrl+y'], shown: 'Ctrl+Shift+Z', says: 'redo', run: saying(() => deeds.redo()) },
  { keys: ['t'], shown: 'T', says: 'put everything in order', run: saying(arrange) },
  { keys: ['/', 'Ctrl+f'], shown: '/', says: 'search; Enter goes to the first, Esc ends', run: () => byId('search').select() },
  { keys: ['+', '='], shown: '+ −', says: 'larger, smaller', run: () => { camera.zoom(1.25); moved(); } },
  { keys: ['-'], shown: '−', says: '', run: () => { camera.zoom(0.8); moved(); } },
  { keys: ['0'], shown: '0', says: 'show everything', run: showAll },
  { keys: ['1'], shown: '1', says: 'as large as it is', run: actualSize },
  { keys: ['Ctrl+a'], shown: 'Ctrl+A', says: 'select all', run: () => select(model.nodes.map((one) => one.node), false) },
  { keys: ['Escape'], shown: 'Esc', says: 'select nothing', run: () => { byId('toast').hidden = true; select([], false); } },
  { keys: ['?'], shown: '?', says: 'these keys', run: () => openHelp(keys) },
];

async function arrange() {
  await deeds.change(() => [{ action: 'arrange' }]);
  showAll();
}

function actualSize() {
  camera.zoom(1 / camera.scale);
  if (selected()[0]) camera.center(middle(selected()[0]));
  moved();
}

// Beginning

followPointer(byId('canvas'), { model, camera, marks }, {
  select, open: (node) => saying(() => open(node))(), changed, rested,
  moved: (nodes, seen) => saying(() => deeds.change(() => nodes.map(({ node, x, y }) => ({ action: 'set', node, x, y })), seen))(),
});
followSearch({ model, camera, marks }, { read: () => reading.read(), go: (node) => go(node, false), changed, moved, saying });
byId('canvas').addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => press(keys, event));
byId('map').addEventListener('pointerdown', (/** @type {PointerEvent} */ event) => {
  const place = painter.overview.placeAt(event.offsetX, event.offsetY);
  if (place) camera.center(place);
  moved();
});
for (const [id, run] of /** @type {[string, () => any][]} */ ([
  ['undo', () => deeds.undo()], ['redo', () => deeds.redo()], ['arrange', arrange], ['fit', showAll], ['zoom', actualSize],
  ['larger', () => { camera.zoom(1.25); moved(); }], ['smaller', () => { camera.zoom(0.8); moved(); }], ['help', () => openHelp(keys)],
])) byId(id).addEventListener('click', saying(run));
new ResizeObserver(() => painter.fit()).observe(byId('canvas'));
new MutationObserver(() => {
  painter.colors = colorsOf(document.body);
  painter.overview.isOld = true;
  painter.due();
}).observe(document.body, { attributes: true, attributeFilter: ['class'] });
on('kraf/event', (event) => reading.hear(event.clock));
on('page/shown', () => shown().catch(failed));
on('page/restart', () => start().catch(failed));
byId('canvas').focus();
start().catch(failed);
