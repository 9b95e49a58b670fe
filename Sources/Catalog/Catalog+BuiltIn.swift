extension Catalog {
  /// The records that krafd ships, decoded once at the first use.
  ///
  /// A record that does not decode is left out here and fails the tests.
  public static let builtIn = builtInRecords.catalog

  /// The issues of the shipped records: empty, as a test shows.
  static let builtInIssues = builtInRecords.issues

  private static let builtInRecords = empty.adding(
    channelRecords.files(.channel) + styleRecords.files(.style) + roleRecords.files(.role)
      + modelRecords.files(.model) + vocabularyRecords.files(.vocabulary))

  /// A catalogue without any record.
  static let empty = Catalog(
    roles: Shelf([]), styles: Shelf([]), channels: Shelf([]), models: Shelf([]), sheets: Shelf([]),
    vocabulary: Vocabulary([]))

  /// The shipped roles; a new one adds its line here.
  static let roleRecords = [
    RoleRecords.hero, RoleRecords.detail, RoleRecords.lifestyle, RoleRecords.onModel, RoleRecords.feature,
    RoleRecords.campaign,
  ]

  /// The shipped styles; a new one adds its line here.
  static let styleRecords = [
    StyleRecords.pureWhite,
    StyleRecords.softGrayStudio,
    StyleRecords.colorBlock,
    StyleRecords.gradientGlow,
    StyleRecords.darkLuxe,
    StyleRecords.northWindow,
    StyleRecords.hardSun,
    StyleRecords.festiveCampaign,
    StyleRecords.explodedFeature,
    StyleRecords.flatLayGrid,
    StyleRecords.macroMaterial,
    StyleRecords.goldenHourOutdoor,
    StyleRecords.homeContext,
    StyleRecords.onBodyClean,
  ]

  /// The shipped channels; a new one adds its line here.
  static let channelRecords = [
    ChannelRecords.amazonMain, ChannelRecords.googleMerchantMain, ChannelRecords.walmartMain,
    ChannelRecords.ebayGallery, ChannelRecords.tiktokshopMain, ChannelRecords.zalandoPackshot,
    ChannelRecords.shopifyProduct, ChannelRecords.metaFeedSquare, ChannelRecords.metaFeedPortrait,
  ]

  /// The shipped models; a new one adds its line here.
  static let modelRecords = [ModelRecords.studio]

  /// The shipped sheets of words; a new one adds its line here.
  static let vocabularyRecords = [
    VocabularyRecords.surfaces, VocabularyRecords.backdrops, VocabularyRecords.lights, VocabularyRecords.cameras,
    VocabularyRecords.compositions, VocabularyRecords.props, VocabularyRecords.moods, VocabularyRecords.people,
  ]
}

/// The texts of the shipped roles, each in its own file under `Data/Roles`.
enum RoleRecords {}

/// The texts of the shipped styles, each in its own file under `Data/Styles`.
enum StyleRecords {}

/// The texts of the shipped channels, each in its own file under `Data/Channels`.
enum ChannelRecords {}

/// The texts of the shipped models, each in its own file under `Data/Models`.
enum ModelRecords {}

/// The texts of the shipped vocabulary, each sheet in its own file under `Data/Vocabulary`.
enum VocabularyRecords {}

extension [String] {
  fileprivate func files(_ kind: RecordKind) -> [RecordFile] {
    enumerated().map { place, text in
      RecordFile(name: "built-in \(kind.rawValue) \(place)", kind: kind, bytes: [UInt8](text.utf8))
    }
  }
}
