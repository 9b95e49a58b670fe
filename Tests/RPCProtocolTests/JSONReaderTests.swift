import RPCProtocol
import Testing

@Suite struct JSONReaderTests {
  private func problem(_ text: String) -> JSONSyntaxError? {
    problem(Array(text.utf8))
  }

  private func problem(_ bytes: [UInt8]) -> JSONSyntaxError? {
    do throws(JSONSyntaxError) {
      _ = try JSONValue(parsing: bytes)
      return nil
    } catch { return error }
  }

  @Test func keepsIntegersAndOtherNumbersApart() throws {
    #expect(try JSONValue(parsing: "[1, 1.0, 1e0, -0]") == [1, .double(1), .double(1), 0])
  }

  @Test func readsEveryKindOfValueAndKeepsTheOrderOfMembers() throws {
    let value = try JSONValue(parsing: #" {"b": [null, true, false], "a": {"text": "ä\n\u00e9\ud83d\ude00/\/"}} "#)

    #expect(value.objectValue?.keys == ["b", "a"])
    #expect(value["b"] == [.null, true, false])
    #expect(value["a"]?["text"] == "ä\né😀//")
  }

  @Test(
    arguments: [
      ("", 0, .endsEarly), ("   ", 3, .endsEarly), ("[1,", 3, .endsEarly), ("\"ab", 3, .endsEarly),
      ("{\"a\"", 4, .endsEarly), ("tru", 3, .endsEarly), ("-", 1, .endsEarly), ("1.", 2, .endsEarly),
      ("1e+", 3, .endsEarly), ("\"\\u12", 5, .endsEarly), ("\"\\", 2, .endsEarly),
      ("x", 0, .unexpected(byte: 0x78)), ("[1,]", 3, .unexpected(byte: 0x5D)), ("{,}", 1, .unexpected(byte: 0x2C)),
      ("{\"a\":1,}", 7, .unexpected(byte: 0x7D)), ("{a:1}", 1, .unexpected(byte: 0x61)),
      ("[1 2]", 3, .unexpected(byte: 0x32)), ("truE", 3, .unexpected(byte: 0x45)), ("+1", 0, .unexpected(byte: 0x2B)),
      ("NaN", 0, .unexpected(byte: 0x4E)), ("\u{FEFF}1", 0, .unexpected(byte: 0xEF)),
      ("\u{0}", 0, .unexpected(byte: 0)), ("'a'", 0, .unexpected(byte: 0x27)),
      ("1 1", 2, .trailing), ("{}x", 2, .trailing), ("01", 0, .badNumber), ("-01", 0, .badNumber),
      ("[1.x]", 1, .badNumber), ("1ex", 0, .badNumber), ("-a", 0, .badNumber),
      ("\"a\nb\"", 2, .controlCharacter), ("\"\u{0}\"", 1, .controlCharacter), ("\"\\x\"", 1, .badEscape),
      ("\"\\u12g4\"", 1, .badEscape), ("\"\\ud800\"", 1, .loneSurrogate), ("\"\\udc00\"", 1, .loneSurrogate),
      ("\"\\ud800\\ud800\"", 1, .loneSurrogate), ("\"\\ud800\\u0041\"", 1, .loneSurrogate),
      ("\"\\ud800x\"", 1, .loneSurrogate), ("1e99999", 0, .numberOutOfRange), ("-1e309", 0, .numberOutOfRange),
      ("9223372036854775808", 0, .numberOutOfRange), ("-9223372036854775809", 0, .numberOutOfRange),
      ("123456789012345678901234567890", 0, .numberOutOfRange), ("{\"a\":1,\"a\":2}", 7, .repeatedKey),
      ("{\"a\":1,\"\\u0061\":2}", 7, .repeatedKey),
    ] as [(String, Int, JSONSyntaxError.Problem)])
  func namesTheMistakeAndItsPlace(text: String, offset: Int, expected: JSONSyntaxError.Problem) {
    #expect(problem(text) == JSONSyntaxError(offset: offset, problem: expected))
  }
}
