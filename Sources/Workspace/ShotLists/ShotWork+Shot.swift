import Catalog
import Generation
import ShotList

extension ShotWork {
  /// A shot with its model and style chosen, ready to be stored.
  init(
    _ shot: ResolvedShot, of product: ProductID, photo: String?, mask: String?, place: PlaceWork?, model: String,
    style: String
  ) {
    self.init(
      product: product, shot: shot.name, role: shot.role, style: style, model: model, prompt: shot.prompt,
      avoid: shot.avoid, width: shot.size.value.width, height: shot.size.value.height,
      seed: UInt64(bitPattern: Int64(shot.seed.value)), count: shot.count.value, lock: shot.lock.value, photo: photo,
      mask: mask, place: place, crop: shot.crop?.pixelArea, form: shot.form, isClear: shot.isClear ? true : nil,
      dimensions: shot.dimensions,
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
