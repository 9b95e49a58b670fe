import RPCProtocol
import ShotList

/// What an editor said in `initialize` that it can do. What it did not say, it cannot.
struct EditorAbilities: Sendable {
  static let key = SessionKey<EditorAbilities>("editor")

  /// Shows Markdown in hovers.
  var readsMarkdown = false
  /// The formats that it shows in completions, in its order.
  var completionFormats: [String] = []
  /// Asks for diagnostics itself.
  var pullsDiagnostics = false
  /// Shows symbols inside symbols.
  var nestsSymbols = false
  /// Takes code actions that are more than a command.
  var takesActions = false
  /// Shows progress that krafd begins.
  var showsProgress = false
  /// Applies changes of a text that krafd asks for.
  var appliesEdits = false
  /// Opens documents and pictures that krafd asks for.
  var opensDocuments = false

  init(_ capabilities: JSONValue) {
    let document = capabilities["textDocument"]
    let formats = document?["hover"]?["contentFormat"]?.arrayValue?.compactMap(\.stringValue) ?? []
    readsMarkdown = formats.contains("markdown")
    completionFormats =
      document?["completion"]?["completionItem"]?["documentationFormat"]?.arrayValue?.compactMap(\.stringValue) ?? []
    pullsDiagnostics = document?["diagnostic"]?.objectValue != nil
    nestsSymbols = document?["documentSymbol"]?["hierarchicalDocumentSymbolSupport"]?.boolValue ?? false
    takesActions = document?["codeAction"]?["codeActionLiteralSupport"]?.objectValue != nil
    showsProgress = capabilities["window"]?["workDoneProgress"]?.boolValue ?? false
    appliesEdits = capabilities["workspace"]?["applyEdit"]?.boolValue ?? false
    opensDocuments = capabilities["window"]?["showDocument"]?["support"]?.boolValue ?? false
  }

  /// A card beside a completion: a bare text for editors that name no format.
  func documentation(_ card: Card) -> JSONValue {
    if completionFormats.contains("markdown") { return LSPMarkup(kind: "markdown", value: card.markdown).json }
    if completionFormats.isEmpty { return .string(card.plain) }
    return LSPMarkup(kind: "plaintext", value: card.plain).json
  }

  /// A card in the form that the editor shows.
  func markup(_ card: Card) -> LSPMarkup {
    readsMarkdown
      ? LSPMarkup(kind: "markdown", value: card.markdown) : LSPMarkup(kind: "plaintext", value: card.plain)
  }
}
