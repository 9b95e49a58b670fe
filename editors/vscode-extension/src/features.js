'use strict';

const vscode = require('vscode');
const convert = require('./convert.js');
const { selector } = require('./documents.js');

/** @typedef {import('./session.js').Session} Session */

/**
 * Puts what krafd says that it answers in front of VS Code; each feature asks krafd and passes its answer on.
 * @param {Session} session
 * @param {any} capabilities
 * @returns {vscode.Disposable[]}
 */
function registerFeatures(session, capabilities) {
  const { languages } = vscode;
  /**
   * krafd's answer, or nothing when it has none: a feature without an answer is no fault that a person must read.
   * @param {string} method @param {vscode.TextDocument} document @param {any} params @param {vscode.CancellationToken} token
   */
  const ask = (method, document, params, token) =>
    session.request(`textDocument/${method}`, { textDocument: { uri: document.uri.toString() }, ...params }, token).catch(() => undefined);
  /** @param {vscode.Position} place */
  const at = (place) => ({ position: convert.wirePosition(place) });
  const formatting = { options: { tabSize: 2, insertSpaces: true } };

  /** @type {Record<string, () => vscode.Disposable>} */
  const table = {
    hoverProvider: () => languages.registerHoverProvider(selector, {
      async provideHover(document, place, token) {
        const found = await ask('hover', document, at(place), token);
        const text = found && convert.markdown(found.contents);
        return text && new vscode.Hover(text, found.range && convert.range(found.range));
      },
    }),
    completionProvider: () => languages.registerCompletionItemProvider(selector, {
      async provideCompletionItems(document, place, token) {
        const found = await ask('completion', document, at(place), token);
        return found && new vscode.CompletionList((found.items ?? found).map(convert.completion), found.isIncomplete === true);
      },
    }, ...(capabilities.completionProvider.triggerCharacters ?? [])),
    definitionProvider: () => languages.registerDefinitionProvider(selector, {
      provideDefinition: async (document, place, token) => (await ask('definition', document, at(place), token))?.map(convert.location),
    }),
    referencesProvider: () => languages.registerReferenceProvider(selector, {
      provideReferences: async (document, place, context, token) =>
        (await ask('references', document, { ...at(place), context }, token))?.map(convert.location),
    }),
    documentHighlightProvider: () => languages.registerDocumentHighlightProvider(selector, {
      provideDocumentHighlights: async (document, place, token) =>
        (await ask('documentHighlight', document, at(place), token))?.map(
          (/** @type {any} */ one) => new vscode.DocumentHighlight(convert.range(one.range), (one.kind ?? 1) - 1)),
    }),
    documentSymbolProvider: () => languages.registerDocumentSymbolProvider(selector, {
      provideDocumentSymbols: async (document, token) => (await ask('documentSymbol', document, {}, token))?.map(convert.symbol),
    }),
    workspaceSymbolProvider: () => languages.registerWorkspaceSymbolProvider({
      provideWorkspaceSymbols: async (query, token) =>
        (await session.request('workspace/symbol', { query }, token).catch(() => undefined))?.map((/** @type {any} */ one) =>
          new vscode.SymbolInformation(one.name, one.kind - 1, one.containerName ?? '', convert.location(one.location))),
    }),
    foldingRangeProvider: () => languages.registerFoldingRangeProvider(selector, {
      provideFoldingRanges: async (document, context, token) =>
        (await ask('foldingRange', document, {}, token))?.map((/** @type {any} */ fold) => new vscode.FoldingRange(
          fold.startLine, fold.endLine, fold.kind === 'comment' ? vscode.FoldingRangeKind.Comment : vscode.FoldingRangeKind.Region)),
    }),
    selectionRangeProvider: () => languages.registerSelectionRangeProvider(selector, {
      provideSelectionRanges: async (document, places, token) =>
        (await ask('selectionRange', document, { positions: places.map(convert.wirePosition) }, token))?.map(convert.selection),
    }),
    documentLinkProvider: () => languages.registerDocumentLinkProvider(selector, {
      provideDocumentLinks: async (document, token) =>
        (await ask('documentLink', document, {}, token))?.map(
          (/** @type {any} */ link) => new vscode.DocumentLink(convert.range(link.range), vscode.Uri.parse(link.target))),
    }),
    renameProvider: () => languages.registerRenameProvider(selector, {
      async prepareRename(document, place, token) {
        const start = await session.request(
          'textDocument/prepareRename', { textDocument: { uri: document.uri.toString() }, ...at(place) }, token);
        if (!start) throw new Error('Only @references and shots can be renamed');
        return { range: convert.range(start.range), placeholder: start.placeholder };
      },
      async provideRenameEdits(document, place, newName, token) {
        const edit = await session.request(
          'textDocument/rename', { textDocument: { uri: document.uri.toString() }, ...at(place), newName }, token);
        return edit && convert.workspaceEdit(edit);
      },
    }),
    colorProvider: () => languages.registerColorProvider(selector, {
      provideDocumentColors: async (document, token) =>
        (await ask('documentColor', document, {}, token))?.map((/** @type {any} */ one) => new vscode.ColorInformation(
          convert.range(one.range), new vscode.Color(one.color.red, one.color.green, one.color.blue, one.color.alpha))),
      provideColorPresentations: async (color, context, token) =>
        (await ask('colorPresentation', context.document, {
          color: { red: color.red, green: color.green, blue: color.blue, alpha: color.alpha }, range: convert.wireRange(context.range),
        }, token))?.map((/** @type {any} */ one) => new vscode.ColorPresentation(one.label)),
    }),
    documentFormattingProvider: () => languages.registerDocumentFormattingEditProvider(selector, {
      provideDocumentFormattingEdits: async (document, options, token) =>
        (await ask('formatting', document, formatting, token))?.map(convert.textEdit),
    }),
    documentRangeFormattingProvider: () => languages.registerDocumentRangeFormattingEditProvider(selector, {
      provideDocumentRangeFormattingEdits: async (document, part, options, token) =>
        (await ask('rangeFormatting', document, { range: convert.wireRange(part), ...formatting }, token))?.map(convert.textEdit),
    }),
    semanticTokensProvider: () => {
      const { tokenTypes, tokenModifiers } = capabilities.semanticTokensProvider.legend;
      const legend = new vscode.SemanticTokensLegend(tokenTypes, tokenModifiers);
      return languages.registerDocumentSemanticTokensProvider(selector, {
        async provideDocumentSemanticTokens(document, token) {
          const found = await ask('semanticTokens/full', document, {}, token);
          return found && new vscode.SemanticTokens(Uint32Array.from(found.data));
        },
      }, legend);
    },
    inlayHintProvider: () => languages.registerInlayHintsProvider(selector, {
      provideInlayHints: async (document, part, token) =>
        (await ask('inlayHint', document, { range: convert.wireRange(part) }, token))?.map((/** @type {any} */ hint) =>
          Object.assign(new vscode.InlayHint(convert.position(hint.position), hint.label), { paddingLeft: hint.paddingLeft })),
    }),
    codeLensProvider: () => languages.registerCodeLensProvider(selector, {
      onDidChangeCodeLenses: (listener) => session.on('kraf/event', () => listener()),
      provideCodeLenses: async (document, token) =>
        (await ask('codeLens', document, {}, token))?.map(
          (/** @type {any} */ lens) => new vscode.CodeLens(convert.range(lens.range), lens.command)),
    }),
    codeActionProvider: () => languages.registerCodeActionsProvider(selector, {
      provideCodeActions: async (document, part, context, token) =>
        (await ask('codeAction', document, {
          range: convert.wireRange(part),
          context: {
            diagnostics: context.diagnostics.filter((one) => one.source === 'krafd').map(convert.wireDiagnostic),
            only: context.only && [context.only.value],
          },
        }, token))?.map(convert.action),
    }, {
      providedCodeActionKinds: (capabilities.codeActionProvider.codeActionKinds ?? []).map(
        (/** @type {string} */ kind) => vscode.CodeActionKind.Empty.append(kind)),
    }),
  };
  return Object.entries(table).filter(([name]) => capabilities[name]).map(([, register]) => register());
}

module.exports = { registerFeatures };
