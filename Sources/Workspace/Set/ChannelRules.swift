import Catalog
import Imaging

/// The rules of a slot that can be measured on a finished picture, and those that its role and style break.
struct ChannelRules: Sendable {
  var channel: Channel
  var role: Role?
  var style: StylePreset?

  /// All that is found; `picture` has the size in which the slot gets it.
  func findings(in picture: Raster) -> [ChannelFinding] {
    let measure = BackdropMeasure(of: picture)
    return uses + sizes(of: picture) + backdrop(measure) + frame(measure, of: picture)
  }

  /// What a role or a style may not be used for.
  private var uses: [ChannelFinding] {
    var found: [ChannelFinding] = []
    if let style, !style.allows(role: role?.id ?? "", channel: channel.id) {
      found.append(.error("style.slot", "The style '\(style.id)' is not allowed in \(channel.id); take another style"))
    }
    if let role, channel.background == .pureWhite, !role.channels.contains(channel.id) {
      found.append(
        .error("role.slot", "\(channel.id) takes a plain picture of the product; a \(role.id) belongs elsewhere"))
    }
    return found
  }

  private func sizes(of picture: Raster) -> [ChannelFinding] {
    let (width, height) = (picture.width, picture.height)
    let longer = max(width, height)
    let least = channel.minimum
    if width < least?.width ?? 0 || height < least?.height ?? 0 || longer < least?.longerSide ?? 0 {
      let bound = least.map(\.text) ?? ""
      return [
        .error("file.size.min", "\(width) × \(height) px is less than \(bound) px; render with a larger 'size:'")
      ]
    }
    var found: [ChannelFinding] = []
    if let zoom = channel.zoomFrom, longer < zoom {
      found.append(.information("file.zoom", "Buyers can zoom from \(zoom) px; this has \(longer)"))
    }
    let advised = max(channel.recommended.width, channel.recommended.height)
    if longer < advised {
      found.append(.warning("file.size.rec", "\(width) × \(height) px is less than the \(advised) px that are advised"))
    }
    return found
  }

  private func backdrop(_ measure: BackdropMeasure) -> [ChannelFinding] {
    let percent = Int((measure.borderWhite * 100).rounded(.down))
    switch channel.background {
    case .pureWhite where measure.borderWhite < 1:
      return [
        .error(
          "bg.white",
          "The backdrop must be exactly white, and \(percent) % of the border is; use the style 'pure-white'")
      ]
    case .white where measure.borderWhite < 0.5,
      .whiteOrTransparent where measure.borderWhite < 0.5 && !measure.hasAlpha:
      return [.warning("bg.nearWhite", "\(channel.id) advises a white backdrop; \(percent) % of the border is white")]
    case .context where measure.uniformBorder != nil:
      return [.error("role.slot", "\(channel.id) wants the product in a place, not on a plain backdrop")]
    case .pureWhite, .white, .whiteOrTransparent, .context, .any: return []
    }
  }

  private func frame(_ measure: BackdropMeasure, of picture: Raster) -> [ChannelFinding] {
    guard let box = measure.contents, let fill = measure.fill else { return [] }
    var found: [ChannelFinding] = []
    let touches =
      box.x == 0 || box.y == 0 || box.x + box.width == picture.width || box.y + box.height == picture.height
    if touches, channel.background == .pureWhite {
      found.append(.error("cutoff", "The product touches the edge of the picture; leave some room around it"))
    }
    guard let allowed = channel.fill else { return found }
    let percent = Int((fill * 100).rounded())
    if fill < allowed.lowerBound {
      let least = Int((allowed.lowerBound * 100).rounded())
      found.append(
        .error("fill.low", "The product fills \(percent) % of the frame, and \(channel.id) wants \(least) % or more"))
    } else if fill > allowed.upperBound {
      let most = Int((allowed.upperBound * 100).rounded())
      found.append(
        .warning("fill.high", "The product fills \(percent) % of the frame, and \(channel.id) wants \(most) % at most"))
    }
    return found
  }
}

extension PixelBound {
  fileprivate var text: String {
    if let longerSide { return "\(longerSide)" }
    return [width, height].map { $0.map(String.init) ?? "any" }.joined(separator: " × ")
  }
}
