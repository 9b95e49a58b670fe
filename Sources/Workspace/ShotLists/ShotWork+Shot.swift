import Catalog
import Generation
import Imaging
import ShotList

extension ShotWork {
  /// A shot with its model and style chosen, ready to be stored.
  init(_ shot: ResolvedShot, of product: ProductID, photo: String?, model: String, style: String) {
    self.init(
      product: product, shot: shot.name, role: shot.role, style: style, model: model, prompt: shot.prompt,
      avoid: shot.avoid, width: shot.size.value.width, height: shot.size.value.height,
      seed: UInt64(bitPattern: Int64(shot.seed.value)), count: shot.count.value, lock: shot.lock.value, photo: photo,
      crop: shot.crop?.pixelArea, form: shot.form.flatMap { ProductForm(rawValue: $0.rawValue) },
      dimensions: shot.dimensions.map { ProductDimensions(width: $0.width, depth: $0.depth, height: $0.height) },
      palette: [], background: shot.background?.value.stored, steps: [])
    if shot.palette.source != .style { palette = shot.palette.value.map(\.text) }
  }
}

extension Crop {
  /// The rectangle, when it is one.
  fileprivate var pixelArea: PixelArea? {
    guard case .area(_, let x, let y, let width, let height) = self else { return nil }
    return PixelArea(x: x, y: y, width: width, height: height)
  }
}

extension ShotBackground {
  fileprivate var stored: String {
    switch self {
    case .color(let color): color.text
    case .transparent: "transparent"
    }
  }
}

extension StepWork {
  /// An edit as a shot list writes it: names in any case, values as text.
  ///
  /// Nil when there is no such operation. Throws: `picture` for a parameter it does not take.
  init?(_ step: ResolvedStep) throws(WorkspaceError) {
    guard let type = allOperations.first(where: { $0.descriptor.name.lowercased() == step.operation.lowercased() })
    else { return nil }
    var values = OperationParameters()
    for parameter in step.parameters {
      let known = type.descriptor.parameters.first { $0.name.lowercased() == parameter.key.lowercased() }
      values.values[known?.name ?? parameter.key] = known?.kind.read(parameter.value) ?? .text(parameter.value)
    }
    self.init(type.descriptor.name, values)
    try check()
  }
}

extension ParameterKind {
  /// The value that `text` writes; nil when it is not of this kind.
  fileprivate func read(_ text: String) -> ParameterValue? {
    switch self {
    case .integer: Int(text).map { .integer($0) }
    case .number: Double(text).map { .number($0) }
    case .text: .text(text)
    case .flag: ["on": true, "true": true, "yes": true, "off": false, "false": false, "no": false][text].map { .flag($0) }
    case .numbers:
      .numbers(text.split { $0 == "," || $0 == " " }.compactMap { Double($0) })
    }
  }
}
