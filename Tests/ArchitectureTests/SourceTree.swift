import Foundation
import Testing

/// One Swift file of the project, as text.
struct SourceFile: CustomTestStringConvertible, Sendable {
  /// The path from the project's root, like `Sources/Imaging/Raster.swift`.
  let path: String
  let text: String

  /// The folder below `Sources` or `Tests`: the name of the module.
  var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  var testDescription: String { path }

  /// The lines that are code: comment lines and doc comments left out.
  var codeLines: [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.drop { $0 == " " }.hasPrefix("//") }
  }
}

/// The sources of this checkout, found from where this file was compiled.
enum SourceTree {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every file below `folder` whose name ends with `suffix`, in the order of their paths.
  static func files(in folder: String, ending suffix: String = ".swift") -> [SourceFile] {
    let base = root.appendingPathComponent(folder)
    let names = (FileManager.default.enumerator(atPath: base.path)?.allObjects ?? []).compactMap { $0 as? String }
    return names.filter { $0.hasSuffix(suffix) }.sorted().compactMap { file(at: "\(folder)/\($0)") }
  }

  /// The file at `path`, counted from the project's root.
  static func file(at path: String) -> SourceFile? {
    guard let text = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8) else { return nil }
    return SourceFile(path: path, text: text)
  }
}
