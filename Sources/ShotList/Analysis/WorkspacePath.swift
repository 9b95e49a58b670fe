/// A path of a shot list, led back to the workspace's root.
enum WorkspacePath: Equatable {
  /// Relative to the root, without `.` and `..`.
  case inside(String)
  case outside

  /// Empty, longer than 1 024 bytes, or with control characters.
  case malformed

  /// Reads `path`, which is relative to `folder`.
  init(_ path: String, from folder: String) {
    guard !path.isEmpty, path.utf8.count <= 1_024, path.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      self = .malformed
      return
    }
    var parts: [Substring] = []
    for part in folder.split(separator: "/") + path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        self = .outside
        return
      }
    }
    self =
      path.hasPrefix("/") || path.hasPrefix("~") || parts.isEmpty ? .outside : .inside(parts.joined(separator: "/"))
  }
}
