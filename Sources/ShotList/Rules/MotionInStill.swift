/// A move in the prompt of a picture that stands still.
enum MotionInStill: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.compactMap { _, words in
      guard let place = words.place(of: moves) else { return nil }
      return .warning(
        .motionInStill, at: place, "A picture does not move, and this is dropped; write it under a heading ### motion")
    }
  }

  private static let moves: Phrases = [
    "slow push-in", "gentle push-in", "camera push-in", "dolly in", "dolly out", "camera moves", "camera orbits",
    "camera pans", "orbit around",
    "slow pan", "slow motion", "seamless loop", "time lapse", "timelapse", "slowly rotates", "rotates slowly",
    "slowly rotating", "turntable spin", "end frame",
  ]
}
