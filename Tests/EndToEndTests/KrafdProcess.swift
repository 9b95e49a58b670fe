import Foundation
import Testing

/// What one run of the program printed and how it ended.
struct Outcome: Sendable {
  let status: Int32
  let output: String
  let errors: String

  /// The standard output as one JSON document.
  func json() throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
    return try #require(value as? [String: Any], "not an object: \(output)")
  }
}

/// A user of the built `krafd`, with a home, a runtime folder and a project folder of its own.
///
/// Nothing outside its temporary folder is touched, and its daemon is stopped when it goes.
final class KrafdUser {
  let folder: URL
  let project: URL
  var environment: [String: String]

  init() throws {
    // Short on purpose: a Unix socket's path holds about a hundred bytes.
    folder = URL(fileURLWithPath: "/tmp/kt-\(UInt32.random(in: 0...UInt32.max))")
    project = folder.appendingPathComponent("project")
    for part in ["home", "run", "project"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(part), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
    }
    environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.appendingPathComponent("home").path,
      "KRAF_RUNTIME_DIR": folder.appendingPathComponent("run").path, "LANG": "C.UTF-8",
    ]
  }

  deinit {
    _ = try? run("stop")
    try? FileManager.default.removeItem(at: folder)
  }

  /// The program that the build made: beside the test bundle, or named by `KRAFD_BINARY`.
  static let binary: String = {
    if let named = ProcessInfo.processInfo.environment["KRAFD_BINARY"] { return named }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let built = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent().appendingPathComponent("krafd").path }
    let candidates = built + [root.appendingPathComponent(".build/debug/krafd").path]
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? candidates[candidates.count - 1]
  }()

  /// Runs `krafd` to its end, or ends it after `deadline` seconds and reports that.
  @discardableResult
  func run(_ arguments: String..., input: String? = nil, deadline: Double = 60) throws -> Outcome {
    try launch(Self.binary, arguments, input: input, deadline: deadline)
  }

  /// Runs any program in the project folder with this user's environment.
  func launch(_ program: String, _ arguments: [String], input: String? = nil, deadline: Double = 60) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = project
    process.environment = environment
    // Files instead of pipes: a daemon started by the command may outlive it, and would keep a pipe open.
    let places = ["out", "err"].map { folder.appendingPathComponent("\($0)-\(UInt32.random(in: 0...UInt32.max))") }
    for place in places { try Data().write(to: place) }
    process.standardOutput = try FileHandle(forWritingTo: places[0])
    process.standardError = try FileHandle(forWritingTo: places[1])
    let stdin = Pipe()
    process.standardInput = stdin
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    if let input { stdin.fileHandleForWriting.write(Data(input.utf8)) }
    try stdin.fileHandleForWriting.close()
    if ended.wait(timeout: .now() + deadline) == .timedOut {
      process.terminate()
      Issue.record("krafd \(arguments.joined(separator: " ")) did not end within \(deadline) s")
    }
    process.waitUntilExit()
    let texts = places.map { (try? String(contentsOf: $0, encoding: .utf8)) ?? "" }
    return Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }

  /// Writes a file of the project and answers its path.
  @discardableResult
  func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    let place = project.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: place)
    return place.path
  }

  /// The files below `name` in the project, or in any folder given by its full path.
  func files(in name: String) -> [String] {
    let place = name.hasPrefix("/") ? name : project.appendingPathComponent(name).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []).sorted()
  }
}
