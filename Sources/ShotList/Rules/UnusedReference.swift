/// A reference that no shot uses.
enum UnusedReference: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    var used = Set(subject.shots.flatMap { $0.references.map(\.handle) })
    for shot in subject.reading.shots {
      used.formUnion(shot.prompt.handles.map(\.text))
      used.formUnion(shot.steps.flatMap(\.prompt.handles).map(\.text))
      if case .area(let handle, _, _, _, _) = shot.properties[.crop]?.value?.crop { used.insert(handle.text) }
    }
    guard !subject.reading.shots.isEmpty else { return [] }
    return subject.reading.handles.values.filter { !used.contains($0.handle) }.map { reference in
      .information(
        .unusedReference, at: reference.syntax.handle,
        "No shot uses @\(reference.handle); name it in a prompt or remove the line")
    }
  }
}
