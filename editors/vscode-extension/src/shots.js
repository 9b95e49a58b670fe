'use strict';

const { fileURLToPath } = require('node:url');

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

/**
 * Where the photo lies that a shot is made from.
 * @param {Session} session @param {import('vscode').TextDocument} document @param {string} shot
 * @returns {Promise<string | undefined>} A path.
 */
async function photoOf(session, document, shot) {
  const uri = document.uri.toString(), text = document.getText();
  const [analysis, links] = await Promise.all([
    session.request('kraf/shots/analyse', { path: document.uri.fsPath, text }),
    session.request('textDocument/documentLink', { textDocument: { uri } }),
  ]);
  const handle = analysis.shots.find((/** @type {any} */ one) => one.name === shot)?.from;
  const lines = text.split(/\r\n|\r|\n/);
  const link = (links ?? []).find((/** @type {any} */ one) => lines[one.range.start.line]?.split('=')[0].trim() === `@${handle}`);
  return link && fileURLToPath(link.target);
}

module.exports = { photoOf, shotAt, shotsOf };
