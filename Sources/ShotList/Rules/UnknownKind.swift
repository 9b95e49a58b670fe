/// A word after a path that is no kind of reference.
enum UnknownKind: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.reading.references.filter { $0.kind == nil }.map { reference in
      let written = Named(text: subject.tree.text(reference.syntax.kind), range: reference.syntax.kind)
      guard written.text.contains(where: { $0 == "." || $0 == "/" || $0 == " " }) else {
        return .unknown(.unknownKind, "kind of reference", written, in: ReferenceKind.allCases.map(\.rawValue))
      }
      let whole = reference.syntax.path.lowerBound..<written.range.upperBound
      return .error(
        .unknownKind, at: whole, "A path with spaces stands in quotes",
        fix: Fix(title: "Put the path in quotes", range: whole, replacement: "\"\(subject.tree.text(whole))\""))
    }
  }
}
