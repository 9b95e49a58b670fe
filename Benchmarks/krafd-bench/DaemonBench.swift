import Foundation
import RPCProtocol

/// The daemon as its clients feel it: latency, start, memory, a whole render, and how fast it falls quiet.
struct DaemonBench {
  private let daemon: DaemonProcess
  private let examples: String

  init(_ arguments: Arguments) {
    daemon = DaemonProcess(arguments)
    examples = arguments.examples
  }

  func rows() throws -> [Row] {
    try start() + memory() + roundTrip() + render() + cancel()
  }

  private func start() throws -> [Row] {
    let cold = try Samples(count: 15) {
      try daemon.run("stop")
    } measuring: {
      try daemon.initializeOnce()
    }
    let warm = try Samples(count: 15) {
    } measuring: {
      try daemon.initializeOnce()
    }
    return [
      Row(name: "spawn to initialize answered, no daemon yet, median", value: cold.median, unit: "ms", target: 30),
      Row(name: "spawn to initialize answered, daemon running, median", value: warm.median, unit: "ms", target: 30),
    ]
  }

  private func memory() throws -> [Row] {
    try daemon.run("stop")
    let status = try daemon.connect().call("kraf/status")
    guard case .integer(let bytes) = status["result"]?["residentBytes"] else { throw RawClient.Closed() }
    return [Row(name: "idle resident memory", value: Double(bytes) / 1_048_576, unit: "MiB", target: 30)]
  }

  /// Beside a thread that echoes as many bytes: most of a round trip is the system waking the two sides.
  private func roundTrip() throws -> [Row] {
    let request: JSONValue = ["jsonrpc": "2.0", "id": 1, "method": "kraf/status"]
    let client = try daemon.connect()
    let echo = try EchoPeer.connect(answering: Frame.encode(try client.call("kraf/status").encoded()))
    let frame = Frame.encode(request.encoded())
    var times: (krafd: [Double], echo: [Double]) = ([], [])
    for _ in 0..<40 {
      times.krafd += try Samples(count: 500, warmUp: 50) { try client.exchange(frame) }.all
      times.echo += try Samples(count: 500, warmUp: 50) { try echo.exchange(frame) }.all
    }
    let (krafd, bare) = (Samples(times.krafd), Samples(times.echo))
    return [
      Row(name: "round trip of a small request, p50", value: krafd.median * 1000, unit: "µs", target: 40),
      Row(name: "round trip of a small request, p99", value: krafd.percentile(99) * 1000, unit: "µs", target: 150),
      Row(name: "bare echo of as many bytes between two threads, p50", value: bare.median * 1000, unit: "µs"),
      Row(name: "bare echo of as many bytes between two threads, p99", value: bare.percentile(99) * 1000, unit: "µs"),
    ]
  }

  /// The example, in a fresh workspace each time, so that nothing is found ready.
  private func render() throws -> [Row] {
    let samples = try Samples(count: 3) {
    } measuring: {
      let folder = try freshExamples()
      return try Samples.time {
        try daemon.run("render", "\(folder)/trailhead.kraf", "--out", "\(folder)/out")
      }
    }
    return [
      Row(
        name: "krafd render examples/trailhead.kraf, 2 shots at 1024 px", value: samples.median / 1000, unit: "s",
        target: 12)
    ]
  }

  private func cancel() throws -> [Row] {
    var round = 0
    let samples = try Samples(count: 7) {
    } measuring: {
      round += 1
      return try cancelOnce(round: round)
    }
    return [Row(name: "cancel to quiet, median", value: samples.median, unit: "ms", target: 50)]
  }

  /// Cancels a large picture in the middle of its passes; the time until the job has ended.
  private func cancelOnce(round: Int) throws -> Double {
    let folder = try freshExamples()
    let client = try daemon.connect()
    let order: JSONValue = [
      "path": .string("\(folder)/trailhead.kraf"), "shots": ["hero"], "key": .string("cancel-\(round)"),
      "width": 2048, "height": 2048,
    ]
    let reply = try client.call("kraf/generate", order)
    guard let job = reply["result"]?["jobs"]?[0]?["job"] else { throw RawClient.Closed() }
    while true {
      let message = try client.next()
      if message["method"]?.stringValue == "kraf/job/progress", message["params"]?["preview"] != nil { break }
    }
    return try Samples.time {
      try client.send("kraf/job/cancel", ["job": job])
      try client.call("kraf/job/wait", ["job": job])
    }
  }

  private func freshExamples() throws -> String {
    let folder = "\(daemon.scratch)/examples-\(UInt32.random(in: 0...UInt32.max))"
    try FileManager.default.copyItem(atPath: examples, toPath: folder)
    try? FileManager.default.removeItem(atPath: "\(folder)/.kraf")
    return folder
  }
}

extension Samples {
  /// Repeats a measurement that times only a part of its work; `prepare` runs before each.
  init(count: Int, _ prepare: () throws -> Void, measuring: () throws -> Double) rethrows {
    var milliseconds: [Double] = []
    for _ in 0..<count {
      try prepare()
      milliseconds.append(try measuring())
    }
    self.init(milliseconds)
  }
}
