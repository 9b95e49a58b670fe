import Foundation
import Imaging

/// The cut-out of the example bottle, in this process.
enum PictureBench {
  static func rows(examples: String) throws -> [Row] {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(examples)/photos/bottle-studio.jpg")))
    let photo = try ImageFile.decode(bytes)
    let cutting = try Samples(count: 5) { _ = try CutOut.find(in: photo) }
    return [Row(name: "cut-out of a 1600 px photo", value: cutting.median, unit: "ms")]
  }
}
