/// A motion that asks for more than one camera move, or for a move of a locked camera.
enum MotionConflict: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.reading.shots.flatMap(\.syntax.steps).compactMap { step in
      guard subject.tree.text(step.operation).lowercased() == "motion" else { return nil }
      let words = PromptText(step.body.prompt, in: subject.tree)
      let found = moves.compactMap(words.place).sorted { $0.lowerBound < $1.lowerBound }
      if let locked = words.place(of: ["locked camera", "static camera", "fixed camera"]), !found.isEmpty {
        return .error(
          .motionConflict, at: locked, "A locked camera does not move; leave the move or 'locked camera' out")
      }
      guard found.count > 1 else { return nil }
      return .error(.motionConflict, at: found[1], "A clip has one camera move; leave all but one out")
    }
  }

  private static let moves = [
    ["push-in", "push in", "dolly in", "zoom in"], ["pull-out", "pull out", "dolly out", "zoom out"],
    ["slide left", "slide right", "truck left", "truck right"], ["orbit"], ["crane up", "crane down"],
    ["tilt up", "tilt down"],
  ]
}
