import Foundation
import TestSupport
import Testing

/// `krafd lsp --stdio`: what an editor meets.
@Suite(.tags(.endToEnd)) struct StdioTests {
  private static func frame(_ body: String) -> String { "Content-Length: \(body.utf8.count)\r\n\r\n\(body)" }

  private static let initialize = frame(
    #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}"#)
  private static let shutdown = frame(#"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#)
  private static let exit = frame(#"{"jsonrpc":"2.0","method":"exit"}"#)

  @Test func answersInitializeAndEndsWithZeroAfterShutdown() throws {
    let user = try KrafdUser()

    let outcome = try user.run("lsp", "--stdio", input: Self.initialize + Self.shutdown + Self.exit)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("\"capabilities\"") && outcome.output.contains("\"krafd\""))
    #expect(outcome.output.contains(#""id":2"#))
  }

  /// The words that editors use are compared before any parser runs; every other spelling means the same.
  @Test(arguments: [
    ["lsp"], ["lsp", "--stdio", "--clientProcessId=\(getpid())"],
    ["lsp", "--clientProcessId", "\(getpid())", "--stdio"],
  ])
  func everySpellingServesTheEditor(arguments: [String]) throws {
    let user = try KrafdUser()

    let outcome = try user.launch(KrafdUser.binary, arguments, input: Self.initialize + Self.shutdown + Self.exit)

    #expect(outcome.status == 0 && outcome.output.contains(#""id":2"#), "\(outcome.errors)")
  }

  @Test(arguments: [
    ["lsp", "--stdio", "--clientProcessId=x"], ["lsp", "--stdio", "--quiet"], ["serve", "--background"],
  ])
  func wrongWordsAreAUsageError(arguments: [String]) throws {
    let user = try KrafdUser()

    #expect(try user.launch(KrafdUser.binary, arguments).status == 2)
  }

  @Test func exitWithoutShutdownIsOne() throws {
    let user = try KrafdUser()

    #expect(try user.run("lsp", "--stdio", input: Self.initialize + Self.exit).status == 1)
  }

  @Test func endsByItselfAtTheEndOfInput() throws {
    let user = try KrafdUser()

    let outcome = try user.run("lsp", "--stdio", input: Self.initialize, deadline: 10)

    #expect(outcome.output.contains(#""id":1"#))
  }

  @Test func tellsAnEditorWhatIsWrongInAShotList() throws {
    let user = try KrafdUser()
    let open = Self.frame(
      ##"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:a.kraf","##
        + ##""languageId":"kraf","version":1,"text":"# A\n\n## hero\n\nstyle: pure-wite\n"}}}"##)

    let outcome = try user.run("lsp", "--stdio", input: Self.initialize + open)

    #expect(outcome.output.contains("publishDiagnostics") && outcome.output.contains("pure-white"))
  }
}
