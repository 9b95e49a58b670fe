import Foundation
import RPCProtocol

/// A large workspace as its clients feel it: opening, importing, planning, the canvas, and how fast a change is told.
struct WorkspaceBench {
  private let daemon: DaemonProcess
  private let examples: String
  private let root: String

  init(_ arguments: Arguments) throws {
    daemon = DaemonProcess(arguments)
    examples = arguments.examples
    root = "\(arguments.scratch)/workspace-\(UInt32.random(in: 0...UInt32.max))"
    try FileManager.default.createDirectory(atPath: "\(root)/refs", withIntermediateDirectories: true)
  }

  func rows() throws -> [Row] {
    let client = try daemon.connect()
    try check(client.call("kraf/workspace/open", ["path": .string(root)]))
    return try [imports(client), plan(client), canvas(client), event(client), opening(client)]
  }

  /// Photos of 2.56 MP, each with other bytes, imported and shown at 256 px.
  private func imports(_ client: RawClient) throws -> Row {
    let (count, megapixels) = (1_000, 2.56)
    let photo = try Data(contentsOf: URL(fileURLWithPath: "\(examples)/photos/bottle-studio.jpg"))
    for number in 0..<count {
      // What follows the end of a JPEG is no part of its picture.
      try (photo + Data("\(number)".utf8)).write(to: URL(fileURLWithPath: "\(root)/refs/\(number).jpg"))
    }
    let milliseconds = try Samples.time {
      let ids = try (0..<count).map { number in
        try client.send("kraf/asset/import", ["path": .string("\(root)/refs/\(number).jpg")])
      }
      let assets = try client.replies(to: ids).map { reply in
        guard let asset = reply["result"]?["asset"] else { throw Refused(reply: reply) }
        return asset
      }
      let small = try assets.map { try client.send("kraf/asset/thumbnail", ["asset": $0, "px": 256]) }
      for reply in try client.replies(to: small) { try check(reply) }
    }
    return Row(
      name: "\(count) photos imported and shown small", value: Double(count) * megapixels / (milliseconds / 1000),
      unit: "MP/s", least: 60)
  }

  /// The most shots that one shot list may have.
  private func plan(_ client: RawClient) throws -> Row {
    let count = 500
    var text = "# Bottle\n\n@front = refs/0.jpg\n"
    for number in 0..<count {
      text += "\n## hero n\(number)\n\nstyle: pure-white\nseed: \(number)\n\n@front on white.\n"
    }
    let request: JSONValue = ["path": .string("\(root)/list.kraf"), "text": .string(text)]
    try check(client.call("kraf/plan", request))
    let samples = try Samples(count: 9) { try client.call("kraf/plan", request) }
    return Row(name: "plan of \(count) shots", value: samples.median, unit: "ms", target: 100)
  }

  private func canvas(_ client: RawClient) throws -> Row {
    let count = 500
    let path = "\(root)/small.png"
    try daemon.run("cutout", "\(examples)/photos/mug-studio.jpg", path)
    let orders = try (1...count).map { width in
      let order: JSONValue = [
        "path": .string(path), "workspace": .string(root), "operation": "crop", "key": .string("crop \(width)"),
        "parameters": ["x": 0, "y": 0, "width": .integer(width), "height": 1], "owner": "detached",
      ]
      return try client.send("kraf/edit", order)
    }
    let jobs = try client.replies(to: orders).map { reply in
      guard let job = reply["result"]?["job"] else { throw Refused(reply: reply) }
      return job
    }
    for job in jobs { try check(client.call("kraf/job/wait", ["job": job])) }
    let samples = try Samples(count: 50) { try client.call("kraf/canvas/get") }
    return Row(name: "kraf/canvas/get of \(count) nodes", value: samples.median, unit: "ms", target: 10)
  }

  /// From one client's change of the canvas to another's event.
  private func event(_ client: RawClient) throws -> Row {
    let listener = try daemon.connect()
    try check(listener.call("kraf/workspace/open", ["path": .string(root)]))
    try check(listener.call("kraf/subscribe", ["topics": ["canvas"]]))
    let canvas = try client.call("kraf/canvas/get")["result"]
    guard let node = canvas?["nodes"]?[7]?["node"], var clock = canvas?["clock"] else { throw Refused(reply: .null) }
    var number = 0
    let samples = try Samples(count: 40) {
      number += 1
      let move: JSONValue = ["action": "set", "node": node, "x": .integer(number), "y": 0]
      try client.send("kraf/canvas/apply", ["baseClock": clock, "changes": .array([move])])
      var event = try listener.next()
      while event["method"]?.stringValue != "kraf/event" { event = try listener.next() }
      clock = event["params"]?["clock"] ?? clock
    }
    return Row(
      name: "a canvas change told to a subscriber, on the disk before", value: samples.median, unit: "ms", target: 5)
  }

  private func opening(_ client: RawClient) throws -> Row {
    let count = 10_000
    let list = try client.call("kraf/asset/list", ["kind": "output", "limit": 1])
    guard let path = list["result"]?["assets"]?[0]?["path"]?.stringValue else { throw Refused(reply: list) }
    let picture = try Data(contentsOf: URL(fileURLWithPath: path))
    for number in 0..<count {
      // What follows the end of a PNG is no part of its picture.
      try (picture + Data("\(number)".utf8)).write(to: URL(fileURLWithPath: "\(root)/refs/tiny.png"))
      try check(client.call("kraf/asset/import", ["path": .string("\(root)/refs/tiny.png")]))
    }
    let samples = try Samples(count: 9) {
      try daemon.run("stop")
    } measuring: {
      let client = try daemon.connect()
      return try Samples.time { try check(client.call("kraf/workspace/open", ["path": .string(root)])) }
    }
    return Row(name: "opening a workspace of \(count) assets", value: samples.median, unit: "ms", target: 150)
  }

  private struct Refused: Error { let reply: JSONValue }

  @discardableResult
  private func check(_ reply: JSONValue) throws -> JSONValue {
    guard reply["error"] == nil else { throw Refused(reply: reply) }
    return reply
  }
}
