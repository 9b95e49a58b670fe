import Foundation
import RPCProtocol

/// Measures krafd and prints JSON; `Benchmarks/run.sh` calls it and sets the figures beside the peers.
///
///     krafd-bench all   --krafd PROGRAM --examples FOLDER --scratch FOLDER   one object with all rows
///     krafd-bench codec --krafd PROGRAM --scratch FOLDER FILES               a list, as the scoring kit wants it
///     krafd-bench studio --examples FOLDER --scratch FOLDER                  pictures and a set for `studio.py` in FOLDER
///     krafd-bench studio-speed  --examples FOLDER                            an object with the studio's rows
///     krafd-bench workspace --krafd PROGRAM --examples FOLDER --scratch FOLDER   an object with the workspace's rows
///     krafd-bench editor --krafd PROGRAM --examples FOLDER --scratch FOLDER      an object with the editor's rows
///     krafd-bench studio-memory --examples FOLDER                            an object with one row
@main
struct Bench {
  static func main() throws {
    let arguments = try Arguments(CommandLine.arguments.dropFirst())
    switch arguments.suite {
    case "codec":
      let rows = try CodecBench(files: arguments.files, daemon: DaemonProcess(arguments)).rows()
      emit(.array(rows.map(\.kitForm)))
    case "studio":
      try StudioBench(arguments).pictures(side: 512, samples: 4_096)
    case "studio-speed":
      emit(["rows": .array(try StudioBench(arguments).rows().map(\.json))])
    case "workspace":
      emit(["rows": .array(try WorkspaceBench(arguments).rows().map(\.json))])
    case "editor":
      emit(["rows": .array(try EditorBench(arguments).rows().map(\.json))])
    case "studio-memory":
      emit(["rows": .array(try StudioBench(arguments).memory().map(\.json))])
    default:
      var rows = try DaemonBench(arguments).rows()
      rows += try ProtocolBench.rows()
      rows += try LanguageBench.rows(examples: arguments.examples)
      rows += try EditorBench(arguments).rows()
      rows += try WorkspaceBench(arguments).rows()
      rows += try PictureBench.rows(examples: arguments.examples)
      rows += try StudioBench(arguments).rows()
      rows += try CutOutBench(arguments).rows()
      emit(["rows": .array(rows.map(\.json))])
    }
  }

  private static func emit(_ value: JSONValue) {
    FileHandle.standardOutput.write(Data(value.encoded()) + Data("\n".utf8))
  }
}

/// The words after the program's name.
struct Arguments {
  let suite: String
  var krafd = ".build/release/krafd"
  var examples = "examples"
  var scratch = "/tmp"
  var files = "."

  struct Unknown: Error { let word: String }

  init(_ words: ArraySlice<String>) throws {
    var rest = words
    suite = rest.popFirst() ?? "all"
    while let word = rest.popFirst() {
      switch word {
      case "--krafd": krafd = rest.popFirst() ?? krafd
      case "--examples": examples = rest.popFirst() ?? examples
      case "--scratch": scratch = rest.popFirst() ?? scratch
      case _ where word.hasPrefix("--"): throw Unknown(word: word)
      default: files = word
      }
    }
  }
}
