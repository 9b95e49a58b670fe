import Foundation
import Imaging
import Testing

@Suite struct Resizing {
  /// The filter's definition, on doubles, without any of the shortcuts.
  private func exact(_ source: Raster, _ width: Int, _ height: Int, _ filter: ResizeFilter) -> [Double] {
    let channels = source.format.bytesPerPixel
    func weight(_ distance: Double) -> Double {
      let x = abs(distance)
      switch filter {
      case .lanczos3: return x == 0 ? 1 : x < 3 ? sin(.pi * x) * sin(.pi * x / 3) / (.pi * x * .pi * x / 3) : 0
      case .bilinear: return max(0, 1 - x)
      case .area: return x < 0.5 ? 1 : 0
      }
    }
    func table(_ samples: Int, _ count: Int) -> [[Double]] {
      let scale = Double(samples) / Double(count)
      return (0..<count).map { index in
        let center = (Double(index) + 0.5) * scale
        let weights = (0..<samples).map { weight((Double($0) + 0.5 - center) / max(scale, 1)) }
        let sum = weights.reduce(0, +)
        return weights.map { $0 / sum }
      }
    }
    let (across, down) = (table(source.width, width), table(source.height, height))
    func line(_ samples: [Double], _ table: [[Double]]) -> [Double] {
      table.map { weights in
        var sum = 0.0
        for index in weights.indices where weights[index] != 0 { sum += samples[index] * weights[index] }
        return sum
      }
    }
    var result = Array(repeating: 0.0, count: width * height * channels)
    for channel in 0..<channels {
      let columns = (0..<source.width).map { x in
        line((0..<source.height).map { Double(source.bytes[($0 * source.width + x) * channels + channel]) }, down)
      }
      for y in 0..<height {
        for (x, value) in line(columns.map { $0[y] }, across).enumerated() {
          result[(y * width + x) * channels + channel] = min(max(value, 0), 255)
        }
      }
    }
    return result
  }

  @Test(arguments: [(17, 11), (20, 30), (64, 8), (9, 40), (33, 13)])
  func lanczosIsItsFormulaWithinOneLevel(_ width: Int, _ height: Int) throws {
    let source = noise(33, 29, seed: 1, opaque: true)

    let resized = try source.resize(toWidth: width, height: height)

    let expected = exact(source, width, height, .lanczos3)
    #expect(zip(resized.bytes, expected).allSatisfy { abs(Double($0) - $1) <= 1 })
  }

  @Test(arguments: [(16, 9), (40, 21), (15, 28)])
  func bilinearOfAMaskIsItsFormulaWithinOneLevel(_ width: Int, _ height: Int) throws {
    let source = noise(30, 28, .mask, seed: 2)

    let resized = try source.resize(toWidth: width, height: height, filter: .bilinear)

    let expected = exact(source, width, height, .bilinear)
    #expect(zip(resized.bytes, expected).allSatisfy { abs(Double($0) - $1) <= 1 })
  }

  @Test(arguments: [(2, 2), (3, 5), (7, 1), (10, 10)])
  func areaByWholeFactorsIsTheRoundedAverage(_ columns: Int, _ rows: Int) throws {
    let source = noise(columns * 6, rows * 4, seed: 3, opaque: true)

    let resized = try source.resize(toWidth: 6, height: 4, filter: .area)

    for y in 0..<4 {
      for x in 0..<6 {
        for channel in 0..<3 {
          var sum = 0
          for row in y * rows..<(y + 1) * rows {
            for column in x * columns..<(x + 1) * columns { sum += Int(source.pixel(column, row)[channel]) }
          }
          #expect(Int(resized.pixel(x, y)[channel]) == (2 * sum + columns * rows) / (2 * columns * rows))
        }
      }
    }
  }

  @Test func areaByThreeHalvesWeighsCoveredParts() throws {
    // New pixel 0 covers old pixel 0 and half of 1: (90 + 30 / 2) / 1.5 = 70; new pixel 1: (30 / 2 + 210) / 1.5 = 150.
    let source = Raster(width: 3, height: 1, format: .mask, bytes: [90, 30, 210])

    let resized = try source.resize(toWidth: 2, height: 1, filter: .area)

    #expect(resized.bytes == [70, 150])
  }

