import ArgumentParser
import Daemon

/// Makes the pictures of a shot list.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Makes the pictures of a shot list.")

  @Argument(help: "The shot list.", completion: .file(extensions: ["kraf"])) var file: String
  @Option(help: "The folder for the pictures; it is made when missing.", completion: .directory) var out: String
  @Option(help: "Make only this shot; may be given several times.") var shot: [String] = []
  @Option(
    help:
      "Make a clip beside each picture, as MP4 too where ffmpeg is there: push-in, light-sweep, gobo-drift or parallax."
  ) var motion: String?
  @OptionGroup var options: TermOptions
  @Flag(help: "Make exactly what the lock file beside the shot list says, or say what differs.") var locked = false
  @Flag(help: "Print one JSON document instead of a table.") var json = false

  func run() throws {
    try RenderRun(
      file: file, folder: out, shots: shot, terms: options.terms, motion: motion, isLocked: locked, printsJSON: json
    ).run()
  }
}
