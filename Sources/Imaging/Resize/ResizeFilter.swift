internal import Glibc

/// How pixels are mixed when the size changes. Reducing widens every filter, so nothing flickers or tears.
public enum ResizeFilter: String, Sendable, CaseIterable {
  /// Sharp; for photos. A mask takes `bilinear` in its place, because coverage must not ring.
  case lanczos3
  /// The average of what a new pixel covers; exact for whole factors.
  case area
  /// Soft, never rings; for masks.
  case bilinear

  /// How far the filter reaches, in px of the smaller picture.
  var radius: Double {
    switch self {
    case .lanczos3: 3
    case .area: 0.5
    case .bilinear: 1
    }
  }

  /// The weight of a sample at a distance, in px of the smaller picture; `area` is a box of width 1.
  func weight(at distance: Double) -> Double {
    let away = abs(distance)
    switch self {
    case .lanczos3: return away < 3 ? Self.sinc(away) * Self.sinc(away / 3) : 0
    case .area: return away <= 0.5 ? 1 : 0
    case .bilinear: return max(0, 1 - away)
    }
  }

  private static func sinc(_ x: Double) -> Double { x == 0 ? 1 : sin(.pi * x) / (.pi * x) }
}

/// In which scale levels are mixed.
public enum ResizeLight: String, Sendable, CaseIterable {
  /// sRGB levels, as viewers and shops do it.
  case gamma
  /// Light: fine bright detail on dark ground keeps its weight.
  case linear
}
