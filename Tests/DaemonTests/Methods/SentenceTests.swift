import Generation
import Imaging
import Platform
import Testing

@testable import Daemon
@testable import Workspace

/// What people read when something fails: one sentence, without a full stop, with what to do.
@Suite struct SentenceTests {
  static let imaging: [ImagingError] = [
    .unknownFormat, .damaged(format: "PNG", detail: "a chunk is cut short", byte: 812),
    .damaged(format: "JPEG", detail: "no picture", byte: nil),
    .tooLarge(width: 60_000, height: 60_000, maxPixels: 200_000_000),
    .tooManyBytes(count: 900 << 20, maxBytes: 256 << 20),
    .regionOutsideImage(x: 1, y: 2, width: 30, height: 40, imageWidth: 10, imageHeight: 10),
    .badParameter(name: "width", detail: "must be between 1 and 65535"), .unknownOperation("polish"),
    .modelUnusable(name: "/m.json", detail: "'std' must not be 0 for any channel"), .cancelled,
    .timedOut(milliseconds: 30_000),
  ]

  static let platform: [PlatformError] = [
    .noSuchFile(path: "/a"), .alreadyExists(path: "/a"), .permissionDenied(path: "/a"), .notWritable(path: "/a"),
    .diskFull(path: "/a"), .isFolder(path: "/a"), .wrongKind(path: "/a"), .tooLarge(path: "/a", maxBytes: 1 << 20),
    .pathTooLong(path: "/a", maxBytes: 107), .wrongOwner(path: "/a"), .openToOthers(path: "/a", mode: 0o777),
    .refused(path: "/a"), .locked(path: "/a"), .timedOut(operation: "connect"),
    .other(errno: 5, operation: "read", path: "/a"),
  ]

  static let generation: [GenerationError] = [
    .cancelled, .unsupported(what: "glass"), .refused(reason: "the product is a weapon"),
    .denied(reason: "there is no credit left"),
    .rateLimited(retryAfter: nil), .rateLimited(retryAfter: .seconds(7)), .unavailable(detail: "no route to host"),
    .badReply(detail: "no picture"), .failed(detail: "out of memory"),
  ]

  static let workspace: [WorkspaceError] =
    [
      .noSuchFile(path: "/a"), .notAPlainFile(path: "/a"), .permissionDenied(path: "/a"),
      .tooLarge(path: "/a", maxBytes: 1 << 20), .outsideWorkspace(path: "/a"), .insideHouse(path: "/a"),
      .folderNotWritable(path: "/a"), .diskFull(path: "/a"), .alreadyOpenElsewhere(root: "/a"),
      .newerDatabase(path: "/a"), .damagedDatabase(path: "/a", detail: "not a database"), .databaseBusy(path: "/a"),
      .closed, .notAShotList(path: "/a"),
      .shotListIssues([
        ShotIssue(line: 3, sentence: "A shot begins with its role, like ## hero"),
        ShotIssue(line: 9, sentence: "No style is named 'x'; use pure-white"),
      ]), .noShots(path: "/a"), .noSuchShot(name: "a", known: ["b", "c"]),
      .noSuchModel(id: "a", known: ["studio"]), .noProductReference(shot: "hero"), .noSuchStyle(id: "a"),
      .noSuchRole(id: "a"), .noSuchAsset(id: "a"), .lostAsset(id: "a"), .noSuchJob(id: "a"), .badKey,
      .badSize(width: 1, height: 2),
      .notAClip(id: "a"), .noVideoEncoder, .videoFailed(detail: "Unknown encoder 'libx264'"), .cancelled,
    ]
    + JobState.allCases.map { .notRetryable($0) } + imaging.map { .unreadable(path: "/a", $0) }
    + imaging.map { .picture($0) } + generation.map { .refused($0) } + platform.map { .system($0) }

  /// What jobs keep of these errors.
  static let failures = workspace.map { JobFailure($0) }

  @Test(arguments: imaging) func aPicturesErrorIsOneSentence(error: ImagingError) {
    check(error.sentence(about: "/photos/mug.png"))
    check(error.sentence())
  }

  @Test(arguments: platform) func aSystemsErrorIsOneSentence(error: PlatformError) { check(error.sentence) }

  @Test(arguments: generation) func aModelsErrorIsOneSentence(error: GenerationError) { check(error.sentence) }

  @Test(arguments: workspace) func aWorkspacesErrorIsOneSentence(error: WorkspaceError) { check(error.sentence) }

  @Test(arguments: failures) func whatAJobKeepsIsOneSentence(failure: JobFailure) {
    check(Sentence(failure.reason, failure.sentence.trimmed))
  }

  @Test func aReasonStandsForOneKindOfThing() {
    let reasons = Self.platform.map(\.sentence.reason)

    #expect(Set(reasons).count == Self.platform.count)
  }

  /// The rules that hold for every sentence, whatever it says.
  private func check(_ sentence: Sentence) {
    let text = sentence.text
    #expect(!text.isEmpty)
    #expect(!text.hasSuffix("."), "\(text)")
    let isOneLine = !text.contains { $0.isNewline }
    #expect(isOneLine, "\(text)")
    #expect(text.trimmed == text, "\(text)")
    #expect(text.first.map { $0.isUppercase || $0 == "'" || $0.isNumber || text.hasPrefix("line ") } == true, "\(text)")
    #expect(sentence.reason.first?.isLowercase == true && sentence.reason.allSatisfy(\.isLetter), "\(sentence.reason)")
  }
}

extension String {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    let head = drop { $0 == " " }
    return String(head.reversed().drop { $0 == " " }.reversed())
  }
}
