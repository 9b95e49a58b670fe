'use strict';

// What the stand-in for the `vscode` module is made of: the classes that the extension makes values of.

const { fileURLToPath, pathToFileURL } = require('node:url');

/**
 * An object that throws on every member that nobody has described, so that a typo cannot pass.
 * @template {object} T
 * @param {string} name @param {T} members @returns {T}
 */
function strict(name, members) {
  return new Proxy(members, {
    get(target, key, receiver) {
      if (Reflect.has(target, key) || typeof key === 'symbol' || key === 'then') return Reflect.get(target, key, receiver);
      throw new Error(`${name}.${key} is not in the stand-in; describe it in types/vscode.d.ts first`);
    },
    set(target, key, value) {
      if (!Reflect.has(target, key)) throw new Error(`${name}.${String(key)} cannot be set; describe it in types/vscode.d.ts first`);
      return Reflect.set(target, key, value);
    },
  });
}

/** Something that tells whoever listens. */
function emitter() {
  const listeners = new Set();
  const event = (listener) => {
    listeners.add(listener);
    return new Disposable(() => listeners.delete(listener));
  };
  return { event, fire: (value) => [...listeners].forEach((one) => one(value)), get count() { return listeners.size; } };
}

class Disposable {
  #dispose;
  constructor(dispose) { this.#dispose = dispose; }
  dispose() {
    const dispose = this.#dispose;
    this.#dispose = () => {};
    return dispose();
  }
}

/** A class whose instances hold their arguments by name, and refuse what is not described. */
function record(name, fields, optional = []) {
  return class {
    constructor(...values) {
      if (values.length > fields.length) throw new Error(`${name} takes ${fields.join(', ')}`);
      fields.forEach((field, index) => { this[field] = values[index]; });
      for (const field of optional) this[field] = undefined;
      return strict(name, this);
    }
  };
}

class Position {
  constructor(line, character) {
    if (!Number.isInteger(line) || !Number.isInteger(character) || line < 0 || character < 0) throw new Error('A position counts from 0');
    Object.assign(this, { line, character });
  }
}
class Range {
  constructor(start, end) {
    if (!(start instanceof Position) || !(end instanceof Position)) throw new Error('A range has two positions');
    Object.assign(this, { start, end });
  }
}
class Selection extends Range {
  constructor(anchor, active) { super(anchor, active); this.active = active; }
}
class Uri {
  constructor(text) { this.text = text; }
  static parse(text) { return new Uri(String(text)); }
  static file(path) { return new Uri(pathToFileURL(path).href); }
  static joinPath(base, ...parts) { return new Uri([base.text.replace(/\/$/, ''), ...parts].join('/')); }
  get scheme() { return this.text.split(':')[0]; }
  get fsPath() { return fileURLToPath(this.text); }
  toString() { return this.text; }
}
class WorkspaceEdit {
  entries = new Map();
  set(uri, edits) { this.entries.set(uri.toString(), edits); }
}
class MarkdownString {
  constructor(value = '') { this.value = value; }
  appendText(text) { this.value += text.replace(/[\\`*_{}[\]()#+\-!|<>]/g, '\\$&'); return this; }
}
class CodeActionKind {
  static Empty = new CodeActionKind('');
  constructor(value) { this.value = value; }
  append(part) { return new CodeActionKind(this.value ? `${this.value}.${part}` : part); }
}

/** Replaces every range of a text, the last first. */
function edited(text, edits) {
  const lines = text.split('\n');
  const offset = ({ line, character }) => lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((all, edit) => all.slice(0, offset(edit.range.start)) + edit.newText + all.slice(offset(edit.range.end)), text);
}

module.exports = { CodeActionKind, Disposable, MarkdownString, Position, Range, Selection, Uri, WorkspaceEdit, edited, emitter, record, strict };
