import CImagingKernels
import Testing

@testable import Imaging

/// The network's parts against their definitions, and what it sees.
@Suite struct NetworkTests {
  @Test(arguments: [(1, 1, 16), (3, 1, 5), (3, 2, 16), (3, 1, 48)])
  func aRowOfAConvolutionFollowsItsDefinition(_ kernel: Int, _ step: Int, _ channels: Int) {
    let (width, groups) = (7, 2)
    var random = Seeded(state: 4)
    func values(_ count: Int) -> [Float] { (0..<count).map { _ in Float.random(in: -1...1, using: &random) } }
    let rows = (0..<kernel).map { _ in values((width * step + kernel) * channels) }
    let weights = values(groups * 16 * kernel * kernel * channels)
    let bias = values(groups * 16)

    func run(_ table: krafd_kernel_table) -> [Float] {
      var out = [Float](repeating: 0, count: width * groups * 16)
      let joined = rows.flatMap { $0 }
      joined.withUnsafeBufferPointer { buffer in
        let starts = (0..<kernel).map { buffer.baseAddress! + $0 * rows[0].count }
        table.convolve_row(starts, kernel, step, channels, weights, bias, &out, groups, width)
      }
      return out
    }
    let base = run(krafd_kernels_base().pointee)

    #expect(base == run(krafd_kernels_best().pointee))
    for x in 0..<width {
      for output in 0..<groups * 16 {
        var sum = Double(bias[output])
        for row in 0..<kernel {
          for tap in 0..<kernel * channels {
            let weight = weights[
              ((output / 16 * kernel + row) * kernel * channels + tap) * 16 + output % 16]
            sum += Double(rows[row][x * step * channels + tap]) * Double(weight)
          }
        }
        #expect(abs(Double(base[x * groups * 16 + output]) - sum) < 1e-3)
      }
    }
  }

  @Test func aMirroredPictureIsSeenMirrored() throws {
    let photo = CutOutScene(
      background: CutOutScene.sweep(220), product: { x, _ in SIMD3(90 + 0.3 * x, 60, 50) }, covers: disc(80, 90, 55)
    ).render().photo
    var turned = photo
    for y in 0..<photo.height {
      for x in 0..<photo.width {
        for channel in 0..<4 {
          turned.bytes[(y * photo.width + x) * 4 + channel] =
            photo.bytes[(y * photo.width + photo.width - 1 - x) * 4 + channel]
        }
      }
    }

    let straight = try view(photo)
    let mirrored = ProductNetwork.mirrored(try view(turned), width: photo.width)

    let alike = zip(straight, mirrored).count { ($0 > 0) == ($1 > 0) }
    #expect(alike * 100 > straight.count * 98)
  }

  @Test func whatStandsOutIsLikelyTheProduct() throws {
    let (photo, truth) = CutOutScene(
      background: CutOutScene.sweep(200), product: { _, y in SIMD3(40, 90, 150) + 0.2 * y }, covers: disc(120, 110, 60)
    ).render()

    let logits = try view(photo)

    let agreed = truth.indices.count { (logits[$0] > 0) == (truth[$0] >= 128) }
    #expect(agreed * 100 > truth.count * 97)
  }

  private func view(_ photo: Raster) throws -> [Float] {
    let whole = CutOut.Bounds(x: 0, y: 0, width: photo.width, height: photo.height)
    return try Looks(at: photo, area: whole, hints: CutOut.Hints(), model: nil, isCancelled: { false })
      .mean(width: photo.width, height: photo.height)
  }
}
