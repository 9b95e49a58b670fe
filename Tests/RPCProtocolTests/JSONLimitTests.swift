import Foundation
import RPCProtocol
import Testing

@Suite struct JSONLimitTests {
  @Test(arguments: [("[", "]"), ("{\"a\":", "}")])
  func readsTheDeepestNestingAndRefusesOneMore(open: String, close: String) {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)).utf8)
    }

    #expect(syntaxError(nested(256)) == nil)
    #expect(syntaxError(nested(257)) == JSONSyntaxError(offset: 256 * open.utf8.count, problem: .tooDeep))
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":", "[[],"])
  func refusesAHundredThousandBrackets(open: String) {
    #expect(syntaxError(Array(String(repeating: open, count: 100_000).utf8))?.problem == .tooDeep)
  }

  @Test func theDeepestNestingFitsTheStackOfAReaderThread() async throws {
    let text = String(repeating: "[{\"a\":", count: 128) + "1" + String(repeating: "}]", count: 128)

    let again: String? = await withCheckedContinuation { continuation in
      let thread = Thread {
        let value = try? JSONValue(parsing: text)
        continuation.resume(returning: value == value ? value?.text : nil)
      }
      thread.stackSize = 512 << 10
      thread.start()
    }

    #expect(again == text)
  }

  @Test func refusesMoreThanAMillionValues() {
    let zeros = Array(("[" + String(repeating: "0,", count: 1_000_000)).utf8)

    #expect(syntaxError(zeros) == JSONSyntaxError(offset: 1 + 2 * 999_999, problem: .tooManyValues))
  }

  @Test(arguments: [
    ("9223372036854775807", Int.max), ("-9223372036854775808", .min), ("9007199254740993", 9_007_199_254_740_993),
    ("0", 0), ("-1", -1), ("999999999999999999", 999_999_999_999_999_999),
    ("1000000000000000000", 1_000_000_000_000_000_000),
  ])
  func readsIntegersToTheirLimits(text: String, expected: Int) throws {
    #expect(try JSONValue(parsing: text) == .integer(expected))
    #expect(JSONValue.integer(expected).text == text)
  }

  /// Source: IEEE 754 binary64: largest and smallest values, and halfway cases around 2^53.
  @Test(arguments: [
    ("1.7976931348623157e308", Double.greatestFiniteMagnitude), ("5e-324", .leastNonzeroMagnitude),
    ("2.2250738585072014e-308", .leastNormalMagnitude), ("1e-99999", 0), ("0e99999", 0), ("0.0", 0), ("1E2", 100),
    ("1e+2", 100), ("12.5e-1", 1.25), ("9007199254740993.0", 0x1p53), ("9007199254740992.5", 0x1p53),
    ("4503599627370496.5", 4_503_599_627_370_496.5), ("1e22", 1e22), ("1e23", 1e23),
    ("123456789012345678901.0", 0x1.ac53a7e04bcdap66),
    ("0.1", 0.1), ("0.30000000000000004", 0.1 + 0.2), ("3.141592653589793", Double.pi),
  ])
  func readsNumbersToTheNearestDouble(text: String, expected: Double) throws {
    #expect(try JSONValue(parsing: text) == .double(expected))
    #expect(try JSONValue(parsing: "-" + text) == .double(-expected))
  }

  @Test func readsWhatTheStandardLibraryReads() throws {
    var random = SplitMix(seed: 1)
    for _ in 0..<2000 {
      let integer = random.next() >> (random.next() % 64)
      let fraction = random.next() >> (random.next() % 64)
      let zeros = String(repeating: "0", count: Int(random.next() % 6))
      let exponent = Int(random.next() % 61) - 30
      let text = "\(integer).\(zeros)\(fraction)e\(exponent)"

      #expect(try JSONValue(parsing: text) == .double(#require(Double(text))), "\(text)")
    }
  }

  @Test func boundsTheLengthOfANumber() {
    let digits = String(repeating: "3", count: JSONValue.maxNumberLength - 2)

    #expect(syntaxError(Array("0.\(digits)".utf8)) == nil)
    #expect(syntaxError(Array("0.\(digits)3".utf8))?.problem == .badNumber)
    #expect(syntaxError(Array(repeating: UInt8(ascii: "1"), count: 100_000))?.problem == .badNumber)
  }
}
