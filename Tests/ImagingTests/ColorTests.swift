import Foundation
import Imaging
import Testing

@Suite struct Colors {
  /// Source: IEC 61966-2-1, 5.2.
  private func light(_ level: Double) -> Double {
    let value = level / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  private var allLevels: Raster {
    let bytes = (0...255).flatMap { (level: UInt8) -> [UInt8] in [level, 255 - level, 7, level] }
    return Raster(width: 256, height: 1, format: .srgba, bytes: bytes)
  }

  @Test func everyLevelHasTheLightOfTheStandard() {
    let samples = LinearPicture(allLevels).samples

    for level in 0...255 {
      #expect(abs(Double(samples[level * 4]) - light(Double(level))) < 1e-6)
      #expect(abs(Double(samples[level * 4 + 3]) - Double(level) / 255) < 1e-6)
    }
  }

  @Test func everyLevelComesBack() {
    #expect(LinearPicture(allLevels).raster == allLevels)
  }

  @Test func lightIsRoundedToTheNearestLevel() {
    var picture = LinearPicture(even(512, 1, [0, 0, 0, 255]))
    var samples = picture.samples
    for step in 0..<255 {
      samples[step * 8] = Float(light(Double(step) + 0.499))
      samples[step * 8 + 4] = Float(light(Double(step) + 0.501))
    }
    picture.samples = samples

    let raster = picture.raster

    for step in 0..<255 {
      #expect(raster.bytes[step * 8] == UInt8(step))
      #expect(raster.bytes[step * 8 + 4] == UInt8(step + 1))
    }
  }

  @Test func lightThatCannotBeShownIsCutOff() {
    var picture = LinearPicture(even(2, 1, [0, 0, 0, 0]))
    picture.samples = [-1, 2, .nan, .nan, .infinity, -.infinity, 1, 3]

    #expect(picture.raster.bytes == [0, 255, 0, 0, 255, 0, 255, 255])
  }

  /// Source: the primaries of sRGB in Lab under D65, computed by hand from IEC 61966-2-1 and CIE 15, as widely tabled.
  @Test(
    arguments: [
      ([255, 255, 255], [100, 0, 0]), ([0, 0, 0], [0, 0, 0]), ([255, 0, 0], [53.24, 80.09, 67.20]),
      ([0, 255, 0], [87.73, -86.18, 83.18]), ([0, 0, 255], [32.30, 79.19, -107.86]),
      ([128, 128, 128], [53.59, 0, 0]), ([1, 1, 1], [0.2742, 0, 0]),
    ] as [([UInt8], [Float])])
  func labOfKnownColors(_ levels: [UInt8], _ expected: [Float]) {
    let lab = LabColor(PixelColor(red: levels[0], green: levels[1], blue: levels[2]))

    #expect(abs(lab.lightness - expected[0]) < 0.01)
    #expect(abs(lab.a - expected[1]) < 0.02)
    #expect(abs(lab.b - expected[2]) < 0.02)
  }

  @Test func labComesBackAsTheSameLight() {
    for color in [[0.2, 0.5, 0.9], [0.001, 0, 0.003], [1, 1, 1], [0, 0, 0.01]] as [[Float]] {
      let light = LabColor(red: color[0], green: color[1], blue: color[2]).light
      #expect((0..<3).allSatisfy { abs(light[$0] - color[$0]) < 1e-4 })
    }
  }

  @Test func theTableOfRootsIsWithinAHundredth() {
    let picture = noise(40, 40, seed: 3)
    let planes = LabPicture(picture)

    for index in 0..<1600 {
      let pixel = picture.pixel(index % 40, index / 40)
      let exact = LabColor(PixelColor(red: pixel[0], green: pixel[1], blue: pixel[2]))
      let found = LabColor(
        lightness: planes.lightness.values[index], a: planes.a.values[index], b: planes.b.values[index])
      #expect(exact.distance(to: found) < 0.017)
    }
  }
}

@Suite struct LayingOver {
  @Test func halfOverWhiteIsTheMeanOfLevelsOrOfLight() {
    let black = even(1, 1, [0, 0, 0, 128])

    // 255 · 127 / 255 = 127; light 127 / 255 = .498 is level 187.5 (IEC 61966-2-1).
    #expect(black.over(.white).bytes == [127, 127, 127, 255])
    #expect([187, 188].contains(black.over(.white, light: .linear).bytes[0]))
  }

  @Test(arguments: ResizeLight.allCases) func opaqueAndClearPixelsKeepEveryByte(_ light: ResizeLight) throws {
    let (top, bottom) = (noise(16, 16, seed: 1), noise(16, 16, seed: 2, opaque: true))
    var layered = top
    layered.bytes = top.bytes.enumerated().map { index, byte in
      index % 4 == 3 ? (index / 4 % 2 == 0 ? 255 : 0) : byte
    }

    let result = try layered.over(bottom, light: light)

    for index in 0..<256 {
      let source = index % 2 == 0 ? layered : bottom
      #expect(result.pixel(index % 16, index / 16) == source.pixel(index % 16, index / 16))
    }
  }

  @Test func twoHalvesOfAlphaAreThreeQuarters() throws {
    // Porter and Duff: alpha = .5 + .5 · .5; color = (.5 · 200 + .25 · 80) / .75 = 160.
    let result = try even(1, 1, [200, 200, 200, 128]).over(even(1, 1, [80, 80, 80, 128]))

    #expect(result.bytes == [160, 160, 160, 192])
  }

  @Test func anotherSizeIsRefused() {
    #expect(throws: ImagingError.badParameter(name: "background", detail: "must be a picture of 2 × 1 px")) {
      try even(2, 1, [0, 0, 0, 0]).over(even(1, 2, [0, 0, 0, 0]))
    }
  }
}
