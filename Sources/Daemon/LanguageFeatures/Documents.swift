import RPCProtocol
import ShotList
import Synchronization

/// The texts that one editor has open. Each session has its own: what one editor types, another does not see.
final class Documents: Sendable {
  /// An open text.
  struct Document: Sendable {
    var version: Int
    var text: String
    /// What it means; nil until somebody asked.
    var view: ShotListView?
    /// The last answer about its tokens, and its name.
    var tokens: (id: String, data: [Int])?
  }

  static let key = SessionKey<Documents>("documents")

  /// The most bytes of a text that is kept. One that is longer than a shot list may be is kept too, though not read, so that
  /// what is taken back leaves the very text from before.
  static let maxBytes = 16 << 20

  /// How positions count characters, agreed in `initialize`.
  let encoding: PositionEncoding

  private let state = Mutex<(open: [String: Document], latest: String?)>(([:], nil))
  private let answers = Atomic(0)

  init(encoding: PositionEncoding) { self.encoding = encoding }

  /// The open text of a document.
  subscript(uri: String) -> Document? {
    get { state.withLock { $0.open[uri] } }
    set {
      state.withLock { state in
        state.open[uri] = newValue
        if newValue != nil { state.latest = uri } else if state.latest == uri { state.latest = nil }
      }
    }
  }

  /// The document that was opened, changed or asked about last.
  var latest: String? { state.withLock { $0.latest } }

  /// All open documents.
  var all: [String: Document] { state.withLock { $0.open } }

  /// What became of changes.
  enum Change { case made(Document), misplaced, tooLong }

  /// Applies the changes of an editor in their order, all or none: `misplaced` when the document is not open or a range is
  /// reversed. A document that grows `tooLong` is open no more.
  func change(_ uri: String, to version: Int, _ changes: [LSPContentChange]) -> Change {
    state.withLock { state in
      guard var document = state.open[uri] else { return .misplaced }
      for change in changes {
        guard let text = document.text.applying(change, encoding) else { return .misplaced }
        guard text.utf8.count <= Self.maxBytes else {
          state.open[uri] = nil
          return .tooLong
        }
        document.text = text
      }
      document.version = version
      document.view = nil
      state.open[uri] = document
      state.latest = uri
      return .made(document)
    }
  }

  /// Keeps an answer about the tokens of a document. Answers its name, and the answer before it.
  func keep(tokens data: [Int], of uri: String) -> (id: String, before: (id: String, data: [Int])?) {
    let id = "\(answers.add(1, ordering: .relaxed).newValue)"
    let before = state.withLock { state in
      let before = state.open[uri]?.tokens
      state.open[uri]?.tokens = (id, data)
      return before
    }
    return (id, before)
  }

  /// Keeps what a text means, unless the text changed meanwhile.
  func keep(_ view: ShotListView, of uri: String, text: String) {
    state.withLock { state in
      // Not the version: an editor may send none.
      if state.open[uri]?.text == text { state.open[uri]?.view = view }
      state.latest = uri
    }
  }
}

extension String {
  /// The text after one change; a change without a range replaces all. A place past the end means the end; nil for a reversed
  /// range.
  fileprivate func applying(_ change: LSPContentChange, _ encoding: PositionEncoding) -> String? {
    guard let range = change.range else { return change.text }
    let bytes = Array(utf8)
    let lines = LineIndex(bytes)
    let start = lines.offset(of: TextPosition(range.start), encoding)
    let end = lines.offset(of: TextPosition(range.end), encoding)
    guard start <= end else { return nil }
    return String(decoding: bytes[..<start] + Array(change.text.utf8) + bytes[end...], as: UTF8.self)
  }
}

extension TextPosition {
  init(_ position: LSPPosition) {
    self.init(line: position.line, character: position.character)
  }
}
