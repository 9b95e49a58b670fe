internal import Catalog

/// Finds one kind of fault.
protocol Rule: SendableMetatype {
  /// The faults in a file; the order does not matter.
  static func issues(in subject: Subject) -> [ShotListIssue]
}

/// What rules look at: a file as read, and as put together.
struct Subject {
  let reading: Reading
  let product: ResolvedProduct
  let shots: [ResolvedShot]
  /// Every shot that has a known role, with the words of its prompt.
  let prompts: [(shot: ResolvedShot, words: PromptText)]

  init(reading: Reading, product: ResolvedProduct, shots: [ResolvedShot]) {
    let syntax = Dictionary(reading.shots.map { ($0.syntax.heading, $0.syntax.body.prompt) }) { first, _ in first }
    self.reading = reading
    self.product = product
    self.shots = shots
    prompts = shots.map { ($0, PromptText(syntax[$0.heading] ?? [], in: reading.tree)) }
  }

  var tree: SyntaxTree { reading.tree }
  var catalog: Catalog { reading.catalog }

  /// The properties of the header and of all shots; not those of steps.
  var properties: [ReadProperty] { reading.header.all + reading.shots.flatMap(\.properties.all) }

  /// The properties that count, with a value of the right form, for one key.
  func effective(_ key: Key) -> [ReadProperty] {
    ([reading.header] + reading.shots.map(\.properties)).compactMap { $0[key] }.filter { $0.value != nil }
  }
}

/// All rules; a new one adds its line here.
let allRules: [any Rule.Type] = [
  AskedText.self,
  BadPath.self,
  BadValue.self,
  ConflictingWords.self,
  ContradictingSize.self,
  CropOutsideReference.self,
  DuplicateHandle.self,
  DuplicateKey.self,
  DuplicateShot.self,
  DuplicateTitle.self,
  ImageNumber.self,
  MisplacedKey.self,
  MisplacedReference.self,
  MissingFile.self,
  MissingRole.self,
  MotionConflict.self,
  NoProductName.self,
  NoReference.self,
  NoShots.self,
  PathOutsideWorkspace.self,
  PeopleForbidden.self,
  PromptBeforeProperty.self,
  StyleAgainstChannel.self,
  StyleAgainstRole.self,
  TooLarge.self,
  TooMany.self,
  UnclosedComment.self,
  UnexpectedText.self,
  UnknownChannel.self,
  UnknownComparison.self,
  UnknownHandle.self,
  UnknownKey.self,
  UnknownKind.self,
  UnknownModel.self,
  UnknownRole.self,
  UnknownStyle.self,
  UnrenderedWord.self,
  UnusedReference.self,
  WhiteBackgroundScene.self,
  WrongReferenceKind.self,
]
