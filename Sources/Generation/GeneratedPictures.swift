public import Imaging

/// What a model made of one request.
public struct GeneratedPictures: Sendable {
  /// As many as were asked for, in the order of their seeds.
  public var pictures: [GeneratedPicture]

  /// What was paid, in micro-dollars; 0 for free models, nil when the model did not say.
  public var costMicros: Int64?

  public init(_ pictures: [GeneratedPicture], costMicros: Int64? = 0) {
    self.pictures = pictures
    self.costMicros = costMicros
  }
}

/// One made picture.
public struct GeneratedPicture: Sendable {
  public var image: Raster

  /// A clip of the same scene.
  public var clip: GeneratedClip?

  /// What the maker did that is good to know: `light mirrored to fit the photo`.
  public var notes: [String]

  /// What the maker could not do as asked: `cannot render: eucalyptus`.
  public var warnings: [String]

  public init(image: Raster, clip: GeneratedClip? = nil, notes: [String] = [], warnings: [String] = []) {
    self.image = image
    self.clip = clip
    self.notes = notes
    self.warnings = warnings
  }
}

/// An animated WebP file.
public struct GeneratedClip: Sendable {
  public var bytes: [UInt8]

  /// In px.
  public var width: Int
  public var height: Int

  public init(bytes: [UInt8], width: Int, height: Int) {
    self.bytes = bytes
    self.width = width
    self.height = height
  }
}
