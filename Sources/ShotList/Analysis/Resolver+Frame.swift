internal import Catalog

extension Resolver {
  /// The longer side, in px, where nobody says one.
  static let longerSide = 1_024

  /// The shape and the size of a shot's picture: from its own lines, its channel, the header, the role, the workspace.
  ///
  /// A size says the shape as well. A shape alone takes the longer side from the nearest place that says a size.
  func frame(of shot: ReadShot, _ role: Role, channel: Channel?) -> (Resolved<Ratio>, Resolved<PixelSize>) {
    if let size = shot.properties[.size].flatMap({ resolved($0, .shot, \.size) }) { return exact(size) }
    let ownRatio = shot.properties[.ratio].flatMap { resolved($0, .shot, \.ratio) }
    if ownRatio == nil, let channel, channel.ratio != nil {
      return exact(Resolved(channel.recommended, .channel), ratio: channel.ratio)
    }
    let headerSize = reading.header[.size].flatMap { resolved($0, .header, \.size) }
    if ownRatio == nil, channel == nil, let headerSize { return exact(headerSize) }

    let ratio =
      ownRatio ?? reading.header[.ratio].flatMap { resolved($0, .header, \.ratio) } ?? Resolved(role.ratio, .role)
    let size =
      channel.map { Resolved($0.recommended, .channel) } ?? headerSize
      ?? role.longerSide.map { Resolved(Ratio.square.size(longerSide: $0), .role) }
      ?? workspace(.size, \.size)
      ?? Resolved(Ratio.square.size(longerSide: Self.longerSide), .builtIn)
    return (ratio, Resolved(ratio.value.shotSize(longerSide: size.value.longerSide), size.source, size.range))
  }

  private func exact(_ size: Resolved<PixelSize>, ratio: Ratio? = nil) -> (Resolved<Ratio>, Resolved<PixelSize>) {
    (Resolved(ratio ?? size.value.ratio, size.source, size.range), size)
  }
}

extension Ratio {
  /// The picture with this longer side, both sides inside what a shot may ask for.
  fileprivate func shotSize(longerSide: Int) -> PixelSize {
    let bounds = PixelSize.shotBounds
    let size = size(longerSide: min(max(longerSide, bounds.lowerBound), bounds.upperBound))
    return PixelSize(width: max(size.width, bounds.lowerBound), height: max(size.height, bounds.lowerBound))
  }
}

extension PixelSize {
  /// The shape in lowest terms; the square for a size that has none.
  fileprivate var ratio: Ratio {
    var (divisor, rest) = (width, height)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    return divisor > 0 ? Ratio(width: width / divisor, height: height / divisor) ?? .square : .square
  }
}
