import Catalog

extension ShotWork {
  /// In words, what is asked differently from `old`: `seed: 7 instead of 1`. Empty when the same is asked.
  func changes(since old: ShotWork) -> [String] {
    let pairs: [(String, String, String)] = [
      ("style", style, old.style), ("model", model, old.model),
      ("size", "\(width) × \(height)", "\(old.width) × \(old.height)"), ("seed", "\(seed)", "\(old.seed)"),
      ("count", "\(count)", "\(old.count)"), ("role", role, old.role), ("lock", lock.word, old.lock.word),
      ("photo", photo ?? "none", old.photo ?? "none"),
      ("mask", mask ?? "none", old.mask ?? "none"),
      ("surroundings", place?.path ?? "none", old.place?.path ?? "none"),
      ("background", background ?? "the style's", old.background ?? "the style's"),
      ("motion", motion ?? "none", old.motion ?? "none"),
      ("samples", samples.map(String.init) ?? "the model's", old.samples.map(String.init) ?? "the model's"),
      ("form", form?.rawValue ?? "guessed", old.form?.rawValue ?? "guessed"),
    ]
    var changes = pairs.filter { $0.1 != $0.2 }.map { "\($0.0): \($0.1) instead of \($0.2)" }
    let texts = [
      ("the prompt", prompt != old.prompt), ("what to avoid", avoid != old.avoid), ("the steps", steps != old.steps),
      ("the palette", palette != old.palette), ("the crop", crop != old.crop),
      ("the dimensions", dimensions != old.dimensions), ("what is clear", isClear != old.isClear),
      ("the kind of surroundings", place?.kind != old.place?.kind && place?.path == old.place?.path),
    ]
    changes += texts.filter(\.1).map { "\($0.0) changed" }
    return changes
  }
}

extension WorkInputs {
  /// In words, what is made from other things than `old`.
  func changes(since old: WorkInputs) -> [String] {
    var changes = files.keys.sorted().filter { old.files[$0] != nil && old.files[$0] != files[$0] }
      .map { "\($0) has other content" }
    if model != old.model || method != old.method { changes.append("the model makes it in a newer way") }
    if cutter != old.cutter { changes.append("the product is cut out in a newer way") }
    return changes
  }
}

extension Bool {
  fileprivate var word: String { self ? "on" : "off" }
}
