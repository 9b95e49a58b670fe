'use strict';

// A stand-in for the `vscode` module: only what types/vscode.d.ts describes, and whatever else is asked for throws.

const Module = require('node:module');
const { readFile } = require('node:fs/promises');
const {
  CodeActionKind, Disposable, MarkdownString, Position, Range, Selection, Uri, WorkspaceEdit, edited, emitter, record, strict,
} = require('./vscode-types.js');

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
  const serializers = new Map();
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

  function documentOf(uri, text, languageId, opened = () => {}) {
    const document = strict('TextDocument', { uri, languageId, version: 1, text, getText() { return this.text; } });
    documents.push(document);
    opened(document);
    events.onDidOpenTextDocument.fire(document);
    return document;
  }

  function panelOf({ kind, title, place, options }) {
    const received = emitter(), disposed = emitter(), viewState = emitter();
    const posted = [];
    const one = { kind, place, options, posted, isClosed: false, send: received.fire };
    one.panel = strict('WebviewPanel', {
      title, iconPath: undefined, visible: true, reveal() {}, dispose: () => one.close(),
      onDidDispose: disposed.event, onDidChangeViewState: viewState.event,
      webview: strict('Webview', {
        cspSource: 'https://webview.test', html: '', options: {}, onDidReceiveMessage: received.event,
        asWebviewUri: (uri) => Uri.parse(`https://webview.test${new URL(uri.toString()).pathname}`),
        async postMessage(message) { posted.push(message); changed(); return true; },
      }),
    });
    one.close = () => {
      one.isClosed = true;
      disposed.fire();
    };
    one.show = (visible) => {
      one.panel.visible = visible;
      viewState.fire({ webviewPanel: one.panel });
    };
    panels.push(one);
    return one.panel;
  }

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
      createWebviewPanel: (kind, title, place, options) => panelOf({ kind, title, place, options }),
      registerWebviewPanelSerializer(kind, serializer) {
        if (serializers.has(kind)) throw new Error(`A serializer of ${kind} is registered twice`);
        serializers.set(kind, serializer);
        return new Disposable(() => serializers.delete(kind));
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
      workspaceFolders: folders.map((one) => ({ uri: one.includes(':') ? Uri.parse(one) : Uri.file(one), name: one.split('/').at(-1) })),
      ...Object.fromEntries(['onDidOpenTextDocument', 'onDidChangeTextDocument', 'onDidSaveTextDocument', 'onDidCloseTextDocument',
        'onDidGrantWorkspaceTrust', 'onDidChangeConfiguration'].map((name) => [name, events[name].event])),
      async openTextDocument(uri) {
        const found = documents.find((one) => one.uri.toString() === uri.toString());
        return found ?? documentOf(uri, await readFile(uri.fsPath, 'utf8'), 'kraf');
      },
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
    vscode, commands, executed, messages, providers, documents, diagnostics, progress, panels, serializers, log, statusItem, editors,
    trust() { trusted = true; events.onDidGrantWorkspaceTrust.fire(); },
    choose(one) { choice = one; },
    set(name, value) {
      settings[name] = { ...settings[name], globalValue: value };
      events.onDidChangeConfiguration.fire({ affectsConfiguration: (asked) => asked === name });
    },
    /** Opens a text in an editor, as a person does. */
    open(uri, text, languageId = 'kraf') {
      const start = new Position(0, 0);
      const editor = strict('TextEditor', { document: undefined, viewColumn: 1, selection: new Selection(start, start), revealRange() {} });
      editors.push(editor);
      editor.document = documentOf(Uri.parse(uri), text, languageId, (document) => { editor.document = document; });
      events.onDidChangeActiveTextEditor.fire(editor);
      return editor.document;
    },
    /** Puts another tab before a text, which stays open. */
    hide(document) {
      editors.splice(editors.findIndex((one) => one.document === document), 1);
      events.onDidChangeActiveTextEditor.fire(editors.at(-1));
    },
    /** Gives a panel back that was kept over a reload of the window, with what its page remembered. */
    async bringBack(kind, state) {
      const panel = panelOf({ kind, title: kind });
      await serializers.get(kind).deserializeWebviewPanel(panel, state && JSON.parse(JSON.stringify(state)));
      return panels.at(-1);
    },
    replace(document, edits) {
      document.text = edited(document.text, edits);
      document.version += 1;
      events.onDidChangeTextDocument.fire({ document, contentChanges: edits.map((edit) => ({ range: edit.range, text: edit.newText })) });
    },
    save(document) { events.onDidSaveTextDocument.fire(document); },
    close(document) {
      documents.splice(documents.indexOf(document), 1);
      const at = editors.findIndex((one) => one.document === document);
      if (at >= 0) editors.splice(at, 1);
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
