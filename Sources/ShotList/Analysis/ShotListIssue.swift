/// Something in a shot list that its author should know.
public struct ShotListIssue: Equatable, Sendable {
  public var id: ID
  public var severity: Severity

  /// What is wrong and what to do, without a full stop.
  public var sentence: String

  /// The place in bytes.
  public var range: Range<Int>
  public var fix: Fix?

  public enum Severity: String, Comparable, CaseIterable, Sendable {
    /// The shot cannot be made as written.
    case error
    /// It can, and may not come out as meant.
    case warning
    case information

    /// From the gravest to the lightest.
    public static func < (left: Severity, right: Severity) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  /// The kinds of issue; each is the business of one rule.
  public enum ID: String, CaseIterable, Sendable {
    case askedText, badPath, badValue, blackOnBlack, buyerQuestion, childModel, clipLength, conflictingWords
    case contradictedColor, contradictedLabel, contradictedMaterial, contradictingSize, coveredProduct
    case cropOutsideReference, duplicateHandle, duplicateKey, duplicateShot, duplicateTitle, forbiddenInSlot
    case hiddenLabel, imageNumber, inventedView, labelRemoved, largePhoto, lockOffWithKeep, lockedColor
    case lowResolution, maskSize, misplacedKey, misplacedReference, missingFile, missingRole, modelInput
    case modelReferences, modelSize, modelSunset, moreItems, motionConflict, motionInStill, namedArtist
    case noProductName, noReference, noShots, otherBrand, overBudget, pathOutsideWorkspace, peopleForbidden
    case pictureCount, promptBeforeProperty, ratioAgainstWords, roleAgainstChannel, seasonOver, stalePrice
    case styleAgainstChannel, styleAgainstRole, tooLarge, tooMany, unclosedComment, unexpectedText
    case unfilledChannel, unknownChannel, unknownComparison, unknownHandle, unknownKey, unknownKind
    case unknownModel, unknownParameter, unknownRole, unknownScale, unknownStep, unknownStyle, unprovenClaim
    case unrenderedWord, unusedReference, whiteBackgroundScene, wrongReferenceKind
  }
}

/// A change of the text that mends an issue.
public struct Fix: Equatable, Sendable {
  /// What the change does, as a command.
  public var title: String

  /// The bytes to replace.
  public var range: Range<Int>
  public var replacement: String
}
