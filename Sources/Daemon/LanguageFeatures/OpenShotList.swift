import RPCProtocol
import ShotList

/// An open document with its meaning, as a language feature sees it: places come and go in the editor's own count.
struct OpenShotList: Sendable {
  let uri: String
  let view: ShotListView
  let encoding: PositionEncoding
  let abilities: EditorAbilities

  /// The byte offset of an editor's place.
  func offset(_ position: LSPPosition) -> Int { view.lines.offset(of: TextPosition(position), encoding) }

  /// The bytes of an editor's range; a reversed one is empty.
  func range(_ range: LSPRange) -> Range<Int> {
    let (start, end) = (offset(range.start), offset(range.end))
    return start..<max(start, end)
  }

  /// Bytes as an editor's range.
  func range(_ range: Range<Int>) -> LSPRange { LSPRange(range, view.lines, encoding) }

  func position(_ offset: Int) -> LSPPosition { range(offset..<offset).start }

  func edit(_ change: TextChange) -> LSPTextEdit {
    LSPTextEdit(range: range(change.range), newText: change.replacement)
  }

  func edit(_ changes: [TextChange]) -> LSPWorkspaceEdit { LSPWorkspaceEdit(uri: uri, edits: changes.map(edit)) }
}

extension Services {
  /// The open document of this URI, its meaning read at most once a text.
  ///
  /// Throws: `notOpen`.
  func openShotList(_ uri: String, _ context: CallContext) async throws(RPCError) -> OpenShotList {
    guard let documents = context.session[Documents.key], let document = documents[uri] else {
      throw .failed("notOpen", "'\(uri.prefix(200))' is not open; send textDocument/didOpen first")
    }
    return OpenShotList(
      uri: uri, view: await view(of: document, uri, in: documents), encoding: documents.encoding,
      abilities: context.session[EditorAbilities.key] ?? EditorAbilities([:]))
  }

  /// What a text means.
  func view(of document: Documents.Document, _ uri: String, in documents: Documents) async -> ShotListView {
    if let known = document.view { return known }
    let view = ShotListView(
      document.text, catalog: catalog, facts: await facts(around: uri), operations: Self.stepOperations)
    documents.keep(view, of: uri, text: document.text)
    return view
  }
}
