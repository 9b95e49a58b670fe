internal import Glibc

/// A mixture of up to five Gaussians in Lab: which colors a side of the cut has.
struct ColorMixture: Sendable {
  private struct Component: Sendable {
    var mean: SIMD4<Float>
    /// The inverse covariance: xx, yy, zz on the diagonal, then xy, xz, yz (each counted twice in the form).
    var diagonal: SIMD4<Float>
    var mixed: SIMD4<Float>
    /// Minus the logarithm of weight and normalisation.
    var constant: Float
  }

  private var components: [Component]

  /// Fits at most `limit` evenly picked samples: clusters by splitting the widest, then four rounds of hard assignment.
  /// No samples make a mixture that finds every color equally unlikely.
  init(samples all: [SIMD4<Float>], limit: Int = 6000) {
    let step = max(1, all.count / limit)
    let samples = stride(from: 0, to: all.count, by: step).map { all[$0] }
    var clusters = Self.split(samples, into: 5)
    components = Self.components(of: clusters, total: samples.count)
    for _ in 0..<4 where components.count > 1 {
      var next = [[SIMD4<Float>]](repeating: [], count: components.count)
      for color in samples { next[nearest(to: color)].append(color) }
      clusters = next.filter { $0.count > 4 }
      components = Self.components(of: clusters, total: samples.count)
    }
  }

  /// Minus the logarithm of the likelihood by the best component, up to a constant that all mixtures share.
  func cost(of color: SIMD4<Float>) -> Float {
    var best: Float = 60
    for component in components { best = min(best, Self.cost(of: color, in: component)) }
    return best
  }

  private func nearest(to color: SIMD4<Float>) -> Int {
    var best = Float.infinity
    var index = 0
    for (candidate, component) in components.enumerated() {
      let cost = Self.cost(of: color, in: component)
      if cost < best {
        best = cost
        index = candidate
      }
    }
    return index
  }

  @inline(__always)
  private static func cost(of color: SIMD4<Float>, in component: Component) -> Float {
    let d = color - component.mean
    let form = (component.diagonal * d * d).sum() + 2 * (component.mixed * d * SIMD4(d.y, d.z, d.x, 0)).sum()
    return component.constant + 0.5 * form
  }

  private static func components(of clusters: [[SIMD4<Float>]], total: Int) -> [Component] {
    clusters.map { component(of: $0, weight: Float($0.count) / Float(max(1, total))) }
  }

  private static func component(of cluster: [SIMD4<Float>], weight: Float) -> Component {
    let (mean, spread, mixed) = moments(of: cluster)
    // One unit of variance keeps flat clusters from becoming infinitely sure.
    let (a, b, c) = (spread.x + 1.5, spread.y + 1.5, spread.z + 1.5)
    let (d, f, e) = (mixed.x, mixed.y, mixed.z)  // xy, yz, zx
    let determinant = max(1e-3, a * (b * c - f * f) - d * (d * c - f * e) + e * (d * f - b * e))
    let diagonal = SIMD4(b * c - f * f, a * c - e * e, a * b - d * d, 0) / determinant
    let cross = SIMD4(e * f - d * c, d * e - a * f, d * f - e * b, 0) / determinant
    return Component(
      mean: mean, diagonal: diagonal, mixed: cross, constant: 0.5 * logf(determinant) - logf(max(1e-6, weight)))
  }

  /// Mean, variances (x, y, z), and covariances (xy, yz, zx).
  private static func moments(of cluster: [SIMD4<Float>]) -> (SIMD4<Float>, SIMD4<Float>, SIMD4<Float>) {
    let mean = cluster.reduce(.zero, +) / Float(max(1, cluster.count))
    var spread = SIMD4<Float>.zero
    var mixed = SIMD4<Float>.zero
    for color in cluster {
      let d = color - mean
      spread += d * d
      mixed += d * SIMD4(d.y, d.z, d.x, 0)
    }
    return (mean, spread / Float(max(1, cluster.count)), mixed / Float(max(1, cluster.count)))
  }

  /// Splits the samples along the widest channel of the widest cluster until there are `count` clusters.
  private static func split(_ samples: [SIMD4<Float>], into count: Int) -> [[SIMD4<Float>]] {
    guard !samples.isEmpty else { return [] }
    var clusters = [samples]
    while clusters.count < count {
      let spreads = clusters.map { cluster in moments(of: cluster).1 * Float(cluster.count) }
      guard let widest = spreads.indices.max(by: { spreads[$0].max() < spreads[$1].max() }) else { break }
      let spread = spreads[widest]
      guard spread.max() > 4 * Float(clusters[widest].count) else { break }
      let axis = spread.x >= max(spread.y, spread.z) ? 0 : spread.y >= spread.z ? 1 : 2
      let mean = moments(of: clusters[widest]).0[axis]
      let low = clusters[widest].filter { $0[axis] < mean }
      let high = clusters[widest].filter { $0[axis] >= mean }
      guard low.count > 4, high.count > 4 else { break }
      clusters[widest] = low
      clusters.append(high)
    }
    return clusters
  }
}
