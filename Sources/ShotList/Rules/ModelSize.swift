internal import Catalog

/// A picture larger than its model can make.
enum ModelSize: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.prompts.compactMap { shot, words in
      guard let model = subject.models(of: shot).min(by: { $0.maxMegapixels < $1.maxMegapixels }) else { return nil }
      let size = shot.size.value
      if size.megapixels > model.maxMegapixels {
        return .error(
          .modelSize, at: shot.place(of: shot.size),
          "'\(model.id)' makes up to \(model.maxMegapixels) megapixels, and \(size.width)x\(size.height) has \(tenths(size.megapixels)); take a smaller size and a step ### upscale, or another model",
          fix: subject.switching(shot, from: model.id))
      }
      guard model.maxMegapixels < 8.29, let place = words.place(of: large) else { return nil }
      return .warning(
        .modelSize, at: place,
        "'\(model.id)' makes up to \(model.maxMegapixels) megapixels; leave the words out, as 'size:' says how large a picture is",
        fix: nil)
    }
  }

  private static let large: Phrases = ["4k", "8k"]

  private static func tenths(_ megapixels: Double) -> Double { (megapixels * 10).rounded() / 10 }
}
