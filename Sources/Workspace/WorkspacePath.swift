import Glibc
import Platform

extension Workspace {
  /// The root of the workspace that a file belongs to: the nearest folder above it with `.kraf`, else the nearest with
  /// `.git`, else the file's own folder. `path` is absolute or relative to the process's folder; a folder may be given
  /// too, and is then the first candidate. Nothing has to exist.
  public static func root(for path: String) -> String {
    let absolute = WorkspacePath.absolute(path, in: CurrentProcess.workingFolder)
    let start = WorkspacePath.isFolder(absolute) ? absolute : Path.folder(of: absolute)
    let real = WorkspacePath.real(start) ?? start
    return nearest(above: real, holding: WorkspaceLayout.houseName) ?? nearest(above: real, holding: ".git") ?? real
  }

  private static func nearest(above folder: String, holding name: String) -> String? {
    var folder = folder
    while true {
      var status = stat()
      if lstat(Path.join(folder, name), &status) == 0 { return folder }
      let parent = Path.folder(of: folder)
      if parent == folder || parent == "." { return nil }
      folder = parent
    }
  }
}

/// Arithmetic on paths that asks the file system about symbolic links.
enum WorkspacePath {
  /// `path` if it begins with a slash, else `path` inside `folder`; `.` and `..` and double slashes are resolved as
  /// text.
  static func absolute(_ path: String, in folder: String) -> String {
    var names: [Substring] = []
    for name in (path.hasPrefix("/") ? path : Path.join(folder, path)).split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return "/" + names.joined(separator: "/")
  }

  /// The path without symbolic links; nil when nothing is there.
  static func real(_ path: String) -> String? {
    guard !path.utf8.contains(0), let buffer = realpath(path, nil) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// Whether a folder is there, if only behind a symbolic link.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether `path` is `folder` or lies in it; both absolute and without symbolic links.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }
}

extension WorkspaceLayout {
  /// The real path of a file of the user's that lies in this workspace, given absolute or relative to `folder`.
  ///
  /// Throws: `outsideWorkspace` when it leaves the root, as text or through a symbolic link; `insideHouse`;
  /// `noSuchFile`.
  func input(_ path: String, in folder: String) throws(WorkspaceError) -> String {
    guard let real = WorkspacePath.real(WorkspacePath.absolute(path, in: folder)) else {
      throw .noSuchFile(path: path)
    }
    guard reach == .anywhere || WorkspacePath.isInside(real, root) else { throw .outsideWorkspace(path: path) }
    guard !WorkspacePath.isInside(real, house) else { throw .insideHouse(path: path) }
    return real
  }

  /// The path to write a file of the user's to, given absolute or relative to the root; it may lie anywhere but in a
  /// folder of krafd's.
  ///
  /// Throws: `insideHouse`; `folderNotWritable` when its folder does not exist.
  func output(_ path: String) throws(WorkspaceError) -> String {
    let absolute = WorkspacePath.absolute(path, in: root)
    let name = Path.name(of: absolute)
    guard !name.isEmpty, let folder = WorkspacePath.real(Path.folder(of: absolute)), WorkspacePath.isFolder(folder)
    else {
      throw .folderNotWritable(path: Path.folder(of: absolute))
    }
    let isInHouse = (folder.split(separator: "/") + [name[...]]).contains(Substring(Self.houseName))
    guard !isInHouse else { throw .insideHouse(path: path) }
    return Path.join(folder, name)
  }

  /// `path` as seen from the root, for people and for the database; `path` itself when it lies elsewhere.
  func relative(_ path: String) -> String {
    guard path != root, WorkspacePath.isInside(path, root) else { return path }
    return String(path.dropFirst(root == "/" ? 1 : root.count + 1))
  }
}
