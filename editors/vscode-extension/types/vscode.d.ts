// The members of VS Code's API that the extension uses, and no others. The stand-in of the tests has the same.
declare module 'vscode' {
  export const version: string;
  type Result<T> = T | undefined | null | Promise<T | undefined | null>;

  export class Disposable {
    constructor(dispose: () => any);
    dispose(): any;
  }
  export type Event<T> = (listener: (event: T) => any) => Disposable;
  export interface CancellationToken {
    isCancellationRequested: boolean;
    onCancellationRequested: Event<any>;
  }

  export class Position {
    constructor(line: number, character: number);
    readonly line: number;
    readonly character: number;
  }
  export class Range {
    constructor(start: Position, end: Position);
    readonly start: Position;
    readonly end: Position;
  }
  export class Selection extends Range {
    constructor(anchor: Position, active: Position);
    readonly active: Position;
  }
  export class Uri {
    static parse(text: string): Uri;
    static file(path: string): Uri;
    static joinPath(base: Uri, ...parts: string[]): Uri;
    readonly scheme: string;
    readonly fsPath: string;
    toString(): string;
  }
  export class Location {
    constructor(uri: Uri, range: Range);
  }
  export class TextEdit {
    constructor(range: Range, newText: string);
  }
  export class WorkspaceEdit {
    set(uri: Uri, edits: TextEdit[]): void;
  }
  export class MarkdownString {
    constructor(value?: string);
    appendText(value: string): MarkdownString;
  }
  export class Diagnostic {
    constructor(range: Range, message: string, severity: number);
    range: Range;
    message: string;
    severity: number;
    source?: string;
    code?: any;
  }
  export interface DiagnosticCollection extends Disposable {
    set(uri: Uri, diagnostics: Diagnostic[]): void;
    clear(): void;
  }
  export class CompletionItem {
    constructor(label: string, kind?: number);
    detail?: string;
    documentation?: MarkdownString;
    sortText?: string;
    filterText?: string;
    range?: Range;
    insertText?: string;
  }
  export class CompletionList {
    constructor(items: CompletionItem[], isIncomplete: boolean);
  }
  export class Hover {
    constructor(contents: MarkdownString, range?: Range);
  }
  export class DocumentHighlight {
    constructor(range: Range, kind: number);
  }
  export class DocumentSymbol {
    constructor(name: string, detail: string, kind: number, range: Range, selectionRange: Range);
    children: DocumentSymbol[];
  }
  export class SymbolInformation {
    constructor(name: string, kind: number, containerName: string, location: Location);
  }
  export class FoldingRange {
    constructor(start: number, end: number, kind?: number);
  }
  export const FoldingRangeKind: { Comment: number, Region: number };
  export class SelectionRange {
    constructor(range: Range, parent?: SelectionRange);
  }
  export class DocumentLink {
    constructor(range: Range, target?: Uri);
  }
  export class Color {
    constructor(red: number, green: number, blue: number, alpha: number);
    readonly red: number;
    readonly green: number;
    readonly blue: number;
    readonly alpha: number;
  }
  export class ColorInformation {
    constructor(range: Range, color: Color);
  }
  export class ColorPresentation {
    constructor(label: string);
  }
  export class SemanticTokensLegend {
    constructor(tokenTypes: string[], tokenModifiers: string[]);
  }
  export class SemanticTokens {
    constructor(data: Uint32Array);
  }
  export class InlayHint {
    constructor(position: Position, label: string);
    paddingLeft?: boolean;
  }
  export interface Command {
    title: string;
    command: string;
    arguments?: any[];
  }
  export class CodeLens {
    constructor(range: Range, command?: Command);
  }
  export class CodeActionKind {
    static readonly Empty: CodeActionKind;
    readonly value: string;
    append(part: string): CodeActionKind;
  }
  export class CodeAction {
    constructor(title: string, kind?: CodeActionKind);
    diagnostics?: Diagnostic[];
    isPreferred?: boolean;
    edit?: WorkspaceEdit;
    command?: Command;
  }
  export class ThemeColor {
    constructor(id: string);
  }

