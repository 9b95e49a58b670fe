internal import Catalog

/// What a shot asks of a model.
struct ModelDemand {
  var references: Int
  var size: PixelSize
  var inputs: Set<Input>

  init(_ shot: ResolvedShot) {
    references = shot.references.count
    size = shot.size.value
    inputs = []
    if shot.seed.source == .shot || shot.seed.source == .header { inputs.insert(.seed) }
    if shot.background?.value == .transparent { inputs.insert(.alpha) }
    if shot.references.contains(where: { $0.kind == .mask }) { inputs.insert(.mask) }
  }

  /// Whether a model that can be had now does all of it.
  func isMet(by model: ModelCard) -> Bool {
    let makes = model.capabilities.contains(.generate) || model.capabilities.contains(.refEdit)
    return makes && [.current, .preview].contains(model.lifecycle.status) && references <= model.maxReferences
      && size.megapixels <= model.maxMegapixels && inputs.isSubset(of: model.takes)
  }
}

extension Subject {
  /// The models that a shot is made with: its own, or those that it compares.
  func models(of shot: ResolvedShot) -> [ModelCard] {
    let compared = shot.compare.compactMap { catalog.models[$0] }
    let own = catalog.models[shot.model.value].map { [$0] } ?? []
    return compared.isEmpty ? own : compared
  }

  /// Which model a shot uses first, by the place that tells of it: the line that names it, or else the shot's heading.
  var modelUses: [(model: ModelCard, shot: ResolvedShot, place: Range<Int>)] {
    var seen: Set<String> = []
    return shots.flatMap { shot in
      models(of: shot).filter { seen.insert($0.id).inserted }.map { model in
        (model, shot, model.id == shot.model.value ? shot.model.range ?? shot.heading : shot.heading)
      }
    }
  }

  /// The change to a model that does all that a shot asks; nil where the catalogue has none.
  func switching(_ shot: ResolvedShot, from model: String) -> Fix? {
    let demand = ModelDemand(shot)
    guard let better = catalog.models.all.first(where: { $0.id != model && demand.isMet(by: $0) }) else { return nil }
    return switching(shot, to: better.id)
  }

  /// The change of a shot's own model.
  func switching(_ shot: ResolvedShot, to model: String) -> Fix? {
    guard shot.compare.isEmpty else { return nil }
    let title = "Change the model to '\(model)'"
    if shot.model.source == .shot, let range = shot.model.range {
      return Fix(title: title, range: range, replacement: model)
    }
    let end = shot.heading.upperBound
    return Fix(title: title, range: end..<end, replacement: tree.lineEnd(at: end) + "model: \(model)")
  }
}

extension SyntaxTree {
  /// The line end that follows a place, or else LF.
  func lineEnd(at place: Int) -> String {
    let signs = bytes[place...].prefix(64).drop(while: \.isSpace)
    return signs.starts(with: [13, 10]) ? "\r\n" : signs.first == 13 ? "\r" : "\n"
  }
}
