internal import Catalog

/// More references than a model looks at.
enum ModelReferences: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.shots.compactMap { shot in
      guard let model = subject.models(of: shot).first(where: { $0.maxReferences < shot.references.count }) else {
        return nil
      }
      let dropped = shot.references.dropFirst(model.maxReferences).map { "@\($0.handle)" }
      let place = subject.written(shot)?.prompt.handles.first { "@\($0.text)" == dropped[0] }?.range ?? shot.heading
      return .warning(
        .modelReferences, at: place,
        "'\(model.id)' looks at \(model.maxReferences) reference\(model.maxReferences == 1 ? "" : "s"), so it drops \(dropped.prefix(6).joined(separator: ", ")); leave them out, or take another model",
        fix: subject.switching(shot, from: model.id))
    }
  }
}
