// The only way out of a page: messages to the editor and back. The same in VS Code and in a browser under test.

const editor = acquireVsCodeApi();
/** @type {Map<number, { resolve(value: any): void, reject(error: Error): void }>} */
const waiting = new Map();
/** @type {Map<string, (params: any) => void>} */
const listeners = new Map();
let lastId = 0;

window.addEventListener('message', ({ data }) => {
  if (typeof data?.method === 'string') {
    listeners.get(data.method)?.(data.params);
    return;
  }
  const one = waiting.get(data?.id);
  if (!one) return;
  waiting.delete(data.id);
  if (data.error) one.reject(Object.assign(new Error(data.error.message), data.error));
  else one.resolve(data.result);
});

/**
 * What the editor or krafd answers.
 * @param {string} method @param {any} [params]
 * @returns {Promise<any>}
 */
export function request(method, params = {}) {
  const id = ++lastId;
  editor.postMessage({ id, method, params });
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
}

/**
 * Calls the listener with what is told under a name.
 * @param {string} method @param {(params: any) => void} listener
 */
export function on(method, listener) {
  listeners.set(method, listener);
}

/** What the page remembered when it was there before. */
export const remembered = () => editor.getState() ?? {};

/**
 * Remembers something for the next time.
 * @param {any} state
 */
export const remember = (state) => editor.setState(state);
