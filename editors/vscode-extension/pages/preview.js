// The live preview: what krafd tells of the shot at the cursor, sharper in place, beside the photo.

import { on, remember, remembered, request } from './bridge.js';
import { byId, element, icon } from './dom.js';

const figure = byId('figure'), picture = byId('picture'), photo = byId('photo'), slider = byId('slider');
/** The size of the newest picture, in px. */
let shape = { width: 1, height: 1 };
/** Pictures are decoded one after the other; only the newest that has come is shown. */
let newest = 0;
let { isBeside = false, ...about } = remembered();
/** More warnings than these are counted. */
const warningLimit = 3;
/** In px: a photo is painted no larger than can be seen of it. */
const photoLimit = 2048;

/** @param {{ bytes: Uint8Array, mediaType: string }} file */
const decoded = ({ bytes, mediaType }) => createImageBitmap(new Blob([bytes], { type: mediaType }));

/** @param {HTMLCanvasElement} canvas @param {ImageBitmap} bitmap */
function paint(canvas, bitmap) {
  const scale = Math.min(1, photoLimit / Math.max(bitmap.width, bitmap.height));
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
}

/** Makes the picture as large as there is room, in its own shape. */
function fit() {
  const stage = byId('stage');
  const room = { width: Math.max(1, stage.clientWidth - 40), height: Math.max(1, stage.clientHeight - 40) };
  const scale = Math.min(room.width / shape.width, room.height / shape.height);
  figure.style.width = `${Math.round(shape.width * scale)}px`;
  figure.style.height = `${Math.round(shape.height * scale)}px`;
}

/**
 * @param {{ bytes: Uint8Array, mediaType: string, uri: string, shot: string, version?: number, step: number, steps: number,
 *   done: boolean, truth: string, cost?: string, warnings?: string[] }} told
 */
async function show(told) {
  const number = ++newest;
  const bitmap = await decoded(told);
  if (number !== newest) return bitmap.close();
  shape = { width: bitmap.width, height: bitmap.height };
  paint(picture, bitmap);
  fit();
  figure.hidden = false;
  figure.classList.remove('dimmed');
  byId('waiting').hidden = byId('problem').hidden = true;
  byId('shot').textContent = told.shot;
  byId('truth').textContent = told.truth;
  byId('cost').textContent = told.cost ?? '';
  byId('cost').parentElement.hidden = !told.cost;
  warn(told.warnings ?? []);
  picture.setAttribute('aria-label', `Preview of ${told.shot}`);
  progress(told.done ? 100 : (100 * told.step) / Math.max(told.step, told.steps));
  Object.assign(picture.dataset, { step: told.step, version: told.version });
  about = { uri: told.uri, shot: told.shot };
  keep();
}

/** Remembers which shot is shown, and how, for when the editor loads the page again. */
const keep = () => remember({ isBeside, ...about });

/** @param {string[]} warnings Sentences. */
function warn(warnings) {
  const rest = warnings.length - warningLimit;
  const sentences = warnings.slice(0, warningLimit).concat(rest > 0 ? [`and ${rest} more, in the shot list`] : []);
  byId('warnings').replaceChildren(...sentences.map((sentence) => element('li', {}, icon('problem'), element('span', {}, sentence))));
}

/** @param {number} percent */
function progress(percent) {
  const bar = byId('progress');
  bar.setAttribute('aria-valuenow', String(Math.round(percent)));
  bar.firstElementChild.style.width = `${percent}%`;
  bar.firstElementChild.hidden = percent >= 100;
}

/** @param {{ message: string, uri?: string, shot?: string }} told */
function problem({ message, uri, shot }) {
  newest += 1;
  figure.classList.add('dimmed');
  byId('waiting').hidden = true;
  byId('problem').hidden = false;
  byId('problem').lastElementChild.textContent = message;
  progress(100);
  if (uri) about = { uri, shot };
  keep();
}

/** @param {{ bytes: Uint8Array, mediaType: string } | null} told */
async function showPhoto(told) {
  byId('before').disabled = !told;
  byId('before').title = told ? 'Show the photo beside it (B)' : 'This shot has no photo that can be shown';
  if (told) paint(photo, await decoded(told));
  else photo.width = photo.height = 0;
  beside();
}

function beside() {
  const isShown = isBeside && !byId('before').disabled;
  byId('before').setAttribute('aria-pressed', String(isShown));
  for (const part of [photo, slider, byId('line'), ...figure.querySelectorAll('.tag')]) part.hidden = !isShown;
  const share = Number(slider.value);
  photo.style.clipPath = `inset(0 ${100 - share}% 0 0)`;
  byId('line').style.left = `${share}%`;
}

function toggle() {
  if (byId('before').disabled) return;
  isBeside = !isBeside;
  keep();
  beside();
  if (isBeside) slider.focus();
}

on('page/picture', (told) => show(told).catch(() => problem({ message: 'This picture could not be read; the next one comes with the next change' })));
on('page/problem', problem);
on('page/photo', (told) => showPhoto(told).catch(() => showPhoto(null)));
byId('before').addEventListener('click', toggle);
slider.addEventListener('input', beside);
window.addEventListener('keydown', (event) => {
  if (event.key === 'b' && !event.ctrlKey && !event.metaKey && !event.altKey) toggle();
});
new ResizeObserver(fit).observe(byId('stage'));
request('page/ready').catch((error) => problem(error));
