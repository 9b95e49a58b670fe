import Imaging
import Workspace

extension Workspace::JobFailure {
  /// What happened and what to do, for a job that failed a while ago: made from the facts that were kept of it.
  var sentence: String {
    switch reason {
    case "noSuchFile": "'\(detail)' does not exist; check the path"
    case "notAPlainFile": "'\(detail)' is not a plain file, or a part of the path is not a folder; check the path"
    case "permissionDenied": "'\(detail)' may not be opened by you; check its permissions"
    case "unreadable": "This picture cannot be used: \(detail); export or copy it again"
    case "tooLarge": "This file is too large: \(detail); make it smaller"
    case "outsideWorkspace": "'\(detail)' lies outside the workspace; move it inside"
    case "insideHouse": "'\(detail)' lies in krafd's own folder; choose another place"
    case "folderNotWritable": "'\(detail)' cannot be written; check that the folder exists and its permissions"
    case "lostAsset": WorkspaceError.lostSentence(detail)
    case "damagedAsset": WorkspaceError.damagedSentence(detail)
    case "diskFull": "'\(detail)' could not be written because the disk is full; free some space and try again"
    case "picture": "The picture cannot be worked on: \(detail)"
    case "modelUnusable": ImagingError.modelSentence(detail)
    case "rateLimited": "The model takes no more requests now; try again later \(detail)"
    case "unavailable": "The model cannot be reached (\(detail)); try again later"
    case "unsupported": "The model cannot do this: \(detail); change the shot or choose another model"
    case "refused": "The model refused: \(detail)"
    case "cancelled": "The work was cancelled"
    default: "The work failed (\(reason)): \(detail)"
    }
  }
}
