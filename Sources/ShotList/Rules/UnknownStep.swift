/// A step that is no operation, where it is known which there are.
enum UnknownStep: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    let operations = subject.reading.operations
    guard !operations.isEmpty else { return [] }
    return subject.reading.shots.flatMap(\.steps).compactMap { step, _ in
      let name = subject.tree.text(step.operation)
      let known = operations.map(\.name) + ["motion"]
      guard !name.isEmpty, !known.contains(where: { $0.lowercased() == name.lowercased() }) else { return nil }
      // The picture is made all the same, without the step.
      var issue = ShotListIssue.unknown(.unknownStep, "step", Named(text: name, range: step.operation), in: known)
      issue.severity = .warning
      return issue
    }
  }
}
