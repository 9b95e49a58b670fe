internal import Catalog

/// A model that no longer answers, or soon will not.
enum ModelSunset: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.modelUses.compactMap { model, shot, place in
      let life = model.lifecycle
      let remedy = life.replacement.map { "take '\($0)'" } ?? "take another model"
      let fix = life.replacement.flatMap { replacement in
        shot.model.value == model.id ? subject.switching(shot, to: replacement) : nil
      }
      if life.status == .gone {
        return .error(
          .modelSunset, at: shot.model.source == .shot ? place : shot.heading,
          "'\(model.id)' is no longer offered; \(remedy)", fix: fix)
      }
      guard let today = subject.reading.facts.today, let sunset = life.sunset else { return nil }
      let days = sunset.days(since: today)
      if days <= 0 {
        return .warning(
          .modelSunset, at: place, "'\(model.id)' answers no more since \(sunset.text); \(remedy)", fix: fix)
      }
      guard days <= 30 else { return nil }
      return .warning(
        .modelSunset, at: place,
        "'\(model.id)' ends on \(sunset.text), in \(days) day\(days == 1 ? "" : "s"); \(remedy)",
        fix: fix)
    }
  }
}
