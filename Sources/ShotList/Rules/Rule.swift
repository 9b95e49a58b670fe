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
  let words: ProductWords
  /// Every shot that has a known role, with the words of its prompt.
  let prompts: [(shot: ResolvedShot, words: PromptText)]
  /// The shots as written, by their headings.
  let byHeading: [Range<Int>: ReadShot]
  /// The words of every motion.
  let motions: [(shot: ResolvedShot, words: PromptText)]

  init(reading: Reading, product: ResolvedProduct, shots: [ResolvedShot]) {
    let byHeading = Dictionary(reading.shots.map { ($0.syntax.heading, $0) }) { first, _ in first }
    self.byHeading = byHeading
    let words = ProductWords(product)
    let vocabulary = reading.catalog.vocabulary
    self.reading = reading
    self.product = product
    self.shots = shots
    self.words = words
    prompts = shots.map { shot in
      let prompt = byHeading[shot.heading]?.syntax.body.prompt ?? []
      return (shot, PromptText(prompt, in: reading.tree, of: words, vocabulary: vocabulary))
    }
    motions = shots.flatMap { shot in
      (byHeading[shot.heading]?.syntax.steps ?? []).filter { reading.tree.text($0.operation).lowercased() == "motion" }
        .map { (shot, PromptText($0.body.prompt, in: reading.tree, of: words)) }
    }
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
  BlackOnBlack.self,
  BuyerQuestion.self,
  ChildModel.self,
  ClipLength.self,
  ConflictingWords.self,
  ContradictedColor.self,
  ContradictedLabel.self,
  ContradictedMaterial.self,
  ContradictingSize.self,
  CoveredProduct.self,
  CropOutsideReference.self,
  DuplicateHandle.self,
  DuplicateKey.self,
  DuplicateShot.self,
  DuplicateTitle.self,
  ForbiddenInSlot.self,
  HiddenLabel.self,
  ImageNumber.self,
  InventedView.self,
  LabelRemoved.self,
  LargePhoto.self,
  LockOffWithKeep.self,
  LockedColor.self,
  LowResolution.self,
  MaskSize.self,
  MisplacedKey.self,
  MisplacedReference.self,
  MissingFile.self,
  MissingRole.self,
  ModelInput.self,
  ModelReferences.self,
  ModelSize.self,
  ModelSunset.self,
  MoreItems.self,
  MotionConflict.self,
  MotionInStill.self,
  NamedArtist.self,
  NoProductName.self,
  NoReference.self,
  NoShots.self,
  OtherBrand.self,
  OverBudget.self,
  PathOutsideWorkspace.self,
  PeopleForbidden.self,
  PictureCount.self,
  PromptBeforeProperty.self,
  RatioAgainstWords.self,
  RoleAgainstChannel.self,
  SeasonOver.self,
  StalePrice.self,
  StyleAgainstChannel.self,
  StyleAgainstRole.self,
  TooLarge.self,
  TooMany.self,
  UnclosedComment.self,
  UnexpectedText.self,
  UnfilledChannel.self,
  UnknownChannel.self,
  UnknownComparison.self,
  UnknownHandle.self,
  UnknownKey.self,
  UnknownKind.self,
  UnknownModel.self,
  UnknownParameter.self,
  UnknownRole.self,
  UnknownScale.self,
  UnknownStep.self,
  UnknownStyle.self,
  UnprovenClaim.self,
  UnrenderedWord.self,
  UnusedReference.self,
  WhiteBackgroundScene.self,
  WrongReferenceKind.self,
]