  export interface TextDocument {
    readonly uri: Uri;
    readonly languageId: string;
    readonly version: number;
    getText(): string;
  }
  export interface TextEditor {
    readonly document: TextDocument;
    readonly viewColumn?: number;
    selection: Selection;
    revealRange(range: Range, type?: number): void;
  }
  export interface ExtensionContext {
    readonly subscriptions: { dispose(): any }[];
    readonly extensionUri: Uri;
  }
  export interface LogOutputChannel extends Disposable {
    info(line: string): void;
    error(line: string): void;
    show(): void;
  }
  export interface StatusBarItem extends Disposable {
    name: string | undefined;
    text: string;
    tooltip: string | undefined;
    command: string | undefined;
    backgroundColor: ThemeColor | undefined;
    show(): void;
    hide(): void;
  }
  export const StatusBarAlignment: { Left: number };
  export const ProgressLocation: { Notification: number };
  export const ViewColumn: { Active: number, Beside: number };
  export const TextEditorRevealType: { InCenterIfOutsideViewport: number };

  export interface Webview {
    readonly cspSource: string;
    options: { enableScripts?: boolean, localResourceRoots?: Uri[] };
    html: string;
    asWebviewUri(uri: Uri): Uri;
    postMessage(message: any): Promise<boolean>;
    onDidReceiveMessage: Event<any>;
  }
  export interface WebviewPanel extends Disposable {
    readonly webview: Webview;
    readonly visible: boolean;
    title: string;
    iconPath?: Uri;
    reveal(column?: number, preserveFocus?: boolean): void;
    onDidDispose: Event<any>;
    onDidChangeViewState: Event<any>;
  }

