public import Generation
public import Imaging
public import Platform

/// Why the workspace could not do what was asked. Facts only; sentences are made where people read them.
public enum WorkspaceError: Error, Sendable, Equatable {
  case noSuchFile(path: String)
  /// A folder, device or pipe where a picture or a text is needed.
  case notAPlainFile(path: String)
  /// Others own the file and do not let us read it.
  case permissionDenied(path: String)
  case tooLarge(path: String, maxBytes: Int)
  /// The file is there and is not a picture that krafd reads.
  case unreadable(path: String, ImagingError)
  /// The path leaves the workspace's root, if only through a symbolic link.
  case outsideWorkspace(path: String)
  /// The path lies in the folder that is krafd's alone.
  case insideHouse(path: String)
  /// Nothing can be written there: permissions, a read-only disk, or no folder of that name.
  case folderNotWritable(path: String)
  case diskFull(path: String)

  /// Another process has this workspace open.
  case alreadyOpenElsewhere(root: String)
  /// The database was made by a newer krafd.
  case newerDatabase(path: String)
  case damagedDatabase(path: String, detail: String)
  /// Another process kept the database locked for five seconds.
  case databaseBusy(path: String)
  /// The workspace was closed.
  case closed

  /// Not UTF-8 text.
  case notAShotList(path: String)
  /// The shots asked for have mistakes; nothing was queued.
  case shotListIssues([ShotIssue])
  /// The shot list has no shot, or none was named.
  case noShots(path: String)
  case noSuchShot(name: String, known: [String])
  case noSuchModel(id: String, known: [String])
  /// No file is the product of this shot: it has no `from`, and the list has no product reference.
  case noProductReference(shot: String)
  case noSuchStyle(id: String)
  case noSuchChannel(id: String, known: [String])
  /// The shot list was never locked.
  case noLock(path: String)
  /// Not a lock file, or one of a newer krafd.
  case damagedLock(path: String)
  /// Neither the order nor the shot list names a channel.
  case noChannels(path: String)
  /// A picture that no shot made, where one is needed.
  case notGenerated(id: String)
  /// None, or more than so many.
  case badCount(most: Int)
  case noSuchRole(id: String)

  case noSuchAsset(id: String)
  /// The asset is known, and its file is gone.
  case lostAsset(id: String)
  /// The file of an asset had other bytes than its name says, and was set aside.
  case damagedAsset(id: String)
  case noSuchJob(id: String)
  case noSuchNode(id: Int64)
  /// A change of the canvas that cannot be made; the words say what is allowed.
  case badCanvasChange(String)
  /// Somebody else changed these nodes after the caller looked.
  case canvasConflict(nodes: [Int64])
  case nothingToUndo
  /// A job in this state cannot be tried again.
  case notRetryable(JobState)
  /// A budget does not allow what was asked; nothing was queued and nothing spent.
  case overBudget(BudgetRefusal)
  /// A limit below 0, or for something that has none.
  case badBudget
  /// A key has 1 to 200 bytes.
  case badKey
  case badSize(width: Int, height: Int)

  /// A video is asked of a picture that does not move.
  case notAClip(id: String)
  /// This machine has no ffmpeg.
  case noVideoEncoder
  /// ffmpeg made no video; `detail` is what it said, or how it ended.
  case videoFailed(detail: String)

  case picture(ImagingError)
  case refused(GenerationError)
  case cancelled
  /// What the operating system said and no other case names.
  case system(PlatformError)
}

/// One mistake in a shot list that keeps a shot from being made.
public struct ShotIssue: Sendable, Equatable {
  /// Counted from 1.
  public var line: Int
  /// What is wrong and how to mend it.
  public var sentence: String

  public init(line: Int, sentence: String) {
    self.line = line
    self.sentence = sentence
  }
}

extension WorkspaceError {
  /// Places what the operating system said.
  init(_ error: PlatformError) {
    switch error {
    case .noSuchFile(let path): self = .noSuchFile(path: path)
    case .permissionDenied(let path): self = .permissionDenied(path: path)
    case .notWritable(let path): self = .folderNotWritable(path: path)
    case .diskFull(let path): self = .diskFull(path: path)
    case .isFolder(let path), .wrongKind(let path): self = .notAPlainFile(path: path)
    case .tooLarge(let path, let maxBytes): self = .tooLarge(path: path, maxBytes: maxBytes)
    case .alreadyExists, .pathTooLong, .wrongOwner, .openToOthers, .refused, .locked, .timedOut, .other:
      self = .system(error)
    }
  }
}
