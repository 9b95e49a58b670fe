// Finds nodes by the words in them, and shows those alone.

import { request } from '../bridge.js';
import { byId } from '../dom.js';
import { around } from './model.js';

/**
 * Follows what is typed into the field.
 * @param {{ model: import('./model.js').Model, camera: import('./camera.js').Camera, marks: import('./painter.js').Marks }} world
 * @param {{ read(): Promise<void>, go(node: import('./model.js').CanvasNode): void, changed(): void, moved(): void, saying(work: () => any): () => Promise<void> }} app
 */
export function followSearch({ model, camera, marks }, app) {
  const field = byId('search');

  async function search() {
    const query = field.value.trim();
    if (!query) {
      marks.found = undefined;
      byId('found').textContent = '';
      return app.changed();
    }
    const { nodes } = await request('kraf/canvas/search', { query, limit: 500 });
    if (field.value.trim() !== query) return;
    const ids = nodes.map((/** @type {import('./model.js').CanvasNode} */ one) => one.node);
    if (model.some(ids).length < ids.length) await app.read();
    marks.found = new Set(ids);
    byId('found').textContent = String(ids.length);
    const shown = around(model.some(ids));
    if (shown) camera.fit(shown, 90);
    app.moved();
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    if (event.key === 'Escape') {
      field.value = '';
      app.saying(search)();
      byId('canvas').focus();
    }
    if (event.key === 'Enter' && marks.found?.size) {
      app.go(model.some(marks.found)[0]);
      marks.hasKeys = true;
      byId('canvas').focus();
    }
  }

  field.addEventListener('input', app.saying(search));
  field.addEventListener('keydown', key);
  for (const name of ['focus', 'blur']) field.addEventListener(name, () => {
    marks.isSearching = name === 'focus';
    app.changed();
  });
}
