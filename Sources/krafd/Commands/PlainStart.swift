import Daemon

/// The exact words with which editors start the language server and clients start the daemon.
///
/// They are the two starts that somebody waits for. The argument parser learns the whole command tree before it reads
/// a word, which takes a third of such a start, so these words are compared instead; everything else is parsed.
enum PlainStart: Equatable {
  case daemon
  case languageServer(parent: Int32?)

  /// The start that the arguments after the program's name ask for; nil when the parser should read them.
  init?(_ words: some Collection<String>) {
    let words = Array(words)
    switch words.count {
    case 2 where words == ["serve", "--foreground"]: self = .daemon
    case 2 where words == ["lsp", "--stdio"]: self = .languageServer(parent: nil)
    case 3 where words.starts(with: ["lsp", "--stdio"]):
      let option = "--clientProcessId="
      guard words[2].hasPrefix(option), let parent = Int32(words[2].dropFirst(option.count)) else { return nil }
      self = .languageServer(parent: parent)
    default: return nil
    }
  }

  /// Runs until the daemon or the language server ends.
  func run() throws(CommandFailure) {
    switch self {
    case .daemon: try ServeRun.serve()
    case .languageServer(let parent): Krafd.exit(withStatus: ServeRun.languageServer(parent: parent))
    }
  }
}
