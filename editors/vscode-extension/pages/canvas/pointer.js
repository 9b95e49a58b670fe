// Mouse, pen, fingers and wheel on the canvas.

/** @typedef {import('./model.js').CanvasNode} CanvasNode */

const slack = 4; // In px of the screen: less is a click.

/**
 * Follows the pointer.
 * @param {HTMLCanvasElement} canvas
 * @param {{ model: import('./model.js').Model, camera: import('./camera.js').Camera, marks: import('./painter.js').Marks }} world
 * @param {{ select(ids: string[], adds: boolean): void, moved(nodes: CanvasNode[], seen: number): void, open(node: CanvasNode): void, changed(): void, rested(): void }} app
 */
export function followPointer(canvas, { model, camera, marks }, app) {
  /**
   * `nodes` as they were when it began, at the moment `seen`: others may change the canvas meanwhile.
   * @type {{ id: number, x: number, y: number, last: { x: number, y: number }, hasMoved: boolean, mode: 'pan' | 'move' | 'band', from: { x: number, y: number }, nodes: CanvasNode[], seen: number, adds: boolean, before: string[] } | undefined}
   */
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
      from: camera.toCanvas(place.x, place.y), nodes: under ? model.some(marks.selected).map((one) => ({ ...one })) : [], seen: model.clock, adds, before: adds ? [...marks.selected] : [],
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
    else if (drag.mode === 'move') dragged(drag);
    else {
      const from = camera.toCanvas(Math.min(drag.x, place.x), Math.min(drag.y, place.y));
      marks.band = { ...from, width: Math.abs(place.x - drag.x) / camera.scale, height: Math.abs(place.y - drag.y) / camera.scale };
      app.select([...drag.before, ...model.inside(marks.band).filter((one) => one.kind !== 'group').map((one) => one.node)], false);
    }
    app.changed();
  });

  const end = (/** @type {PointerEvent} */ event) => {
    if (!drag || event.pointerId !== drag.id) return;
    const { mode, hasMoved, nodes, seen, adds } = drag;
    const moved = mode === 'move' && hasMoved ? dragged(drag) : [];
    drag = undefined;
    marks.band = undefined;
    canvas.classList.remove('grab');
    if (moved.length) app.moved(moved, seen);
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

  /**
   * Puts what is dragged where the pointer is, and answers those that are still there.
   * @param {NonNullable<typeof drag>} drag
   */
  function dragged({ nodes, from, last }) {
    const { x, y } = camera.toCanvas(last.x, last.y);
    return nodes.flatMap((one) => {
      const node = model.node(one.node);
      return node ? [Object.assign(node, { x: one.x + x - from.x, y: one.y + y - from.y })] : [];
    });
  }

  /** @param {{ x: number, y: number }} place In px of the screen. */
  function at(place) {
    const { x, y } = camera.toCanvas(place.x, place.y);
    return model.at(x, y);
  }
}
