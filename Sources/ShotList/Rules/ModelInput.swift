internal import Catalog

/// Something beside the prompt that a model does not take: a seed, a mask, transparency, what must not appear.
enum ModelInput: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    var seen: Set<Range<Int>> = []
    return subject.shots.flatMap { shot in
      subject.models(of: shot).flatMap { model in
        [seed(shot, model, subject), mask(shot, model, subject), alpha(shot, model, subject)].compactMap(\.self)
          + negatives(shot, model, subject)
      }
    }.filter { seen.insert($0.range).inserted }
  }

  private static func seed(_ shot: ResolvedShot, _ model: ModelCard, _ subject: Subject) -> ShotListIssue? {
    guard !model.takes.contains(.seed), [.shot, .header].contains(shot.seed.source), let place = shot.seed.range else {
      return nil
    }
    return .warning(
      .modelInput, at: place,
      "'\(model.id)' takes no seed, so its pictures differ each time; take another model, or leave 'seed:' out",
      fix: shot.seed.source == .shot ? subject.switching(shot, from: model.id) : nil)
  }

  private static func mask(_ shot: ResolvedShot, _ model: ModelCard, _ subject: Subject) -> ShotListIssue? {
    guard !model.takes.contains(.mask), let mask = shot.references.first(where: { $0.kind == .mask }) else {
      return nil
    }
    let place = subject.written(shot)?.prompt.handles.first { $0.text == mask.handle }?.range ?? shot.heading
    return .warning(
      .modelInput, at: place,
      "'\(model.id)' takes no mask, so @\(mask.handle) is not looked at; take another model, or leave it out",
      fix: subject.switching(shot, from: model.id))
  }

  private static func alpha(_ shot: ResolvedShot, _ model: ModelCard, _ subject: Subject) -> ShotListIssue? {
    guard !model.takes.contains(.alpha), let background = shot.background, background.value == .transparent else {
      return nil
    }
    return .error(
      .modelInput, at: shot.place(of: background),
      "'\(model.id)' makes nothing transparent; take another model, or a background of one color and cut the picture out",
      fix: subject.switching(shot, from: model.id))
  }

  /// The studio reads no prompt but its own words, so that nothing is rewritten for it.
  private static func negatives(_ shot: ResolvedShot, _ model: ModelCard, _ subject: Subject) -> [ShotListIssue] {
    guard !model.takes.contains(.negative), model.id != "studio", let written = subject.written(shot) else { return [] }
    return written.syntax.body.avoids.prefix(ShotList.maxIssues).compactMap { place in
      let unwanted = subject.tree.text(place).withoutNo
      guard !unwanted.isEmpty else { return nil }
      return .information(
        .modelInput, at: place,
        "'\(model.id)' takes no list of what to avoid; it is told \(Negatives.positive(of: unwanted).quoted) instead")
    }
  }
}
