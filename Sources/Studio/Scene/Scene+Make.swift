public import Catalog

extension Scene {
  /// Makes a scene from a style and a role, then changes it as the prompt says.
  ///
  /// - Parameters:
  ///   - palette: the floor's and the wall's color; with one color the other is a tone of it.
  ///   - background: the wall's color; of a sweep, the whole sheet's.
  ///   - product: lets a two-tone set keep its hues away from the product's.
  public static func make(
    style: StylePreset, role: Role, prompt: String = "", palette: [HexColor]? = nil, background: HexColor? = nil,
    product: ProductFacts? = nil, vocabulary: Vocabulary = Catalog.builtIn.vocabulary
  ) -> SceneDraft {
    var scene = Scene(style, role: role)
    if palette == nil, background == nil, let product, product.isColorful { scene.avoidHue(of: product.color) }
    if let palette, let first = palette.first { scene.paint(first, palette.dropFirst().first) }
    if let background { scene.paintBackground(background) }
    var reader = PromptReader(scene: scene, aspect: product?.aspect ?? 0.7)
    reader.unrendered = [style.surface.material, style.backdrop.material].compactMap(\.self).filter {
      Material(rawValue: $0) == nil
    }
    reader.read(prompt, vocabulary: vocabulary)
    let match = reader.scene.matchLight(of: product?.light, isFree: !reader.saysSide)
    return SceneDraft(
      scene: reader.scene, unrendered: reader.unrendered, notes: reader.notes, shortfalls: reader.shortfalls,
      lightMatch: match,
      conflicts: reader.conflicts)
  }

  private init(_ style: StylePreset, role: Role) {
    let isWhite = style.backdrop.kind == .solid
    let colors = style.backdrop.colors
    let floor = colors.first ?? HexColor(red: 255, green: 255, blue: 255)
    let room = Room(
      kind: style.backdrop.kind == .twoTone ? .twoTone : .sweep, floor: floor, wall: colors.last ?? floor,
      bendRadius: style.backdrop.sweepRadius ?? 1.2, wallDistance: isWhite ? 4 : 2.6,
      horizon: style.backdrop.horizon, gap: style.backdrop.gap ?? 0,
      floorMaterial: Material(rawValue: style.surface.material) ?? .paper,
      wallMaterial: style.backdrop.material.flatMap(Material.init) ?? .paper,
      light: style.backdrop.light)
    let lowest = max(style.composition.fill.lowerBound, role.fill.lowerBound)
    let highest = min(style.composition.fill.upperBound, role.fill.upperBound)
    let isRoomier = style.composition.fill.upperBound < role.fill.lowerBound
    let fill = lowest <= highest ? (lowest + highest) / 2 : isRoomier ? role.fill.lowerBound : role.fill.upperBound
    self.init(
      style: style.id, room: room, lights: style.lights.compactMap(SoftBox.init), ambient: style.ambient,
      camera: View(
        lensMillimetres: style.camera.lensMillimetres,
        usualPitchDegrees: min(max(6, abs(style.camera.pitchDegrees)), 50),
        fNumber: style.camera.fNumber),
      frame: Frame(
        fill: fill, lift: fill > 0.8 ? 0.01 : 0.02, isCloseUp: role.isCloseUp == true || style.isCloseUp == true),
      ground: Contact(
        shadow: style.ground.shadow == .none ? 0 : 1, reflection: style.ground.reflection,
        roughness: min(max(style.surface.roughness * 0.4, 0.05), 1)),
      exposure: Exposure(falloff: style.backdrop.kind == .twoTone ? 0.35 : nil, clipsToWhite: isWhite),
      gobo: style.gobo)
    if role.copySpace.share.lowerBound > 0, role.copySpace.side != .none {
      let own = style.composition.copySpace
      frame.copySpace = own.side == .right ? .right : .left
      frame.copyShare = own.side == .none ? role.copySpace.share.lowerBound : own.share
    }
  }

  /// Mirrors the lamps when the photo's light came from the other side than the key's and the prompt leaves it free.
  mutating func matchLight(of photo: PhotoLight?, isFree: Bool) -> SceneDraft.LightMatch {
    guard let direction = photo?.direction, direction != 0, let key, abs(key.azimuth) >= 12, abs(key.azimuth) <= 168
    else { return .none }
    guard (key.azimuth > 0) != (direction > 0) else { return .none }
    guard isFree else { return .differs }
    for index in lights.indices { lights[index].azimuth *= -1 }
    guard frame.copySpace == .none else { return .mirrored }
    for index in pieces.indices {
      pieces[index].x *= -1
      pieces[index].turn *= -1
    }
    return .mirrored
  }

  /// One color: floor and wall are tones of it. Two: floor and wall.
  mutating func paint(_ first: HexColor, _ second: HexColor?) {
    room.floor = first
    room.wall = second ?? first.tone(room.kind == .sweep ? 0.8 : 0.6)
    exposure.clipsToWhite = exposure.clipsToWhite && first.isWhite
    if let color = plinth?.color, color != first { plinth?.color = first }
  }

  /// The wall of a two-tone set, or the whole sheet of a sweep.
  mutating func paintBackground(_ color: HexColor) {
    guard room.kind == .sweep else {
      room.wall = color
      return
    }
    paint(color, color.isWhite && exposure.clipsToWhite ? color : nil)
  }
}

extension Scene.SoftBox {
  /// A style's lamp; an octabox becomes the square of its area.
  ///
  /// Lamps behind the product are left out: they light its outline, which the photo has settled, and would only throw
  /// a second shadow to the camera. A fill is made larger, so that the key alone draws the shadow.
  init?(_ light: Light) {
    guard abs(light.azimuth) <= 120 else { return nil }
    let shrink = (light.shape == .rect ? 1 : 0.9) * (light.name == "fill" ? 1.7 : 1)
    self.init(
      name: light.name, azimuth: light.azimuth, elevation: light.elevation, distance: 2.4, width: light.width * shrink,
      height: light.height * shrink, power: light.power, kelvin: light.kelvin)
  }
}

extension HexColor {
  /// The same color with its linear light times `share`.
  func tone(_ share: Float) -> HexColor {
    func byte(_ value: UInt8) -> UInt8 { UInt8(min(Tone.encoded(Tone.linear(value) * share).rounded(), 255)) }
    return HexColor(red: byte(red), green: byte(green), blue: byte(blue))
  }

  /// Whether it is exactly white.
  var isWhite: Bool { red == 255 && green == 255 && blue == 255 }

  /// Degrees, 0 to 360, and the chroma, 0 to 1.
  var hue: (degrees: Double, chroma: Double) {
    let (r, g, b) = (Double(red), Double(green), Double(blue))
    let (most, least) = (max(r, g, b), min(r, g, b))
    guard most > least else { return (0, 0) }
    let spread = most - least
    let sixth = most == r ? (g - b) / spread : most == g ? 2 + (b - r) / spread : 4 + (r - g) / spread
    return ((sixth < 0 ? sixth + 6 : sixth) * 60, spread / 255)
  }
}
