// What krafd refused, in words about what is seen here: krafd names nodes and pictures by numbers that nobody sees.

/** @typedef {import('./model.js').CanvasNode} CanvasNode */

/** What somebody else changed before it could be changed here; `nodes` as they were told or last seen. */
export class Lost extends Error {
  /** @param {CanvasNode[]} nodes */
  constructor(nodes) {
    super();
    this.nodes = nodes;
  }
}

/**
 * The error with a sentence for people, when the canvas was read again.
 * @param {any} error @param {import('./model.js').Model} model @param {'deed' | 'step'} what Whether something new was lost, or an undo or redo.
 */
export function inWords(error, model, what) {
  const nodes = error instanceof Lost ? error.nodes : error?.reason === 'contentModified' ? error.data?.nodes : undefined;
  if (nodes) return new Error(raced(nodes, model, what));
  if (error?.reason === 'noSuchNode') return new Error('Somebody else moved this to the trash meanwhile; an undo in that window brings it back');
  if (error?.reason === 'nothingToUndo') return new Error('krafd was started again since, so this step stays as it is; change it by hand');
  if (isGone(error)) return new Error(gone);
  return error;
}

/** @param {any} error */
const isGone = (error) => error?.reason === 'noSuchAsset' || error?.reason === 'lostAsset';

const gone = 'The file of this picture is gone or damaged; generate its shot again';

/**
 * What is said instead of a picture that cannot be read: what krafd says of any other fault.
 * @param {any} error
 * @returns {string}
 */
export const unreadable = (error) =>
  error instanceof DOMException || isGone(error) || error.code === 'ENOENT' ? gone : error.message;

/** @param {CanvasNode[]} nodes @param {import('./model.js').Model} model @param {'deed' | 'step'} what */
function raced(nodes, model, what) {
  const [first, ...rest] = nodes;
  const names = `“${first?.title || 'this'}”${rest.length ? ` and ${rest.length} more` : ''}`;
  if (nodes.some((one) => !model.node(one.node))) return `Somebody else moved ${names} to the trash meanwhile; an undo in that window brings it back`;
  if (what === 'step') return `Somebody else changed ${names} since, so this step stays as it is; change it by hand`;
  return `Somebody else changed ${names} meanwhile; look at how it is now, and do it again if you still want to`;
}
