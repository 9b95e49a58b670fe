import Generation
import Imaging

/// Why a job failed, for machines and for people.
public struct JobFailure: Sendable, Hashable {
  /// A stable word, such as `rateLimited`.
  public var reason: String

  /// The facts: a path, a parameter, the provider's words. Not a whole sentence.
  public var detail: String

  public init(reason: String, detail: String) {
    self.reason = reason
    self.detail = detail
  }

  /// The facts of an error that ended a job.
  init(_ error: WorkspaceError) {
    switch error {
    case .noSuchFile(let path): self.init(reason: "noSuchFile", detail: path)
    case .notAPlainFile(let path): self.init(reason: "notAPlainFile", detail: path)
    case .permissionDenied(let path): self.init(reason: "permissionDenied", detail: path)
    case .tooLarge(let path, let most): self.init(reason: "tooLarge", detail: "\(path), at most \(most) bytes")
    case .unreadable(let path, let error): self.init(reason: "unreadable", detail: "\(path): \(error.facts)")
    case .outsideWorkspace(let path): self.init(reason: "outsideWorkspace", detail: path)
    case .insideHouse(let path): self.init(reason: "insideHouse", detail: path)
    case .folderNotWritable(let path): self.init(reason: "folderNotWritable", detail: path)
    case .diskFull(let path): self.init(reason: "diskFull", detail: path)
    case .databaseBusy(let path): self.init(reason: "databaseBusy", detail: path)
    case .damagedDatabase(let path, let detail): self.init(reason: "damagedDatabase", detail: "\(path): \(detail)")
    case .noSuchModel(let id, _): self.init(reason: "noSuchModel", detail: id)
    case .noSuchStyle(let id): self.init(reason: "noSuchStyle", detail: id)
    case .noSuchRole(let id): self.init(reason: "noSuchRole", detail: id)
    case .noSuchAsset(let id): self.init(reason: "noSuchAsset", detail: id)
    case .lostAsset(let id): self.init(reason: "lostAsset", detail: id)
    case .damagedAsset(let id): self.init(reason: "damagedAsset", detail: id)
    case .picture(.modelUnusable(let name, let detail)):
      self.init(reason: "modelUnusable", detail: "'\(name)' cannot be used: \(detail)")
    case .picture(let error): self.init(reason: "picture", detail: error.facts)
    case .refused(let error): self.init(error)
    case .cancelled: self.init(reason: "cancelled", detail: "")
    case .system(let error): self.init(reason: "system", detail: "\(error)")
    case .alreadyOpenElsewhere, .newerDatabase, .closed, .notAShotList, .shotListIssues, .noShots, .noSuchShot,
      .noProductReference, .noSuchJob, .notRetryable, .badKey, .badSize, .overBudget, .badBudget, .noSuchChannel,
      .noChannels, .notGenerated, .badCount, .noLock, .damagedLock, .notAClip, .noVideoEncoder, .videoFailed,
      .noSuchNode, .badCanvasChange, .canvasConflict, .nothingToUndo:
      // These refuse an order before there is a job, or without one.
      self.init(reason: "internal", detail: "\(error)")
    }
  }

  /// Whether work may have been done and billed before this: nobody said that it was not.
  var mayHaveSpent: Bool { reason == "badReply" || reason == "failed" || reason == "internal" }

  private init(_ error: GenerationError) {
    switch error {
    case .cancelled: self.init(reason: "cancelled", detail: "")
    case .unsupported(let what): self.init(reason: "unsupported", detail: what)
    case .refused(let reason), .denied(let reason): self.init(reason: "refused", detail: reason)
    case .rateLimited(let wait): self.init(reason: "rateLimited", detail: wait.map { "for \($0)" } ?? "")
    case .unavailable(let detail): self.init(reason: "unavailable", detail: detail)
    case .badReply(let detail): self.init(reason: "badReply", detail: detail)
    case .failed(let detail): self.init(reason: "failed", detail: detail)
    }
  }
}

extension ImagingError {
  /// What happened, without a path.
  fileprivate var facts: String {
    switch self {
    case .unknownFormat: "not a PNG, JPEG or WebP picture"
    case .damaged(let format, let detail, let byte):
      "damaged \(format), \(detail)" + (byte.map { " at byte \($0)" } ?? "")
    case .tooLarge(let width, let height, let maxPixels): "\(width) × \(height) px, at most \(maxPixels) px in all"
    case .tooManyBytes(let count, let maxBytes): "\(count) bytes, at most \(maxBytes)"
    case .regionOutsideImage(let x, let y, let width, let height, let imageWidth, let imageHeight):
      "the area \(x), \(y), \(width) × \(height) is not inside \(imageWidth) × \(imageHeight) px"
    case .badParameter(let name, let detail): "\(name) \(detail)"
    case .unknownOperation(let name): "no operation is called \(name)"
    case .modelUnusable(let name, let detail): "the model of \(name), \(detail)"
    case .cancelled: "cancelled"
    case .timedOut(let milliseconds): "it took longer than \(milliseconds) ms"
    }
  }
}
