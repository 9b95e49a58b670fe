'use strict';

const vscode = require('vscode');

// Between the protocol's values and VS Code's. Both count positions in utf-16 units from 0.

/** @param {{ line: number, character: number }} position */
const position = (position) => new vscode.Position(position.line, position.character);

/** @param {any} range */
const range = (range) => new vscode.Range(position(range.start), position(range.end));

/** @param {vscode.Position} position */
const wirePosition = (position) => ({ line: position.line, character: position.character });

/** @param {vscode.Range} range */
const wireRange = (range) => ({ start: wirePosition(range.start), end: wirePosition(range.end) });

/** @param {any} location */
const location = (location) => new vscode.Location(vscode.Uri.parse(location.uri), range(location.range));

/** @param {any} edit */
const textEdit = (edit) => new vscode.TextEdit(range(edit.range), edit.newText);

/**
 * Krafd's text for people; it may be Markdown, but never start anything.
 * @param {any} text
 */
function markdown(text) {
  if (text === undefined || text === null) return undefined;
  if (typeof text === 'string' || text.kind !== 'markdown') {
    return new vscode.MarkdownString().appendText(typeof text === 'string' ? text : String(text.value));
  }
  return new vscode.MarkdownString(String(text.value));
}

/** @param {any} edit */
function workspaceEdit(edit) {
  const all = new vscode.WorkspaceEdit();
  for (const [uri, edits] of Object.entries(edit.changes ?? {})) all.set(vscode.Uri.parse(uri), edits.map(textEdit));
  for (const change of edit.documentChanges ?? []) {
    all.set(vscode.Uri.parse(change.textDocument.uri), change.edits.map(textEdit));
  }
  return all;
}

/** @param {any} issue */
function diagnostic(issue) {
  const made = new vscode.Diagnostic(range(issue.range), issue.message, (issue.severity ?? 1) - 1);
  made.source = issue.source ?? 'krafd';
  made.code = issue.code;
  return made;
}

/** @param {vscode.Diagnostic} issue */
const wireDiagnostic = (issue) => ({
  range: wireRange(issue.range), message: issue.message, severity: issue.severity + 1, code: issue.code, source: issue.source,
});

/** @param {any} item */
function completion(item) {
  const made = new vscode.CompletionItem(item.label, item.kind === undefined ? undefined : item.kind - 1);
  made.detail = item.detail;
  made.documentation = markdown(item.documentation);
  made.sortText = item.sortText;
  made.filterText = item.filterText;
  made.range = range(item.textEdit.range);
  made.insertText = item.textEdit.newText;
  return made;
}

/** @param {any} item @returns {vscode.CodeAction | vscode.Command} */
function action(item) {
  if (typeof item.command === 'string') return item;
  const made = new vscode.CodeAction(item.title, item.kind ? vscode.CodeActionKind.Empty.append(item.kind) : undefined);
  made.diagnostics = item.diagnostics?.map(diagnostic);
  made.isPreferred = item.isPreferred;
  made.edit = item.edit && workspaceEdit(item.edit);
  made.command = item.command;
  return made;
}

/** @param {any} symbol @returns {vscode.DocumentSymbol} */
function symbol(symbol) {
  const made = new vscode.DocumentSymbol(
    symbol.name, symbol.detail ?? '', symbol.kind - 1, range(symbol.range), range(symbol.selectionRange));
  made.children = (symbol.children ?? []).map(module.exports.symbol);
  return made;
}

/** @param {any} selection @returns {vscode.SelectionRange} */
const selection = (selection) =>
  new vscode.SelectionRange(range(selection.range), selection.parent && module.exports.selection(selection.parent));

module.exports = {
  position, range, wirePosition, wireRange, location, textEdit, markdown, workspaceEdit, diagnostic, wireDiagnostic, completion,
  action, symbol, selection,
};
