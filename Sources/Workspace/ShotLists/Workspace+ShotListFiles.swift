import Platform

extension Workspace {
  /// The shot lists below the root: absolute paths in their order. Folders whose names begin with a dot are left out, and what
  /// lies deeper than six folders; of very many the first 500 are told.
  public nonisolated func shotLists() -> [String] {
    var found: [String] = []
    var folders = [(path: root, depth: 0)]
    var names = 0
    while let (folder, depth) = folders.popLast(), found.count < 500, names < 50_000 {
      for name in PlainFolder.names(in: folder).sorted() where !name.hasPrefix(".") {
        names += 1
        let path = Path.join(folder, name)
        if name.hasSuffix(".kraf") {
          if FileStamp(of: path)?.isPlainFile == true { found.append(path) }
        } else if depth < 6, !name.contains("."), WorkspacePath.isFolder(path) {
          folders.append((path, depth + 1))
        }
      }
    }
    return Array(found.sorted().prefix(500))
  }
}
