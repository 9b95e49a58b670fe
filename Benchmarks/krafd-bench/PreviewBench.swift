import Foundation
import RPCProtocol

/// What somebody who types waits for until the picture of the shot follows: a scripted sequence of keys in the example list.
struct PreviewBench {
  private let daemon: DaemonProcess
  private let examples: String
  private let folder: String

  init(_ daemon: DaemonProcess, examples: String, folder: String) {
    self.daemon = daemon
    self.examples = examples
    self.folder = folder
  }

  func rows() throws -> [Row] {
    let files = FileManager.default
    try files.copyItem(atPath: "\(examples)/photos", toPath: "\(folder)/photos")
    let text = try String(contentsOfFile: "\(examples)/trailhead.kraf", encoding: .utf8)
    guard let line = text.components(separatedBy: "\n").lastIndex(where: { $0.hasPrefix("@front on") }) else {
      throw NoSuchLine()
    }
    let editor = try EditorSession(daemon.connect(), folder: folder)
    try editor.open("trailhead.kraf", language: "kraf", text)
    try editor.client.call(
      "kraf/preview/start", ["uri": .string(editor.uri), "position": ["line": .integer(line), "character": 0]])
    try finish(editor)
    var keys = 0
    func type() throws {
      keys += 1
      try editor.change(keys.isMultiple(of: 2) ? "" : "x", line: line, from: 9, to: keys.isMultiple(of: 2) ? 10 : 9)
    }
    // What goes on after the first picture is dropped by the next key.
    let first = try Samples(count: 60, warmUp: 5) {
      try type()
      try picture(editor) { _ in true }
    }
    let finest = try Samples(count: 20) {
      try type()
      try finish(editor)
    }
    return [
      Row(name: "key to the first preview picture, 384 px, p50", value: first.median, unit: "ms", target: 150),
      Row(name: "key to the first preview picture, 384 px, p99", value: first.percentile(99), unit: "ms", target: 300),
      Row(name: "key to the finest preview picture, 384 px, p50", value: finest.median, unit: "ms"),
    ]
  }

  private struct NoSuchLine: Error {}

  private func finish(_ editor: EditorSession) throws { try picture(editor) { $0["done"] == true } }

  private func picture(_ editor: EditorSession, _ fits: (JSONValue) -> Bool) throws {
    while true {
      let message = try editor.client.next()
      guard message["method"] == "kraf/preview/picture", let params = message["params"],
        params["version"]?.intValue == editor.version
      else { continue }
      if fits(params) { return }
    }
  }
}
