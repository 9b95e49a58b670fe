import RPCProtocol
import Testing

/// The error that reading these bytes gives, or nil if they are read.
func syntaxError(_ bytes: [UInt8]) -> JSONSyntaxError? {
  do throws(JSONSyntaxError) {
    _ = try JSONValue(parsing: bytes)
    return nil
  } catch { return error }
}

@Suite struct JSONReaderTests {
  @Test func keepsIntegersAndOtherNumbersApart() throws {
    #expect(try JSONValue(parsing: "[1, 1.0, 1e0, -0]") == [1, .double(1), .double(1), 0])
  }

  @Test func readsEveryKindOfValueAndKeepsTheOrderOfMembers() throws {
    let value = try JSONValue(parsing: #" {"b": [null, true, false], "a": {"text": "ä\n\u00e9\ud83d\ude00/\/"}} "#)

    #expect(value.objectValue?.keys == ["b", "a"])
    #expect(value["b"] == [.null, true, false])
    #expect(value["a"]?["text"] == "ä\né😀//")
  }

  @Test func readsEveryEscape() throws {
    #expect(try JSONValue(parsing: #""\"\\\/\b\f\n\r\t\u0000\u0041\uD834\uDD1E""#) == "\"\\/\u{8}\u{C}\n\r\t\0A𝄞")
  }

  @Test(
    arguments: [
      ("", 0, .endsEarly), ("   ", 3, .endsEarly), ("[1,", 3, .endsEarly), ("\"ab", 3, .endsEarly),
      ("{\"a\"", 4, .endsEarly), ("tru", 3, .endsEarly), ("-", 1, .endsEarly), ("1.", 2, .endsEarly),
      ("1e+", 3, .endsEarly), ("\"\\u12", 5, .endsEarly), ("\"\\", 2, .endsEarly), ("\"\\n", 3, .endsEarly),
      ("x", 0, .unexpected(byte: 0x78)), ("[1,]", 3, .unexpected(byte: 0x5D)), ("{,}", 1, .unexpected(byte: 0x2C)),
      ("{\"a\":1,}", 7, .unexpected(byte: 0x7D)), ("{a:1}", 1, .unexpected(byte: 0x61)),
      ("[1 2]", 3, .unexpected(byte: 0x32)), ("truE", 3, .unexpected(byte: 0x45)), ("+1", 0, .unexpected(byte: 0x2B)),
      ("NaN", 0, .unexpected(byte: 0x4E)), ("Infinity", 0, .unexpected(byte: 0x49)), (".5", 0, .unexpected(byte: 0x2E)),
      ("\u{FEFF}1", 0, .unexpected(byte: 0xEF)), ("\u{0}", 0, .unexpected(byte: 0)),
      ("'a'", 0, .unexpected(byte: 0x27)),
      ("[1}", 2, .unexpected(byte: 0x7D)), ("{\"a\" 1}", 5, .unexpected(byte: 0x31)), ("]", 0, .unexpected(byte: 0x5D)),
      ("1 1", 2, .trailing), ("{}x", 2, .trailing), ("[]\u{0}", 2, .trailing), ("01", 0, .badNumber),
      ("-01", 0, .badNumber), ("00", 0, .badNumber), ("[1.x]", 1, .badNumber), ("1ex", 0, .badNumber),
      ("-a", 0, .badNumber), ("1.e5", 0, .badNumber), ("--1", 0, .badNumber),
      ("\"a\nb\"", 2, .controlCharacter), ("\"\u{0}\"", 1, .controlCharacter), ("\"\\n\u{1F}\"", 3, .controlCharacter),
      ("\"\\x\"", 1, .badEscape), ("\"\\u12g4\"", 1, .badEscape), ("\"\\u+123\"", 1, .badEscape),
      ("\"\\ud800\"", 1, .loneSurrogate), ("\"\\udc00\"", 1, .loneSurrogate), ("\"\\udfff\\ud800\"", 1, .loneSurrogate),
      ("\"\\ud800\\ud800\"", 1, .loneSurrogate), ("\"\\ud800\\u0041\"", 1, .loneSurrogate),
      ("\"\\ud800x\"", 1, .loneSurrogate), ("1e99999", 0, .numberOutOfRange), ("-1e309", 0, .numberOutOfRange),
      ("1e999999999999999999999", 0, .numberOutOfRange), ("[9223372036854775808]", 1, .numberOutOfRange),
      ("-9223372036854775809", 0, .numberOutOfRange), ("123456789012345678901234567890", 0, .numberOutOfRange),
      ("{\"a\":1,\"a\":2}", 7, .repeatedKey), ("{\"a\":1,\"\\u0061\":2}", 7, .repeatedKey),
    ] as [(String, Int, JSONSyntaxError.Problem)])
  func namesTheMistakeAndItsPlace(text: String, offset: Int, expected: JSONSyntaxError.Problem) {
    #expect(syntaxError(Array(text.utf8)) == JSONSyntaxError(offset: offset, problem: expected))
  }

  /// Source: The Unicode Standard 15.0, table 3-7 (well-formed UTF-8 byte sequences).
  @Test(
    arguments: [
      [0x80], [0xC3], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
      [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
      [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC3, 0x28],
    ] as [[UInt8]])
  func refusesTextThatIsNotUTF8(bytes: [UInt8]) {
    let quote: [UInt8] = [0x22]
    let escape = Array("\\n".utf8)

    #expect(syntaxError(quote + bytes + quote)?.problem == .badUTF8)
    #expect(syntaxError(quote + escape + bytes + quote)?.problem == .badUTF8)
    #expect(syntaxError(quote + bytes + escape + quote)?.problem == .badUTF8)
    #expect(syntaxError([0x7B] + quote + bytes + quote + Array(":1}".utf8))?.problem == .badUTF8)
  }

  @Test func findsTheQuoteWhereverItStandsInAWord() throws {
    for length in 0...40 {
      for filling in ["a", "é", "\u{7F}", "#", "]", "\u{FFFF}"] {
        let text = String(repeating: filling, count: length)
        #expect(try JSONValue(parsing: "[\"\(text)\",1]") == [.string(text), 1])
      }
    }
  }

  @Test func comparesKeysByTheirBytes() throws {
    let value = try JSONValue(parsing: "{\"\u{E9}\":1,\"e\u{301}\":2}")

    #expect(value["\u{E9}"] == 1)
    #expect(value["e\u{301}"] == 2)
  }

  @Test(arguments: [1, 2, 15, 16, 17, 18, 500])
  func findsARepeatedKeyAmongMany(count: Int) {
    let members = (0..<count).map { "\"k\($0)\":0" }

    #expect(syntaxError(Array("{\(members.joined(separator: ","))}".utf8)) == nil)
    #expect(syntaxError(Array("{\((members + [members[0]]).joined(separator: ","))}".utf8))?.problem == .repeatedKey)
    #expect(
      syntaxError(Array("{\((members + [members[count - 1]]).joined(separator: ","))}".utf8))?.problem == .repeatedKey)
  }

  @Test func saysTheMistakeInOneSentence() {
    #expect(syntaxError(Array("[1,]".utf8))?.description == "The JSON is wrong at byte 3: ']' cannot stand here")
    #expect(syntaxError([0xFF])?.description == "The JSON is wrong at byte 0: the byte 255 cannot stand here")
    #expect(
      syntaxError(Array("{\"a\":1,\"a\":2}".utf8))?.description
        == "The JSON is wrong at byte 7: the object has this key twice")
  }
}
