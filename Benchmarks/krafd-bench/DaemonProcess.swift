import Foundation
import RPCProtocol

/// The program under test, with a runtime folder of its own, seen from outside.
struct DaemonProcess {
  let program: String
  let scratch: String

  init(_ arguments: Arguments) {
    program = arguments.krafd
    scratch = arguments.scratch
  }

  struct Failed: Error { let command: [String]; let errors: String }

  /// Runs one command to its end and answers its output.
  @discardableResult
  func run(_ words: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = words
    let place = "\(scratch)/out-\(UInt32.random(in: 0...UInt32.max))"
    _ = FileManager.default.createFile(atPath: place, contents: nil)
    process.standardOutput = FileHandle(forWritingAtPath: place)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    let text = try String(contentsOfFile: place, encoding: .utf8)
    try FileManager.default.removeItem(atPath: place)
    guard process.terminationStatus == 0 else { throw Failed(command: words, errors: text) }
    return text
  }

  /// A connection to the daemon, which is started when it does not run.
  func connect() throws -> RawClient {
    try RawClient(path: run("sockname").trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// Starts `krafd lsp --stdio`, asks `initialize`, and answers when the reply is complete; then lets it end.
  func initializeOnce() throws -> Double {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["lsp", "--stdio"]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    let initialize = Frame.encode(
      Array(#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"capabilities":{}}}"#.utf8))
    let elapsed = try Samples.time {
      try process.run()
      input.fileHandleForWriting.write(Data(initialize))
      var decoder = FrameDecoder()
      while decoder.push([UInt8](output.fileHandleForReading.availableData)).isEmpty {}
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    return elapsed
  }
}
