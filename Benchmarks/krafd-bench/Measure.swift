import Foundation
import RPCProtocol

/// One figure of the benchmark.
struct Row {
  let name: String
  let value: Double
  let unit: String
  /// What the figure must not exceed; nil where nothing was promised.
  var target: Double?
  /// What the figure must reach; nil where nothing was promised.
  var least: Double?

  var json: JSONValue {
    var object: JSONObject = ["name": .string(name), "value": .double(value), "unit": .string(unit)]
    if let target { object["target"] = .double(target) }
    if let least { object["least"] = .double(least) }
    return .object(object)
  }

  /// The form that the scoring kit reads.
  var kitForm: JSONValue { ["op": .string(name), "ms": .double(value)] }
}

/// The durations of repeated work, in milliseconds.
struct Samples {
  /// In ascending order.
  let all: [Double]

  init(_ milliseconds: [Double]) { all = milliseconds.sorted() }

  /// Runs `work` `warmUp` times unmeasured, then `count` times.
  init(count: Int, warmUp: Int = 1, _ work: () throws -> Void) rethrows {
    for _ in 0..<warmUp { try work() }
    var milliseconds: [Double] = []
    for _ in 0..<count { milliseconds.append(try Self.time(work)) }
    all = milliseconds.sorted()
  }

  /// One duration in milliseconds of the monotonic clock.
  static func time(_ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let duration = try clock.measure { try work() }
    return Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) * 1e-15
  }

  var median: Double { percentile(50) }

  /// The value below which `share` percent of the samples lie.
  func percentile(_ share: Double) -> Double {
    all[min(all.count - 1, Int(Double(all.count) * share / 100))]
  }
}

extension Process {
  struct NoFigure: Error {}

  /// The most memory that a process has held, in MiB.
  static func peakMemory(of process: String) throws -> Double {
    let facts = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let peak = facts.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = peak.flatMap { Double($0.filter(\.isNumber)) }
    guard let kilobytes else { throw NoFigure() }
    return kilobytes / 1024
  }
}
