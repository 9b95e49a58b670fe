// Mouse, pen, fingers and wheel on the canvas.

/** @typedef {import('./model.js').CanvasNode} CanvasNode */

const slack = 4; // In px of the screen: less is a click.

/**
 * Follows the pointer.
 * @param {HTMLCanvasElement} canvas
 * @param {{ model: import('./model.js').Model, camera: import('./camera.js').Camera, marks: import('./painter.js').Marks }} world
 * @param {{ select(ids: string[], adds: boolean): void, moved(nodes: CanvasNode[]): void, open(node: CanvasNode): void, changed(): void, rested(): void }} app
 */
export function followPointer(canvas, { model, camera, marks }, app) {
  /** @type {{ id: number, x: number, y: number, last: { x: number, y: number }, hasMoved: boolean, mode: 'pan' | 'move' | 'band', nodes: CanvasNode[], adds: boolean, before: string[] } | undefined} */
  let drag;

  canvas.addEventListener('pointerdown', (event) => {
    const place = { x: event.offsetX, y: event.offsetY };
    const under = at(place);
    const adds = event.shiftKey || event.ctrlKey || event.metaKey;
    const isPan = event.button === 1 || (event.button === 0 && event.altKey);
    if (event.button > 1) return;
    canvas.setPointerCapture(event.pointerId);
    canvas.focus();
    marks.hasKeys = false;
    if (!isPan && under && !marks.selected.has(under.node)) app.select([under.node], adds);
    else if (!isPan && under && adds) app.select([...marks.selected].filter((id) => id !== under.node), false);
    drag = {
      id: event.pointerId, ...place, last: place, hasMoved: false, mode: isPan ? 'pan' : under ? 'move' : adds ? 'band' : event.pointerType === 'touch' ? 'pan' : 'band',
      nodes: under ? model.some(marks.selected) : [], adds, before: adds ? [...marks.selected] : [],
    };
    canvas.classList.toggle('grab', isPan);
  });

  canvas.addEventListener('pointermove', (event) => {
    if (!drag || event.pointerId !== drag.id) return;
    const place = { x: event.offsetX, y: event.offsetY };
    if (!drag.hasMoved && Math.hypot(place.x - drag.x, place.y - drag.y) < slack) return;
    drag.hasMoved = true;
    const dx = place.x - drag.last.x, dy = place.y - drag.last.y;
    drag.last = place;
    if (drag.mode === 'pan') camera.pan(-dx, -dy);
    else if (drag.mode === 'move') {
      for (const node of drag.nodes) {
        node.x += dx / camera.scale;
        node.y += dy / camera.scale;
      }
    } else {
      const from = camera.toCanvas(Math.min(drag.x, place.x), Math.min(drag.y, place.y));
      marks.band = { ...from, width: Math.abs(place.x - drag.x) / camera.scale, height: Math.abs(place.y - drag.y) / camera.scale };
      app.select([...drag.before, ...model.inside(marks.band).filter((one) => one.kind !== 'group').map((one) => one.node)], false);
    }
    app.changed();
  });

  const end = (/** @type {PointerEvent} */ event) => {
    if (!drag || event.pointerId !== drag.id) return;
    const { mode, hasMoved, nodes, adds } = drag;
    drag = undefined;
    marks.band = undefined;
    canvas.classList.remove('grab');
    if (mode === 'move' && hasMoved) app.moved(nodes);
    if (mode === 'move' && !hasMoved && !adds && nodes.length > 1) {
      const under = at({ x: event.offsetX, y: event.offsetY });
      if (under) app.select([under.node], false);
    }
    if (mode === 'band' && !hasMoved && !adds) app.select([], false);
    app.changed();
    app.rested();
  };
  canvas.addEventListener('pointerup', end);
  canvas.addEventListener('pointercancel', end);

  canvas.addEventListener('dblclick', (event) => {
    const under = at({ x: event.offsetX, y: event.offsetY });
    if (under) app.open(under);
  });

  canvas.addEventListener('wheel', (event) => {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 16 : 1;
    if (event.ctrlKey || event.metaKey) camera.zoom(Math.exp(-event.deltaY * lines * 0.008), event.offsetX, event.offsetY);
    else if (event.shiftKey && !event.deltaX) camera.pan(event.deltaY * lines, 0);
    else camera.pan(event.deltaX * lines, event.deltaY * lines);
    app.changed();
    app.rested();
  }, { passive: false });

  /** @param {{ x: number, y: number }} place In px of the screen. */
  function at(place) {
    const { x, y } = camera.toCanvas(place.x, place.y);
    return model.at(x, y);
  }
}
