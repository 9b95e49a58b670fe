// Every key of the canvas, in one table: what it does, and what the help says.

import { element, icon } from '../dom.js';

/** @typedef {{ keys: string[], shown: string, says: string, run: (event: KeyboardEvent) => any }} Key */

/**
 * The name of a key as the table writes it: `Ctrl+` for the command key too, `Shift+` only where a letter does not tell it.
 * @param {KeyboardEvent} event
 */
export function nameOf(event) {
  const isLetter = event.key.length === 1;
  return [
    event.ctrlKey || event.metaKey ? 'Ctrl+' : '', event.altKey ? 'Alt+' : '', event.shiftKey && (!isLetter || event.ctrlKey || event.metaKey) ? 'Shift+' : '',
    isLetter ? event.key.toLowerCase() : event.key,
  ].join('');
}

/**
 * Runs what a key stands for.
 * @param {Key[]} table @param {KeyboardEvent} event
 */
export function press(table, event) {
  const name = nameOf(event);
  const found = table.find((one) => one.keys.includes(name));
  if (!found) return;
  event.preventDefault();
  found.run(event);
}

/**
 * Opens the list of all keys.
 * @param {Key[]} table
 */
export function openHelp(table) {
  const dialog = element('dialog', { class: 'help', 'aria-label': 'Keys' },
    element('header', {}, icon('help'), element('h2', {}, 'Keys'), element('span', { class: 'room' }),
      element('button', { class: 'bare', 'aria-label': 'Close', title: 'Close (Esc)', onclick: () => dialog.close() }, icon('cross'))),
    element('dl', {}, ...table.filter((one) => one.says).flatMap((one) => [
      element('dt', {}, ...one.shown.split(' ').flatMap((key, index) => [index ? ' ' : '', element('kbd', {}, key)])), element('dd', {}, one.says),
    ])));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
