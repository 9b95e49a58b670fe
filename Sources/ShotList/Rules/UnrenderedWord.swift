internal import Catalog

/// A word in a prompt for the studio that the studio cannot render.
enum UnrenderedWord: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.filter { $0.shot.model.value == "studio" }.flatMap { shot, words -> [ShotListIssue] in
      let unknown = words.known.filter { $0.word.studio == .not }
      let fix = unknown.isEmpty ? nil : subject.switching(shot, from: "studio")
      return unknown.map { match in
        .warning(
          .unrenderedWord, at: match.range,
          "The studio cannot render \(subject.tree.text(match.range).quoted)"
            + (match.word.note.map { "; \($0)" } ?? "; leave it out or take another model"),
          fix: fix)
      }
    }
  }
}
