import ArgumentParser
import Daemon

/// Makes complete prompts of short wishes.
struct Enhance: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes complete prompts of the short wishes in a shot list.",
    discussion: """
      What you wrote stays word for word; the rest comes from the header, the role, the style and the channel. Without a
      shot all are done.
      """)

  @Argument(help: "The shot list, with #NAME behind it for one shot.", completion: .file(extensions: ["kraf"]))
  var file: String
  @Option(help: "How the model wants to be spoken to: prose, json, keywords or motion.") var dialect = "prose"
  @Flag(help: "Let the model that text-model.json describes help with the words.") var assist = false
  @Flag(help: "Write what is new into the file.") var write = false
  @Flag(help: "Print one JSON document with the source of every phrase.") var json = false

  func run() throws {
    try EnhanceRun(file: file, dialect: dialect, isAssisted: assist, writes: write, printsJSON: json).run()
  }
}
