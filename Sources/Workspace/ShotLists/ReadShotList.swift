import Catalog
import Generation
import Glibc
import Imaging
import Platform
public import ShotList

/// A shot list as it was when an order came.
struct ReadShotList: Sendable {
  /// Relative to the root.
  var path: String
  var text: String
  var analysis: Analysis

  /// The shots of these names, in the order of the text; nil means all.
  ///
  /// Throws: `noShots`, `noSuchShot`; `shotListIssues` when errors stand in the header or in one of the shots.
  func shots(_ names: [String]?) throws(WorkspaceError) -> [ResolvedShot] {
    let all = analysis.shots
    for name in names ?? [] where !all.contains(where: { $0.name == name }) {
      throw .noSuchShot(name: name, known: all.map(\.name))
    }
    let chosen = all.filter { names?.contains($0.name) ?? true }
    // So many issues that some were left out: an error of these shots may be among those.
    let isCut = analysis.issues.count >= ShotList.maxIssues
    var errors = issues(.error, in: isCut ? [] : chosen)
    if isCut { errors.append(ShotIssue(line: 1, sentence: "There are too many issues to say which shots are ready")) }
    guard errors.isEmpty else { throw .shotListIssues(errors) }
    guard !chosen.isEmpty else { throw .noShots(path: path) }
    return chosen
  }

  /// What a person should know of these shots, none of which stands in the way.
  func warnings(in shots: [ResolvedShot]) -> [String] {
    issues(.warning, in: shots).map { "Line \($0.line): \($0.sentence)" }
  }

  /// The line of a byte offset, counted from 1.
  func line(at offset: Int) -> Int {
    LineIndex(Array(text.utf8)).position(at: offset, .utf8).line + 1
  }

  private func issues(_ severity: ShotListIssue.Severity, in shots: [ResolvedShot]) -> [ShotIssue] {
    let index = LineIndex(Array(text.utf8))
    let header = analysis.product.headerRange
    return analysis.issues.filter { issue in
      issue.severity == severity
        && (header.contains(issue.range.lowerBound) || shots.isEmpty
          || shots.contains { $0.range.contains(issue.range.lowerBound) })
    }.map { ShotIssue(line: index.position(at: $0.range.lowerBound, .utf8).line + 1, sentence: $0.sentence) }
  }
}

extension Workspace {
  /// What is known of the files around a shot list, for its analysis. `path` is absolute or relative to the root and
  /// need not exist.
  ///
  /// A reference that leaves the root, if only through a symbolic link, counts as missing.
  public nonisolated func facts(forShotList path: String) -> FileFacts {
    let folder = Path.folder(of: layout.relative(WorkspacePath.absolute(path, in: root)))
    let (layout, cache) = (layout, fileFacts)
    var facts = FileFacts(folder: folder == "." ? "" : folder, today: today) { path in
      guard let real = try? layout.input(path, in: layout.root) else { return .missing }
      return cache.value(of: real, FileFact.read) ?? .missing
    }
    facts.mostPixels = Raster.maxPixels
    facts.colors = { [self] path in measuredColors(ofPhoto: path) }
    facts.mostMicros = { model, size, count in
      PriceArithmetic(model.price, pictures: count, megapixels: size.megapixels).total.highMicros
    }
    return facts
  }

  /// The present day, UTC.
  nonisolated var today: Day? { Day(tools.clock.now.rfc3339.prefix(10)) }

  /// Reads a shot list, from `text` when an editor has it open.
  ///
  /// Throws: `noSuchFile`, `outsideWorkspace`, `insideHouse`, `tooLarge` above 1 MiB, `notAShotList`.
  nonisolated func readShotList(_ path: String, text: String?) throws(WorkspaceError) -> ReadShotList {
    let real = try layout.document(path)
    let text = if let text { text } else { try self.text(at: real) }
    guard text.utf8.count <= ShotList.maxBytes else { throw .tooLarge(path: path, maxBytes: ShotList.maxBytes) }
    let analysis = ShotList.analyse(text, catalog: tools.catalog, facts: facts(forShotList: real))
    return ReadShotList(path: layout.relative(real), text: text, analysis: analysis)
  }

  /// The text of a shot list's file, absolute or relative to the root.
  ///
  /// Throws: `noSuchFile`, `outsideWorkspace`, `insideHouse`, `tooLarge` above 1 MiB, `notAShotList`.
  public nonisolated func text(ofShotList path: String) throws(WorkspaceError) -> String {
    try text(at: try layout.document(path))
  }

  private nonisolated func text(at path: String) throws(WorkspaceError) -> String {
    let bytes = try wrap { () throws(PlatformError) in try FileReader.bytes(of: path, maxBytes: ShotList.maxBytes) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notAShotList(path: path) }
    return text
  }
}

extension WorkspaceLayout {
  /// The real path of a document, or, for one that is not saved yet, the path it would have.
  ///
  /// Throws: `outsideWorkspace`, `insideHouse`.
  func document(_ path: String) throws(WorkspaceError) -> String {
    do throws(WorkspaceError) {
      return try input(path, in: root)
    } catch .noSuchFile {
      let absolute = WorkspacePath.absolute(path, in: root)
      guard WorkspacePath.isInside(absolute, root) else { throw .outsideWorkspace(path: path) }
      return absolute
    }
  }
}
