import Catalog
import Generation
import Workspace

extension WorkspaceError {
  /// The sentence for what the workspace could not do.
  var sentence: Sentence {
    switch self {
    case .noSuchFile(let path): Sentence("noSuchFile", "'\(path)' does not exist; check the path")
    case .notAPlainFile(let path):
      Sentence("notAPlainFile", "'\(path)' is not a plain file, or a part of the path is not a folder; check the path")
    case .permissionDenied(let path):
      Sentence("permissionDenied", "'\(path)' may not be opened by you; check its permissions")
    case .tooLarge(let path, let maxBytes):
      Sentence("fileTooLarge", "'\(path)' has more than the \(Self.size(maxBytes)) that krafd reads; make it smaller")
    case .unreadable(let path, let error): error.sentence(about: path)
    case .outsideWorkspace(let path):
      Sentence("outsideWorkspace", "'\(path)' lies outside the workspace; move it inside or open a higher folder")
    case .insideHouse(let path):
      Sentence("insideHouse", "'\(path)' lies in krafd's own folder; choose another place")
    case .folderNotWritable(let path):
      Sentence("folderNotWritable", "'\(path)' cannot be written; check that the folder exists and its permissions")
    case .diskFull(let path):
      Sentence("diskFull", "'\(path)' could not be written because the disk is full; free some space and try again")
    case .alreadyOpenElsewhere(let root):
      Sentence("alreadyOpenElsewhere", "Another daemon has the workspace '\(root)' open; stop it with 'krafd stop'")
    case .newerDatabase(let path):
      Sentence("newerDatabase", "'\(path)' was made by a newer krafd; update krafd")
    case .damagedDatabase(let path, let detail):
      Sentence("damagedDatabase", "'\(path)' is damaged (\(detail)); restore it, or move it away to begin anew")
    case .databaseBusy(let path):
      Sentence("databaseBusy", "Another program keeps '\(path)' locked; close it and try again")
    case .closed: Sentence("closed", "The workspace was closed; open it again with kraf/workspace/open")
    case .notAShotList(let path): Sentence("notAShotList", "'\(path)' is not UTF-8 text; a shot list is a text file")
    case .shotListIssues(let issues):
      Sentence("shotListIssues", issues.map { "line \($0.line): \($0.sentence)" }.joined(separator: "; "))
    case .noShots(let path):
      Sentence("noShots", "'\(path)' has no shot; add one with a line like '## hero'")
    case .noSuchShot(let name, let known):
      Sentence("noSuchShot", "No shot is named '\(name)'; the file has \(known.joined(separator: ", "))")
    case .noSuchModel(let id, let known):
      Sentence("noSuchModel", "No model is named '\(id)'; there are \(known.joined(separator: ", "))")
    case .noProductReference(let shot):
      Sentence(
        "noProductReference", "The shot '\(shot)' has no product photo; add a line like '@front = photos/front.jpg'")
    case .noSuchStyle(let id): Sentence("noSuchStyle", "No style is named '\(id)'; kraf/catalog/styles lists them")
    case .noSuchChannel(let id, let known):
      Sentence("noSuchChannel", "No channel is named '\(id)'; there are \(known.joined(separator: ", "))")
    case .noChannels(let path):
      Sentence("noChannels", "'\(path)' names no channel; add a line like 'channels: shopify.product', or name some")
    case .noLock(let path):
      Sentence("noLock", "'\(path)' does not exist; 'krafd render' writes it")
    case .damagedLock(let path):
      Sentence("damagedLock", "'\(path)' is no lock file of this krafd; restore it, or delete it and render anew")
    case .notGenerated(let id):
      Sentence("notGenerated", "'\(id)' was not made by a shot; compare outputs of kraf/generate")
    case .badCount(let most): Sentence("badCount", "Name 1 to \(most) pictures")
    case .noSuchRole(let id): Sentence("noSuchRole", "No role is named '\(id)'; kraf/catalog/roles lists them")
    case .noSuchAsset(let id): Sentence("noSuchAsset", "No asset is named '\(id)'; kraf/asset/list lists them")
    case .lostAsset(let id): Sentence("lostAsset", Self.lostSentence(id))
    case .damagedAsset(let id): Sentence("damagedAsset", Self.damagedSentence(id))
    case .noSuchNode(let id):
      Sentence("noSuchNode", "The canvas has no node '\(id)'; kraf/canvas/get lists them")
    case .badCanvasChange(let rule): Sentence("badCanvasChange", "The canvas stays as it is: \(rule)")
    case .canvasConflict(let nodes):
      Sentence(
        "contentModified",
        "Somebody else changed \(nodes.map { "node \($0)" }.joined(separator: ", ")) meanwhile; look again and repeat")
    case .nothingToUndo:
      Sentence("nothingToUndo", "This session has done nothing to the canvas that is left to take back")
    case .noSuchJob(let id): Sentence("noSuchJob", "No job is named '\(id)'; kraf/job/list lists them")
    case .notRetryable(let state):
      Sentence("notRetryable", "The job is \(state.rawValue); only a failed or cancelled job can be tried again")
    case .overBudget(let refusal): Sentence("overBudget", refusal.sentence)
    case .badBudget: Sentence("badBudget", "A budget is for the workspace or a month, and is not below 0")
    case .badKey: Sentence("badKey", "The key must have 1 to 200 bytes")
    case .badSize(let width, let height):
      Sentence(
        "badSize",
        "\(width) × \(height) px is no size krafd makes; "
          + "take \(PixelSize.shotBounds.lowerBound) to \(PixelSize.shotBounds.upperBound) px a side")
    case .notAClip(let id):
      Sentence("notAClip", "'\(id)' is a picture that does not move; take png, jpeg or webp, or export a clip as mp4")
    case .noVideoEncoder:
      Sentence("noVideoEncoder", "There is no ffmpeg on this machine's PATH; install it or take webp")
    case .videoFailed(let detail):
      Sentence("videoFailed", "The MP4 could not be made by ffmpeg (\(detail)); mend or update ffmpeg, or take webp")
    case .picture(let error): error.sentence()
    case .refused(let error): error.sentence
    case .cancelled: Sentence("cancelled", "The work was cancelled")
    case .system(let error): error.sentence
    }
  }
}

extension WorkspaceError {
  /// What to do about a stored picture that a disk has changed.
  static func damagedSentence(_ id: String) -> String {
    "The stored picture '\(id)' was damaged and is set aside in .kraf/quarantine; render it anew, or read its file again"
  }

  static func lostSentence(_ id: String) -> String {
    "The file of the stored picture '\(id)' is gone from .kraf/objects; render it anew, or read its file again"
  }

  /// A limit in words.
  private static func size(_ bytes: Int) -> String { bytes < 1 << 20 ? "\(bytes) bytes" : "\(bytes >> 20) MiB" }
}
