import Foundation
import Imaging
import RPCProtocol

/// The operations of the scoring kit on its own files, in this process, and one whole command inside the daemon.
struct CodecBench {
  let files: String
  let daemon: DaemonProcess

  func rows() throws -> [Row] {
    let bigJPEG = try bytes("p4000.jpg")
    let midPNG = try bytes("p2000.png")
    let bigPNG = try bytes("p4000.png")
    let big = try ImageFile.decode(bigJPEG)
    let mid = try ImageFile.decode(midPNG)
    var rows = [
      try row("decode JPEG 12 MP q90 4:2:0") { _ = try ImageFile.decode(bigJPEG) },
      try row("decode PNG 3 MP") { _ = try ImageFile.decode(midPNG) },
      try row("decode PNG 12 MP") { _ = try ImageFile.decode(bigPNG) },
      try row("encode JPEG 3 MP q90") { _ = try ImageFile.encode(mid, as: .jpeg) },
      try row("resize 12 -> 3 MP") { _ = try big.resize(toWidth: 2000, height: 1500) },
      try row("resize 12 MP -> 512 px") { _ = try big.resize(toWidth: 512, height: 384) },
    ]
    for (level, name) in [(EncodeOptions.Level.fast, "1"), (.normal, "3"), (.small, "6")] {
      var options = EncodeOptions.export
      options.level = level
      rows.append(
        try row("encode PNG 3 MP level \(name)") { _ = try ImageFile.encode(mid, as: .png, options: options) })
    }
    return try rows + whole()
  }

  /// Import once; then every run exports through the daemon: object store, decode, resize, encode, file on the disk.
  private func whole() throws -> [Row] {
    let client = try daemon.connect()
    try client.call("kraf/workspace/open", ["path": .string(files)])
    let asset = try client.call("kraf/asset/import", ["path": .string("\(files)/p4000.jpg")])
    guard let id = asset["result"]?["asset"] else { throw RawClient.Closed() }
    return try [(512, "whole: JPEG 12 MP -> 512 JPEG"), (2000, "whole: JPEG 12 MP -> 2000 JPEG q90")].map {
      width, name in
      let order: JSONValue = [
        "asset": id, "path": .string("\(files)/out-\(width).jpg"), "format": "jpeg", "width": .integer(width),
        "quality": .integer(width == 512 ? 85 : 90),
      ]
      return try row(name, count: 15) { try client.call("kraf/asset/export", order) }
    }
  }

  private func row(_ name: String, count: Int = 5, _ work: () throws -> Void) throws -> Row {
    Row(name: name, value: try Samples(count: count, work).median, unit: "ms")
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(files)/\(name)")))
  }
}
