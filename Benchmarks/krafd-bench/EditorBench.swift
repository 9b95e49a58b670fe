import Catalog
import Foundation
import RPCProtocol
import ShotList

/// What an editor waits for: a key and its diagnostics, hovers and completions, on 500 lines; beside clangd with 500 lines of C
/// where it is installed.
struct EditorBench {
  private let daemon: DaemonProcess
  private let examples: String
  private let folder: String

  init(_ arguments: Arguments) throws {
    daemon = DaemonProcess(arguments)
    examples = arguments.examples
    folder = "\(arguments.scratch)/editor-\(UInt32.random(in: 0...UInt32.max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  func rows() throws -> [Row] {
    let text = try LanguageBench.lengthened("\(examples)/trailhead.kraf", toLines: 500)
    let lines = text.components(separatedBy: "\n")
    guard let prompt = lines.lastIndex(where: { $0.hasPrefix("@front on") }),
      let style = lines.lastIndex(where: { $0.hasPrefix("style: ") })
    else { throw NoSuchLine() }
    let editor = try EditorSession(daemon.connect(), folder: folder)
    try editor.open("list.kraf", language: "kraf", text)
    try editor.awaitDiagnostics()
    let key = try Samples(count: 400, warmUp: 20) { try editor.type("x", line: prompt, character: 9) }
    let hover = try Samples(count: 1_000, warmUp: 50) { try editor.ask("hover", line: style, character: 9) }
    let completion = try Samples(count: 1_000, warmUp: 50) { try editor.ask("completion", line: style, character: 9) }
    let heading = lines.lastIndex { $0.hasPrefix("## ") } ?? 0
    let shot = try Samples(count: 300, warmUp: 30) { try editor.ask("hover", line: heading, character: 4) }
    let name = ShotList.analyse(text, catalog: .builtIn).shots.last?.name ?? ""
    let enhancing: JSONValue = ["path": .string("\(folder)/list.kraf"), "text": .string(text), "shot": .string(name)]
    let enhanced = try Samples(count: 300, warmUp: 30) { try editor.client.call("kraf/prompt/enhance", enhancing) }
    let grown = try growth(of: editor, line: prompt)
    return [
      Row(name: "key to diagnostics in 500 lines, p50", value: key.median, unit: "ms"),
      Row(name: "key to diagnostics in 500 lines, p99", value: key.percentile(99), unit: "ms", target: 5),
      Row(name: "hover in 500 lines, p50", value: hover.median, unit: "ms", target: 0.3),
      Row(name: "hover in 500 lines, p99", value: hover.percentile(99), unit: "ms", target: 2),
      Row(name: "completion in 500 lines, p50", value: completion.median, unit: "ms", target: 0.3),
      Row(name: "completion in 500 lines, p99", value: completion.percentile(99), unit: "ms", target: 2),
      Row(name: "hover of a shot in 500 lines, with its plan, p50", value: shot.median, unit: "ms"),
      Row(name: "enhancing a shot of 500 lines, p50", value: enhanced.median, unit: "ms", target: 10),
      Row(name: "resident memory added by 20000 edits", value: grown, unit: "MiB", target: 5),
    ] + (try PreviewBench(daemon, examples: examples, folder: folder).rows()) + (try clangd())
  }

  private struct NoSuchLine: Error {}

  /// What 20,000 keys leave behind, in MiB.
  private func growth(of editor: EditorSession, line: Int) throws -> Double {
    let before = try editor.residentBytes()
    for number in 0..<20_000 {
      try editor.change(number.isMultiple(of: 2) ? "y" : "", line: line, from: 9, to: number.isMultiple(of: 2) ? 9 : 10)
      if number % 500 == 499 { try editor.ask("hover", line: line, character: 2) }
    }
    return Double(try editor.residentBytes() - before) / 1_048_576
  }

  /// The same questions to clangd about 500 lines of C.
  private func clangd() throws -> [Row] {
    guard let program = Self.program("clangd") else {
      FileHandle.standardError.write(Data("SKIP clangd: none on the PATH\n".utf8))
      return []
    }
    var text = ""
    for number in 0..<100 {
      text += "int twice_\(number)(int value) {\n  int result = value + value;\n  return result;\n}\n\n"
    }
    var ends: [Int32] = [0, 0]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else { throw RawClient.Closed() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["--log=error", "--background-index=false"]
    process.standardInput = FileHandle(fileDescriptor: ends[1], closeOnDealloc: false)
    process.standardOutput = FileHandle(fileDescriptor: ends[1], closeOnDealloc: false)
    process.standardError = FileHandle.nullDevice
    try process.run()
    close(ends[1])
    defer { process.terminate() }
    let editor = try EditorSession(RawClient(owning: ends[0]), folder: folder)
    try editor.open("list.c", language: "c", text)
    try editor.awaitDiagnostics()
    let hover = try Samples(count: 300, warmUp: 50) { try editor.ask("hover", line: 491, character: 14) }
    let completion = try Samples(count: 100, warmUp: 10) { try editor.ask("completion", line: 492, character: 12) }
    return [
      Row(name: "clangd: hover in 500 lines of C, p50", value: hover.median, unit: "ms"),
      Row(name: "clangd: completion in 500 lines of C, p50", value: completion.median, unit: "ms"),
    ]
  }

  private static func program(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