  export namespace commands {
    function registerCommand(name: string, run: (...words: any[]) => any): Disposable;
    function executeCommand(name: string, ...words: any[]): Promise<any>;
  }
  export namespace window {
    const activeTextEditor: TextEditor | undefined;
    const visibleTextEditors: readonly TextEditor[];
    const onDidChangeActiveTextEditor: Event<TextEditor | undefined>;
    const onDidChangeTextEditorSelection: Event<{ textEditor: TextEditor }>;
    function createOutputChannel(name: string, options: { log: true }): LogOutputChannel;
    function createStatusBarItem(id: string, alignment: number, priority: number): StatusBarItem;
    function createWebviewPanel(
      kind: string, title: string, place: { viewColumn: number, preserveFocus?: boolean },
      options: { enableScripts: true, localResourceRoots: Uri[], retainContextWhenHidden?: boolean }): WebviewPanel;
    function registerWebviewPanelSerializer(kind: string, serializer: { deserializeWebviewPanel(panel: WebviewPanel, state: any): Promise<void> }): Disposable;
    function showErrorMessage(sentence: string, ...choices: string[]): Promise<string | undefined>;
    function showWarningMessage(sentence: string): Promise<string | undefined>;
    function showInformationMessage(sentence: string): Promise<string | undefined>;
    function showTextDocument(uri: Uri, options?: { viewColumn?: number, preserveFocus?: boolean }): Promise<TextEditor>;
    function withProgress(
      options: { location: number, title: string, cancellable: boolean },
      work: (progress: { report(step: { message?: string, increment?: number }): void }, token: CancellationToken) => Promise<any>): Promise<any>;
  }
  export namespace workspace {
    const isTrusted: boolean;
    const textDocuments: readonly TextDocument[];
    const workspaceFolders: readonly { uri: Uri, name: string }[] | undefined;
    const onDidOpenTextDocument: Event<TextDocument>;
    const onDidChangeTextDocument: Event<{ document: TextDocument, contentChanges: readonly { range: Range, text: string }[] }>;
    const onDidSaveTextDocument: Event<TextDocument>;
    const onDidCloseTextDocument: Event<TextDocument>;
    const onDidGrantWorkspaceTrust: Event<void>;
    const onDidChangeConfiguration: Event<{ affectsConfiguration(name: string): boolean }>;
    function openTextDocument(uri: Uri): Promise<TextDocument>;
    function applyEdit(edit: WorkspaceEdit): Promise<boolean>;
    function getConfiguration(section: string): {
      get<T>(key: string, fallback: T): T;
      inspect(key: string): { globalValue?: any, defaultValue?: any } | undefined;
    };
  }
  export namespace languages {
    type Selector = { language: string, scheme: string }[];
    function createDiagnosticCollection(name: string): DiagnosticCollection;
    function registerHoverProvider(selector: Selector, provider: {
      provideHover(document: TextDocument, position: Position, token: CancellationToken): Result<Hover>;
    }): Disposable;
    function registerCompletionItemProvider(selector: Selector, provider: {
      provideCompletionItems(document: TextDocument, position: Position, token: CancellationToken): Result<CompletionList>;
    }, ...triggers: string[]): Disposable;
    function registerDefinitionProvider(selector: Selector, provider: {
      provideDefinition(document: TextDocument, position: Position, token: CancellationToken): Result<Location[]>;
    }): Disposable;
    function registerReferenceProvider(selector: Selector, provider: {
      provideReferences(document: TextDocument, position: Position, context: { includeDeclaration: boolean }, token: CancellationToken): Result<Location[]>;
    }): Disposable;
    function registerDocumentHighlightProvider(selector: Selector, provider: {
      provideDocumentHighlights(document: TextDocument, position: Position, token: CancellationToken): Result<DocumentHighlight[]>;
    }): Disposable;
    function registerDocumentSymbolProvider(selector: Selector, provider: {
      provideDocumentSymbols(document: TextDocument, token: CancellationToken): Result<DocumentSymbol[]>;
    }): Disposable;
    function registerWorkspaceSymbolProvider(provider: {
      provideWorkspaceSymbols(query: string, token: CancellationToken): Result<SymbolInformation[]>;
    }): Disposable;
    function registerFoldingRangeProvider(selector: Selector, provider: {
      provideFoldingRanges(document: TextDocument, context: {}, token: CancellationToken): Result<FoldingRange[]>;
    }): Disposable;
    function registerSelectionRangeProvider(selector: Selector, provider: {
      provideSelectionRanges(document: TextDocument, positions: Position[], token: CancellationToken): Result<SelectionRange[]>;
    }): Disposable;
    function registerDocumentLinkProvider(selector: Selector, provider: {
      provideDocumentLinks(document: TextDocument, token: CancellationToken): Result<DocumentLink[]>;
    }): Disposable;
    function registerRenameProvider(selector: Selector, provider: {
      prepareRename(document: TextDocument, position: Position, token: CancellationToken): Result<{ range: Range, placeholder: string }>;
      provideRenameEdits(document: TextDocument, position: Position, newName: string, token: CancellationToken): Result<WorkspaceEdit>;
    }): Disposable;
    function registerColorProvider(selector: Selector, provider: {
      provideDocumentColors(document: TextDocument, token: CancellationToken): Result<ColorInformation[]>;
      provideColorPresentations(color: Color, context: { document: TextDocument, range: Range }, token: CancellationToken): Result<ColorPresentation[]>;
    }): Disposable;
    function registerDocumentFormattingEditProvider(selector: Selector, provider: {
      provideDocumentFormattingEdits(document: TextDocument, options: {}, token: CancellationToken): Result<TextEdit[]>;
    }): Disposable;
    function registerDocumentRangeFormattingEditProvider(selector: Selector, provider: {
      provideDocumentRangeFormattingEdits(document: TextDocument, range: Range, options: {}, token: CancellationToken): Result<TextEdit[]>;
    }): Disposable;
    function registerDocumentSemanticTokensProvider(selector: Selector, provider: {
      provideDocumentSemanticTokens(document: TextDocument, token: CancellationToken): Result<SemanticTokens>;
    }, legend: SemanticTokensLegend): Disposable;
    function registerInlayHintsProvider(selector: Selector, provider: {
      provideInlayHints(document: TextDocument, range: Range, token: CancellationToken): Result<InlayHint[]>;
    }): Disposable;
    function registerCodeLensProvider(selector: Selector, provider: {
      onDidChangeCodeLenses: Event<void>;
      provideCodeLenses(document: TextDocument, token: CancellationToken): Result<CodeLens[]>;
    }): Disposable;
    function registerCodeActionsProvider(selector: Selector, provider: {
      provideCodeActions(document: TextDocument, range: Range, context: { diagnostics: readonly Diagnostic[], only?: CodeActionKind }, token: CancellationToken): Result<(CodeAction | Command)[]>;
    }, metadata: { providedCodeActionKinds: CodeActionKind[] }): Disposable;
  }
}
