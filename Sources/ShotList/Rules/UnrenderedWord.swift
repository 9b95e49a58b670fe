internal import Catalog

/// A word in a prompt for the studio that the studio cannot render.
enum UnrenderedWord: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.filter { $0.shot.model.value == "studio" }.flatMap { issues(in: $0.words, subject) }
  }

  private static func issues(in prompt: PromptText, _ subject: Subject) -> [ShotListIssue] {
    prompt.runs.flatMap { run -> [ShotListIssue] in
      var silent = run.silent[...]
      return subject.catalog.vocabulary.matches(in: subject.tree.bytes[run.range]).compactMap { match in
        silent = silent.drop { $0.upperBound <= match.range.lowerBound }
        guard match.word.studio == .not, silent.first?.overlaps(match.range) != true,
          !prompt.isNegated(match.range.lowerBound, from: run.range.lowerBound)
        else { return nil }
        return .warning(
          .unrenderedWord, at: match.range,
          "The studio cannot render \(subject.tree.text(match.range).quoted)"
            + (match.word.note.map { "; \($0)" } ?? "; leave it out or take another model"))
      }
    }
  }
}
