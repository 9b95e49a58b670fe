import RPCProtocol
import Testing

@Suite struct JSONWriterTests {
  @Test func writesWithoutBlanksAndInOrder() {
    let value: JSONValue = ["b": [1, -2, 0.5, true, .null], "a": [:], "c": [], "d": ""]

    #expect(value.text == #"{"b":[1,-2,0.5,true,null],"a":{},"c":[],"d":""}"#)
  }

  @Test func escapesWhatMustBeEscapedAndNothingElse() {
    let text = "\"\\/\n\r\t\u{8}\u{C}\u{0}\u{1F}\u{7F}é😀\u{2028}"

    #expect(JSONValue.string(text).text == #""\"\\/\n\r\t\u0008\u000c\u0000\u001f"# + "\u{7F}é😀\u{2028}\"")
  }

  @Test func writesEveryControlCharacterSoThatItIsReadAgain() throws {
    for byte in UInt8(0)...UInt8(0x7F) {
      let value: JSONValue = .string("12345678" + String(Character(Unicode.Scalar(byte))) + "x")
      #expect(try JSONValue(parsing: value.encoded()) == value)
    }
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan])
  func writesNullForWhatJSONCannotSay(double: Double) {
    #expect(JSONValue.array([.double(double), 1]).text == "[null,1]")
  }

  @Test(arguments: [
    0.1, -0.0, 1, 1e16, 1e100, .leastNonzeroMagnitude, 1.7976931348623157e308, 123_456_789.125, 1.0 / 3, -2.5e-10,
  ])
  func writesNumbersThatAreReadToTheSameBits(double: Double) throws {
    let again = try JSONValue(parsing: JSONValue.double(double).encoded())

    guard case .double(let value) = again else {
      Issue.record("\(again) is no double")
      return
    }
    #expect(value.bitPattern == double.bitPattern)
  }

  @Test func writesTextOfEveryLength() throws {
    for length in 0...600 {
      let value: JSONValue = [.string(String(repeating: "ü", count: length)), .integer(length)]
      #expect(try JSONValue(parsing: value.encoded()) == value)
    }
  }

  @Test func leavesOutMembersThatAreNotThere() {
    #expect(JSONValue.record(["a": 1, "b": nil, "c": .null]).text == #"{"a":1,"c":null}"#)
  }
}
