import Testing

@testable import Catalog

struct VocabularyTests {
  let vocabulary = Catalog.builtIn.vocabulary

  @Test func findsTheLongestPhraseAtEachPlace() {
    #expect(found("a soft light on white marble") == ["soft light→soft light", "white marble→marble"])
    #expect(found("copy space on the left") == ["copy space on the left→copy space on the left"])
  }

  @Test func takesAnyCasePunctuationAndPlural() {
    #expect(found("Plinths, LEAF-SHADOWS; Paper.") == ["Plinths→plinth", "LEAF-SHADOWS→leaf shadow", "Paper→paper"])
  }

  @Test func findsNoWordInsideAnother() {
    #expect(found("papery sandstorm leftover") == [])
  }

  @Test func goesOverLineEnds() {
    #expect(found("leaf\nshadow") == ["leaf\nshadow→leaf shadow"])
  }

  @Test func knowsAWordByAnyOfItsSpellings() {
    #expect(vocabulary.word("Podium")?.canonical == "plinth")
    #expect(vocabulary.word("plinth ") == nil)
    #expect(vocabulary.word("unheard of") == nil)
  }

  @Test func saysWhatTheStudioRenders() {
    for word in [
      "plinth", "sweep", "paper", "wall", "floor", "left", "right", "soft", "hard", "warm", "cool", "marble",
      "leaf shadow",
    ] {
      #expect(vocabulary.word(word)?.studio == .full, "\(word)")
    }
    for word in ["grass", "brick wall", "smoke", "eucalyptus", "people", "water"] {
      #expect(vocabulary.word(word)?.studio == .not, "\(word)")
    }
  }

  /// What was written and the canonical term.
  private func found(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return vocabulary.matches(in: bytes[...]).map { match in
      "\(String(decoding: bytes[match.range], as: UTF8.self))→\(match.word.canonical)"
    }
  }
}
