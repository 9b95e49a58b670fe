// What lies on the canvas, and how one finds one's way in it. Knows no pixels and no page.

/**
 * @typedef {{ node: string, kind: string, asset?: string, product?: string, shot?: string, job?: string, title: string, text?: string,
 *   tags?: string[], x: number, y: number, width: number, height: number, group?: string, verdict?: string, stale?: boolean }} CanvasNode
 * @typedef {{ from: string, to: string, operation: string }} Edge
 * @typedef {{ x: number, y: number, width: number, height: number }} Frame
 * @typedef {'left' | 'right' | 'up' | 'down'} Direction
 */

/** Tells `read` when it was replaced. */
export class Model extends EventTarget {
  /** @type {CanvasNode[]} From back to front. */
  nodes = [];
  /** @type {Edge[]} */
  edges = [];
  /** The moment of what is shown: krafd refuses changes of what changed after it. */
  clock = 0;
  /** @type {Map<string, CanvasNode>} */
  #byId = new Map();

  /**
   * Takes a whole canvas as krafd answers it. Groups lie behind everything.
   * @param {{ clock: number, nodes: CanvasNode[], edges: Edge[] }} canvas
   */
  replace({ clock, nodes, edges }) {
    this.clock = clock;
    this.nodes = [...nodes.filter((one) => one.kind === 'group'), ...nodes.filter((one) => one.kind !== 'group')];
    this.#byId = new Map(nodes.map((one) => [one.node, one]));
    this.edges = edges.filter((edge) => this.#byId.has(edge.from) && this.#byId.has(edge.to));
    this.dispatchEvent(new Event('read'));
  }

  /** @param {string} id */
  node(id) {
    return this.#byId.get(id);
  }

  /** @param {Iterable<string>} ids */
  some(ids) {
    return [...ids].map((id) => this.#byId.get(id)).filter((one) => one !== undefined).map((one) => /** @type {CanvasNode} */ (one));
  }

  /**
   * The frontmost node at a place.
   * @param {number} x @param {number} y
   */
  at(x, y) {
    return this.nodes.filter((one) => x >= one.x && y >= one.y && x <= one.x + one.width && y <= one.y + one.height).at(-1);
  }

  /**
   * The nodes that lie in a frame, if only in part.
   * @param {Frame} frame
   */
  inside(frame) {
    return this.nodes.filter((one) => touches(one, frame));
  }

  /**
   * The nearest node in a direction, one that a line leads to before others; the first one where none is given.
   * @param {string | undefined} from @param {Direction} direction
   */
  next(from, direction) {
    const start = from && this.#byId.get(from);
    const nodes = this.nodes.filter((one) => one.kind !== 'group');
    if (!start) return [...nodes].sort((a, b) => a.y - b.y || a.x - b.x)[0];
    const [ux, uy] = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }[direction];
    const tied = new Set(this.edges.flatMap((edge) => (edge.from === from ? [edge.to] : edge.to === from ? [edge.from] : [])));
    let best, least = Infinity;
    for (const one of nodes) {
      const dx = middle(one).x - middle(start).x, dy = middle(one).y - middle(start).y;
      const along = dx * ux + dy * uy, aside = Math.abs(dx * uy) + Math.abs(dy * ux);
      if (one === start || along <= 1 || aside > along * 2.5) continue;
      const distance = (along + aside * 2) * (tied.has(one.node) ? 0.6 : 1);
      if (distance < least) [best, least] = [one, distance];
    }
    return best;
  }

  /**
   * All that a node came of and all that came of it, with itself.
   * @param {string} id
   */
  family(id) {
    const found = new Set([id]);
    for (const [here, there] of /** @type {const} */ ([['to', 'from'], ['from', 'to']])) {
      const open = [id];
      for (let one; (one = open.pop()); ) {
        for (const edge of this.edges) {
          if (edge[here] !== one || found.has(edge[there])) continue;
          found.add(edge[there]);
          open.push(edge[there]);
        }
      }
    }
    return found;
  }

  /**
   * A picture with what it is compared with: the newest variants of its shot, or what it came of and what came of it.
   * @param {CanvasNode} node
   */
  relatives(node) {
    const family = this.family(node.node);
    const isNear = (/** @type {CanvasNode} */ one) => node.shot ? one.shot === node.shot && one.product === node.product : family.has(one.node);
    const others = this.nodes.filter((one) => one !== node && one.asset && one.kind !== 'reference' && isNear(one));
    return [node, ...others.slice(-5)];
  }
}

/** @param {Frame} frame */
export const middle = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });

/** @param {Frame} one @param {Frame} other */
export const touches = (one, other) =>
  one.x <= other.x + other.width && other.x <= one.x + one.width && one.y <= other.y + other.height && other.y <= one.y + one.height;

/**
 * The smallest frame around all; none around nothing.
 * @param {Frame[]} frames @returns {Frame | undefined}
 */
export function around(frames) {
  if (!frames.length) return undefined;
  const x = Math.min(...frames.map((one) => one.x)), y = Math.min(...frames.map((one) => one.y));
  return {
    x, y, width: Math.max(...frames.map((one) => one.x + one.width)) - x, height: Math.max(...frames.map((one) => one.y + one.height)) - y,
  };
}
