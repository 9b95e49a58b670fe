import Foundation
import Imaging
import Testing

/// Embedded profiles against matrices computed here.
@Suite struct Profiles {
  @Test(
    arguments: [[255, 0, 0], [200, 100, 50], [30, 160, 90], [128, 128, 128], [255, 255, 255], [12, 34, 240]]
      as [[UInt8]])
  func displayP3BecomesTheSameColorInSRGB(_ color: [UInt8]) throws {
    let profile = ICC.profile(ICC.p3)
    let picture = even(2, 2, color + [77])
    let file = FileParts.png(try ImageFile.encode(picture, as: .png), adding: ICC.chunk(profile), dropping: "sRGB")

    let converted = try ImageFile.decode(file).pixel(1, 1)

    // Both spaces share their white and their curve, so the way is one matrix; colors outside sRGB are cut off.
    let light = color.map { Self.linear(Double($0) / 255) }
    let expected = ICC.times(ICC.times(ICC.inverse(ICC.toXYZ(ICC.srgb)), ICC.toXYZ(ICC.p3)), light).map {
      Self.encoded(min(max($0, 0), 1)) * 255
    }
    #expect(zip(converted, expected).allSatisfy { abs(Double($0) - $1) <= 1.5 }, "\(converted), expected \(expected)")
    #expect(converted[3] == 77)
  }

  @Test func anSRGBProfileChangesNoByte() throws {
    let picture = noise(16, 16, seed: 1)
    let file = FileParts.png(
      try ImageFile.encode(picture, as: .png), adding: ICC.chunk(ICC.profile(ICC.srgb)), dropping: "sRGB")

    #expect(try ImageFile.decode(file) == picture)
    #expect(try ImageFile.header(of: file).hasProfile)
  }

  @Test func aProfileInSeveralSegmentsIsJoined() throws {
    let profile = ICC.profile(ICC.p3)
    let plain = try ImageFile.encode(
      even(16, 16, [200, 100, 50, 255]), as: .jpeg, options: EncodeOptions(quality: 100))
    let name = Array("ICC_PROFILE\0".utf8)
    let second = FileParts.jpeg(plain, adding: 0xE2, name + [2, 2] + profile[200...])
    let file = FileParts.jpeg(second, adding: 0xE2, name + [1, 2] + profile[..<200])

    let direct = FileParts.png(
      try ImageFile.encode(even(1, 1, [200, 100, 50, 255]), as: .png), adding: ICC.chunk(profile), dropping: "sRGB")
    let expected = try ImageFile.decode(direct).pixel(0, 0)
    #expect(zip(try ImageFile.decode(file).pixel(8, 8), expected).allSatisfy { abs(Int($0) - Int($1)) <= 2 })
  }

  @Test func grayWithACurveBecomesGray() throws {
    // A curve of gamma 1: level 128 is light .502, which is sRGB level 188.
    let stored = try ImageFile.encode(Raster(width: 2, height: 2, format: .mask, filledWith: 128), as: .png)
    let file = FileParts.png(stored, adding: ICC.chunk(ICC.grayProfile(gamma: 1)), dropping: "sRGB")

    #expect(try ImageFile.decode(file).pixel(0, 0) == [188, 188, 188, 255])
    #expect(try ImageFile.decodeMask(file).pixel(0, 0) == [128])
  }

  @Test func garbageForAProfileIsIgnored() throws {
    let picture = even(16, 16, [200, 100, 50, 255])
    let png = try ImageFile.encode(picture, as: .png)
    let jpeg = try ImageFile.encode(picture, as: .jpeg)
    var random = Seeded(state: 5)
    let sound = ICC.profile(ICC.p3)
    for _ in 0..<50 {
      var profile = sound
      for _ in 0..<8 {
        profile[Int.random(in: 0..<profile.count, using: &random)] = UInt8(truncatingIfNeeded: random.next())
      }
      #expect((try ImageFile.decode(FileParts.png(png, adding: ICC.chunk(profile), dropping: "sRGB"))).width == 16)
      let segment = Array("ICC_PROFILE\0".utf8) + [1, 1] + profile
      #expect((try ImageFile.decode(FileParts.jpeg(jpeg, adding: 0xE2, segment))).width == 16)
    }
    let noise = Array("ICC_PROFILE\0".utf8) + [1, 1] + (0..<900).map { UInt8($0 % 251) }
    #expect(try ImageFile.decode(FileParts.jpeg(jpeg, adding: 0xE2, noise)) == ImageFile.decode(jpeg))
  }

  @Test func aProfileOfFiveMegabytesIsRefusedWithItsSize() throws {
    let count = 5 << 20
    let profile = ICC.profile(ICC.p3, padding: count)
    var file = try ImageFile.encode(even(16, 16, [1, 2, 3, 255]), as: .jpeg)
    let pieces = stride(from: 0, to: count, by: 65_000).map { profile[$0..<min(count, $0 + 65_000)] }
    for (index, piece) in pieces.enumerated().reversed() {
      let prefix = Array("ICC_PROFILE\0".utf8) + [UInt8(index + 1), UInt8(pieces.count)]
      file = FileParts.jpeg(file, adding: 0xE2, prefix + piece)
    }

    let refused = ImagingError.damaged(
      format: "jpeg", detail: "a color profile of 5242880 bytes; at most 4194304 are read", byte: nil)
    #expect(throws: refused) { try ImageFile.decode(file) }
  }

  /// Source: IEC 61966-2-1, 5.2.
  private static func linear(_ value: Double) -> Double {
    value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  private static func encoded(_ value: Double) -> Double {
    value <= 0.0031308 ? value * 12.92 : 1.055 * pow(value, 1 / 2.4) - 0.055
  }
}
