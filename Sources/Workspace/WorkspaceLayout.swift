import Imaging
import Platform

/// Where the pictures that a workspace works on may lie.
public enum WorkspaceReach: Sendable, Hashable {
  /// In the root and the folders inside it: what a shot list names must travel with it.
  case root
  /// Anywhere: for single pictures that belong to no shot list.
  case anywhere
}

/// Where everything lies inside a workspace.
struct WorkspaceLayout: Sendable, Hashable {
  /// The folder that the user knows, absolute and without symbolic links.
  let root: String

  /// Where the pictures that are worked on may lie.
  var reach = WorkspaceReach.root

  /// The folder that is krafd's alone.
  var house: String { Path.join(root, Self.houseName) }
  var database: String { Path.join(house, "workspace.sqlite") }
  var lock: String { Path.join(house, "lock") }
  var ignoreFile: String { Path.join(house, ".gitignore") }
  var objects: String { Path.join(house, "objects") }
  /// Where damaged files are set aside.
  var quarantine: String { Path.join(house, "quarantine") }
  var previews: String { Path.join(house, "previews") }
  var thumbnails: String { Path.join(house, "thumbnails") }

  /// The name of krafd's folder inside a root.
  static let houseName = ".kraf"

  /// The file of a stored picture: `objects/ab/cdef….png`.
  func object(_ id: AssetID, format: ImageFormat) -> String {
    Self.file(id, suffix: "." + format.fileExtension, in: objects)
  }

  /// The file of a preview.
  func preview(_ id: AssetID) -> String { Self.file(id, suffix: ".png", in: previews) }

  /// The file of an asset's thumbnail whose longer side is `longerSide` px.
  func thumbnail(_ id: AssetID, longerSide: Int) -> String {
    Self.file(id, suffix: "-\(longerSide).png", in: thumbnails)
  }

  /// Two digits of the name make the folder, so that no folder grows too long to list.
  private static func file(_ id: AssetID, suffix: String, in folder: String) -> String {
    Path.join(Path.join(folder, String(id.hex.prefix(2))), id.hex.dropFirst(2) + suffix)
  }
}
