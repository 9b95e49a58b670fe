import Foundation
import RPCProtocol

/// Measures krafd and prints JSON; `Benchmarks/run.sh` calls it and sets the figures beside the peers.
///
///     krafd-bench all   --krafd PROGRAM --examples FOLDER --scratch FOLDER   one object with all rows
///     krafd-bench codec --krafd PROGRAM --scratch FOLDER FILES               a list, as the scoring kit wants it
@main
struct Bench {
  static func main() throws {
    let arguments = try Arguments(CommandLine.arguments.dropFirst())
    switch arguments.suite {
    case "codec":
      let rows = try CodecBench(files: arguments.files, daemon: DaemonProcess(arguments)).rows()
      emit(.array(rows.map(\.kitForm)))
    default:
      var rows = try DaemonBench(arguments).rows()
      rows += try ProtocolBench.rows()
      rows += try LanguageBench.rows(examples: arguments.examples)
      rows += try PictureBench.rows(examples: arguments.examples)
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
