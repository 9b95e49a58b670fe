/// A motion that no clip can have: two camera moves, a move of a locked camera, a loop that does not end where it began.
enum MotionConflict: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.motions.flatMap { _, words in [camera(words), product(words), loop(words)].compactMap(\.self) }
  }

  private static func camera(_ words: PromptText) -> ShotListIssue? {
    let found = places(of: moves, in: words)
    if let locked = words.place(of: still), !found.isEmpty {
      return .error(
        .motionConflict, at: locked, "A locked camera does not move; leave the move or 'locked camera' out")
    }
    guard found.count > 1 else { return nil }
    return .error(.motionConflict, at: found[1], "A clip has one camera move; leave all but one out")
  }

  private static func product(_ words: PromptText) -> ShotListIssue? {
    let found = places(of: subjectMoves, in: words)
    guard found.count > 1 else { return nil }
    return .warning(.motionConflict, at: found[1], "A product moves in one way in a clip; leave all but one out")
  }

  private static func loop(_ words: PromptText) -> ShotListIssue? {
    guard let loop = words.place(of: loops), words.place(of: returns) == nil, words.place(of: oneWay) != nil
    else { return nil }
    return .error(
      .motionConflict, at: loop,
      "A loop ends with the picture that it begins with; let the camera go back, or leave 'loop' out")
  }

  private static func places(of groups: [Phrases], in words: PromptText) -> [Range<Int>] {
    groups.compactMap(words.place).sorted { $0.lowerBound < $1.lowerBound }
  }

  private static let still: Phrases = ["locked camera", "static camera", "fixed camera"]
  private static let loops: Phrases = ["loop", "looping", "loops"]
  private static let pushIn: Phrases = ["push-in", "dolly in", "zoom in"]
  private static let pullOut: Phrases = ["pull-out", "dolly out", "zoom out"]
  private static let slide: Phrases = ["slide left", "slide right", "truck left", "truck right"]
  private static let crane: Phrases = ["crane up", "crane down"]
  private static let moves: [Phrases] = [pushIn, pullOut, slide, ["orbit"], crane, ["tilt up", "tilt down"]]
  private static let oneWay = pushIn + pullOut + slide + crane
  private static let returns: Phrases = ["and back", "there and back", "back and forth", "ping pong"]
  private static let subjectMoves: [Phrases] = [
    ["* rotates", "* rotating", "* turns", "* spins", "half turn", "turntable"],
    ["cap opens", "lid opens", "* opens"], ["cloth settles"], ["* falls", "* drops"], ["* bounces"], ["* floats up"],
  ]
}
