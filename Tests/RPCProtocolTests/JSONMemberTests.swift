import RPCProtocol
import Testing

@Suite struct JSONMemberTests {
  private func mismatch<T>(_ body: () throws(JSONMismatch) -> T) -> String? {
    do throws(JSONMismatch) {
      _ = try body()
      return nil
    } catch { return error.description }
  }

  private func thumbnail(_ px: JSONValue?) -> String? {
    let asset = JSONValue.string(String(repeating: "0", count: 64))
    return mismatch { () throws(JSONMismatch) in try AssetThumbnail(params: .record(["asset": asset, "px": px])) }
  }

  @Test func saysWhereWhatIsWrong() {
    #expect(thumbnail("12") == "params.px: expected an integer, found text")
    #expect(thumbnail(nil) == "params.px: expected an integer, found nothing")
    #expect(thumbnail(.null) == "params.px: expected an integer, found null")
    #expect(thumbnail("NaN") == "params.px: expected an integer, found text")
    #expect(thumbnail(1.5) == "params.px: expected an integer, found a number")
    #expect(thumbnail(.double(1e300)) == "params.px: expected an integer, found a number")
    #expect(thumbnail(.integer(.max)) == "params.px: expected a number from 1 to 2048, found 9223372036854775807")
    #expect(thumbnail(.integer(.min)) == "params.px: expected a number from 1 to 2048, found -9223372036854775808")
    #expect(thumbnail(0) == "params.px: expected a number from 1 to 2048, found 0")
    #expect(thumbnail([]) == "params.px: expected an integer, found an array")
    #expect(thumbnail(2048) == nil)
    #expect(thumbnail(256.0) == nil)
  }

  @Test func saysWhichParametersAreMissingAltogether() {
    #expect(
      mismatch { () throws(JSONMismatch) in try AssetThumbnail(params: nil) }
        == "params.asset: expected text, found nothing")
    #expect(
      mismatch { () throws(JSONMismatch) in try AssetThumbnail(params: [1]) }
        == "params: expected an object, found an array")
  }

  @Test func namesTheElementOfAnArray() {
    let json: JSONValue = [
      "textDocument": ["uri": "file:///a", "version": 1],
      "contentChanges": [["text": ""], ["range": ["start": ["line": 0, "character": -1]], "text": ""]],
    ]

    #expect(
      mismatch { () throws(JSONMismatch) in try LSPDidChange(params: json) }
        == "params.contentChanges[1].range.start.character: expected a number from 0 to 2147483647, found -1")
  }

  @Test func listsTheWordsOfAnEnum() {
    #expect(
      mismatch { () throws(JSONMismatch) in try JobList(params: ["state": "gone"]) }
        == "params.state: expected one of 'queued', 'running', 'done', 'failed', 'cancelled', 'ambiguous', found 'gone'"
    )
  }

  @Test func checksNamesAndPathsBeforeAnyoneUsesThem() {
    let upper = JSONValue.string(String(repeating: "A", count: 64))

    #expect(
      mismatch { () throws(JSONMismatch) in try AssetGet(params: ["asset": "../../etc"]) }
        == "params.asset: expected an asset: 64 lower-case hexadecimal digits, found '../../etc'")
    #expect(mismatch { () throws(JSONMismatch) in try AssetGet(params: ["asset": upper]) } != nil)
    #expect(
      mismatch { () throws(JSONMismatch) in try WorkspaceOpen(params: ["path": "/a\u{0}b"]) }?
        .hasPrefix("params.path: expected a path of 1 to 4096 bytes without zero bytes") == true)
    #expect(mismatch { () throws(JSONMismatch) in try WorkspaceOpen(params: ["path": ""]) } != nil)
  }

  @Test func wantsOneSourceOfAnEdit() {
    let edit: JSONObject = ["operation": "cutout", "key": "k"]
    var both = edit
    both["path"] = "/a.png"
    both["asset"] = .string(String(repeating: "0", count: 64))

    #expect(
      mismatch { () throws(JSONMismatch) in try KrafEdit(params: edit.json) }
        == "params: expected 'asset' or 'path', found neither")
    #expect(
      mismatch { () throws(JSONMismatch) in try KrafEdit(params: both.json) }
        == "params: expected only one of 'asset' and 'path', found both")
  }

  @Test func takesNullAndNothingAsAbsent() throws {
    #expect(try AssetList(json: ["kind": .null]) == AssetList())
    #expect(try KrafStatus(params: nil) == KrafStatus())
    #expect(try KrafStatus(params: []) == KrafStatus())
    #expect(try KrafEdit(json: ["path": "/a", "operation": "x", "key": "k", "owner": .null]).owner == .session)
  }

  @Test func takesOddInitializeParametersLeniently() throws {
    let initialize = try LSPInitialize(json: [
      "processId": "812", "rootUri": 3, "workspaceFolders": .null, "capabilities": .null, "clientInfo": [],
    ])

    #expect(initialize == LSPInitialize())
    #expect(initialize.positionEncodings == ["utf-16"])
  }

  @Test func comparesObjectsWhateverTheOrderOfTheirMembers() {
    #expect(JSONObject(dictionaryLiteral: ("a", 1), ("b", 2)) == ["b": 2, "a": 1])
    #expect(JSONObject(dictionaryLiteral: ("a", 1), ("b", 2)) != ["b": 2, "c": 1])
    #expect(JSONObject(dictionaryLiteral: ("a", 1)) != ["a": 1, "b": 2])
  }

  @Test func replacesAndRemovesMembersInTheirPlace() {
    var object: JSONObject = ["a": 1, "b": 2, "c": 3]

    object["b"] = "two"
    object["a"] = nil
    object["d"] = 4

    #expect(object.json.text == #"{"b":"two","c":3,"d":4}"#)
  }
}
