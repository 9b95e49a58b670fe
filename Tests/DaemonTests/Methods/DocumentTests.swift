import Platform
import RPCProtocol
import TestSupport
import Testing

@testable import Daemon

/// What an editor types, and what krafd says about it.
@Suite struct DocumentTests {
  /// A name that stands for no file, so that nothing of the disk counts.
  static let uri = "untitled:mug.kraf"

  @Test func aMistakeIsToldWhereItStands() async throws {
    let client = try await Shop().editor()

    try client.open(Self.uri, "# Mug\n\n## hero\n\nstyle: pure-wite\n")

    let told = try await client.diagnostics(Self.uri)
    let mistake = try #require(told.diagnostics.first { $0.code == "unknownStyle" })
    #expect(told.version == 1)
    #expect(mistake.severity == .error)
    #expect(mistake.source == "krafd")
    #expect(mistake.message == "No style is named 'pure-wite'; did you mean 'pure-white'?")
    #expect(mistake.range == range(4, 7, 4, 16))
  }

  /// The tea bowl is 4 bytes, 2 units or 1 scalar, the letter 2 bytes, 1 unit or 1 scalar.
  @Test(arguments: [("utf-8", 6), ("utf-16", 3), ("utf-32", 2)], ["\n", "\r\n"])
  func placesAreCountedInTheAgreedEncoding(encoding: (name: String, width: Int), end: String) async throws {
    let client = try await Shop().editor([encoding.name])
    let lines = ["# Mug", "", "## hero", "", "style: 🍵é"]

    try client.open(Self.uri, lines.joined(separator: end) + end)

    let mistake = try #require(
      try await client.diagnostics(Self.uri).diagnostics.first { $0.range.start.line == 4 && $0.severity == .error })
    #expect(mistake.range == range(4, 7, 4, 7 + encoding.width))
  }

  @Test(arguments: [("utf-8", 6), ("utf-16", 3), ("utf-32", 2)], ["\n", "\r\n"])
  func changesAreCountedInTheAgreedEncoding(encoding: (name: String, width: Int), end: String) async throws {
    let client = try await Shop().editor([encoding.name])
    let lines = ["# 🍵é Mug", "", "## hero", "", "style: pure-white"]
    try client.open(Self.uri, lines.joined(separator: end) + end)
    _ = try await client.diagnostics(Self.uri)

    try client.change(
      Self.uri, version: 2,
      [
        // The emoji and the letter go; what is left is "#  Mug".
        LSPContentChange(range: range(0, 2, 0, 2 + encoding.width), text: ""),
        LSPContentChange(range: range(4, 12, 4, 17), text: "grün🍵"),
        LSPContentChange(range: range(4, 12, 4, 12), text: "x"),
      ])

    let told = try await client.diagnostics(Self.uri)
    let mistake = try #require(told.diagnostics.first { $0.code == "unknownStyle" })
    #expect(told.version == 2)
    #expect(mistake.message.hasPrefix("No style is named 'pure-xgrün🍵'"))
    #expect(mistake.range.start == LSPPosition(line: 4, character: 7))
    #expect(!told.diagnostics.contains { $0.code == "noProductName" })
  }

  @Test func aPlaceInsideASurrogatePairIsItsStart() async throws {
    let client = try await Shop().editor(["utf-16"])
    try client.open(Self.uri, "# 🍵\n\n## hero\n\nstyle: 🍵\n")
    _ = try await client.diagnostics(Self.uri)

    try client.change(Self.uri, version: 2, [LSPContentChange(range: range(4, 8, 4, 9), text: "pure-white")])

    let told = try await client.diagnostics(Self.uri)
    #expect(!told.diagnostics.contains { $0.code == "unknownStyle" })
  }

  @Test func aPlacePastTheEndIsTheEnd() async throws {
    let client = try await Shop().editor()
    try client.open(Self.uri, "# Mug\n\n## hero\n\nstyle: pure-\n")
    _ = try await client.diagnostics(Self.uri)

    try client.change(
      Self.uri, version: 2,
      [
        LSPContentChange(range: range(4, 4000, 4, 2_147_483_647), text: "wite"),
        LSPContentChange(range: range(900, 0, 901, 5), text: "seed: many\n"),
      ])

    let told = try await client.diagnostics(Self.uri)
    #expect(try #require(told.diagnostics.first { $0.code == "unknownStyle" }).range == range(4, 7, 4, 16))
    #expect(try #require(told.diagnostics.first { $0.code == "badValue" }).range == range(5, 6, 5, 10))
  }

  @Test func aReversedRangeIsRefusedAndNothingOfTheChangeCounts() async throws {
    let client = try await Shop().editor()
    try client.open(Self.uri, "# Mug\n\n## hero\n\nstyle: pure-wite\n")
    _ = try await client.diagnostics(Self.uri)

    try client.change(
      Self.uri, version: 2,
      [
        LSPContentChange(range: range(4, 7, 4, 16), text: "pure-white"),
        LSPContentChange(range: range(4, 9, 4, 7), text: "x"),
      ])

    let log = try LSPLogMessage(json: try await client.notification(LSPLogMessage.method))
    #expect(log.type == .warning)
    #expect(log.message == "A change of '\(Self.uri)' does not fit its text; open the file again")
    try client.notify(LSPDidSave.method, LSPDidSave(textDocument: LSPDocument(uri: Self.uri)).json)
    let told = try await client.diagnostics(Self.uri)
    #expect(told.version == 1)
    #expect(told.diagnostics.contains { $0.code == "unknownStyle" })
  }

  @Test func aChangeOfAClosedDocumentIsRefused() async throws {
    let client = try await Shop().editor()

    try client.change(Self.uri, version: 2, [LSPContentChange(text: "# Mug\n")])

    let log = try LSPLogMessage(json: try await client.notification(LSPLogMessage.method))
    #expect(log.message == "A change of '\(Self.uri)' does not fit its text; open the file again")
    #expect(try await client.request(CatalogRoles()).items.isEmpty == false)
  }

  @Test func aTextOfMoreThanAMebibyteIsNotReadAndComesBackWhenItIsCut() async throws {
    let client = try await Shop().editor()
    let text = "# Mug\n\n## nothing\n"
    let long = String(repeating: "a", count: 1 << 20)

    try client.open(Self.uri, text + long)
    let told = try await client.diagnostics(Self.uri)
    try client.change(Self.uri, version: 2, [LSPContentChange(range: range(3, 0, 3, 1 << 20), text: "")])
    let cut = try await client.diagnostics(Self.uri)

    #expect(told.diagnostics.map(\.code) == ["tooLarge"])
    #expect(
      cut.diagnostics.contains { $0.code == "unknownRole" } && !cut.diagnostics.contains { $0.code == "tooLarge" })
  }

  @Test func aTextThatIsTooLongToBeKeptIsOpenNoMore() async throws {
    let client = try await Shop().editor()
    try client.open(Self.uri, "# Mug\n\n## nothing\n")
    _ = try await client.diagnostics(Self.uri)

    try client.change(Self.uri, version: 2, [LSPContentChange(text: String(repeating: "a", count: (16 << 20) + 1))])

    #expect(try await client.diagnostics(Self.uri).diagnostics.isEmpty)
    let shown = try LSPShowMessage(json: try await client.notification(LSPShowMessage.method))
    #expect(
      shown.message
        == "'\(Self.uri)' has more than 16 MiB and is not read; a shot list has up to 1 MiB, split it")
    #expect(
      try await client.refusal(
        of: LSPHover(textDocument: LSPDocument(uri: Self.uri), position: LSPPosition(line: 0, character: 0))
      ).reason
        == "notOpen")
  }

  @Test func aChangeThatCannotBeReadIsTold() async throws {
    let client = try await Shop().editor()
    try client.open(Self.uri, "# Mug\n")
    _ = try await client.diagnostics(Self.uri)

    try client.notify(LSPDidChange.method, ["textDocument": ["uri": .string(Self.uri)], "contentChanges": 3])

    let log = try LSPLogMessage(json: try await client.notification(LSPLogMessage.method))
    #expect(log.message.hasPrefix("textDocument/didChange was left out: "))
  }

  @Test func twoEditorsSeeTheirOwnText() async throws {
    let shop = try Shop()
    let first = try await shop.editor()
    let second = try await shop.editor()
    try first.open(Self.uri, "# Mug\n\n## hero\n\nstyle: pure-wite\n")
    try second.open(Self.uri, "# Mug\n\n## hero\n\nseed: many\n")

    let told = [try await first.diagnostics(Self.uri), try await second.diagnostics(Self.uri)]
    try second.change(Self.uri, version: 2, [LSPContentChange(text: "# Mug\n\n## hero\n\nsize: huge\n")])
    let changed = try await second.diagnostics(Self.uri)

    #expect(told[0].diagnostics.contains { $0.code == "unknownStyle" })
    #expect(!told[1].diagnostics.contains { $0.code == "unknownStyle" })
    #expect(changed.version == 2)
    try first.notify(LSPDidSave.method, LSPDidSave(textDocument: LSPDocument(uri: Self.uri)).json)
    #expect(try await first.diagnostics(Self.uri) == told[0])
  }

  @Test func closingADocumentClearsItsIssues() async throws {
    let client = try await Shop().editor()
    try client.open(Self.uri, "## nothing\n")
    #expect(try await client.diagnostics(Self.uri).diagnostics.isEmpty == false)

    try client.notify(LSPDidClose.method, LSPDidClose(textDocument: LSPDocument(uri: Self.uri)).json)

    #expect(try await client.diagnostics(Self.uri).diagnostics == [])
    try client.change(Self.uri, version: 3, [LSPContentChange(text: "")])
    try await client.notification(LSPLogMessage.method)
  }

  @Test func theFilesAroundADocumentCount() async throws {
    let shop = try Shop()
    let client = try await shop.editor()
    let list = try shop.write(Array(Shop.shotList.utf8), to: "späte tasse/mug #1.kraf")
    let uri =
      "file://" + list.replacing("ä", with: "%C3%a4").replacing(" ", with: "%20").replacing("#", with: "%23")

    try client.open(uri, Shop.shotList)
    let before = try await client.diagnostics(uri)
    try shop.write(FileReader.bytes(of: shop.photo, maxBytes: 1 << 20), to: "späte tasse/photos/front.png")
    try client.notify(LSPDidSave.method, LSPDidSave(textDocument: LSPDocument(uri: uri)).json)
    let after = try await client.diagnostics(uri)

    #expect(before.diagnostics.map(\.code) == ["missingFile"])
    #expect(after.diagnostics == [])
  }

  private func range(_ line: Int, _ start: Int, _ lastLine: Int, _ end: Int) -> LSPRange {
    LSPRange(
      start: LSPPosition(line: line, character: start), end: LSPPosition(line: lastLine, character: end))
  }
}
