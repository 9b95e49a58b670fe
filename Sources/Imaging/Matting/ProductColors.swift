/// The colors that the product and the background have in a band of partial alpha, where the photo shows a mix of both.
///
/// Source: Germer, Uelwer, Conrad, Harmeling, "Fast Multi-Level Foreground Estimation", ICPR 2020.
struct ProductColors {
  private let band: MattingBand
  private let alpha: [Float]

  /// How strongly neighbors pull, at least, and more for each step of alpha between them.
  private static let pull: (least: Float, perStep: Float) = (0.005, 0.1)

  init(_ band: MattingBand, alpha: [Float]) {
    self.band = band
    self.alpha = alpha
  }

  /// The product's color of every pixel of the band, 0...1, from first guesses of the product's and the background's.
  func solve(product: [SIMD4<Float>], background: [SIMD4<Float>], rounds: Int) -> [SIMD4<Float>] {
    var (front, back) = (product, background)
    for index in alpha.indices {
      if alpha[index] >= 1 { front[index] = band.colors[index] }
      if alpha[index] <= 0 { back[index] = band.colors[index] }
    }
    for _ in 0..<rounds {
      for start in stride(from: 0, to: band.windows.count, by: 9) {
        let here = Int(band.windows[start + 4])
        let own = alpha[here]
        guard own > 0, own < 1 else { continue }
        var fronts = SIMD4<Float>.zero
        var backs = SIMD4<Float>.zero
        var weights: Float = 0
        for side in [1, 3, 5, 7] {
          let other = Int(band.windows[start + side])
          let weight = Self.pull.least + Self.pull.perStep * abs(own - alpha[other])
          fronts += weight * front[other]
          backs += weight * back[other]
          weights += weight
        }
        fronts /= weights
        backs /= weights
        // The nearest pair to the neighbors' whose mix comes close to the pixel.
        let miss = band.colors[here] - own * fronts - (1 - own) * backs
        let share = 1 / (own * own + (1 - own) * (1 - own) + weights)
        front[here] = (fronts + own * share * miss).clamped(lowerBound: .zero, upperBound: .one)
        back[here] = (backs + (1 - own) * share * miss).clamped(lowerBound: .zero, upperBound: .one)
      }
    }
    return front
  }
}
