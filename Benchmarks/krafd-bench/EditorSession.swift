import Foundation
import RPCProtocol

/// An editor's end of a session with one open document.
final class EditorSession {
  let client: RawClient
  private let folder: String
  private(set) var uri = ""
  private(set) var version = 1

  init(_ client: RawClient, folder: String) throws {
    self.client = client
    self.folder = folder
    let formats: JSONValue = ["textDocument": ["hover": ["contentFormat": ["markdown"]]]]
    try client.call("initialize", ["processId": .null, "rootUri": .null, "capabilities": formats])
    try client.notify("initialized", [:])
  }

  func open(_ name: String, language: String, _ text: String) throws {
    uri = "file://\(folder)/\(name)"
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    let document: JSONValue = [
      "uri": .string(uri), "languageId": .string(language), "version": 1, "text": .string(text),
    ]
    try client.notify("textDocument/didOpen", ["textDocument": document])
  }

  func awaitDiagnostics() throws {
    while try client.next()["method"]?.stringValue != "textDocument/publishDiagnostics" {}
  }

  /// Types one letter and waits for what is said about it.
  func type(_ letter: String, line: Int, character: Int) throws {
    try change(letter, line: line, from: character, to: character)
    try awaitDiagnostics()
  }

  func change(_ text: String, line: Int, from start: Int, to end: Int) throws {
    version += 1
    let change: JSONValue = ["range": ["start": place(line, start), "end": place(line, end)], "text": .string(text)]
    try client.notify(
      "textDocument/didChange",
      ["textDocument": ["uri": .string(uri), "version": .integer(version)], "contentChanges": .array([change])])
  }

  func ask(_ feature: String, line: Int, character: Int) throws {
    try client.call(
      "textDocument/\(feature)", ["textDocument": ["uri": .string(uri)], "position": place(line, character)])
  }

  func residentBytes() throws -> Int { try client.call("kraf/status")["result"]?["residentBytes"]?.intValue ?? 0 }

  private func place(_ line: Int, _ character: Int) -> JSONValue {
    ["line": .integer(line), "character": .integer(character)]
  }
}
