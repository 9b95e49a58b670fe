'use strict';

// A stand-in for the `vscode` module: only what types/vscode.d.ts describes, and whatever else is asked for throws.

const Module = require('node:module');
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

/**
 * Puts the stand-in in the place of `vscode` for whatever is loaded from now on.
 * The answer drives it: opens documents, chooses buttons, and holds what the extension did.
 */
exports.install = function install({ trusted = true, settings = {}, folders = [] } = {}) {
  const commands = new Map();
  const executed = [];
  const messages = [];
  const providers = {};
  const documents = [];
  const progress = [];
  const panels = [];
  const log = [];
  const events = Object.fromEntries([
    'onDidOpenTextDocument', 'onDidChangeTextDocument', 'onDidSaveTextDocument', 'onDidCloseTextDocument', 'onDidGrantWorkspaceTrust',
    'onDidChangeConfiguration', 'onDidChangeActiveTextEditor', 'onDidChangeTextEditorSelection', 'changed',
  ].map((name) => [name, emitter()]));
  const diagnostics = new Map();
  const editors = [];
  let choice;
  const changed = () => events.changed.fire();

  const message = (kind) => async (sentence, ...choices) => {
    messages.push({ kind, sentence, choices });
    changed();
    return choices.includes(choice) ? choice : undefined;
  };
  const registers = (name) => (...words) => {
    if (providers[name]) throw new Error(`${name} is registered twice`);
    providers[name] = words.find((word) => Object.keys(word).some((key) => /^(provide|prepare|resolve)/.test(key)));
    providers[name].words = words;
    return new Disposable(() => { delete providers[name]; });
  };
  const statusItem = strict('StatusBarItem', {
    name: '', text: '', tooltip: '', command: '', backgroundColor: undefined, shown: false,
    show() { this.shown = true; }, hide() { this.shown = false; }, dispose() { this.shown = false; },
  });

  const vscode = strict('vscode', {
    version: '1.85.0', Disposable, Position, Range, Selection, Uri, WorkspaceEdit, MarkdownString, CodeActionKind,
    Location: record('Location', ['uri', 'range']), TextEdit: record('TextEdit', ['range', 'newText']),
    Diagnostic: record('Diagnostic', ['range', 'message', 'severity'], ['source', 'code']),
    CompletionItem: record('CompletionItem', ['label', 'kind'], ['detail', 'documentation', 'sortText', 'filterText', 'range', 'insertText']),
    CompletionList: record('CompletionList', ['items', 'isIncomplete']), Hover: record('Hover', ['contents', 'range']),
    DocumentHighlight: record('DocumentHighlight', ['range', 'kind']),
    DocumentSymbol: record('DocumentSymbol', ['name', 'detail', 'kind', 'range', 'selectionRange'], ['children']),
    SymbolInformation: record('SymbolInformation', ['name', 'kind', 'containerName', 'location']),
    FoldingRange: record('FoldingRange', ['start', 'end', 'kind']), FoldingRangeKind: strict('FoldingRangeKind', { Comment: 1, Region: 3 }),
    SelectionRange: record('SelectionRange', ['range', 'parent']), DocumentLink: record('DocumentLink', ['range', 'target']),
    Color: record('Color', ['red', 'green', 'blue', 'alpha']), ColorInformation: record('ColorInformation', ['range', 'color']),
    ColorPresentation: record('ColorPresentation', ['label']),
    SemanticTokensLegend: record('SemanticTokensLegend', ['tokenTypes', 'tokenModifiers']),
    SemanticTokens: record('SemanticTokens', ['data']), InlayHint: record('InlayHint', ['position', 'label'], ['paddingLeft']),
    CodeLens: record('CodeLens', ['range', 'command']),
    CodeAction: record('CodeAction', ['title', 'kind'], ['diagnostics', 'isPreferred', 'edit', 'command']),
    ThemeColor: record('ThemeColor', ['id']),
    StatusBarAlignment: strict('StatusBarAlignment', { Left: 1 }), ProgressLocation: strict('ProgressLocation', { Notification: 15 }),
    ViewColumn: strict('ViewColumn', { Active: -1, Beside: -2 }), TextEditorRevealType: strict('TextEditorRevealType', { InCenterIfOutsideViewport: 2 }),
    commands: strict('vscode.commands', {
      registerCommand(name, run) {
        if (commands.has(name)) throw new Error(`The command ${name} is registered twice`);
        commands.set(name, run);
        return new Disposable(() => commands.delete(name));
      },
      async executeCommand(name, ...words) {
        executed.push([name, ...words]);
        changed();
        return commands.get(name)?.(...words);
      },
    }),
    window: strict('vscode.window', {
      get activeTextEditor() { return editors.at(-1); },
      get visibleTextEditors() { return editors; },
      onDidChangeActiveTextEditor: events.onDidChangeActiveTextEditor.event,
      onDidChangeTextEditorSelection: events.onDidChangeTextEditorSelection.event,
      createOutputChannel: () => strict('LogOutputChannel', {
        info: (line) => log.push(line), error: (line) => log.push(line), show() {}, dispose() {},
      }),
      createStatusBarItem: () => statusItem,
      createWebviewPanel(kind, title, place, options) {
        const received = emitter(), disposed = emitter(), viewState = emitter();
        const posted = [];
        const panel = strict('WebviewPanel', {
          title, iconPath: undefined, visible: true, reveal() {}, dispose: () => disposed.fire(),
          onDidDispose: disposed.event, onDidChangeViewState: viewState.event,
          webview: strict('Webview', {
            cspSource: 'https://webview.test', html: '', asWebviewUri: (uri) => Uri.parse(`https://webview.test${new URL(uri.toString()).pathname}`),
            onDidReceiveMessage: received.event,
            async postMessage(one) { posted.push(one); changed(); return true; },
          }),
        });
        panels.push({ kind, place, options, panel, posted, send: received.fire, close: disposed.fire,
          show(visible) { panel.visible = visible; viewState.fire({ webviewPanel: panel }); } });
        return panel;
      },
      showErrorMessage: message('error'), showWarningMessage: message('warning'), showInformationMessage: message('information'),
      async showTextDocument(uri) {
        const editor = editors.find((one) => one.document.uri.toString() === uri.toString());
        if (!editor) throw new Error(`${uri} is not open`);
        return editor;
      },
      async withProgress(options, work) {
        const cancelled = emitter();
        const one = { ...options, reports: [], isOver: false, cancel: cancelled.fire };
        progress.push(one);
        changed();
        await work({ report: (step) => { one.reports.push(step); changed(); } }, { isCancellationRequested: false, onCancellationRequested: cancelled.event });
        one.isOver = true;
        changed();
      },
    }),
    workspace: strict('vscode.workspace', {
      get isTrusted() { return trusted; },
      get textDocuments() { return documents; },
      workspaceFolders: folders.map((path) => ({ uri: Uri.file(path), name: path.split('/').at(-1) })),
      ...Object.fromEntries(['onDidOpenTextDocument', 'onDidChangeTextDocument', 'onDidSaveTextDocument', 'onDidCloseTextDocument',
        'onDidGrantWorkspaceTrust', 'onDidChangeConfiguration'].map((name) => [name, events[name].event])),
      async applyEdit(edit) {
        for (const [uri, edits] of edit.entries) driver.replace(documents.find((one) => one.uri.toString() === uri), edits);
        return true;
      },
      getConfiguration: (section) => strict('WorkspaceConfiguration', {
        get: (key, fallback) => settings[`${section}.${key}`]?.globalValue ?? fallback,
        inspect: (key) => settings[`${section}.${key}`],
      }),
    }),
    languages: strict('vscode.languages', {
      createDiagnosticCollection: () => strict('DiagnosticCollection', {
        isDisposed: false,
        set(uri, issues) { this.check(); diagnostics.set(uri.toString(), issues); changed(); },
        clear() { this.check(); diagnostics.clear(); },
        dispose() { this.isDisposed = true; diagnostics.clear(); },
        check() { if (this.isDisposed) throw new Error('The collection of diagnostics is disposed'); },
      }),
      ...Object.fromEntries(['Hover', 'CompletionItem', 'Definition', 'Reference', 'DocumentHighlight', 'DocumentSymbol', 'WorkspaceSymbol',
        'FoldingRange', 'SelectionRange', 'DocumentLink', 'Rename', 'Color', 'DocumentFormattingEdit', 'DocumentRangeFormattingEdit',
        'DocumentSemanticTokens', 'InlayHints', 'CodeLens', 'CodeActions'].map((name) => [`register${name}Provider`, registers(name)])),
    }),
  });

  const driver = {
    vscode, commands, executed, messages, providers, documents, diagnostics, progress, panels, log, statusItem, editors,
    trust() { trusted = true; events.onDidGrantWorkspaceTrust.fire(); },
    choose(one) { choice = one; },
    set(name, value) {
      settings[name] = { ...settings[name], globalValue: value };
      events.onDidChangeConfiguration.fire({ affectsConfiguration: (asked) => asked === name });
    },
    /** Opens a text in an editor, as a person does. */
    open(uri, text, languageId = 'kraf') {
      const document = strict('TextDocument', { uri: Uri.parse(uri), languageId, version: 1, text, getText() { return this.text; } });
      documents.push(document);
      const start = new Position(0, 0);
      editors.push(strict('TextEditor', { document, viewColumn: 1, selection: new Selection(start, start), revealRange() {} }));
      events.onDidOpenTextDocument.fire(document);
      events.onDidChangeActiveTextEditor.fire(editors.at(-1));
      return document;
    },
    replace(document, edits) {
      document.text = edited(document.text, edits);
      document.version += 1;
      events.onDidChangeTextDocument.fire({ document, contentChanges: edits.map((edit) => ({ range: edit.range, text: edit.newText })) });
    },
    save(document) { events.onDidSaveTextDocument.fire(document); },
    close(document) {
      documents.splice(documents.indexOf(document), 1);
      editors.splice(editors.findIndex((one) => one.document === document), 1);
      events.onDidCloseTextDocument.fire(document);
    },
    cursor(line, character = 0) {
      const place = new Position(line, character);
      editors.at(-1).selection = new Selection(place, place);
      events.onDidChangeTextEditorSelection.fire({ textEditor: editors.at(-1) });
    },
    /** Waits until something is so; every change of the stand-in is a moment to look again. */
    until(condition, what = condition.toString(), deadlineMs = 20000) {
      return new Promise((resolve, reject) => {
        const watch = events.changed.event(look);
        const poll = setInterval(look, 20);
        const late = setTimeout(() => finish(() => reject(new Error(`Not within ${deadlineMs} ms: ${what}\n${JSON.stringify({ messages, log }, null, 1)}`))), deadlineMs);
        function finish(end) {
          watch.dispose();
          clearInterval(poll);
          clearTimeout(late);
          end();
        }
        function look() {
          const value = condition();
          if (value) finish(() => resolve(value));
        }
        look();
      });
    },
    token: { isCancellationRequested: false, onCancellationRequested: emitter().event },
  };

  const load = Module._load;
  Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));
  driver.restore = () => { Module._load = load; };
  return driver;
};

/** Loads a module of the extension as if for the first time. */
exports.fresh = function fresh(path) {
  for (const name of Object.keys(require.cache)) if (name.includes('/vscode-extension/src/')) delete require.cache[name];
  return require(path);
};
