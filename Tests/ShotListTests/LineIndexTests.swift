import Testing

@testable import ShotList

struct LineIndexTests {
  /// Emoji (two UTF-16 units), Chinese, a combining accent, right-to-left text, and every line end.
  static let texts = [
    "", "a", "a\n", "\n", "\r", "\r\n", "a\r\nb\rc\nd", "\r\r\n\n", "👍a\n日本語\r\ne\u{301}é\rשלום", "\u{FEFF}x",
    "x\u{2028}y",
  ]

  @Test(arguments: texts, PositionEncoding.allCases)
  func countsFromTheLastLineEndInTheEncodingsUnits(text: String, encoding: PositionEncoding) {
    let index = LineIndex(Array(text.utf8))

    for place in places(in: text) {
      let position = TextPosition(line: place.line, character: place.units(encoding))
      #expect(index.position(at: place.offset, encoding) == position)
      #expect(index.offset(of: position, encoding) == place.offset)
    }
  }

  @Test func aTextHasOneLineMoreThanLineEnds() {
    #expect(LineIndex(Array("".utf8)).lineCount == 1)
    #expect(LineIndex(Array("a\r\nb\rc\nd".utf8)).lineCount == 4)
    #expect(LineIndex(Array("a\n".utf8)).lineCount == 2)
  }

  @Test func whatLiesOutsideIsTakenAsTheNearestEnd() {
    let index = LineIndex(Array("ab\ncd".utf8))

    #expect(index.position(at: -1, .utf8) == TextPosition(line: 0, character: 0))
    #expect(index.position(at: 99, .utf8) == TextPosition(line: 1, character: 2))
    #expect(index.offset(of: TextPosition(line: 0, character: 99), .utf16) == 2)
    #expect(index.offset(of: TextPosition(line: 9, character: 0), .utf16) == 5)
    #expect(index.offset(of: TextPosition(line: -1, character: 3), .utf16) == 0)
    #expect(index.offset(of: TextPosition(line: 1, character: -3), .utf16) == 3)
    #expect(index.offset(of: TextPosition(line: Int.max, character: Int.max), .utf32) == 5)
  }

  @Test func aPlaceInsideACharacterIsTakenAsItsStart() {
    let index = LineIndex(Array("x👍y".utf8))

    #expect(index.position(at: 3, .utf16) == TextPosition(line: 0, character: 1))
    #expect(index.offset(of: TextPosition(line: 0, character: 2), .utf16) == 1)
    #expect(index.offset(of: TextPosition(line: 0, character: 3), .utf8) == 1)
  }

  @Test func aPlaceBetweenReturnAndFeedIsTheEndOfItsLine() {
    #expect(LineIndex(Array("a\r\nb".utf8)).position(at: 2, .utf8) == TextPosition(line: 0, character: 1))
  }

  /// A scalar's start, with the text of its line before it.
  private struct Place {
    var offset: Int
    var line: Int
    var before: String.UnicodeScalarView

    func units(_ encoding: PositionEncoding) -> Int {
      switch encoding {
      case .utf8: String(before).utf8.count
      case .utf16: String(before).utf16.count
      case .utf32: before.count
      }
    }
  }

  /// Every scalar's start by the definition: walk the scalars, and begin a line after LF, CRLF and CR.
  private func places(in text: String) -> [Place] {
    var places: [Place] = []
    var place = Place(offset: 0, line: 0, before: String().unicodeScalars)
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isSecondOfPair = scalar == "\n" && index > 0 && scalars[index - 1] == "\r"
      if !isSecondOfPair { places.append(place) }
      place.offset += String(scalar).utf8.count
      let isFirstOfPair = scalar == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
      if scalar == "\n" || (scalar == "\r" && !isFirstOfPair) {
        place.line += 1
        place.before = String().unicodeScalars
      } else if !isFirstOfPair {
        place.before.append(scalar)
      }
    }
    return places + [place]
  }
}
