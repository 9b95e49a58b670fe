import Catalog
import Logging
import Platform
import Synchronization

/// The shipped catalogue with the user's own styles on top, read once, when it is first asked for.
///
/// Styles lie as `*.json` in the folder `styles` of the user's settings. A bad file is left out and named in the log.
final class UserCatalog: Sendable {
  // A class because all who ask share what was read.
  private static let maxFiles = 200

  private let folder: String?
  private let log: Logger
  private let read = Mutex<Catalog?>(nil)

  init(folder: String? = CurrentProcess.settingsFolder().map { Path.join($0, "styles") }, log: Logger) {
    self.folder = folder
    self.log = log
  }

  var current: Catalog {
    read.withLock { known in
      if let known { return known }
      let (catalog, issues) = Catalog.builtIn.adding(files())
      for issue in issues {
        let place = issue.place.isEmpty ? "" : ", \(issue.place)"
        log.warning("The style in '\(issue.file)' is left out\(place): \(issue.sentence)")
      }
      known = catalog
      return catalog
    }
  }

  private func files() -> [RecordFile] {
    guard let folder else { return [] }
    let names = PlainFolder.names(in: folder).filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
    if names.count > Self.maxFiles {
      log.warning("'\(folder)' holds \(names.count) files; the first \(Self.maxFiles) are read")
    }
    return names.prefix(Self.maxFiles).compactMap { name in
      let path = Path.join(folder, name)
      do throws(PlatformError) {
        let bytes = try FileReader.bytes(of: path, maxBytes: Catalog.maxRecordBytes)
        return RecordFile(name: path, kind: .style, bytes: bytes)
      } catch {
        log.warning("The style in '\(path)' is left out: \(error)")
        return nil
      }
    }
  }
}
