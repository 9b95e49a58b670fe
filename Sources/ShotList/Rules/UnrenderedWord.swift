internal import Catalog

/// A word in a prompt for the studio that the studio cannot render.
enum UnrenderedWord: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    let prompts = Dictionary(subject.reading.shots.map { ($0.syntax.heading, $0.syntax.body.prompt) }) { first, _ in
      first
    }
    return subject.shots.filter { $0.model.value == "studio" }.flatMap { shot in
      issues(in: prompts[shot.heading] ?? [], subject)
    }
  }

  private static func issues(in prompt: [SyntaxNode], _ subject: Subject) -> [ShotListIssue] {
    runs(of: prompt).flatMap { run -> [ShotListIssue] in
      let bytes = subject.tree.bytes
      var silent = run.silent[...]
      return subject.catalog.vocabulary.matches(in: bytes[run.range]).compactMap { match in
        silent = silent.drop { $0.upperBound <= match.range.lowerBound }
        guard match.word.studio == .not, silent.first?.overlaps(match.range) != true,
          !isNegated(match.range.lowerBound, in: bytes, from: run.range.lowerBound)
        else { return nil }
        return .warning(
          .unrenderedWord, at: match.range,
          "The studio cannot render \(subject.tree.text(match.range).quoted)"
            + (match.word.note.map { "; \($0)" } ?? "; leave it out or take another model"))
      }
    }
  }

  /// Lines of prompt that adjoin, so that a phrase may go over a line end; with what is not meant as words.
  private static func runs(of prompt: [SyntaxNode]) -> [(range: Range<Int>, silent: [Range<Int>])] {
    var runs: [(range: Range<Int>, silent: [Range<Int>])] = []
    for node in prompt {
      guard case .prompt(let spans) = node.kind else { continue }
      if let last = runs.indices.last, runs[last].range.upperBound == node.range.lowerBound {
        runs[last].range = runs[last].range.lowerBound..<node.range.upperBound
        runs[last].silent += spans.map(\.range)
      } else {
        runs.append((node.range, spans.map(\.range)))
      }
    }
    return runs
  }

  /// Whether “no” or “without” stands before a word.
  private static func isNegated(_ word: Int, in bytes: [UInt8], from start: Int) -> Bool {
    var end = word
    while end > start, bytes[end - 1].isSpace || bytes[end - 1].isLineEnd { end -= 1 }
    return end < word
      && ["no", "without"].contains { negation in
        let place = end - negation.utf8.count
        return place >= start && bytes[place..<end].elementsEqual(negation.utf8)
          && (place == start || !bytes[place - 1].isLetter)
      }
  }
}
