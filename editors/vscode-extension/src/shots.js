'use strict';

/** @typedef {import('./session.js').Session} Session */

/**
 * The shots of an open shot list in their order, as krafd names them in its lenses, and the lines of their headings.
 * @param {Session} session @param {string} uri
 * @returns {Promise<{ shot: string, line: number }[]>}
 */
async function shotsOf(session, uri) {
  const lenses = (await session.request('textDocument/codeLens', { textDocument: { uri } })) ?? [];
  return lenses.filter((/** @type {any} */ lens) => lens.command?.command === 'kraf.generate').map((/** @type {any} */ lens) => ({
    shot: lens.command.arguments[0].shot, line: lens.range.start.line,
  }));
}

/**
 * The shot that a line belongs to; none for a line of the header.
 * @param {Session} session @param {string} uri @param {number} line
 */
async function shotAt(session, uri, line) {
  return (await shotsOf(session, uri)).filter((one) => one.line <= line).at(-1)?.shot;
}

module.exports = { shotAt, shotsOf };