  @Test(arguments: ResizeFilter.allCases, ResizeLight.allCases)
  func anEvenAreaStaysAsItIs(_ filter: ResizeFilter, _ light: ResizeLight) throws {
    for level in [0, 1, 2, 10, 100, 200, 254, 255] as [UInt8] {
      let source = even(31, 23, [level, 128, 255 - level, 255])
      for size in [(31, 9), (7, 5), (50, 60), (3, 2)] {
        let resized = try source.resize(toWidth: size.0, height: size.1, filter: filter, light: light)
        #expect(resized == even(size.0, size.1, [level, 128, 255 - level, 255]))
      }
    }
  }

  @Test(arguments: ResizeFilter.allCases, ResizeLight.allCases)
  func colorUnderZeroAlphaDoesNotBleed(_ filter: ResizeFilter, _ light: ResizeLight) throws {
    var source = even(24, 24, [0, 255, 0, 0])
    for y in 0..<24 {
      for x in 0..<11 {
        source.bytes.replaceSubrange((y * 24 + x) * 4..<(y * 24 + x) * 4 + 4, with: [200, 40, 90, 255])
      }
    }

    for size in [17, 8, 4, 60] {
      let resized = try source.resize(toWidth: size, height: size, filter: filter, light: light)
      for y in 0..<size {
        for x in 0..<size {
          let pixel = resized.pixel(x, y)
          guard pixel[3] >= 32, zip(pixel, [200, 40, 90]).contains(where: { abs(Int($0) - $1) > 3 }) else { continue }
          Issue.record("\(pixel) at \(x), \(y)")
        }
      }
    }
  }

  @Test func linearLightKeepsTheWeightOfFineWhiteLines() throws {
    // Half the light of white is level 188 (IEC 61966-2-1); half the level is 128.
    let stripes = Raster(
      width: 64, height: 64, format: .srgba,
      bytes: (0..<64 * 64).flatMap { $0 % 2 == 0 ? [255, 255, 255, 255] : [0, 0, 0, 255] as [UInt8] })

    let linear = try stripes.resize(toWidth: 32, height: 32, filter: .area, light: .linear)
    let gamma = try stripes.resize(toWidth: 32, height: 32, filter: .area, light: .gamma)

    #expect(linear.pixel(9, 9) == [188, 188, 188, 255])
    #expect(gamma.pixel(9, 9) == [128, 128, 128, 255])
  }

  @Test func aLargeReductionStaysWithinTwoLevelsOfTheFormulaOnASmoothPicture() throws {
    var source = Raster(width: 120, height: 90, format: .srgba, filledWith: 255)
    for y in 0..<90 {
      for x in 0..<120 {
        source.bytes[(y * 120 + x) * 4] = UInt8(127.5 + 127 * sin(Double(x) / 20))
        source.bytes[(y * 120 + x) * 4 + 1] = UInt8(127.5 + 127 * cos(Double(y) / 15))
      }
    }

    let resized = try source.resize(toWidth: 13, height: 11)

    let expected = exact(source, 13, 11, .lanczos3)
    #expect(zip(resized.bytes, expected).allSatisfy { abs(Double($0) - $1) <= 2 })
  }

  @Test func refusesEmptyAndHugeSizes() {
    let source = even(2, 2, [0, 0, 0, 255])
    #expect(throws: ImagingError.badParameter(name: "width", detail: "must be at least 1")) {
      try source.resize(toWidth: 0, height: 5)
    }
    #expect(throws: ImagingError.tooLarge(width: .max, height: .max, maxPixels: Raster.maxPixels)) {
      try source.resize(toWidth: .max, height: .max)
    }
  }

  @Test(arguments: ResizeFilter.allCases, ResizeLight.allCases)
  func aVeryTallPictureOfOneColorStaysThatColor(_ filter: ResizeFilter, _ light: ResizeLight) throws {
    let tall = Raster(width: 1, height: 400_000, format: .srgba, filledWith: 200)

    let resized = try tall.resize(toWidth: 1, height: 1, filter: filter, light: light)

    #expect(resized == even(1, 1, [200, 200, 200, 200]))
  }

  @Test func aCancelledResizeSaysSo() {
    #expect(throws: ImagingError.cancelled) {
      try noise(300, 300, seed: 4).resize(toWidth: 200, height: 200, isCancelled: { true })
    }
  }

  @Test func fittingKeepsProportionsAndNeverVanishes() {
    #expect(even(400, 200, [0, 0, 0, 255]).fitted(width: 100, height: 100) == (100, 50))
    #expect(even(1000, 1, [0, 0, 0, 255]).fitted(width: 10, height: 10) == (10, 1))
    #expect(even(2, 4, [0, 0, 0, 255]).fitted(width: .max, height: 8) == (4, 8))
  }
}
