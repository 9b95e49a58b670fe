// A form for every edit that krafd can make, built from what krafd says of its parameters.

import { request } from '../bridge.js';
import { element, icon } from '../dom.js';

/** @typedef {{ name: string, kind: string, unit?: string, minimum?: number, maximum?: number, default?: any, choices?: string[], summary: string }} Parameter */

const readable = (/** @type {string} */ name) => name.replace(/([A-Z])/g, ' $1').toLowerCase().replace(/^./, (letter) => letter.toUpperCase());
const fillable = new Set(['integer', 'number', 'boolean', 'text', 'choice', 'color', 'region']);

/**
 * Asks for an edit and its parameters; answers nothing when the person goes away.
 * @param {string} title What is edited.
 * @returns {Promise<{ operation: string, parameters: any } | undefined>}
 */
export async function askForEdit(title) {
  const { items } = await request('kraf/catalog/operations');
  const offered = items.filter((/** @type {any} */ one) => one.mask !== 'needed');
  return new Promise((resolve) => {
    /** @type {{ operation: string, parameters: any } | undefined} */
    let answer;
    const choice = element('select', { onchange: show }, ...offered.map((/** @type {any} */ one) => element('option', { value: one.name }, readable(one.title))));
    const summary = element('small', {});
    const fields = element('div', { class: 'choices' });
    const fault = element('p', { class: 'mark rejected', role: 'alert' });
    const form = element('form', {
      method: 'dialog',
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        const found = read();
        if (!found) return;
        answer = found;
        dialog.close();
      },
    }, element('div', { class: 'fields' }, element('label', {}, 'Edit', choice, summary), fields, fault),
    element('footer', {}, element('button', { type: 'button', onclick: () => dialog.close() }, 'Cancel'), element('button', { class: 'main' }, 'Make the edit')));
    const dialog = element('dialog', { class: 'edit', 'aria-label': 'Edit' },
      element('header', {}, icon('edit'), element('h2', {}, `Edit ${title}`)), form);
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    show();
    dialog.showModal();

    const chosen = () => offered.find((/** @type {any} */ one) => one.name === choice.value);
    function show() {
      const operation = offered.find((/** @type {any} */ one) => one.name === choice.value);
      summary.textContent = operation.summary;
      fault.textContent = '';
      fields.replaceChildren(...operation.parameters.filter((/** @type {Parameter} */ one) => fillable.has(one.kind)).map(field));
    }
    function read() {
      /** @type {any} */
      const parameters = {};
      for (const parameter of chosen().parameters) {
        const input = fields.querySelector(`[name="${CSS.escape(parameter.name)}"]`);
        const value = input && valueOf(parameter, input);
        if (Number.isNaN(value) || (Array.isArray(value) && value.some(Number.isNaN))) {
          fault.textContent = `${readable(parameter.name)} must be ${parameter.kind === 'region' ? 'numbers parted by commas' : 'a number'}`;
          return undefined;
        }
        if (value !== undefined && value !== null) parameters[parameter.name] = value;
      }
      return { operation: choice.value, parameters };
    }
  });
}

/** @param {Parameter} parameter */
function field(parameter) {
  const { name, kind, unit, minimum, maximum, summary } = parameter;
  const label = `${readable(name)}${unit ? `, ${unit}` : ''}`;
  const start = parameter.default;
  if (kind === 'boolean') {
    return element('label', { class: 'check' }, element('input', { type: 'checkbox', name, checked: start === true }), label, element('small', {}, summary));
  }
  const input = kind === 'choice'
    ? element('select', { name }, ...(parameter.choices ?? []).map((one) => element('option', { value: one, selected: one === start }, one)))
    : element('input', {
      name, type: kind === 'integer' || kind === 'number' ? 'number' : 'text', min: minimum, max: maximum, step: kind === 'number' ? 'any' : undefined,
      value: start === undefined || start === null ? undefined : Array.isArray(start) ? start.join(', ') : start,
      placeholder: start === undefined ? 'not set' : undefined,
    });
  return element('label', {}, label, input, element('small', {}, summary));
}

/** @param {Parameter} parameter @param {any} input */
function valueOf(parameter, input) {
  if (parameter.kind === 'boolean') return input.checked;
  const text = input.value.trim();
  if (!text) return undefined;
  if (parameter.kind === 'integer' || parameter.kind === 'number') return Number(text);
  if (parameter.kind === 'region') return text.split(',').map((/** @type {string} */ part) => (part.trim() ? Number(part) : NaN));
  return text;
}
