import ArgumentParser
import Daemon

/// Removes the background of a photo.
struct Cutout: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Writes a photo without its background.")

  @Argument(help: "The photo: PNG, JPEG or WebP.", completion: .file()) var photo: String
  @Argument(help: "The PNG to write; an older file is replaced.", completion: .file()) var output: String
  @Option(help: "The box that the product nearly fills, in px: left,top,width,height.") var box: String?
  @Option(help: "A point or line on the product, in px: x,y or x,y,x,y…; may be given often.") var product: [String] =
    []
  @Option(help: "A point or line on what is not the product; may be given often.") var background: [String] = []
  @Option(
    help: "A folder for pictures of every stage, beside the cut-out.", completion: .directory)
  var explain: String?
  @Flag(help: "Print one JSON document with the confidence.") var json = false

  func run() throws {
    let hints = CutoutRun.Hints(
      box: try box.map { try numbers(in: $0, of: "--box") },
      product: try product.map { try numbers(in: $0, of: "--product") },
      background: try background.map { try numbers(in: $0, of: "--background") })
    try CutoutRun(photo: photo, output: output, hints: hints, explain: explain, printsJSON: json).run()
  }

  private func numbers(in text: String, of option: String) throws -> [Double] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let number = Double(part.trimmingPrefix(while: \.isWhitespace)) else {
        throw ValidationError("'\(option) \(text)' must be numbers with commas between them, like 10,20,300,400")
      }
      return number
    }
  }
}
